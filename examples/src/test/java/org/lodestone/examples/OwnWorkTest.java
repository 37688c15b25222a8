package org.lodestone.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.sum;
import static org.lodestone.reports.formula.Formula.sumOfKnown;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.chain.Chain;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Source;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Basis;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Indicator;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.time.Period;
import org.lodestone.core.universe.Universe;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.pack.ResearchPack.Sheets;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.screen.LiveNormalisation;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.Screening;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;
import org.lodestone.reports.supply.Supply;

/** The work of an analyst's engineer, a task a test, by nothing but public API. */
class OwnWorkTest {

    private static final Dataset DATASET = Datasets.open("rare-earths");

    private static final Universe COMPANIES = Universe.of("A", "B", "C", "D")
            .numbers("output", 400, 100, 25, 0)
            .numbers("net debt", 900, 10, 5, 80)
            .numbers("profit", 300, 40, 20, 10)
            .build();

    @TempDir
    private Path folder;

    @Test
    void opens_a_dataset_and_writes_its_pack() throws IOException {
        Path file = folder.resolve("gallium.xlsx");

        Workbooks.write(ResearchPack.of(Datasets.open("gallium")).report(), file);

        assertThat(Files.size(file)).isPositive();
    }

    @Test
    void a_section_of_ones_own_has_a_table_a_chart_a_finding_and_a_check() {
        Supply mined = Supply.of(DATASET, "mine-production").orElseThrow();
        Period year = mined.latest();
        List<Place> others = mined.known(year).subList(1, mined.known(year).size());
        Function<Place, Key> amount = place -> mined.amount(place, year);
        Part.Builder part = Part.titled("Outside China", "Who else mines rare earths", mined.model());
        Key all = part.calculated("mined", sum(span(others, amount)));
        Function<Place, Key> share =
                part.calculated("share", others, place -> amount.apply(place).over(all));
        part.table(Table.of("Mine production outside China", others)
                        .label("Country", Place::name)
                        .value("t REO", Shown.WHOLE, amount)
                        .value("Share", Shown.PERCENT, share))
                .title(
                        "Others mined {sum:0} t REO in {year}",
                        words().with("sum", all).with("year", year))
                .chart(Chart.bars("Mine production outside China", "%").series("Share", span(others, share)))
                .finding("Outside China", "Others mined {sum:0} t REO.", words().with("sum", all))
                .check(
                        "Shares outside China sum to one",
                        sum(span(others, share)).rounded(6).isEqualTo(ONE));
        ResearchPack pack = pack(DATASET).with(part.build());
        Report report = pack.report();

        // MCS 2025: 393,950 t REO in all, of which 270,000 in China; the United States have 45,000 of the others
        assertThat(report.model().value(all)).isEqualTo(Value.of(123_950));
        assertThat(Shown.PERCENT.text(report.model().value(share.apply(Place.parse("United States")))))
                .isEqualTo("36.3%");
        assertThat(text(report, "Outside China")).contains("Country | t REO | Share", "United States | 45,000 | 36.3%");
        assertThat(text(report, "Front")).anyMatch(row -> row.contains("Others mined 123,950 t REO."));
        assertThat(text(report, "Checks")).contains("Shares outside China sum to one | OK | 1");
        Section page = report.sections().stream()
                .filter(one -> one.name().equals("Outside China"))
                .findFirst()
                .orElseThrow();
        assertThat(page.title().text(report.model().values())).isEqualTo("Others mined 123,950 t REO in 2024");
        Key states = amount.apply(Place.parse("United States"));
        assertThat(page.title().text(report.model().valuesWith(Map.of(states, Value.of(55_000)))))
                .isEqualTo("Others mined 133,950 t REO in 2024");
        assertThat(pack.note().passages())
                .extracting(passage -> passage.page().name())
                .contains("Outside China");
    }

    @Test
    void a_criterion_of_ones_own_is_weighed_with_the_others() {
        Criterion profit = Criterion.of("profit")
                .measuredBy(Indicator.fact("net-profit", "CNY mn"), "CNY mn")
                .by(Normalisation.Relative.PERCENTILE)
                .weight(0.2)
                .ifMissing(Missing.NEUTRAL);
        Screen screen = DATASET.screen().orElseThrow().with(profit);
        Report report =
                pack(DATASET.toBuilder().screen(Optional.of(screen)).build()).report();

        // the weights were 0.3, 0.3, 0.3 and 0.1, and with 0.2 more there are 1.2
        assertThat(screen.shares().get("profit")).isEqualTo(0.2 / 1.2, within(1e-12));
        assertThat(text(report, "Screen detail"))
                .anyMatch(row -> row.startsWith("profit | CNY mn |  |  | 0.2 | 0.2 | 16.7%"))
                // from Shenghe's none to 3,000 t of Neo for each of its USD 699 mn: 4.2923; posts stand as they were
                // set
                .anyMatch(row ->
                        row.matches("Size per market value [|] t a year per USD mn [|].*[|] 0.00 [|] 4.29 [|].*"))
                .anyMatch(row -> row.matches("Separation quota [|] t REO [|].*[|] 1000 [|] 200,000 [|].*"));
    }

    @Test
    void a_normalisation_of_ones_own_is_live_in_the_pack() {
        Normalisation ofSum = LiveNormalisation.of(
                "share of the sum",
                values -> {
                    double sum = Arrays.stream(values).sum();
                    return value -> value / sum;
                },
                (value, values) -> value.over(sumOfKnown(values)));
        Dataset gallium = Datasets.open("gallium");
        Screen screen = gallium.screen().orElseThrow();
        Criterion criterion = screen.criterion("nameplate").by(ofSum);
        Dataset own =
                gallium.toBuilder().screen(Optional.of(screen.with(criterion))).build();
        Report report = pack(own).report();

        ScreenStudy study = ScreenStudy.of(own).orElseThrow();
        String first = study.ranked().get(0);
        double onArrays = study.result()
                .criterion("nameplate")
                .score(study.result().universe().position(first))
                .orElseThrow();
        Key normalised = study.whole().normalised(criterion, first);
        assertThat(report.model().value(normalised).number().orElseThrow()).isEqualTo(onArrays, within(1e-12));
        assertThat(text(report, "Screen detail")).anyMatch(row -> row.contains("share of the sum"));
    }

    @Test
    void a_treatment_of_outliers_of_ones_own_comes_before_scores() {
        Outliers mostThrice = Outliers.own("at most three times the mean of the others", values -> {
            double sum = Arrays.stream(values).sum();
            return value -> Math.min(value, 3 * (sum - value) / (values.length - 1));
        });
        Screen screen = Screen.named("Large")
                .criterion(Criterion.of("output").outliers(mostThrice))
                .build();
        ScreenResult result = Screening.of(screen, COMPANIES);

        // of 400, 100, 25 and 0 the first becomes 3 · 125 / 3 = 125, so the second scores 100 / 125
        assertThat(result.score(1).orElseThrow()).isEqualTo(0.8, within(1e-12));
    }

    @Test
    void a_filter_of_ones_own_asks_several_columns() {
        Filter lowDebt = Filter.own(
                "net debt under two years of profit", one -> one.number("net debt") < 2 * one.number("profit"));
        Screen screen = Screen.named("Sound")
                .filter(lowDebt)
                .criterion(Criterion.of("output"))
                .build();
        ScreenResult result = Screening.of(screen, COMPANIES);

        assertThat(result.top(9)).extracting(one -> one.id()).containsExactly("B", "C");
    }

    @Test
    void an_assumption_is_changed_and_results_are_compared() {
        ForecastStudy study = ForecastStudy.of(DATASET).orElseThrow();
        Outcome base = study.outcome(Scenario.BASE);
        Balance magnets = base.balance("magnet-ree-refined").orElseThrow();
        Key growth = study.scenarios().key("mining-quota-growth", base.in());
        Key balance = magnets.change(magnets.horizon());
        Values before = study.model().values();
        Values after = study.model().valuesWith(Map.of(growth, Value.of(4)));

        assertThat(Shown.PERCENT.text(before.of(balance))).isEqualTo("−11.1%");
        assertThat(after.number(balance).orElseThrow())
                .isGreaterThan(before.number(balance).orElseThrow());
    }

    @Test
    void an_assumption_is_drawn_at_random() {
        ForecastStudy study = ForecastStudy.of(DATASET).orElseThrow();
        Outcome base = study.outcome(Scenario.BASE);
        Balance magnets = base.balance("magnet-ree-refined").orElseThrow();
        Key growth = study.scenarios().key("mining-quota-growth", base.in());
        Key balance = magnets.change(magnets.horizon());
        Draws draws = Simulation.of(study.model(), Map.of(growth, new Distribution.Uniform(0, 6)), List.of(balance))
                .run(42, 10_000, 2);

        assertThat(draws.percentile(balance, 0.05)).isLessThan(-0.111);
        assertThat(draws.percentile(balance, 0.95)).isGreaterThan(-0.111);
    }

    @Test
    void a_distribution_of_ones_own_draws_as_one_of_the_library_does() {
        ForecastStudy study = ForecastStudy.of(DATASET).orElseThrow();
        Outcome base = study.outcome(Scenario.BASE);
        Key growth = study.scenarios().key("mining-quota-growth", base.in());
        Distribution normal = Distribution.own("normal", random -> 1.6 + random.nextGaussian());
        Draws draws = Simulation.of(study.model(), Map.of(growth, normal), List.of(growth))
                .run(42, 10_000, 2);

        assertThat(draws.mean(growth)).isEqualTo(1.6, within(0.05));
        assertThat(draws.percentile(growth, 0.975)).isEqualTo(1.6 + 1.96, within(0.1));
    }

    /** An exporter of one's own: a report is sections of tables, and every cell has its text. */
    private static List<String> text(Report report, String sheet) {
        Values values = report.model().values();
        List<String> lines = new ArrayList<>();
        for (Section section : report.sections()) {
            if (section.name().equals(sheet)) {
                section.tables().forEach(table -> {
                    lines.add(String.join(
                            " | ",
                            table.columns().stream()
                                    .map(column -> table.header(column, values))
                                    .toList()));
                    table.rows().forEach(row -> lines.add(String.join(" | ", row.texts(values))));
                });
            }
        }
        return lines;
    }

    @Test
    void an_exporter_of_ones_own_takes_a_report_and_knows_no_cells() throws IOException {
        Report report = pack(Datasets.open("gallium")).report();
        Values values = report.model().values();
        StringBuilder page = new StringBuilder();
        for (Section section : report.sections()) {
            page.append("# ").append(section.title().text(values)).append('\n');
            section.tables().forEach(table -> {
                page.append("## ").append(table.heading()).append('\n');
                table.rows()
                        .forEach(row -> page.append(String.join("\t", row.texts(values)))
                                .append('\n'));
            });
        }
        Files.writeString(folder.resolve("gallium.md"), page);

        assertThat(page).contains("# ", "\nChina\t");
    }

    @Test
    void a_small_dataset_is_built_in_code() {
        Unit tonnes = Unit.parse("t Sn");
        Stage mining = new Stage("mining", 1, "Mining", ImmutableList.of(), "");
        Measure mined =
                new Measure("mine-production", "Mine production", "mining", Measure.Kind.PRODUCTION, tonnes, "");
        Source source = new Source("usgs-mcs-2025", "USGS, Mineral Commodity Summaries 2025", Optional.empty());
        Figure.Builder figure = Figure.builder()
                .measure(mined)
                .period(Period.year(2024))
                .edition("MCS2025")
                .source(source.id());
        Dataset tin = Dataset.builder("tin")
                .title("Tin")
                .resource("Tin")
                .defaultEdition("MCS2025")
                .sources(Map.of(source.id(), source))
                .bases(List.of(new Basis("Sn", "tin content", "")))
                .editions(Map.of(
                        "MCS2025",
                        new Edition(
                                "MCS2025",
                                "MCS 2025",
                                "USGS",
                                Period.parse("2025-01"),
                                "MCS",
                                ImmutableList.of(source.id()))))
                .chain(Chain.of(List.of(mining)))
                .measures(Map.of(mined.id(), mined))
                // USGS, Mineral Commodity Summaries 2025, tin: 2024, estimated
                .figures(List.of(
                        figure.place(Place.parse("China"))
                                .value("69000", "t Sn")
                                .build(),
                        figure.place(Place.parse("Indonesia"))
                                .value("50000", "t Sn")
                                .build(),
                        figure.place(Place.parse("Burma"))
                                .value("34000", "t Sn")
                                .build()))
                .build();
        Report report = ResearchPack.of(tin).report();

        Supply supply = Supply.of(tin, "mine-production").orElseThrow();
        // 69,000 of 153,000
        assertThat(Shown.PERCENT.text(report.model().value(supply.share(Place.parse("China"), supply.latest()))))
                .isEqualTo("45.1%");
    }

    private static ResearchPack pack(Dataset dataset) {
        return ResearchPack.of(dataset).withRun(Run.STANDARD.withDraws(100)).withSheets(Sheets.ALL);
    }
}

package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Maps;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Simulation;
import org.lodestone.reports.value.CompanyValue.Meaning;

/**
 * A valuation of eight projects and three companies, against a program of its own in Python to the digits it prints. Its prices and lists
 * are in {@code src/test/resources/value}, and what it prints in {@code value-expected}.
 */
class ProposedValuesTest {

    private static final String FOLDER = "src/test/resources/value";
    private static final double DIGITS = 5e-10;

    private static final Dataset DATASET = Datasets.open(Path.of(FOLDER));
    private static final Dataset AT_TEN_PERCENT = with(DATASET, "discount-rate", "10");
    private static final Map<Object, ValueStudy> STUDIES = new HashMap<>();
    private static final Map<String, NamedCsvRecord> ENDS =
            Maps.uniqueIndex(expected("ends.csv"), row -> row.getField("project"));

    private static ValueStudy study(Dataset dataset, String scenario) {
        return STUDIES.computeIfAbsent(List.of(dataset, scenario), unused -> {
            Analyses analyses = Analyses.of(dataset);
            return ValueStudy.of(dataset, ForecastStudy.of(dataset, scenario), analyses.studies(), analyses.comps())
                    .orElseThrow();
        });
    }

    /** The dataset with another value of an assumption of all scenarios. */
    private static Dataset with(Dataset dataset, String id, String value) {
        ImmutableList<Assumption> rows = dataset.assumptions().stream()
                .map(row -> row.id().equals(id)
                        ? new Assumption(
                                row.id(),
                                row.scenario(),
                                row.year(),
                                row.step(),
                                row.name(),
                                Observation.parse(value),
                                row.unit(),
                                row.period(),
                                row.origin(),
                                row.reason(),
                                row.sources())
                        : row)
                .collect(toImmutableList());
        return dataset.supposing(DatasetTables.ASSUMPTIONS, rows);
    }

    private static List<NamedCsvRecord> expected(String file) {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Path.of(FOLDER + "-expected", file))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(NamedCsvRecord row, String column) {
        return Double.parseDouble(row.getField(column));
    }

    private static void isPrinted(double ours, double printed) {
        assertThat(ours).isCloseTo(printed, within(Math.abs(printed) * DIGITS + 1e-12));
    }

    // ---------------------------------------------------------------- projects

    static Stream<NamedCsvRecord> navs() {
        return expected("nav.csv").stream();
    }

    /** A project of the proposal, in a scenario, with some of what it rests on moved. */
    private record Moved(ValueStudy study, ProjectCash flow, String scenario, Map<Key, Double> values) {

        static Moved of(NamedCsvRecord row) {
            ValueStudy study = ProposedValuesTest.study(DATASET, row.getField("scenario"));
            ProjectCash flow = study.projects().stream()
                    .filter(one -> one.valued().name().equals(row.getField("project")))
                    .findFirst()
                    .orElseThrow();
            return new Moved(study, flow, row.getField("scenario"), Map.of());
        }

        private Model model() {
            return study.model();
        }

        Moved and(Key key, double value) {
            Map<Key, Double> more = new LinkedHashMap<>(values);
            more.put(key, value);
            return new Moved(study, flow, scenario, more);
        }

        /** One of its own assumptions. */
        Moved and(String part, double value) {
            return and(own(part), value);
        }

        private Key own(String part) {
            return study.scenarios().key(flow.valued().line() + "-" + part, Case.of("Base"));
        }

        double own(String part, double times) {
            return times * model().value(own(part)).number().orElseThrow();
        }

        Moved ramp(double... steps) {
            Moved moved = this;
            List<Key> curve = study.scenarios().steps("ramp", Case.of(scenario));
            for (int i = 0; i < steps.length; i++) {
                moved = moved.and(curve.get(i), steps[i]);
            }
            return moved;
        }

        Moved delayedBy(double years) {
            Key delay = study.scenarios().key(flow.valued().line() + "-delay", Case.of(scenario));
            return and(delay, model().value(delay).number().orElseThrow() + years);
        }

        Moved dearerBy(double more) {
            Deck deck = study.decks().decks().stream()
                    .filter(one -> one.id().equals(flow.valued().deck()))
                    .findFirst()
                    .orElseThrow();
            return Stream.concat(study.decks().years(deck).stream(), Stream.of(Period.NONE))
                    .map(year -> study.decks().price(deck, year))
                    .reduce(
                            this,
                            (moved, price) -> moved.and(
                                    price, model().value(price).number().orElseThrow() + more),
                            (one, other) -> other);
        }

        double npv() {
            return values.isEmpty() ? model().value(flow.npv()).number().orElseThrow() : npvs(List.of(this))[0];
        }

        /** Those of several of one project, worked out at once. */
        static double[] npvs(List<Moved> all) {
            Model model = all.get(0).model();
            Key npv = all.get(0).flow.npv();
            Map<Key, Distribution> drivers = new LinkedHashMap<>();
            Map<Key, double[]> given = new LinkedHashMap<>();
            all.stream().flatMap(one -> one.values.keySet().stream()).distinct().forEach(key -> {
                double now = model.value(key).number().orElseThrow();
                drivers.put(key, new Distribution.Fixed(now));
                given.put(
                        key,
                        all.stream()
                                .mapToDouble(one -> one.values.getOrDefault(key, now))
                                .toArray());
            });
            return Simulation.ofAny(model, drivers, List.of(npv))
                    .evaluate(given)
                    .values(npv);
        }
    }

    @ParameterizedTest
    @MethodSource("navs")
    void projects_are_worth_what_the_proposal_prints(NamedCsvRecord row) {
        Moved project = Moved.of(row);
        ProjectCash flow = project.flow();
        Values values = project.model().values();
        double npv = project.npv();
        isPrinted(npv, number(row, "npv8_usd_mn"));
        isPrinted(values.number(flow.opens()).orElseThrow(), number(row, "first_production"));
        isPrinted(100 * values.number(flow.irr()).orElseThrow(), number(row, "irr_pct"));
        isPrinted(values.number(project.study().payback(flow)).orElseThrow(), number(row, "payback_years"));
        isPrinted(values.number(project.study().risked(flow)).orElseThrow(), number(row, "risked_npv8"));
        isPrinted(
                flow.years().stream()
                        .mapToDouble(year -> values.number(flow.cash(year)).orElseThrow())
                        .sum(),
                number(row, "undiscounted_fcf"));
        Key rate = project.study().scenarios().key("discount-rate", Case.of("Base"));
        isPrinted(project.and(rate, 10).npv(), number(row, "npv10"));
        isPrinted(project.and("tax", 0).npv(), number(row, "npv8_pre_tax"));
        isPrinted(project.dearerBy(1).npv() - npv, number(row, "npv8_per_usd_kg"));
        isPrinted(
                project.and("capex", project.own("capex", 1.1)).npv() - npv, number(row, "npv8_for_capex_plus_10pct"));
    }

    @ParameterizedTest
    @MethodSource("navs")
    void what_a_study_leaves_open_moves_the_value_between_the_printed_ends(NamedCsvRecord row) {
        Moved project = Moved.of(row);
        NamedCsvRecord ends = ENDS.get(row.getField("project"));
        Key sustaining = project.study().scenarios().key("sustaining", Case.of("Base"));
        Moved slow = project.and("capex", project.own("capex", 1.15))
                .and(sustaining, 4)
                .ramp(5, 20, 45, 65, 80)
                .delayedBy(1);
        Moved fast = project.and(sustaining, 0).ramp(40, 70, 90, 100, 100);
        double[] all = Moved.npvs(Stream.of(slow, fast)
                .flatMap(one -> Stream.of("ebitda_low", "", "ebitda_high")
                        .map(ebitda -> ebitda.isEmpty() ? one : one.and("ebitda", number(ends, ebitda))))
                .flatMap(one -> Stream.of(
                        one,
                        one.and("volume", number(ends, "volume_low")).and("price", number(ends, "price_low")),
                        one.and("volume", number(ends, "volume_high")).and("price", number(ends, "price_high"))))
                .toList());
        isPrinted(DoubleStream.of(all).min().orElseThrow(), number(row, "npv8_low"));
        isPrinted(DoubleStream.of(all).max().orElseThrow(), number(row, "npv8_high"));
    }

    // ---------------------------------------------------------------- companies

    static Stream<NamedCsvRecord> ofScenarios() {
        return expected("company.csv").stream()
                .filter(row -> List.of("LYC.AX", "MP", "ARU.AX").contains(row.getField("company")))
                .filter(row -> List.of(
                                "NAV per share, 8% real",
                                "NAV per share, 10% real",
                                "P/NAV, 8% real",
                                "NAV per share, risked",
                                "P/NAV, risked",
                                "implied flat NdPr price, 8% real",
                                "implied flat NdPr price, 10% real",
                                "implied long-term NdPr price (from 2031; Base deck before), 8% real")
                        .contains(row.getField("item")));
    }

    @ParameterizedTest
    @MethodSource("ofScenarios")
    void companies_are_worth_and_imply_what_the_proposal_prints(NamedCsvRecord row) {
        String item = row.getField("item");
        ValueStudy study = study(item.contains("10%") ? AT_TEN_PERCENT : DATASET, row.getField("scenario_or_date"));
        CompanyValue company = company(study, row.getField("company"));
        Key asked = item.startsWith("implied flat")
                ? company.implied(Meaning.FLAT)
                : item.startsWith("implied long")
                        ? company.implied(Meaning.LONG_TERM)
                        : item.equals("P/NAV, risked")
                                ? company.net().priceToNavRisked()
                                : item.startsWith("P/NAV")
                                        ? company.net().priceToNav()
                                        : item.endsWith("risked")
                                                ? company.net().perShareRisked()
                                                : company.net().perShare();
        isPrinted(study.model().value(asked).number().orElseThrow(), number(row, "value"));
    }

    private static CompanyValue company(ValueStudy study, String id) {
        return study.companies().stream()
                .filter(one -> one.comp().company().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_implied_price_gives_the_share_price() {
        ValueStudy study = study(DATASET, "Base");
        Values values = study.model().values();
        assertThat(study.companies()).hasSize(3).allSatisfy(company -> {
            double marketValue = values.number(company.net().marketValue()).orElseThrow();
            for (Meaning meaning : Meaning.values()) {
                assertThat(values.number(company.left(meaning)).orElseThrow() / marketValue)
                        .isCloseTo(0, within(1e-9));
            }
        });
    }

    @Test
    void what_is_missing_of_the_others_is_said() {
        assertThat(study(DATASET, "Base").insufficient().asMap())
                .containsOnlyKeys("HAS.AX", "600392.SH", "UUUU", "ILU.AX")
                .allSatisfy((company, missing) -> assertThat(missing).containsExactly("share price"));
    }

    // ---------------------------------------------------------------- laws

    @Test
    void cash_and_tax_are_conserved_and_reserves_used_whole() {
        ValueStudy study = study(DATASET, "Base");
        Values values = study.model().values();
        for (ProjectCash flow : study.projects()) {
            double cash = 0;
            double ebitda = 0;
            double taxed = 0;
            for (Period year : flow.years()) {
                cash += values.number(flow.cash(year)).orElseThrow();
                ebitda += values.number(flow.ebitda(year)).orElseThrow();
                taxed += Math.max(0, values.number(flow.income(year)).orElseThrow());
            }
            Moved moved = new Moved(study, flow, "Base", Map.of());
            double capex = moved.own("capex", 1);
            double life = moved.own("life", 1);
            double tax = moved.own("tax", 0.01);
            assertThat(cash)
                    .as(flow.valued().name())
                    .isCloseTo(ebitda - capex - 0.02 * capex * (life - 1) - tax * taxed, within(1e-6));
        }
        CashFlow lynas = study.flows().stream()
                .filter(flow -> flow.valued().id().equals("lynas"))
                .findFirst()
                .orElseThrow();
        assertThat(lynas.years().stream()
                        .mapToDouble(year -> values.number(lynas.volume(year)).orElseThrow())
                        .sum())
                .isCloseTo(246, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("navs")
    void a_value_rises_with_the_price_and_falls_with_rate_and_tax(NamedCsvRecord row) {
        Moved project = Moved.of(row);
        Key rate = project.study().scenarios().key("discount-rate", Case.of("Base"));
        double npv = project.npv();
        assertThat(project.dearerBy(-10).npv()).isLessThan(npv);
        assertThat(project.dearerBy(10).npv()).isGreaterThan(npv);
        assertThat(project.and(rate, 6).npv())
                .isGreaterThan(project.and(rate, 12).npv());
        assertThat(project.and("tax", 10).npv())
                .isGreaterThan(project.and("tax", 50).npv());
    }
}

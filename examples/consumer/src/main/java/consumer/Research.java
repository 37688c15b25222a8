package consumer;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.*;
import static org.lodestone.reports.report.Wording.*;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.*;
import java.util.function.Function;
import org.lodestone.core.chain.*;
import org.lodestone.core.dataset.*;
import org.lodestone.core.figure.*;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.*;
import org.lodestone.core.screen.*;
import org.lodestone.core.time.Period;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.*;
import org.lodestone.reports.pack.Extension;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.*;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.simulation.*;
import org.lodestone.reports.supply.Supply;

/** Tasks of a team that Lodestone does, each in a few lines. */
public final class Research {

    /** Makes a pack with a section and a criterion of one's own, tells a what-if and a simulation, and builds a dataset in code. */
    public static void main(String[] args) throws IOException {
        Dataset dataset = withProfit(Datasets.open("tungsten"));
        System.out.println(dataset);
        whatIf(ForecastStudy.of(dataset).orElseThrow());
        Report report = ResearchPack.of(dataset).with(outsideChina(dataset)).report();
        Workbooks.write(report, Path.of(args[0] + ".xlsx"));
        Files.writeString(Path.of(args[0] + ".txt"), asText(report));
        ResearchPack small = ResearchPack.of(tin());
        System.out.println(small.report());
        System.out.println(small.results());
        System.out.println(visits(tin(), Path.of(args[0])));
        System.out.println(Extension.found().get(0).tables());
    }

    /** A criterion of one's own beside those of the dataset, scored by a rule of one's own. */
    static Dataset withProfit(Dataset dataset) {
        Criterion profit = Criterion.of("profit")
                .title("Net profit")
                .measuredBy(Indicator.fact("net-profit", "CNY mn"), "CNY mn")
                .by(Normalisation.own("share of the largest", values -> {
                    double largest = Arrays.stream(values).max().orElse(1);
                    return value -> Math.max(0, value) / largest;
                }))
                .weight(0.2)
                .ifMissing(Missing.NEUTRAL);
        return dataset.toBuilder()
                .screen(Optional.of(dataset.screen().orElseThrow().with(profit)))
                .build();
    }

    /** A section of one's own: a table and a chart, a finding on the front page, and a check. */
    static Part outsideChina(Dataset dataset) {
        Supply mined = Supply.of(dataset, "mine-production").orElseThrow();
        List<Place> others = mined.known(mined.latest()).stream().skip(1).toList();
        Function<Place, Key> amount = place -> mined.amount(place, mined.latest());
        Part.Builder part = Part.titled("Outside China", "Who else mines tungsten", mined.model());
        Key all = part.calculated("mined", sum(span(others, amount)));
        Function<Place, Key> share = part.calculated("share", others, place -> amount.apply(place).over(all));
        return part.table(Table.of("Mine production outside China", others)
                        .label("Country", Place::name)
                        .value("kt W", Shown.WHOLE, amount)
                        .value("Share", Shown.PERCENT, share))
                .chart(Chart.bars("Mine production outside China", "%").series("Share", span(others, share)))
                .finding("Outside China", "Others mined {sum:0} kt W.", words().with("sum", all))
                .check("Shares outside China sum to one", sum(span(others, share)).rounded(6).isEqualTo(ONE))
                .build();
    }

    /** A quota that grows otherwise: China's for mining by 4% a year, or by a rate that nobody knows. */
    static void whatIf(ForecastStudy study) {
        var base = study.outcome(Scenario.BASE);
        var mines = base.balance("mine-production").orElseThrow();
        Key growth = study.scenarios().key("mining-quota-growth", base.in());
        Key balance = mines.change(mines.horizon());
        Value then = study.model().valuesWith(Map.of(growth, Value.of(4))).of(balance);
        System.out.println(Shown.PERCENT.text(study.model().value(balance)) + " -> " + Shown.PERCENT.text(then));
        var draws = Simulation.of(study.model(), Map.of(growth, new Distribution.Uniform(0, 6)), List.of(balance)).run(42, 10_000, 2);
        System.out.printf(Locale.ROOT, "%.3f to %.3f in 9 of 10 draws%n", draws.percentile(balance, 0.05), draws.percentile(balance, 0.95));
    }

    /** An exporter of one's own: a report is sections of tables, and every cell has its text. */
    static String asText(Report report) {
        StringBuilder text = new StringBuilder();
        report.sections().forEach(section -> section.tables().forEach(table -> table.rows().forEach(
                row -> text.append(String.join("\t", row.texts(report.model().values()))).append('\n'))));
        return text.toString();
    }

    /** A dataset built in code: USGS, Mineral Commodity Summaries 2025, tin, tonnes in 2024. */
    static Dataset tin() {
        Unit tonnes = Unit.parse("t Sn");
        Stage mining = new Stage("mining", 1, "Mining", ImmutableList.of(), "");
        Measure mined = new Measure("mine-production", "Mine production", "mining", Measure.Kind.PRODUCTION, tonnes, "");
        Source source = new Source("usgs-mcs-2025", "USGS, Mineral Commodity Summaries 2025", Optional.empty());
        Figure.Builder figure = Figure.builder().measure(mined).period(Period.year(2024)).edition("MCS2025").source(source.id());
        return Dataset.builder("tin")
                .title("Tin")
                .resource("Tin")
                .defaultEdition("MCS2025")
                .sources(Map.of(source.id(), source))
                .bases(List.of(new Basis("Sn", "tin content", "")))
                .editions(Map.of("MCS2025", new Edition(
                        "MCS2025", "MCS 2025", "USGS", Period.parse("2025-01"), "MCS", ImmutableList.of(source.id()))))
                .chain(Chain.of(List.of(mining)))
                .measures(Map.of(mined.id(), mined))
                .figures(List.of(
                        figure.place(Place.parse("China")).value("69000", "t Sn").build(),
                        figure.place(Place.parse("Indonesia")).value("50000", "t Sn").build(),
                        figure.place(Place.parse("Burma")).value("34000", "t Sn").build()))
                .build();
    }

    /** A table of one's own, written with the dataset and read back. */
    static List<Visit> visits(Dataset dataset, Path folder) throws IOException {
        Visit visit = new Visit(Place.parse("Australia"), Period.parse("2026-10-14"), "The second kiln runs.");
        Datasets.write(dataset.toBuilder().rows(Visit.VISITS, List.of(visit)).build(), folder);
        return Datasets.read(folder, List.of(Visit.VISITS)).orElseThrow().rows(Visit.VISITS);
    }
}

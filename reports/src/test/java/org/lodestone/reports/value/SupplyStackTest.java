package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.market.Demand;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.value.SupplyStack.Counted;

/**
 * The stack of a proposal, against what its program in Python prints: three scenarios, nine years, weighted and if all come.
 *
 * <p>Its lists are those of {@code src/test/resources/value} but for what the stack of the proposal has of its own: losses, the growth of
 * two mines that run, with a probability, and a demand, of which what is recovered is taken off here. It prices projects at one ramp and
 * counts their tonnes at another, where a dataset has one: here each earns so much that it stands at the price that is printed.
 */
class SupplyStackTest {

    private static final double DIGITS = 5e-10;
    private static final Unit KILOTONNES = Unit.parse("kt NdPr oxide");
    private static final Citation CITATION = Citation.of("proposal");
    private static final List<String> SCENARIOS = List.of("Base", "Tight", "Fast overseas");
    private static final Dataset PROPOSAL = Datasets.open(Path.of("src/test/resources/value"));
    private static final Map<String, String> LINES =
            Map.of("Lynas, growth", "Lynas", "Mountain Pass, growth", "Mountain Pass");

    /** What is made in China and elsewhere in 2024, and demand in 2024, 2030 and 2035. */
    private static final double CHINA = 73.7567;

    private static final double ELSEWHERE = 7.0485;
    private static final double[][] DEMAND = {
        {90.9218, 122.8462, 140.1197}, {90.9218, 131.5687, 148.8806}, {90.9218, 122.8462, 140.1197}
    };

    // ---------------------------------------------------------------- the lists of the proposal

    private static double demand(int scenario, int year) {
        double[] given = DEMAND[scenario];
        return year <= 2030
                ? given[0] * Math.pow(given[1] / given[0], (year - 2024) / 6.0)
                : given[1] * Math.pow(given[2] / given[1], (year - 2030) / 5.0);
    }

    /** What is recovered: with demand in Base, as much as in 2024 in Tight, and up to 13% of demand in Fast overseas. */
    private static double recovered(int scenario, int year) {
        double first = DEMAND[scenario][0] - CHINA - ELSEWHERE;
        double demand = demand(scenario, year);
        double share = first / DEMAND[scenario][0];
        return switch (scenario) {
            case 0 -> first * demand / DEMAND[scenario][0];
            case 1 -> first;
            default -> demand * (share + (0.13 - share) * Math.min(1, (year - 2024) / 6.0));
        };
    }

    private static Demand demandOf(String name, double amount, Period year) {
        return new Demand(
                "NdPr", "Total", year, name, Observation.parse(Double.toString(amount)), KILOTONNES, CITATION);
    }

    private static Stream<Demand> demand() {
        return Stream.concat(
                Stream.of(demandOf("observed", CHINA + ELSEWHERE, Period.year(2024))),
                IntStream.range(0, 3)
                        .boxed()
                        .flatMap(scenario -> IntStream.rangeClosed(2025, 2035)
                                .mapToObj(year -> demandOf(
                                        SCENARIOS.get(scenario),
                                        demand(scenario, year) - recovered(scenario, year),
                                        Period.year(year)))));
    }

    private static Assumption assumption(String id, String scenario, int step, double value, String unit) {
        return new Assumption(
                id,
                scenario,
                Optional.empty(),
                step,
                id,
                Observation.parse(Double.toString(value)),
                Unit.parse(unit),
                Period.NONE,
                Assumption.Origin.ASSUMED,
                "As in the proposal.",
                ImmutableList.of("proposal"));
    }

    private static double number(Dataset dataset, String id, String scenario) {
        return Stream.of(scenario, "Base")
                .flatMap(name -> dataset.assumptions().stream()
                        .filter(row -> row.id().equals(id) && row.scenario().equals(name)))
                .findFirst()
                .orElseThrow()
                .value()
                .known()
                .orElseThrow();
    }

    /** A line that runs: what it made in 2024, what it added since, and its growth by a quarter of it a year, with a probability. */
    private static void growth(
            List<Assumption> rows,
            String id,
            int scenario,
            double runs,
            double since,
            double more,
            int from,
            double likely) {
        String name = SCENARIOS.get(scenario);
        rows.add(assumption(id + "-runs", name, 0, runs, "kt NdPr oxide/yr"));
        rows.add(assumption(id + "-capacity", name, 0, runs + since + more, "kt NdPr oxide/yr"));
        rows.add(assumption(id + "-start", name, 0, 2027, "year"));
        for (int step = 1; step <= 9; step++) {
            double part = Math.max(0, Math.min(4, 2026 + step - from + 1)) / 4.0;
            rows.add(assumption("ramp-" + id, name, step, 100 * (since + likely * more * part) / (since + more), "%"));
        }
    }

    private static Dataset lists(boolean weighted) {
        List<Assumption> rows = new ArrayList<>();
        double[] likely = weighted ? new double[] {0.9, 0.8, 1} : new double[] {1, 1, 1};
        for (int scenario = 0; scenario < 3; scenario++) {
            String name = SCENARIOS.get(scenario);
            double outlet = scenario == 2 ? 12 : 10.5;
            growth(
                    rows,
                    "lynas",
                    scenario,
                    5.655,
                    7.26 - 5.655,
                    outlet - 7.26,
                    scenario == 2 ? 2026 : 2027,
                    likely[scenario]);
            growth(
                    rows,
                    "mp",
                    scenario,
                    1.294,
                    2.599 - 1.294,
                    6 - 2.599,
                    new int[] {2027, 2028, 2026}[scenario],
                    likely[scenario]);
            rows.add(assumption("lynas-cost", name, 0, 24.11937310336809 + 175.10664873045232 / 10.5, "2026 USD/kg"));
            rows.add(assumption("mp-cost", name, 0, 40, "2026 USD/kg"));
            rows.add(assumption("lynas-fixed", name, 0, 0, "2026 USD mn"));
            rows.add(assumption("loss", name, 0, new double[] {5, 8, 3}[scenario], "%"));
            rows.add(assumption("china-growth", name, 0, scenario == 1 ? 0 : 1.6, "%/yr"));
            PROPOSAL.valuation().projects().forEach(project -> {
                String id = project.valued().line();
                double planned = number(PROPOSAL, id + "-start", name) + number(PROPOSAL, id + "-delay", name);
                rows.add(assumption(
                        id + "-start",
                        name,
                        0,
                        Math.max(planned, 2027 + number(PROPOSAL, id + "-build", name)),
                        "year"));
                rows.add(assumption(id + "-delay", name, 0, 0, "years"));
            });
        }
        return with(PROPOSAL, rows)
                .supposing(DatasetTables.DEMAND, demand().collect(toImmutableList()))
                .supposing(
                        DatasetTables.BALANCES,
                        ImmutableList.of(new MarketBalance(
                                "ndpr",
                                "refined",
                                "NdPr",
                                "Total",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())))
                .supposing(
                        DatasetTables.SCENARIOS,
                        PROPOSAL.outlook().scenarios().stream()
                                .map(one -> new Scenario(
                                        one.name(),
                                        one.description(),
                                        Optional.of(one.name()),
                                        one.demandPath(),
                                        one.reason(),
                                        one.sources()))
                                .collect(toImmutableList()))
                .supposing(
                        DatasetTables.LIMITS,
                        PROPOSAL.outlook().limits().stream()
                                .map(limit -> limit.place().name().equals("China") ? growing(limit) : limit)
                                .collect(toImmutableList()))
                .supposing(
                        DatasetTables.PIPELINE,
                        PROPOSAL.outlook().pipeline().stream()
                                .map(SupplyStackTest::losing)
                                .collect(toImmutableList()));
    }

    private static Dataset with(Dataset dataset, List<Assumption> rows) {
        List<String> ids = rows.stream().map(Assumption::id).toList();
        return dataset.supposing(
                DatasetTables.ASSUMPTIONS,
                Stream.concat(dataset.assumptions().stream().filter(row -> !ids.contains(row.id())), rows.stream())
                        .collect(toImmutableList()));
    }

    private static Limit growing(Limit limit) {
        return new Limit(
                limit.measure(),
                limit.place(),
                limit.kind(),
                Limit.Path.GROWTH,
                limit.start(),
                Optional.of("china-growth"),
                Optional.of(Period.year(2035)),
                limit.phasing(),
                limit.use(),
                limit.note(),
                limit.sources());
    }

    private static PipelineLine losing(PipelineLine line) {
        return new PipelineLine(
                line.id(),
                line.project(),
                line.measure(),
                line.counts(),
                line.capacity(),
                line.runs(),
                line.outlet(),
                line.content(),
                line.pool(),
                line.scrap(),
                line.coming(),
                line.speed(),
                Optional.of("loss"),
                line.note(),
                line.sources());
    }

    // ---------------------------------------------------------------- stacks

    /** Prices by scenario before they are set to those that are printed; what is likely moves none. */
    private static final Map<String, IncentivePrices> BEFORE = new HashMap<>();

    private static IncentivePrices prices(Dataset dataset, String scenario) {
        Analyses analyses = Analyses.of(dataset);
        return IncentivePrices.of(ValueStudy.of(
                        dataset, ForecastStudy.of(dataset, scenario), analyses.studies(), analyses.comps()))
                .orElseThrow();
    }

    /** The stack of a scenario whose projects stand at the prices that are printed. */
    private static SupplyStack stack(
            String scenario, boolean weighted, Map<String, Double> printed, List<Model> model) {
        Dataset dataset = lists(weighted);
        IncentivePrices before = BEFORE.computeIfAbsent(scenario, name -> prices(dataset, name));
        List<Assumption> rows = new ArrayList<>();
        for (ProjectCash project : before.projects()) {
            String id = project.valued().line();
            double price =
                    before.model().value(before.beforeTax(project)).number().orElseThrow();
            double more = price - printed.get(project.valued().name());
            rows.add(assumption(
                    id + "-ebitda",
                    "Base",
                    0,
                    number(dataset, id + "-ebitda", "Base") + more * number(dataset, id + "-volume", "Base"),
                    "2026 USD mn"));
        }
        IncentivePrices prices = prices(with(dataset, rows), scenario);
        model.add(prices.model());
        assertThat(prices.stacks()).hasSize(1);
        return prices.stacks().get(0);
    }

    private static List<NamedCsvRecord> expected() {
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(Path.of("src/test/resources/value-expected", "stack.csv"))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void isPrinted(Values values, Key ours, NamedCsvRecord row, String column) {
        double printed = Double.parseDouble(row.getField(column));
        assertThat(values.number(ours).orElseThrow())
                .as("%s of %s", column, row)
                .isCloseTo(printed, within(Math.abs(printed) * DIGITS + 1e-12));
    }

    static Stream<List<String>> runs() {
        return Stream.of("yes", "no").flatMap(weighted -> SCENARIOS.stream().map(name -> List.of(name, weighted)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void it_is_what_the_proposal_prints(List<String> run) {
        List<NamedCsvRecord> rows = expected().stream()
                .filter(row -> row.getField("scenario").equals(run.get(0))
                        && row.getField("risked").equals(run.get(1)))
                .toList();
        Map<String, Double> printed = new HashMap<>();
        rows.stream()
                .filter(row -> !row.getField("project").equals("SUMMARY"))
                .forEach(row ->
                        printed.put(row.getField("project"), Double.valueOf(row.getField("incentive_post_tax_15"))));
        printed.putIfAbsent("Wicheeda", 132.0223453);
        List<Model> model = new ArrayList<>();
        boolean weighted = run.get(1).equals("yes");
        SupplyStack stack = stack(run.get(0), weighted, printed, model);
        Counted counted = weighted ? Counted.WEIGHTED : Counted.IF_ALL_COME;
        Values values = model.get(0).values();
        assertThat(stack.unpriced()).isEmpty();
        for (NamedCsvRecord row : rows) {
            Period year = Period.year(Integer.parseInt(row.getField("year")));
            isPrinted(values, stack.call(year), row, "call_on_new_kt");
            if (row.getField("project").equals("SUMMARY")) {
                isPrinted(values, stack.priced(year, counted), row, "cumulative_kt");
                summary(stack, year, counted, values, row);
            } else {
                String name = LINES.getOrDefault(row.getField("project"), row.getField("project"));
                int place = stack.places().stream()
                        .filter(one -> values.of(stack.name(one)).plain().equals(name))
                        .findFirst()
                        .orElseThrow();
                isPrinted(values, stack.price(place), row, "incentive_post_tax_15");
                isPrinted(values, stack.cumulated(place, year, counted), row, "cumulative_kt");
            }
        }
        assertThat(rows).hasSizeGreaterThan(60);
    }

    private static void summary(SupplyStack stack, Period year, Counted counted, Values values, NamedCsvRecord row) {
        String state = row.getField("state");
        Value met = values.of(stack.metAt(year, counted));
        double missing = values.number(stack.shortBy(year, counted)).orElseThrow();
        if (state.startsWith("stack exhausted")) {
            assertThat(met.plain()).isEqualTo(SupplyStack.NOT_MET);
            assertThat(missing).isCloseTo(Double.parseDouble(state.split(" ")[4]), within(5e-4));
        } else {
            isPrinted(values, stack.metAt(year, counted), row, "incentive_post_tax_15");
            assertThat(missing).isZero();
        }
    }

    // ---------------------------------------------------------------- what is typed

    private static final Map<String, Double> AS_PRINTED = Map.of(
            "White Mesa phase 2", 48.2982289,
            "Ngualla", 53.13535476,
            "Colossus", 54.34958403,
            "Caldeira", 81.83324514,
            "Yangibana", 88.85086547,
            "Eneabba refinery", 89.04598867,
            "Nolans", 103.1211449,
            "Wicheeda", 132.0223453);

    private static List<String> names(SupplyStack stack, Values values) {
        return stack.places().stream()
                .map(place -> values.of(stack.name(place)).plain())
                .toList();
    }

    @Test
    void another_price_is_another_place_and_tonnes_without_a_price_stand_beside() {
        List<Model> models = new ArrayList<>();
        SupplyStack stack = stack("Base", true, AS_PRINTED, models);
        Model model = models.get(0);
        Period year = Period.year(2035);
        Key cost = key(model, "mp-cost");
        Values dear = model.valuesWith(Map.of(cost, Value.of(95)));
        Values unknown = model.valuesWith(Map.of(cost, Value.missing("not known")));
        double all = model.values().number(stack.priced(year, Counted.WEIGHTED)).orElseThrow();

        assertThat(names(stack, model.values()))
                .startsWith("Mountain Pass", "Lynas")
                .endsWith("Nolans", "Wicheeda");
        assertThat(names(stack, dear)).startsWith("Lynas").endsWith("Mountain Pass", "Nolans", "Wicheeda");
        assertThat(dear.number(stack.priced(year, Counted.WEIGHTED)).orElseThrow())
                .isCloseTo(all, within(1e-9));
        assertThat(names(stack, unknown)).doesNotContain("Mountain Pass").endsWith("Wicheeda", "–");
        assertThat(unknown.number(stack.priced(year, Counted.WEIGHTED)).orElseThrow()
                        + unknown.number(stack.unpriced(year, Counted.WEIGHTED)).orElseThrow())
                .isCloseTo(all, within(1e-9));
        assertThat(unknown.number(stack.unpriced(year, Counted.WEIGHTED)).orElseThrow())
                .isGreaterThan(4);
    }

    private static Key key(Model model, String id) {
        return model.contents().keySet().stream()
                .filter(key -> key.toString().contains(id)
                        && key.in().equals(Case.of("Base"))
                        && model.content(key).isInput())
                .findFirst()
                .orElseThrow();
    }
}

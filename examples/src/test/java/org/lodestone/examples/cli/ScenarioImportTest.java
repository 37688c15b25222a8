package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.time.Period;
import org.lodestone.examples.cli.Cli.Result;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;

class ScenarioImportTest {

    private static final ImmutableList<String> GROWTH = ImmutableList.of("assumption", "indonesia-growth", "", "Base");
    private static final ImmutableList<String> GROWTH_IN_TIGHT =
            ImmutableList.of("assumption", "indonesia-growth", "", "Tight");
    private static final ImmutableList<String> DEMAND =
            ImmutableList.of("assumption", "demand-against-outlook", "", "Base");
    private static final ImmutableList<String> CASE_IN_TIGHT =
            ImmutableList.of("scenario: demand: case", "", "", "Tight");
    private static final ImmutableList<String> CHANCE =
            ImmutableList.of("assumption", "pomalaa-probability", "", "Base");
    private static final ImmutableList<String> CHINA = ImmutableList.of("mine-production", "China", "2024", "MCS2026");
    private static final ImmutableList<String> SELECTOR = ImmutableList.of("scenario", "", "", "");

    private static final CobaltPack PACK = CobaltPack.made();

    /** The cell of each input, by what, of what, when and in which case. */
    private static final Map<ImmutableList<String>, CellReference> INPUTS = new HashMap<>();

    @TempDir
    Path folder;

    private Path dataset;

    @BeforeAll
    static void find_inputs() throws IOException {
        try (XSSFWorkbook book = CobaltPack.open(PACK.file())) {
            for (Row row : book.getSheet("Imprint")) {
                if (row.getRowNum() > 0 && row.getCell(1) != null) {
                    INPUTS.put(
                            IntStream.rangeClosed(1, 4)
                                    .mapToObj(column -> row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK)
                                            .getStringCellValue())
                                    .collect(toImmutableList()),
                            new CellReference(row.getCell(6).getCellFormula().replaceAll("^ROWS\\((.*)\\)$", "$1")));
                }
            }
        }
    }

    @BeforeEach
    void copy() throws IOException {
        dataset = Cli.copyOf("cobalt", folder);
    }

    @Test
    void assumptions_that_were_typed_over_become_a_scenario() throws IOException {
        Path typed = typed(Map.of(DEMAND, 95.0, CHINA, 2100.0));
        String before = Files.readString(dataset.resolve("assumptions.csv"));

        Result result = importing(typed, "More demand");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("'typed.xlsx' was made from cobalt@MCS2026; the scenario chosen in it is Base.\n"
                        + "Taken into the scenario:\n")
                .containsPattern("Scenarios!\\w+ +Demand of 2030.*, %: Base +92 +95\n")
                .containsPattern(
                        "Figures, which are not part of a scenario:\n.*\n.*\n  Editions!\\w+ +Mine production, China, 2024, MCS2026 +2000 +2100\n")
                .endsWith("Wrote scenarios.csv, assumptions.csv of cobalt: 1 assumption.\n");
        Dataset whole = Datasets.read(dataset).orElseThrow();
        Scenario scenario = whole.outlook().scenarios().get(4);
        assertThat(scenario.name()).isEqualTo("More demand");
        assertThat(scenario.demandCase()).contains("STEPS");
        assertThat(scenario.description()).startsWith("Base, as it was changed in a pack: Demand of 2030");
        assertThat(whole.assumptions().stream().filter(one -> one.scenario().equals("More demand")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo("demand-against-outlook");
                    assertThat(one.value().printed()).isEqualTo("95");
                    assertThat(one.origin()).isEqualTo(Assumption.Origin.ASSUMED);
                    assertThat(one.reason()).matches("Typed into Scenarios!\\w+ of typed.xlsx, in place of 92\\.");
                });
        assertThat(Files.readString(dataset.resolve("assumptions.csv"))).startsWith(before);
        assertThat(Cli.run("forecast", dataset.toString(), "--scenario", "More demand")
                        .code())
                .isZero();
    }

    @Test
    void a_scenario_is_what_the_pack_shows_with_the_one_that_is_chosen() throws IOException {
        // Tight has a demand of its own, and leaves nothing that was typed to Base
        Path typed = typed(
                Map.of(SELECTOR, "tight", GROWTH, 3.5, DEMAND, 80.0, GROWTH_IN_TIGHT, -1.0, CASE_IN_TIGHT, "APS"));

        Result result = importing(typed, "Tighter");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("the scenario chosen in it is Tight.")
                .containsPattern(
                        "Assumptions that are not part of the scenario:\n.*\n.*\n(.*\n)?.*: Base +10 +3\\.5\n");
        Dataset whole = Datasets.read(dataset).orElseThrow();
        assertThat(values(whole, "Tighter"))
                .containsEntry("indonesia-growth", "-1")
                .containsAllEntriesOf(without(values(whole, "Tight"), "indonesia-growth"))
                .hasSameSizeAs(values(whole, "Tight"));
        assertThat(whole.outlook().scenarios())
                .filteredOn(scenario -> scenario.name().equals("Tighter"))
                .singleElement()
                .satisfies(scenario -> assertThat(scenario.demandCase()).contains("APS"));
    }

    @Test
    void levers_become_a_scenario_that_shows_what_the_pack_showed() throws IOException {
        Map<ImmutableList<String>, Object> edits = Map.of(
                SELECTOR,
                "Tight",
                lever("indonesia-growth", ""),
                1.5,
                lever("indonesia-growth", "2027"),
                4.0,
                lever("congo-export-limit", ""),
                110.0,
                lever("pomalaa-delay", ""),
                0.0,
                lever("congo-stock", ""),
                400.0,
                lever("case of demand", ""),
                "nze");

        Result result = importing(typed(edits), "More overseas");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsPattern("Control!\\w+ +Indonesia: growth of running plants, 2027, %/yr +4\n")
                .containsPattern(
                        "Assumptions that are not part of the scenario:\n.*\n.*\n +Control!\\w+ +DR Congo: stock let out, kt Co/yr +400\n");
        Dataset whole = Datasets.read(dataset).orElseThrow();
        assertThat(whole.assumptions().stream()
                        .filter(one -> one.scenario().equals("More overseas"))
                        .filter(one -> one.origin() == Assumption.Origin.ASSUMED
                                && one.reason().startsWith("Typed into Control!")))
                .extracting(
                        one -> one.id() + " " + one.year().map(Period::toString).orElse("all years") + " "
                                + one.value().printed())
                .containsExactlyInAnyOrder(
                        "indonesia-growth all years 1.5",
                        "indonesia-growth 2027 4",
                        "congo-export-limit all years 110",
                        "pomalaa-delay all years 0");
        assertThat(shown(whole, "More overseas", Map.of())).isEqualTo(shown(whole, "Base", edits));
    }

    @Test
    void a_weight_that_is_typed_becomes_that_of_the_screen_beside_the_scenario() throws IOException {
        List<String> before = Files.readAllLines(dataset.resolve("screen.json"));
        Path typed = typed(Map.of(
                lever("indonesia-growth", "2027"),
                4.0,
                weight("free-share"),
                0.0,
                weight("weight"),
                0.25,
                weight("free-tonnes"),
                -1.0));

        Result result = importing(typed, "Slow Indonesia");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .containsPattern(
                        "Taken as weights of the screen, in every scenario:\n.*\n.*\n +Control!\\w+ +Weight, Output free to ship +0\n")
                .containsPattern(
                        "Assumptions that are not part of the scenario:\n.*\n.*\n +Control!\\w+ +Weight, Cobalt free to ship +-1\n")
                .contains("Wrote scenarios.csv, assumptions.csv, screen.json")
                .contains("1 assumption and 2 weights.");
        assertThat(weights(dataset)).isEqualTo(Map.of("free-share", 0.0, "free-tonnes", 0.4, "weight", 0.25));
        List<String> after = Files.readAllLines(dataset.resolve("screen.json"));
        assertThat(after).as("all else stands as it was").hasSameSizeAs(before);
        assertThat(IntStream.range(0, after.size())
                        .filter(line -> !after.get(line).equals(before.get(line))))
                .hasSize(2);
    }

    @Test
    void weights_alone_make_no_scenario() throws IOException {
        Result result = importing(typed(Map.of(weight("free-tonnes"), 0.6)), "Tonnes first");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("'Tonnes first' is not made")
                .contains("Wrote screen.json")
                .contains("1 weight.");
        assertThat(weights(dataset)).containsEntry("free-tonnes", 0.6);
        assertThat(Datasets.read(dataset).orElseThrow().outlook().scenarios())
                .noneMatch(scenario -> scenario.name().equals("Tonnes first"));
    }

    private static ImmutableList<String> weight(String criterion) {
        return ImmutableList.of("screen: weight typed", criterion, "", "");
    }

    private static Map<String, Double> weights(Path folder) throws IOException {
        return Datasets.read(folder).orElseThrow().screen().orElseThrow().criteria().stream()
                .collect(toImmutableMap(Criterion::name, Criterion::weight));
    }

    /** The headlines of a forecast, with inputs typed over as in a pack. */
    private static List<String> shown(Dataset dataset, String scenario, Map<ImmutableList<String>, Object> edits) {
        ForecastStudy study = ForecastStudy.of(dataset, scenario).orElseThrow();
        Map<Key, Value> typed = new HashMap<>();
        for (Key key : study.model().contents().keySet()) {
            Object value = edits.get(ImmutableList.of(
                    key.what().id(),
                    key.of().id(),
                    key.when().toString(),
                    key.in().name()));
            if (value != null) {
                typed.put(key, value instanceof Double number ? Value.of(number) : Value.of(value.toString()));
            }
        }
        assertThat(typed).hasSameSizeAs(edits);
        Values values = study.model().valuesWith(typed);
        return study.chosen().headlines().stream()
                .map(one -> one.name() + ": " + values.of(one.key()))
                .toList();
    }

    private static ImmutableList<String> lever(String of, String year) {
        return ImmutableList.of("lever: typed", of, year, "");
    }

    @Test
    void a_dry_run_writes_nothing() throws IOException {
        Path typed = typed(Map.of(GROWTH, 3.5));

        Result result = Cli.run(
                "import",
                typed.toString(),
                "--as",
                "scenario",
                "--name",
                "A",
                "--into",
                dataset.toString(),
                "--dry-run");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .endsWith("Dry run, nothing was written. It would change scenarios.csv, assumptions.csv.\n");
        assertThat(dataset.resolve("scenarios.csv"))
                .hasSameBinaryContentAs(Path.of("examples/data/cobalt/scenarios.csv"));
    }

    @Test
    void a_value_that_the_dataset_would_refuse_is_not_written() throws IOException {
        Path typed = typed(Map.of(GROWTH, "3,5"));

        Result result = importing(typed, "A");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .matches("Scenarios!\\w+ of typed.xlsx: Indonesia: growth of running plants.*: '3,5' is not a number\\."
                        + " Maybe a comma was typed for the decimal point\\.\n");
    }

    @Test
    void a_scenario_with_problems_is_not_written() throws IOException {
        Path typed = typed(Map.of(CHANCE, 250.0));

        Result result = importing(typed, "A");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .matches("typed\\.xlsx, Scenarios!\\w+: .*250.*\nNothing was made\\. To fix first: 1 problem\\.\n");
        assertThat(dataset.resolve("scenarios.csv"))
                .hasSameBinaryContentAs(Path.of("examples/data/cobalt/scenarios.csv"));
    }

    @Test
    void a_value_below_zero_is_refused_with_its_cell() throws IOException {
        Path typed = typed(Map.of(GROWTH, 3.5, CHANCE, -1.0));

        Result result = importing(typed, "A");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .matches("typed\\.xlsx, Scenarios!\\w+: .*-1.*\nNothing was made\\. To fix first: 1 problem\\.\n");
    }

    @Test
    void a_damaged_or_uncalculated_pack_is_no_fault_of_the_program() throws IOException {
        Path file = PACK.typed(Map.of(new CellReference("Imprint!A2"), "assumtion"), folder.resolve("damaged.xlsx"));

        Result result = importing(file, "A");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(
                        "'damaged.xlsx': its hidden sheet Imprint, by which changes are found, is damaged in row 2"
                                + " ('assumtion' is not a kind of value). Make the pack again, and type the changes into that.\n");
    }

    @Test
    void a_pack_in_which_nothing_was_changed_makes_no_scenario_and_the_exit_code_tells_it() throws IOException {
        Result result = importing(PACK.file(), "A");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .endsWith("Nothing was written: no assumption of the scenario that is chosen in the pack, 'Base', was"
                        + " changed, so that there is nothing to make 'A' of.\n");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void what_cannot_become_a_scenario_is_refused_with_a_remedy() throws IOException {
        Path pack = PACK.file();

        assertThat(importing(pack, "weak demand").err()).startsWith("'Weak demand' is a scenario of cobalt already.");
        assertThat(Cli.run("import", pack.toString(), "--as", "scenario", "--into", dataset.toString())
                        .err())
                .isEqualTo("A scenario needs a name. Give one with --name.\n");
        assertThat(Cli.run("import", pack.toString(), "--as", "scenario", "--name", "A", "--into", dataset + "@MCS2024")
                        .err())
                .isEqualTo(
                        "'pack.xlsx' was made from cobalt@MCS2026, and --into names cobalt@MCS2024. Name that edition"
                                + " behind --into: cobalt@MCS2026.\n");
        assertThat(Cli.run("import", "nowhere.xlsx", "--as", "scenario", "--name", "A", "--into", dataset.toString()))
                .isEqualTo(new Result(2, "", "'nowhere.xlsx' is not a file. Check the path.\n"));
        assertThat(Cli.run("import", pack.toString(), "--as", "scnario", "--into", dataset.toString())
                        .code())
                .isEqualTo(2);
        assertThat(Cli.run("import", pack.toString(), "--as", "scenario", "--source", "a", "--into", dataset.toString())
                        .err())
                .isEqualTo("--source is for facts. Leave it out.\n");
        assertThat(Cli.run("import", pack.toString(), "--as", "wind", "--name", "a", "--into", dataset.toString())
                        .err())
                .isEqualTo("--name is for a scenario. Leave it out.\n");
    }

    private Result importing(Path file, String name) {
        return Cli.run("import", file.toString(), "--as", "scenario", "--name", name, "--into", dataset.toString());
    }

    private static Map<String, String> values(Dataset dataset, String scenario) {
        return dataset.assumptions().stream()
                .filter(one -> one.scenario().equals(scenario))
                .collect(Collectors.toMap(
                        one -> one.id()
                                + one.year().map(year -> " " + year).orElse("")
                                + (one.step() == 0 ? "" : " " + one.step()),
                        one -> one.value().printed()));
    }

    private static Map<String, String> without(Map<String, String> values, String id) {
        values.remove(id);
        return values;
    }

    /** The pack with some inputs typed over. */
    private Path typed(Map<ImmutableList<String>, Object> values) throws IOException {
        Map<CellReference, Object> cells = new HashMap<>();
        values.forEach((input, value) -> {
            assertThat(INPUTS).containsKey(input);
            cells.put(INPUTS.get(input), value);
        });
        return PACK.typed(cells, folder.resolve("typed.xlsx"));
    }
}

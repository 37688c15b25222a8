package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.research.Assumption;
import org.lodestone.examples.cli.Cli.Result;

class ScenarioImportTest {

    private static final String[] GROWTH = {"assumption", "mining-quota-growth", "", "Base"};
    private static final String[] GROWTH_IN_TIGHT = {"assumption", "mining-quota-growth", "", "Tight"};
    private static final String[] SEPARATION = {"assumption", "separation-quota-growth", "", "Base"};
    private static final String[] CHINA = {"mine-production", "China", "2024", "MCS2025"};
    private static final String[] SELECTOR = {"scenario", "", "", ""};

    @TempDir
    static Path packs;

    private static Path pack;

    @TempDir
    Path folder;

    private Path dataset;

    @BeforeAll
    static void make_the_pack() {
        pack = packs.resolve("pack.xlsx");
        assertThat(Cli.run("pack", "rare-earths", "-o", pack.toString()).code()).isZero();
    }

    @BeforeEach
    void copy() throws IOException {
        dataset = Cli.copyOfRareEarths(folder);
    }

    @Test
    void assumptions_that_were_typed_over_become_a_scenario() throws IOException {
        Path typed = typed(Map.of(GROWTH, 3.5, CHINA, 280000.0));
        String before = Files.readString(dataset.resolve("assumptions.csv"));

        Result result = importing(typed, "More quota");

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        assertThat(result.out())
                .startsWith("'typed.xlsx' was made from rare-earths@MCS2025; the scenario chosen in it is Base.\n"
                        + "Taken into the scenario:\n")
                .containsPattern("Scenarios!\\w+ +Growth of the mining quota.*, %/yr: Base +2\\.3 +3\\.5\n")
                .containsPattern(
                        "Figures, which no scenario holds:\n.*\n.*\n  Production!\\w+ +Mine production, China, 2024, MCS2025 +270000 +280000\n")
                .endsWith("Wrote scenarios.csv, assumptions.csv of rare-earths: 1 assumption.\n");
        Dataset whole = DatasetReader.read(dataset).orElseThrow();
        Scenario scenario = whole.outlook().scenarios().get(3);
        assertThat(scenario.name()).isEqualTo("More quota");
        assertThat(scenario.demandCase()).contains("STEPS");
        assertThat(scenario.description()).startsWith("Base, as it was changed in a pack: Growth of the mining quota");
        assertThat(whole.assumptions().stream().filter(one -> one.scenario().equals("More quota")))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.id()).isEqualTo("mining-quota-growth");
                    assertThat(one.value().printed()).isEqualTo("3.5");
                    assertThat(one.origin()).isEqualTo(Assumption.Origin.ASSUMED);
                    assertThat(one.reason()).matches("Typed into Scenarios!\\w+ of typed.xlsx, in place of 2.3\\.");
                });
        assertThat(Files.readString(dataset.resolve("assumptions.csv"))).startsWith(before);
        assertThat(Cli.run("forecast", dataset.toString(), "--scenario", "More quota")
                        .code())
                .isZero();
    }

    @Test
    void a_scenario_is_what_the_pack_shows_with_the_one_that_is_chosen() throws IOException {
        // Tight has a quota of its own, and leaves nothing else that was typed to Base
        Path typed = typed(Map.of(SELECTOR, "tight", GROWTH, 3.5, SEPARATION, 9.0, GROWTH_IN_TIGHT, -1.0));

        Result result = importing(typed, "Tighter");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("the scenario chosen in it is Tight.")
                .containsPattern("Assumptions that are no part of it:\n.*\n.*\n(.*\n)?.*: Base +2\\.3 +3\\.5\n");
        Dataset whole = DatasetReader.read(dataset).orElseThrow();
        assertThat(values(whole, "Tighter"))
                .containsEntry("mining-quota-growth", "-1")
                .containsAllEntriesOf(without(values(whole, "Tight"), "mining-quota-growth"))
                .hasSameSizeAs(values(whole, "Tight"));
        assertThat(whole.outlook().scenarios())
                .filteredOn(scenario -> scenario.name().equals("Tighter"))
                .singleElement()
                .satisfies(scenario -> assertThat(scenario.demandCase()).contains("APS"));
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
                .endsWith("Nothing was written, as asked for. It would change scenarios.csv, assumptions.csv.\n");
        assertThat(dataset.resolve("scenarios.csv"))
                .hasSameBinaryContentAs(Path.of("examples/data/rare-earths/scenarios.csv"));
    }

    @Test
    void a_value_that_the_dataset_would_refuse_is_not_written() throws IOException {
        Path typed = typed(Map.of(GROWTH, "3,5"));

        Result result = importing(typed, "A");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .matches("Scenarios!\\w+ of typed.xlsx: Growth of the mining quota.*: '3,5' is not a number\\."
                        + " Maybe a comma was typed for the decimal point\\.\n");
    }

    @Test
    void a_scenario_with_problems_is_not_written() throws IOException {
        Path typed = typed(Map.of(new String[] {"assumption", "disruption", "", "Base"}, 250.0));

        Result result = importing(typed, "A");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .matches("typed\\.xlsx, Scenarios!\\w+: .*250.*\nNothing was made\\. To fix first: 1 problem\\.\n");
        assertThat(dataset.resolve("scenarios.csv"))
                .hasSameBinaryContentAs(Path.of("examples/data/rare-earths/scenarios.csv"));
    }

    @Test
    void a_value_below_zero_is_refused_with_its_cell() throws IOException {
        Path typed = typed(Map.of(GROWTH, 3.5, new String[] {"assumption", "disruption", "", "Base"}, -1.0));

        Result result = importing(typed, "A");

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .matches("typed\\.xlsx, Scenarios!\\w+: .*-1.*\nNothing was made\\. To fix first: 1 problem\\.\n");
    }

    @Test
    void a_damaged_or_uncalculated_pack_is_no_fault_of_the_program() throws IOException {
        Path file = folder.resolve("damaged.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(pack));
                var out = Files.newOutputStream(file)) {
            book.getSheet("Imprint").getRow(1).getCell(0).setCellValue("assumtion");
            book.write(out);
        }

        Result result = importing(file, "A");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err())
                .isEqualTo(
                        "'damaged.xlsx': its hidden sheet Imprint, by which changes are found, is damaged in row 2"
                                + " ('assumtion' is not a kind of value). Make the pack anew, and type the changes into that.\n");
    }

    @Test
    void what_cannot_become_a_scenario_is_refused_with_a_remedy() throws IOException {
        assertThat(importing(pack, "A").err())
                .endsWith(
                        "No assumption of the scenario that is chosen in the pack, 'Base', was changed: there is nothing"
                                + " to make 'A' of.\n");
        assertThat(importing(pack, "tight").err()).startsWith("'Tight' is a scenario of rare-earths already.");
        assertThat(Cli.run("import", pack.toString(), "--as", "scenario", "--into", dataset.toString())
                        .err())
                .isEqualTo("A scenario needs a name. Give one with --name.\n");
        assertThat(Cli.run("import", pack.toString(), "--as", "scenario", "--name", "A", "--into", dataset + "@MCS2026")
                        .err())
                .isEqualTo(
                        "'pack.xlsx' was made from rare-earths@MCS2025, and --into names rare-earths@MCS2026. Name that"
                                + " edition behind --into: rare-earths@MCS2025.\n");
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
                        one -> one.id() + (one.step() == 0 ? "" : " " + one.step()),
                        one -> one.value().printed()));
    }

    private static Map<String, String> without(Map<String, String> values, String id) {
        values.remove(id);
        return values;
    }

    /** The pack with some inputs typed over, each named by what, of what, when and in which case. */
    private Path typed(Map<String[], Object> values) throws IOException {
        Path file = folder.resolve("typed.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook(Files.newInputStream(pack))) {
            values.forEach((key, value) -> {
                Cell cell = cell(book, key);
                if (value instanceof Double number) {
                    cell.setCellValue(number);
                } else {
                    cell.setCellValue(value.toString());
                }
            });
            try (var out = Files.newOutputStream(file)) {
                book.write(out);
            }
        }
        return file;
    }

    private static Cell cell(XSSFWorkbook book, String[] key) {
        for (Row row : book.getSheet("Imprint")) {
            boolean same = row.getRowNum() > 0 && row.getCell(1) != null;
            for (int i = 0; i < key.length && same; i++) {
                same = row.getCell(i + 1).getStringCellValue().equals(key[i]);
            }
            if (same) {
                CellReference place = new CellReference(row.getCell(6).getCellFormula());
                return book.getSheet(place.getSheetName())
                        .getRow(place.getRow())
                        .getCell(place.getCol());
            }
        }
        throw new AssertionError("The pack has no " + String.join(", ", key));
    }
}

package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.examples.cli.Cli.Result;

class PackCommandTest {

    private static final CobaltPack PACK = CobaltPack.made();

    @TempDir
    Path folder;

    private Path brokenRareEarths() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(copy.resolve("figures.csv"), ",45000,", ",450O0,");
        return copy;
    }

    private static byte[] pack(String dataset, Path file) throws IOException {
        assertThat(Cli.run("pack", dataset, "-o", file.toString()).code()).isZero();
        return Files.readAllBytes(file);
    }

    private void assertNothingElseIsThere(Path... expected) throws IOException {
        assertNothingElseIsIn(folder, expected);
    }

    private static void assertNothingElseIsIn(Path folder, Path... expected) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(expected);
        }
    }

    @Test
    void a_pack_is_written_and_its_checks_are_counted() throws IOException {
        Result result = PACK.result();

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).matches("Wrote \\S+pack.xlsx: \\d+ sheets, \\d+ of \\d+ checks hold\\.\n");
        assertThat(result.code()).isZero();
        assertNothingElseIsIn(PACK.file().resolveSibling(""), PACK.file());
        try (XSSFWorkbook workbook = CobaltPack.open(PACK.file())) {
            assertThat(workbook.getSheet("Editions")).isNotNull();
            // the last day of 2026-11, in which the figures were gathered
            assertThat(workbook.getProperties().getCoreProperties().getCreated().toInstant())
                    .hasToString(LocalDate.of(2026, 11, 30) + "T00:00:00Z");
        }
    }

    @Test
    void a_check_that_does_not_hold_is_named_in_a_line() throws IOException {
        Path copy = Cli.copyOf("cobalt", folder);
        // MCS 2024 prints 230,000
        Cli.replace(copy.resolve("figures.csv"), "World,2023,,MCS2024,,230000,", "World,2023,,MCS2024,,330000,");

        Result result = Cli.run(
                "pack", copy.toString(), "-o", folder.resolve("pack.xlsx").toString());

        assertThat(result.out())
                .matches("Wrote .*: \\d+ sheets, 55 of 56 checks hold\\.\n"
                        + "In doubt: Rows sum to the printed total, but for rounding of both: Mine production 2023,"
                        + " MCS 2024 \\(missed\\)\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void its_help_says_which_of_two_a_name_means_and_how_it_ends() {
        assertThat(Cli.run("pack", "--help").out())
                .contains("Where both have a name, the bundled one is meant, and the folder by its path")
                .contains("Exit codes:", "  2     the command was used wrongly");
    }

    @Test
    void another_edition_gives_another_pack() throws IOException {
        byte[] usual = pack("germanium", folder.resolve("usual.xlsx"));

        assertThat(pack("germanium@MCS2024", folder.resolve("pack.xlsx"))).isNotEqualTo(usual);
    }

    /** The names of the sheets that are seen. */
    private static List<String> seen(XSSFWorkbook workbook) {
        return IntStream.range(0, workbook.getNumberOfSheets())
                .filter(sheet -> workbook.getSheetVisibility(sheet) == SheetVisibility.VISIBLE)
                .mapToObj(workbook::getSheetName)
                .toList();
    }

    @Test
    void of_a_pack_for_a_client_there_are_the_pages_with_scenarios_editions_and_sources() throws IOException {
        Path file = folder.resolve("client.xlsx");

        Result result = Cli.run("pack", "cobalt", "-o", file.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        try (XSSFWorkbook workbook = CobaltPack.open(file)) {
            assertThat(seen(workbook)).contains("Scenarios", "Editions", "Checks", "Sources");
            assertThat(workbook.getSheet("Supply")).isNull();
            assertThat(result.out())
                    .matches("Wrote \\S+client.xlsx: " + seen(workbook).size()
                            + " sheets, \\d+ of \\d+ checks hold\\.\n");
        }
    }

    @Test
    void a_client_is_sent_all_sheets_or_the_core() {
        Result result = Cli.run("pack", "lithium", "--sheets", "pages");

        assertThat(result.err()).startsWith("'pages' is not a value of --sheets. Use one of: core, all.");
        assertThat(result.code()).isEqualTo(Lodestone.WRONG_USE);
    }

    @Test
    void a_theme_beside_the_data_or_one_that_is_named_gives_the_pack_the_look_of_a_house() throws IOException {
        Path copy = Cli.copyOf("germanium", folder);
        Path named = Files.writeString(folder.resolve("river.json"), "{\"house\": \"River Research\"}");
        Files.writeString(copy.resolve("theme.json"), "{\"house\": \"Harbour Research\"}");
        Path file = folder.resolve("pack.xlsx");

        assertThat(Cli.run("pack", copy.toString(), "-o", file.toString()).code())
                .isZero();
        assertThat(house(file)).isEqualTo("Harbour Research");
        assertThat(Cli.run("pack", copy.toString(), "--theme", named.toString(), "-o", file.toString())
                        .code())
                .isZero();
        assertThat(house(file)).isEqualTo("River Research");
    }

    private static String house(Path pack) throws IOException {
        try (XSSFWorkbook workbook = CobaltPack.open(pack)) {
            return workbook.getProperties().getExtendedProperties().getCompany();
        }
    }

    @Test
    void with_a_theme_that_has_problems_there_is_no_pack() throws IOException {
        Path theme = Files.writeString(folder.resolve("theme.json"), "{\"colors\": {}}");
        Path file = folder.resolve("pack.xlsx");

        Result wrong = Cli.run("pack", "lithium", "--theme", theme.toString(), "-o", file.toString());
        Result missing = Cli.run("pack", "lithium", "--theme", "gone.json", "-o", file.toString());

        assertThat(wrong.err())
                .isEqualTo("theme.json:1: colors: is not a field of a theme. Did you mean 'colours'?\n"
                        + "Nothing was made. To fix first: 1 problem.\n");
        assertThat(wrong.code()).isEqualTo(Lodestone.PROBLEMS);
        assertThat(missing.err())
                .isEqualTo("The theme 'gone.json' is not a file. Check its path, or leave --theme out.\n");
        assertThat(missing.code()).isEqualTo(Lodestone.WRONG_USE);
        assertNothingElseIsThere(theme);
    }

    @Test
    void a_pack_since_another_edition_says_early_what_changed() throws IOException {
        Path file = folder.resolve("pack.xlsx");

        Result result = Cli.run("pack", "gallium@MCS2026", "--since", "gallium@MCS2024", "-o", file.toString());

        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
        try (XSSFWorkbook workbook = CobaltPack.open(file)) {
            assertThat(workbook.getSheetName(0)).isEqualTo("Front");
            assertThat(workbook.getSheetName(1)).isEqualTo("Control");
            assertThat(workbook.getSheetName(2)).isEqualTo("What changed");
        }
    }

    @Test
    void a_universe_has_nothing_it_could_be_compared_with() {
        Result result = Cli.run("pack", "my-universe.json", "--since", "rare-earths");

        assertThat(result.err()).contains("--since compares datasets, and a table of companies is none. Leave it out.");
        assertThat(result.code()).isEqualTo(Lodestone.WRONG_USE);
    }

    /** The text in the cell in which a reader picks a scenario. */
    private static String chosen(Path file) throws IOException {
        try (XSSFWorkbook workbook = CobaltPack.open(file)) {
            CellReference cell = new CellReference(workbook.getName("Scenario").getRefersToFormula());
            return workbook.getSheet(cell.getSheetName())
                    .getRow(cell.getRow())
                    .getCell(cell.getCol())
                    .getStringCellValue();
        }
    }

    @Test
    void the_base_scenario_is_chosen_unless_another_is_asked_for() throws IOException {
        Path file = folder.resolve("pack.xlsx");
        assertThat(chosen(PACK.file())).isEqualTo("Base");

        Result result = Cli.run("pack", "gallium", "-o", file.toString(), "--scenario", "fast overseas");

        assertThat(result.code()).isZero();
        assertThat(chosen(file)).isEqualTo("Fast overseas");
    }

    @Test
    void without_the_scenario_asked_for_there_is_no_pack() throws IOException {
        Path file = folder.resolve("pack.xlsx");

        Result result = Cli.run("pack", "rare-earths", "-o", file.toString(), "--scenario", "Tigth");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertNothingElseIsThere();
    }

    @Test
    void a_dataset_with_a_problem_gets_no_pack() throws IOException {
        Path copy = brokenRareEarths();

        Result result = Cli.run(
                "pack", copy.toString(), "-o", folder.resolve("pack.xlsx").toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .startsWith("figures.csv:3: value: '450O0' is not a number. Maybe the letter O was typed for a zero.\n")
                .endsWith("Nothing was made. To fix first: 1 problem.\n");
        assertNothingElseIsThere(copy);
    }

    @Test
    void a_pack_that_is_there_is_untouched_where_none_can_be_made() throws IOException {
        Path copy = brokenRareEarths();
        Path file = Files.writeString(folder.resolve("pack.xlsx"), "an older pack");

        assertThat(Cli.run("pack", copy.toString(), "-o", file.toString()).code())
                .isEqualTo(1);

        assertThat(file).hasContent("an older pack");
        assertNothingElseIsThere(copy, file);
    }

    @Test
    void a_pack_that_is_there_is_replaced() throws IOException {
        Path file = Files.writeString(folder.resolve("pack.xlsx"), "an older pack");

        assertThat(pack("germanium", file)).startsWith('P', 'K');
        assertNothingElseIsThere(file);
    }

    private void assertCannotBeWritten(Path file, String why) {
        Result result = Cli.run("pack", "rare-earths", "-o", file.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("'" + file + "' cannot be written: " + why + "\n");
    }

    @Test
    void a_folder_cannot_be_written() {
        assertCannotBeWritten(folder, "it is a folder. Name a file.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no devices among its files")
    void a_device_cannot_be_written_nor_a_link_to_one() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("pack.xlsx"), Path.of("/dev/null"));

        assertCannotBeWritten(Path.of("/dev/null"), "it is a device or a pipe, and no file. Name a file.");
        assertCannotBeWritten(link, "it is a device or a pipe, and no file. Name a file.");
        Files.delete(link);
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows lets few users make links")
    void a_pack_takes_the_place_of_the_file_that_a_link_leads_to() throws IOException {
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Path file = Files.writeString(packs.resolve("2026.xlsx"), "an older pack");
        Path link = Files.createSymbolicLink(folder.resolve("latest.xlsx"), file);

        assertThat(pack("germanium", link)).startsWith('P', 'K');
        assertThat(link).isSymbolicLink();
        assertThat(Files.readAllBytes(file)).startsWith('P', 'K');
    }

    @Test
    void a_file_in_a_folder_that_is_not_there_cannot_be_written() {
        Path missing = folder.resolve("packs");

        assertCannotBeWritten(missing.resolve("pack.xlsx"), "there is no folder '" + missing + "'. Create it first.");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX permissions")
    void a_read_only_file_is_kept() throws IOException {
        Path file = Files.writeString(folder.resolve("pack.xlsx"), "an older pack");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));

        assertCannotBeWritten(file, "it is read-only. Allow writing, or name another file.");
        assertThat(file).hasContent("an older pack");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no POSIX permissions")
    void nothing_is_written_to_a_read_only_folder() throws IOException {
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Files.setPosixFilePermissions(packs, PosixFilePermissions.fromString("r-xr-xr-x"));

        assertCannotBeWritten(
                packs.resolve("pack.xlsx"), "its folder is read-only. Allow writing, or name a file elsewhere.");
        Files.setPosixFilePermissions(packs, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}

package org.lodestone.examples.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.examples.cli.Cli.Result;

class ImportCommandTest {

    private static final Path IMPORTS = Path.of("examples", "imports");
    private static final Path WIND = IMPORTS.resolve("wind.csv");
    private static final String REVENUE = "营业收入 [报告期] 2024年报 [单位] 万元";

    @TempDir
    private Path folder;

    private Path dataset;
    private Map<String, String> before;

    @BeforeEach
    void copy() throws IOException {
        dataset = Cli.copyOfRareEarths(folder);
        before = fingerprints();
    }

    private Map<String, String> fingerprints() throws IOException {
        Map<String, String> prints = new TreeMap<>();
        try (Stream<Path> files = Files.list(dataset)) {
            for (Path file : files.toList()) {
                prints.put(
                        String.valueOf(file.getFileName()),
                        MoreFiles.asByteSource(file).hash(Hashing.sha256()).toString());
            }
        }
        return prints;
    }

    private Result run(Path file, String... options) {
        List<String> args = new ArrayList<>(List.of("import", file.toString(), "--into", dataset.toString()));
        args.addAll(List.of(options));
        return Cli.run(args.toArray(String[]::new));
    }

    private Result wind(Path file, String... options) {
        List<String> args = new ArrayList<>(List.of("--as", "wind"));
        args.addAll(List.of(options));
        return run(file, args.toArray(String[]::new));
    }

    private Path file(String name, String... lines) throws IOException {
        return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
    }

    private String facts() throws IOException {
        return Files.readString(dataset.resolve("company-facts.csv"));
    }

    private void refused(Path file, String message) throws IOException {
        Result result = wind(file);

        assertThat(result.err()).contains(message).contains("Nothing was made. To fix first: ");
        assertThat(result.code()).isEqualTo(1);
        assertThat(fingerprints()).isEqualTo(before);
    }

    // ---------------------------------------------------------------- what is written

    @Test
    void an_export_of_wind_is_shown_and_written_and_the_dataset_is_as_sound_as_before() throws IOException {
        Result dry = wind(WIND, "--date", "2025-10-31", "--dry-run");

        assertThat(dry.code()).isZero();
        assertThat(dry.err()).isEmpty();
        assertThat(dry.out())
                .startsWith("Wind, file 'wind.csv', sha-256 ")
                .containsPattern("revenue +consolidated +FY2024 +2 +0 +万元 → CNY mn \\(× 0.01\\) +营业收入")
                .containsPattern("market-cap +2025-10-31 +2 +0 +元 → CNY mn \\(× 0.000001\\) +总市值1")
                .contains("5 rows, of which 2 were taken.")
                .contains("1: footer. 数据来源:Wind (wind.csv:6).")
                .contains("7 facts added, 0 replaced, 0 unchanged; 0 companies added.")
                .endsWith("Dry run, nothing was written. It would change sources.csv, company-facts.csv.\n");
        assertThat(fingerprints()).isEqualTo(before);

        Result written = wind(WIND, "--date", "2025-10-31");
        assertThat(written.code()).isZero();
        assertThat(written.out()).endsWith("Wrote sources.csv, company-facts.csv of rare-earths.\n");
        assertThat(facts())
                .contains("\n600111.SH,revenue,FY2024,32966,CNY mn,consolidated,reported,\"Printed 3,296,600.0000 万元\","
                        + "wind,read\n");
        assertThat(Cli.run("check", dataset.toString(), "--strict").code()).isZero();
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_later_one_replaces_what_it_said() throws IOException {
        Path file = file("wind.csv", "证券代码," + REVENUE, "600111.SH,3296600");
        wind(file);
        Map<String, String> after = fingerprints();

        Result again = wind(file);
        assertThat(again.out())
                .contains("0 facts added, 0 replaced, 1 unchanged")
                .endsWith("Nothing was written: rare-earths says all of this already.\n");
        assertThat(again.code()).isEqualTo(3);
        assertThat(wind(file, "--dry-run")).isEqualTo(again);
        assertThat(fingerprints()).isEqualTo(after);

        file("wind.csv", "证券代码," + REVENUE, "600111.SH,3310000");
        Result later = wind(file);
        assertThat(later.out())
                .contains("0 facts added, 1 replaced, 0 unchanged")
                .contains("  600111.SH revenue FY2024 (consolidated) is 33100 CNY mn and was 32966 CNY mn\n")
                .contains("  600111.SH revenue FY2024 (consolidated) is 33100 CNY mn here and 32966 CNY mn by"
                        + " everbright-2025-04-600111, cailianshe-2025-04-600111\n");
        assertThat(facts()).contains(",33100,CNY mn,consolidated,reported,Printed 3310000 万元,wind,read\n");
        assertThat(facts()).doesNotContain("Printed 3296600");
        assertThat(Files.readString(dataset.resolve("sources.csv"))).contains("; earlier ");
    }

    @Test
    void a_unit_that_is_off_by_ten_thousand_is_a_warning() throws IOException {
        Path file = file("wind.csv", "证券代码,营业收入 [报告期] 2024年报 [单位] 元", "600111.SH,3296600");

        Result result = wind(file, "--dry-run");

        assertThat(result.err())
                .isEqualTo("Warning: 600111.SH revenue FY2024 (consolidated) is 3.2966 CNY mn here and 32966 CNY mn by"
                        + " everbright-2025-04-600111, cailianshe-2025-04-600111. They differ by a power of ten: check"
                        + " the unit.\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void facts_of_the_sec_are_counted_also_where_the_file_has_one_line() throws IOException {
        String entry =
                "{\"start\": \"2024-01-01\", \"end\": \"2024-12-31\", \"val\": 203855000, \"filed\": \"2025-02-%s\"}";
        Path file = file(
                "mp.json",
                "{\"cik\": 1801368, \"entityName\": \"MP\", \"facts\": {\"us-gaap\": {\"Revenues\": {\"units\": {\"USD\": ["
                        + String.join(", ", entry.formatted("26"), entry.formatted("27"), entry.formatted("28"))
                        + "]}}}}}");

        Result result = run(file, "--as", "sec");

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .contains("3 rows, of which 1 was taken.\nLeft out:\n  2: the same value in another filing. ")
                .contains("1 fact added");
        assertThat(facts())
                .contains("MP,revenue,FY2024,203.855,USD mn,consolidated,reported,Printed 203855000 USD,sec-mp,read\n");
    }

    @Test
    void a_company_is_added_where_the_mapping_says_what_it_needs() throws IOException {
        Path mapping = file(
                "mapping.json",
                "{\"new_companies\": {\"place\": \"China\", \"currency\": \"CNY\", \"stages\": [\"separation\"]}}");

        Result result = wind(WIND, "--date", "2025-10-31", "--mapping", mapping.toString());

        assertThat(result.out()).contains("1 company added").contains("New companies:\n  688999.SH 虚构稀土\n");
        assertThat(Files.readString(dataset.resolve("companies.csv")))
                .endsWith("\n688999.SH,虚构稀土,虚构稀土,XSHG,688999,China,separation,,CNY,,,,wind\n");
        assertThat(Cli.run("check", dataset.toString()).code()).isZero();
    }

    @Test
    void what_the_dataset_would_have_a_problem_with_is_not_written() throws IOException {
        Path mapping = file(
                "mapping.json",
                "{\"new_companies\": {\"place\": \"China\", \"currency\": \"CNY\", \"stages\": [\"smelting\"]}}");

        Result result = wind(WIND, "--date", "2025-10-31", "--mapping", mapping.toString());

        assertThat(result.err())
                .contains("stages: 'smelting' is not in stages.csv.")
                .contains("Nothing was made.");
        assertThat(result.code()).isEqualTo(1);
        assertThat(fingerprints()).isEqualTo(before);
    }

    @Test
    void a_table_is_read_by_its_mapping() throws IOException {
        Result result = run(
                IMPORTS.resolve("peers.csv"),
                "--as",
                "table",
                "--mapping",
                IMPORTS.resolve("peers-mapping.json").toString(),
                "--source",
                "my-peers");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("5 facts added").endsWith("of rare-earths.\n");
        assertThat(facts())
                .contains(
                        "600111.SH,sales-volume-oxides,FY2024,30.57332,kt gross,consolidated,reported,,my-peers,read\n")
                .contains("000831.SZ,market-cap,2025-10-31,55.93,CNY bn,,reported,,my-peers,read\n");
        assertThat(Cli.run("check", dataset.toString()).code()).isZero();
    }

    // ---------------------------------------------------------------- workbooks

    private Path workbook(Consumer<XSSFWorkbook> fill) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (XSSFWorkbook book = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            fill.accept(book);
            book.write(out);
        }
        return file;
    }

    /** A sheet of texts, but for numbers. */
    private static Sheet sheet(XSSFWorkbook book, Object[]... rows) {
        Sheet sheet = book.createSheet("万得");
        for (Object[] cells : rows) {
            Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
            for (Object cell : cells) {
                int place = Math.max(0, row.getLastCellNum());
                if (cell instanceof Number number) {
                    row.createCell(place).setCellValue(number.doubleValue());
                } else {
                    row.createCell(place).setCellValue(cell.toString());
                }
            }
        }
        return sheet;
    }

    private Path plainWorkbook() throws IOException {
        return workbook(book -> sheet(
                book,
                new Object[] {"证券代码", "证券简称", REVENUE},
                new Object[] {"600111.SH", "北方稀土", "3,296,600.0000"},
                new Object[] {831, "中国稀土", 302734.8207},
                new Object[] {"数据来源：Wind"}));
    }

    /** The workbook with one of its parts changed. */
    private Path changed(Path book, String part, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("changed.xlsx");
        try (InputStream in = Files.newInputStream(book);
                ZipInputStream from = new ZipInputStream(in);
                OutputStream out = Files.newOutputStream(file);
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(
                        entry.getName().equals(part)
                                ? change.apply(new String(bytes, UTF_8)).getBytes(UTF_8)
                                : bytes);
                to.closeEntry();
            }
        }
        return file;
    }

    @Test
    void a_workbook_is_read_as_a_csv_file_is() throws IOException {
        Result result = wind(plainWorkbook());

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("2 facts added").contains("1: footer. 数据来源:Wind (book.xlsx, 万得!4).");
        assertThat(facts())
                .contains("000831.SZ,revenue,FY2024,3027.348207,CNY mn,consolidated,reported,Printed 302734.8207 万元,"
                        + "wind-book,read\n");
    }

    @Test
    void the_same_workbook_is_a_universe_to_screen() throws IOException {
        plainWorkbook();
        Path universe = file("mine.json", """
                {
                  "universe": "book.xlsx", "sheet": "万得", "id": "证券代码", "name": "证券简称", "leave_out": ["数据来源"],
                  "numbers": {"revenue": {"column": "营业收入 [报告期] 2024年报 [单位] 万元", "unit": "万元", "to": "CNY mn"}},
                  "screen": {"name": "Large", "criteria": [{"name": "revenue"}]}
                }
                """);

        Result result = Cli.run("screen", universe.toString(), "--table", "screen-ranking", "--format", "csv");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).contains("\n1,北方稀土,600111.SH,1,1\n");
        assertThat(Cli.run("screen", universe.toString(), "--table", "reading-notes")
                        .out())
                .contains("1 row left out: beginning with '数据来源'.");
    }

    @Test
    void a_formula_counts_as_what_it_came_to_and_without_that_is_a_problem() throws IOException {
        Path file = workbook(book -> {
            Sheet sheet =
                    sheet(book, new Object[] {"证券代码", REVENUE}, new Object[] {"600111.SH"}, new Object[] {"000831.SZ"});
            sheet.getRow(1).createCell(1).setCellFormula("2*1648300");
            sheet.getRow(1).getCell(1).setCellValue(3296600);
            sheet.getRow(2).createCell(1).setCellFormula("2*151367.41035");
        });

        refused(
                changed(file, "xl/worksheets/sheet1.xml", xml -> xml.replace("<v>0.0</v>", "")),
                "changed.xlsx, 万得!B3: " + REVENUE
                        + ": is a formula without a value, as a program leaves it that does not calculate.");
        assertThat(wind(changed(
                                file,
                                "xl/worksheets/sheet1.xml",
                                xml -> xml.replace("</f></c>", "</f><v>302734.8207</v></c>")))
                        .code())
                .isZero();
        assertThat(facts()).contains("revenue,FY2024,3027.348207,CNY mn,consolidated,reported,Printed 302734.8207 万元");
    }

    @Test
    void merged_cells_and_second_headers_are_told_where_they_stand() throws IOException {
        Path merged = workbook(
                book -> sheet(book, new Object[] {"证券代码", REVENUE, "", "x"}, new Object[] {"600111.SH", 1, 2, 3})
                        .addMergedRegion(CellRangeAddress.valueOf("B1:C1")));
        refused(merged, "book.xlsx, 万得!C1: the header: is empty, since it is merged with B1");
        assertThat(wind(merged).out()).contains("Note: The cells B1:C1 are merged");

        Path twice = workbook(book -> sheet(
                book, new Object[] {"证券代码", REVENUE}, new Object[] {"证券代码", "2024"}, new Object[] {"600111.SH", 1}));
        refused(twice, "book.xlsx, 万得!2: 证券代码: stands here again. Delete this second header, or split the file.");
    }

    @Test
    void a_date_is_one_where_its_cell_has_the_format_of_a_date() throws IOException {
        Path mapping = file(
                "mapping.json",
                "{\"company\": {\"column\": \"Code\"}, \"facts\": {\"Price\": {\"fact\": \"share-price\", \"unit\": \"元/股\","
                        + " \"period_column\": \"Day\", \"timing\": \"day\"}}}");
        Path file = workbook(book -> {
            Sheet sheet =
                    sheet(book, new Object[] {"Code", "Price", "Day"}, new Object[] {"600111.SH", 50.81}, new Object[] {
                        "000831.SZ", 52.7
                    });
            CellStyle date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy-mm-dd"));
            sheet.getRow(1).createCell(2).setCellValue(LocalDate.of(2025, 10, 31));
            sheet.getRow(1).getCell(2).setCellStyle(date);
            sheet.getRow(2).createCell(2).setCellValue(45961);
        });

        Result result = run(file, "--as", "table", "--mapping", mapping.toString());

        assertThat(result.err())
                .startsWith("book.xlsx, 万得!B3: Price: '45961' is not a period. Maybe a spreadsheet's number of a day"
                        + " (2025-10-31): format the column as a date, and save the table anew.\n");
        assertThat(result.out()).doesNotContain("Wrote");
        assertThat(fingerprints()).isEqualTo(before);
    }

    @Test
    void a_formula_that_no_program_has_calculated_is_not_taken_for_a_missing_number() throws IOException {
        Path mapping = file(
                "mapping.json",
                "{\"company\": {\"column\": \"Code\"}, \"facts\": {\"Sales\": {\"fact\": \"revenue\", \"unit\": \"万元\","
                        + " \"period\": \"FY2024\"}}}");
        Path book = workbook(filled -> sheet(filled, new Object[] {"Code", "Sales"}, new Object[] {"600111.SH", 7.5}));

        for (String empty : List.of("<v></v>", "<v/>")) { // as openpyxl leaves it
            Path file = changed(
                    book, "xl/worksheets/sheet1.xml", xml -> xml.replace("<v>7.5</v>", "<f>302734+0.82</f>" + empty));

            Result result = run(file, "--as", "table", "--mapping", mapping.toString());

            assertThat(result.err())
                    .startsWith("changed.xlsx, 万得!B2: Sales: is a formula without a value, as a program leaves it");
            assertThat(result.out()).doesNotContain("Wrote");
            assertThat(fingerprints()).isEqualTo(before);
        }
    }

    @Test
    void a_workbook_that_would_do_harm_is_refused() throws IOException {
        Path plain = plainWorkbook();
        refused(
                changed(
                        plain,
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replaceFirst("<worksheet", "<!DOCTYPE x [<!ENTITY a \"ha\">]><worksheet")),
                "changed.xlsx: declares or names entities in its part xl/worksheets/sheet1.xml");
        refused(
                changed(
                        plain,
                        "xl/worksheets/sheet1.xml",
                        xml -> xml.replaceFirst("<sheetData>", "<sheetData>" + " ".repeat(30_000_000))),
                "changed.xlsx: ");
    }

    @Test
    void a_file_that_is_not_what_its_name_says_is_read_as_what_it_is_or_refused() throws IOException {
        assertThat(wind(Files.copy(plainWorkbook(), folder.resolve("renamed.csv")), "--dry-run")
                        .code())
                .isZero();
        assertThat(wind(file("renamed.xlsx", "证券代码," + REVENUE, "600111.SH,1"), "--dry-run")
                        .code())
                .isZero();
        refused(file("report.xlsx", "%PDF-1.7"), "report.xlsx: is a PDF, and not a table.");
        refused(Files.createFile(folder.resolve("empty.xlsx")), "empty.xlsx: is empty.");
        refused(workbook(book -> sheet(book, new Object[] {"证券代码", REVENUE})), "has a header and no rows.");
        refused(encrypted(plainWorkbook()), "encrypted.xlsx: ");
    }

    private Path encrypted(Path book) throws IOException {
        Path file = folder.resolve("encrypted.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (OutputStream into = encryptor.getDataStream(container)) {
                Files.copy(book, into);
            } catch (GeneralSecurityException e) {
                throw new AssertionError("The workbook cannot be encrypted.", e);
            }
            container.writeFilesystem(out);
        }
        return file;
    }

    // ---------------------------------------------------------------- wrong use

    @Test
    void wrong_use_says_what_to_do() throws IOException {
        ImmutableMap<String, Result> mistakes = ImmutableMap.of(
                "'none.csv' is not a file. Check the path.\n",
                wind(Path.of("none.csv")),
                "--date '31.10.2025' is not a day. Write it as 2025-10-31.\n",
                wind(WIND, "--date", "31.10.2025"),
                "'none.json' is not a file. Check the path.\n",
                wind(WIND, "--mapping", "none.json"),
                "'rare-earths@MCS2026' names an edition, and facts about companies belong to none. Leave '@MCS2026' out.\n",
                Cli.run("import", WIND.toString(), "--as", "wind", "--into", "rare-earths@MCS2026"),
                "'askci-2023-04-magnets' is a source of the dataset already, and not a file that was imported:",
                wind(WIND, "--date", "2025-10-31", "--source", "askci-2023-04-magnets"));

        mistakes.forEach((message, result) -> {
            assertThat(result.err()).startsWith(message);
            assertThat(result.code()).isEqualTo(2);
        });
        assertThat(Cli.run("import", WIND.toString(), "--into", "rare-earths").err())
                .startsWith("Missing required option: '--as=PROGRAM'");
        assertThat(fingerprints()).isEqualTo(before);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows limits whole paths and not only names")
    void a_dataset_may_have_the_longest_name_there_is() throws IOException {
        dataset = Files.move(dataset, folder.resolve("d".repeat(255)));

        assertThat(wind(WIND, "--date", "2025-10-31").code()).isZero();
        assertThat(fingerprints()).isNotEqualTo(before);
    }

    @Test
    void a_page_of_text_in_the_place_of_a_header_is_told_without_its_middle() throws IOException {
        Result result = wind(file("wind.csv", "证券代码," + "7".repeat(1_000_000), "600519.SH,1"));

        assertThat(result.out())
                .contains("  " + "7".repeat(200) + " … " + "7".repeat(200) + ": ")
                .hasSizeLessThan(2_000);
    }

    @Test
    void a_folder_that_cannot_be_written_is_told_in_a_line() throws IOException {
        String hash = Hashing.sha256().hashString("change", UTF_8).toString();
        Path planted = Files.createDirectory(dataset.resolve(".lodestone-" + hash.substring(0, 16) + ".lock"));

        Result result = wind(WIND, "--date", "2025-10-31");

        assertThat(result.err())
                .isEqualTo("'" + dataset + "' cannot be changed: '" + planted.toRealPath()
                        + "' is in the way. Delete it, if you know why it is there. What was there is kept.\n");
        assertThat(result.code()).isEqualTo(2);
        Files.delete(planted);
        assertThat(fingerprints()).isEqualTo(before);
    }

    @Test
    void a_file_of_which_nothing_is_taken_is_no_success() throws IOException {
        Result result = wind(file("wind.csv", "证券代码," + REVENUE, "600519.SH,1"));

        assertThat(result.err())
                .isEqualTo("No fact was taken from wind.csv, so there is nothing to write. The reasons are above.\n");
        assertThat(result.code()).isEqualTo(1);
        assertThat(fingerprints()).isEqualTo(before);
    }

    @Test
    void the_commands_of_the_readme_run() throws IOException {
        List<String> commands = Files.readString(Path.of("README.md"))
                .replace("\\\n", " ")
                .lines()
                .filter(line -> line.startsWith("examples/lodestone import examples/imports/"))
                .map(line -> line.replaceFirst(" #.*", "").strip())
                .toList();
        assertThat(commands).hasSizeGreaterThan(1);

        for (String command : commands) {
            String[] words = command.replace("--into my-dataset", "--into " + dataset)
                    .replaceFirst("examples/lodestone ", "")
                    .split(" +");
            Result result = Cli.run(words);
            assertThat(result.err()).as(command).isEmpty();
            assertThat(result.code()).as(command).isZero();
        }
        assertThat(fingerprints()).isNotEqualTo(before);
    }
}

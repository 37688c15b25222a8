package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.examples.cli.Cli.Result;
import org.lodestone.excel.Workbooks;

/** {@code pack} with a universe of one's own. */
class UniversePackTest {

    private static final String JSON = """
            {
              "universe": "companies.csv", "id": "Ticker", "name": "Company",
              "numbers": {
                "size": {"column": "Size", "currency": "Ccy", "in": "USD",
                         "rates": [{"from": "CNY", "rate": 0.1406, "date": "2025-12-31", "source": "ECB"}]},
                "margin": "EBITDA %"
              },
              "screen": {"name": "Good", "criteria": [{"name": "margin"}]}
            }
            """;

    @TempDir
    private Path folder;

    private Path universe;
    private Path file;

    @BeforeEach
    void write_a_universe() throws IOException {
        table("A,Alpha,900,USD,10\nB,Beta,900,CNY,30\nC,Gamma,700,USD,20\n");
        universe = Files.writeString(folder.resolve("mine.json"), JSON);
        file = folder.resolve("mine.xlsx");
    }

    private void table(String rows) throws IOException {
        Files.writeString(folder.resolve("companies.csv"), "Ticker,Company,Size,Ccy,EBITDA %\n" + rows);
    }

    private Result pack(String... more) {
        return Cli.run(Stream.concat(Stream.of("pack", universe.toString(), "-o", file.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void assertWrongUse(Result result, String message) {
        assertThat(result.err()).isEqualTo(message + "\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(2);
        assertThat(file).doesNotExist();
    }

    @Test
    void a_workbook_is_written_and_its_checks_are_counted() throws IOException {
        Result result = pack("--top", "2");

        assertThat(result.err()).isEmpty();
        assertThat(result.out()).isEqualTo("Wrote " + file + ": 7 sheets, 3 of 3 checks hold.\n");
        assertThat(result.code()).isZero();
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            assertThat(workbook.getSheet("All companies").getRow(6).getCell(2).getStringCellValue())
                    .isEqualTo("Beta");
            // the day of its exchange rate
            assertThat(workbook.getProperties().getCoreProperties().getCreated().toInstant())
                    .hasToString(LocalDate.of(2025, 12, 31) + "T00:00:00Z");
        } catch (OpenXML4JException e) {
            throw new AssertionError("The workbook cannot be opened.", e);
        }
    }

    @Test
    void a_company_stays_where_a_cell_of_it_cannot_be_read_and_the_cell_is_told() throws IOException {
        table("A,Alpha,900,USD,1O\nB,Beta,900,EUR,30\nC,Gamma,700,USD,20\n");

        Result result = pack();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err())
                .contains(
                        "companies.csv:2: EBITDA %: '1O' is not a number. Maybe the letter O was typed for a zero.\n",
                        "companies.csv:3: Ccy: 'EUR' has no rate to USD.");
        assertThat(result.out()).startsWith("Wrote " + file);
        try (XSSFWorkbook workbook = new XSSFWorkbook(file.toFile())) {
            assertThat(workbook.getSheet("All companies"))
                    .extracting(
                            row -> row.getCell(2) == null ? "" : row.getCell(2).toString())
                    .contains("Alpha", "Beta", "Gamma");
        } catch (OpenXML4JException e) {
            throw new AssertionError("The workbook cannot be opened.", e);
        }
    }

    @Test
    void a_universe_of_which_no_company_can_be_read_gets_no_workbook_and_what_was_there_is_kept() throws IOException {
        Files.writeString(file, "an older workbook");
        table(",Alpha,900,USD,10\n");

        Result result = pack();

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("companies.csv:2: ");
        assertThat(file).hasContent("an older workbook");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(universe, file, folder.resolve("companies.csv"));
        }
    }

    @Test
    void a_universe_has_no_scenarios() {
        assertWrongUse(
                pack("--scenario", "Tight"),
                "The scenario 'Tight' cannot be chosen: a table of companies has no scenarios. Leave --scenario out.");
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        universe = folder.resolve("other.json");

        assertWrongUse(pack(), "'" + universe + "' is not a file. Check the path.");
    }

    @Test
    void without_a_screen_there_is_nothing_to_rank_by() throws IOException {
        Files.writeString(universe, JSON.replaceFirst("(?s),\\s*\"screen\".*", "}"));

        assertWrongUse(
                pack(),
                "'" + universe + "' has no screen. Add one, such as \"screen\": {\"name\": \"Good\", \"criteria\":"
                        + " [{\"name\": \"margin\"}]}.");
    }

    @Test
    void as_many_companies_are_live_as_a_reader_can_follow() {
        for (String top : new String[] {"0", "201"}) {
            assertWrongUse(
                    pack("--top", top),
                    "'" + top
                            + "' is not a number of companies that can be live. Ask for 1 to 200 with --top; all of them"
                            + " stand on the sheet All companies.");
        }
    }

    @Test
    void all_companies_of_a_dataset_are_live() {
        Result result = Cli.run("pack", "rare-earths", "--top", "5", "-o", file.toString());

        assertWrongUse(
                result,
                "--top is for a table of your own companies, a JSON file: all companies of a dataset are live."
                        + " Leave it out.");
    }

    @Test
    void more_companies_than_a_sheet_has_rows_are_refused() throws IOException {
        try (BufferedWriter table = Files.newBufferedWriter(folder.resolve("companies.csv"))) {
            table.write("Ticker,Company,Size,Ccy,EBITDA %\n");
            for (int i = 0; i <= Workbooks.MOST_ROWS; i++) {
                table.write("C" + i + ",C,1,USD,1\n");
            }
        }

        Result result = Cli.run(
                "pack", universe.toString(), "-o", folder.resolve("all.xlsx").toString());

        assertThat(result.err())
                .isEqualTo(
                        "companies.csv has 1,048,001 companies, and a sheet has room for 1,048,000. Leave those out that no"
                                + " filter would pass.\n");
        assertThat(result.code()).isEqualTo(2);
    }

    /** Takes about a second; the limit is for a machine that does much else. */
    @Test
    @Timeout(value = 2, unit = TimeUnit.MINUTES)
    void sixty_thousand_companies_are_screened_and_all_of_them_written() throws IOException {
        Random random = new Random(1);
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            rows.append('T').append(i).append(",Company ").append(i).append(',');
            rows.append(
                    String.format(Locale.ROOT, "%.1f,USD,%.2f%n", random.nextDouble() * 1e4, random.nextGaussian()));
        }
        table(rows.toString());

        Result result = pack();

        assertThat(result.out()).endsWith("3 of 3 checks hold.\n");
        assertThat(file).isRegularFile();
        assertThat(Files.size(file)).isGreaterThan(1_000_000);
    }
}

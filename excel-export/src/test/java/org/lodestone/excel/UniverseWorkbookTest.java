package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.pack.ScreenPack;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenResult.State;
import org.lodestone.reports.screen.Screening;

/** The workbook of a universe of one's own: the first companies live, and all of them in a long table. */
@Isolated("it sets the locale of all of Java")
class UniverseWorkbookTest {

    private static final int TOP = 8;
    private static final int FIRST_ROW = 6;

    private static final String SCREEN = """
            "screen": {
              "name": "Mixed",
              "filters": [{"column": "size", "at_least": 0.3}],
              "criteria": [
                {"name": "a", "weight": 3, "normalisation": "z-score", "outliers": {"winsorise": [0.05, 0.95]},
                 "missing": "neutral"},
                {"name": "b", "direction": "lower", "weight": 2, "normalisation": "percentile", "missing": "left-out"},
                {"name": "c", "normalisation": "min-max"},
                {"name": "d", "direction": "lower", "normalisation": "rank", "missing": "worst"}
              ],
              "coverage": 0.5,
              "leagues": [
                {"name": "East", "filters": [{"column": "region", "any_of": ["East"]}]},
                {"name": "Large", "filters": [{"column": "size", "at_least": 1}], "weights": {"a": 1, "d": 2}}
              ]
            }""";

    @TempDir
    static Path folder;

    private static UniverseReading reading;
    private static ScreenResult result;
    private static Report report;
    private static Path workbook;

    @BeforeAll
    static void write_the_workbook() throws IOException {
        reading = random("mixed", 60, SCREEN);
        result = Screening.of(reading.screen().orElseThrow(), reading.universe().orElseThrow());
        report = ScreenPack.of(reading, TOP, Run.STANDARD, ResearchPack.Sheets.ALL);
        workbook = folder.resolve("universe.xlsx");
        Workbooks.write(report, workbook);
    }

    /** A universe of made-up companies with heavy tails, ties and gaps. */
    private static UniverseReading random(String name, int companies, String screen) {
        Random random = new Random(companies);
        StringBuilder rows = new StringBuilder("Ticker,Company,Region,Size,Ccy,A,B,C,D\n");
        for (int i = 0; i < companies; i++) {
            rows.append("T").append(i).append(",\"Company <").append(i).append("> & Sons\",");
            rows.append(random.nextBoolean() ? "East" : "West").append(',');
            rows.append(number(random)).append(random.nextBoolean() ? ",CNY" : ",USD");
            for (int j = 0; j < 4; j++) {
                rows.append(',').append(random.nextInt(12) == 0 ? "" : number(random));
            }
            rows.append('\n');
        }
        return read(name, rows.toString(), screen);
    }

    private static String number(Random random) {
        return String.format(
                Locale.ROOT, "%.4f", random.nextInt(5) == 0 ? 1.0 : Math.exp(1.5 * random.nextGaussian()) - 0.2);
    }

    private static UniverseReading read(String name, String rows, String screen) {
        try {
            Files.writeString(folder.resolve(name + ".csv"), rows);
            String json = """
                    {"universe": "%s.csv", "id": "Ticker", "name": "Company",
                     "numbers": {"size": {"column": "Size", "currency": "Ccy", "in": "USD",
                                          "rates": [{"from": "CNY", "rate": 0.1406, "date": "2025-12-31", "source": "ECB"}]},
                                 "a": "A", "b": "B", "c": "C", "d": "D"},
                     "words": {"region": "Region"},
                     %s}
                    """.formatted(name, screen);
            return UniverseReader.read(Files.writeString(folder.resolve(name + ".json"), json))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---------------------------------------------------------------- the first companies, live

    @Test
    void libre_office_works_out_what_java_did() throws IOException {
        assertThat(Recalculation.differencesFromOffice(workbook, "en-US")).isEmpty();
    }

    @Test
    void a_changed_weight_gives_the_order_that_java_gives_with_it() throws IOException {
        Office.assumeInstalled();
        Spot weight = spots("ScreenWeights").get(2); // of c, which weighed 1
        Cells changed = Recalculation.edited(workbook, Map.of(weight, 9.0));

        Screen other = result.screen().withWeights(Map.of("c", 9.0));
        ScreenResult anew = Screening.of(other, result.universe());
        List<Integer> shown = result.top(TOP).stream().map(one -> one.company()).toList();
        List<Integer> expected = shown.stream()
                .map(company -> 1
                        + (int) shown.stream()
                                .filter(rival -> score(anew, rival) > score(anew, company) + 1e-9)
                                .count())
                .toList();
        assertThat(expected)
                .isNotEqualTo(shown.stream()
                        .map(company -> result.rank(company).orElseThrow())
                        .toList());
        assertThat(spots("ScreenRanks").stream()
                        .map(rank -> (int) changed.number(rank))
                        .toList())
                .isEqualTo(expected);
    }

    private static double score(ScreenResult of, int company) {
        return of.score(company).orElseThrow();
    }

    /** The cells behind a name, from top to bottom. */
    private static List<Spot> spots(String name) throws IOException {
        try (XSSFWorkbook book = Recalculation.open(workbook)) {
            String[] range = book.getName(name).getRefersToFormula().split(":", -1);
            CellReference first = new CellReference(range[0]);
            return IntStream.rangeClosed(first.getRow(), new CellReference(range[1]).getRow())
                    .mapToObj(row -> new Spot(first.getSheetName(), row, first.getCol()))
                    .toList();
        }
    }

    // ---------------------------------------------------------------- all companies

    @Test
    void every_company_has_a_row_with_every_number() throws IOException {
        Universe universe = result.universe();
        try (XSSFWorkbook book = Recalculation.open(workbook)) {
            XSSFSheet sheet = book.getSheet("All companies");
            Map<String, Integer> columns = headers(sheet);
            assertThat(sheet.getLastRowNum()).isEqualTo(FIRST_ROW + universe.size() - 1);
            for (Row row : rows(sheet)) {
                int company = universe.position(text(row, columns.get("Id")));
                assertThat(text(row, columns.get("Company"))).isEqualTo(universe.name(company));
                assertThat(number(row, columns.get("Rank"))).isEqualTo(orNaN(result.rank(company)));
                assertThat(number(row, columns.get("Score")))
                        .isEqualTo(Double.valueOf(result.score(company).orElse(Double.NaN)));
                boolean out = result.state(company) == State.FILTERED_OUT;
                assertThat(number(row, columns.get("Weight known")))
                        .isEqualTo(Double.valueOf(out ? Double.NaN : result.coverage(company)));
                assertThat(number(row, columns.get("Rank in East")))
                        .isEqualTo(orNaN(result.in("East").rank(company)));
                assertThat(text(row, columns.get("region"))).isEqualTo(universe.word("region", company));
                for (String column : universe.numberColumns()) {
                    assertThat(number(row, columns.get(column)))
                            .isEqualTo(Double.valueOf(universe.number(column, company)));
                }
            }
        }
    }

    private static Double orNaN(OptionalInt number) {
        return number.isPresent() ? (double) number.getAsInt() : Double.NaN;
    }

    private static Map<String, Integer> headers(XSSFSheet sheet) {
        Map<String, Integer> columns = new HashMap<>();
        sheet.getRow(FIRST_ROW - 1).forEach(cell -> columns.put(cell.getStringCellValue(), cell.getColumnIndex()));
        return columns;
    }

    private static List<Row> rows(XSSFSheet sheet) {
        List<Row> rows = new ArrayList<>();
        sheet.forEach(row -> {
            if (row.getRowNum() >= FIRST_ROW) {
                rows.add(row);
            }
        });
        return rows;
    }

    private static String text(Row row, int column) {
        return row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK).getStringCellValue();
    }

    /** A number; NaN where the cell is empty. */
    private static Double number(Row row, int column) {
        Cell cell = row.getCell(column, MissingCellPolicy.CREATE_NULL_AS_BLANK);
        return cell.getCellType() == CellType.BLANK ? Double.NaN : cell.getNumericCellValue();
    }

    @Test
    void companies_stand_by_rank_then_those_not_ranked_with_the_reason() throws IOException {
        try (XSSFWorkbook book = Recalculation.open(workbook)) {
            XSSFSheet sheet = book.getSheet("All companies");
            Map<String, Integer> columns = headers(sheet);
            List<String> states = rows(sheet).stream()
                    .map(row -> text(row, columns.get("State")))
                    .toList();

            assertThat(states.stream().distinct().toList()).containsExactly("ranked", "provisional", "filtered out");
            assertThat(states)
                    .isSortedAccordingTo(
                            Comparator.comparing(List.of("ranked", "provisional", "filtered out")::indexOf));
            assertThat(rows(sheet).stream()
                            .filter(row -> !text(row, columns.get("State")).equals("ranked"))
                            .map(row ->
                                    text(row, columns.get("Lacks, or filter")).replaceFirst(", .*", "")))
                    .contains("c", "size at least 0.3");
        }
    }

    @Test
    void the_header_stays_in_sight_and_rows_can_be_filtered() throws IOException {
        try (XSSFWorkbook book = Recalculation.open(workbook)) {
            XSSFSheet sheet = book.getSheet("All companies");

            assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) FIRST_ROW);
            assertThat(sheet.getCTWorksheet().getAutoFilter().getRef()).isEqualTo("B6:P66");
            assertThat(sheet.getCTWorksheet().getDimension().getRef()).isEqualTo("B1:P66");
            assertThat(sheet.getProtect()).isFalse();
            Cell score = sheet.getRow(FIRST_ROW).getCell(4);
            assertThat(score.getCellStyle().getDataFormatString()).isEqualTo("#,##0.000;−#,##0.000;\"–\"");
            assertThat(book.getFontAt(score.getCellStyle().getFontIndex()).getFontName())
                    .isEqualTo("Calibri");
        }
    }

    @Test
    void its_parts_are_valid() throws IOException {
        try (XSSFWorkbook book = Recalculation.open(workbook)) {
            assertThat(ValidityTest.faults(book)).isEmpty();
        }
    }

    @Test
    void the_same_universe_gives_the_same_bytes_under_any_locale_and_time_zone() throws IOException {
        byte[] expected = Files.readAllBytes(workbook);
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            ByteArrayOutputStream again = new ByteArrayOutputStream();

            Workbooks.write(
                    ScreenPack.of(random("mixed", 60, SCREEN), TOP, Run.STANDARD, ResearchPack.Sheets.ALL), again);

            assertThat(again.toByteArray()).isEqualTo(expected);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void words_that_look_like_formulas_or_markup_stay_words() throws IOException {
        String odd = "=1+1,\"<&> \"\"_x0041_\"\" \uD83D\uDE80\"";
        UniverseReading awkward = read(
                "odd",
                "Ticker,Company,Region,Size,Ccy,A,B,C,D\n" + odd + ",@x,1,USD,1,1,1,1\nB,B,,2,USD,2,2,2,2\n",
                "\"screen\": {\"name\": \"One\", \"criteria\": [{\"name\": \"a\"}]}");
        Path file = folder.resolve("odd.xlsx");

        Workbooks.write(ScreenPack.of(awkward), file);

        try (XSSFWorkbook book = Recalculation.open(file)) {
            Row second = book.getSheet("All companies").getRow(FIRST_ROW + 1);
            assertThat(text(second, 2)).isEqualTo("<&> \"_x0041_\" \uD83D\uDE80");
            assertThat(text(second, 3)).isEqualTo("=1+1");
            assertThat(ValidityTest.faults(book)).isEmpty();
        }
    }

    @Test
    void a_screen_with_as_many_criteria_as_are_allowed_has_room_in_its_cells() throws IOException {
        String names = IntStream.range(0, ScreenPack.MOST_CRITERIA)
                .mapToObj(i ->
                        "{\"name\": \"criterion number %d of many\", \"measure\": {\"column\": \"%s\"}, \"missing\": \"%s\"}"
                                .formatted(i, "abcd".charAt(i % 4), i % 2 == 0 ? "left-out" : "provisional"))
                .collect(Collectors.joining(", "));
        for (String aggregation : List.of("arithmetic", "geometric", "harmonic")) {
            UniverseReading many = random(
                    aggregation,
                    30,
                    "\"screen\": {\"name\": \"Many\", \"aggregation\": \"%s\", \"criteria\": [%s]}"
                            .formatted(aggregation, names));

            Workbooks.write(ScreenPack.of(many, 3, Run.STANDARD, ResearchPack.Sheets.ALL), new ByteArrayOutputStream());
        }
    }

    @Test
    void a_table_that_is_longer_than_a_sheet_is_refused_with_the_cell_it_would_end_in() {
        var table = LongTable.of(1_048_573)
                .figures("Number", Shown.ORDINAL, row -> row)
                .build();
        var section = Section.of("Long", "Long", "", List.of(table));
        Report tooLong = new Report(
                "Long", "", ImmutableList.of(section), Model.builder().build(), ImmutableMap.of());

        assertThatThrownBy(() -> Workbooks.write(tooLong, new ByteArrayOutputStream()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("would end in B1048579, but a sheet ends with row 1048576");
    }
}

package org.lodestone.core.universe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;

@Isolated("it sets the locale of all of Java")
class UniverseReaderTest {

    private static final String HEADER = "Ticker,Company,Exchange,Country,Mkt cap (m),Ccy,EBITDA %\n";

    private static final String JSON = """
            {
              "universe": "companies.csv",
              "id": "Ticker",
              "name": "Company",
              "exchange": "Exchange",
              "numbers": {
                "market value": {
                  "column": "Mkt cap (m)", "currency": "Ccy", "in": "USD",
                  "rates": [{"from": "CNY", "rate": 0.1406, "date": "2025-12-31", "source": "ECB"}]
                },
                "margin": "EBITDA %"
              },
              "words": {"country": "Country"},
              "screen": {"name": "Good", "criteria": [{"name": "margin"}]}
            }
            """;

    @TempDir
    private Path folder;

    private UniverseReading read(String json, String rows) {
        try {
            Files.writeString(folder.resolve("companies.csv"), HEADER + rows);
            return UniverseReader.read(Files.writeString(folder.resolve("mine.json"), json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Universe universe(UniverseReading reading) {
        assertThat(reading.problems()).isEmpty();
        return reading.universe().orElseThrow();
    }

    @Test
    void a_column_has_the_unit_that_its_table_says_and_its_criterion_too() {
        UniverseReading reading = read(JSON, "MP,MP Materials,NYSE,United States,9000,USD,-12.5\n");

        assertThat(reading.units()).containsOnly(entry("market value", "USD mn"), entry("margin", "%"));
        assertThat(reading.screen().orElseThrow().criterion("margin").unit()).isEqualTo("%");
    }

    @Test
    void margins_that_are_shares_of_one_are_not_told_in_percent() {
        UniverseReading shares = read(JSON, "MP,MP Materials,NYSE,United States,9000,USD,0.125\n");

        assertThat(shares.units()).containsOnly(entry("market value", "USD mn"));
    }

    @Test
    void companies_of_one_name_are_told_apart_and_one_without_a_name_has_its_id() {
        Universe universe = universe(read(
                JSON,
                "GOOGL,Alphabet,XNAS,United States,9000,USD,30\nGOOG,Alphabet,XNAS,United States,9000,USD,30\n"
                        + "MP,,NYSE,United States,9000,USD,12\n"));

        assertThat(universe.name(0)).isEqualTo("Alphabet (GOOGL)");
        assertThat(universe.name(1)).isEqualTo("Alphabet (GOOG)");
        assertThat(universe.name(2)).isEqualTo("MP");
    }

    @Test
    void a_table_is_read_by_names_that_its_owner_chose() {
        UniverseReading reading = read(JSON, "MP,MP Materials,NYSE,United States,9000,USD,-12.5\n");
        Universe universe = universe(reading);

        assertThat(universe.name(universe.position("MP"))).isEqualTo("MP Materials");
        assertThat(universe.number("market value", 0)).isEqualTo(9000);
        assertThat(universe.number("margin", 0)).isEqualTo(-12.5);
        assertThat(universe.word("country", 0)).isEqualTo("United States");
        assertThat(reading.screen().orElseThrow().name()).isEqualTo("Good");
        assertThat(reading.notes()).isEmpty();
        assertThat(reading.table()).isEqualTo("companies.csv");
        assertThat(reading.columns())
                .containsEntry("market value", "Mkt cap (m)")
                .containsEntry("margin", "EBITDA %")
                .containsEntry("country", "Country");
    }

    @Test
    void other_currencies_are_converted_at_the_rate_that_is_given_and_shown() {
        UniverseReading reading = read(
                JSON, "600111,Northern Rare Earth,SSE,China,\"180,000\",CNY,10\nMP,MP Materials,NYSE,US,9000,USD,1\n");

        // 180,000 × 0.1406 = 25,308
        assertThat(universe(reading).number("market value", 0)).isEqualTo(25_308, within(1e-9));
        assertThat(universe(reading).number("market value", 1)).isEqualTo(9_000);
        assertThat(reading.rates()).hasSize(1);
        assertThat(reading.notes())
                .containsExactly("1 figure in CNY converted at 0.1406 USD, the rate of 2025-12-31 (ECB).");
    }

    @Test
    void a_currency_without_a_rate_is_refused() {
        UniverseReading reading = read(JSON, "LYC,Lynas,ASX,Australia,14000,AUD,30\nX,X,ASX,,5,,1\nY,Y,ASX,,NA,,1\n");

        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "companies.csv:2: Ccy: 'AUD' has no rate to USD. Add one, with its date and source, to the rates"
                                + " of 'market value'.",
                        "companies.csv:3: Ccy: is empty, and 'Mkt cap (m)' is not. Say in which currency it is.");
        assertThat(reading.universe().orElseThrow().numbers("market value"))
                .containsExactly(Double.NaN, Double.NaN, Double.NaN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "n/a", "N/A", "--", "-", "#N/A"})
    void codes_of_what_is_not_known_stay_missing(String code) {
        assertThat(universe(read(JSON, "MP,MP,NYSE,NA,9000,USD," + code + "\n")).number("margin", 0))
                .isNaN();
    }

    @Test
    void na_is_a_word_where_words_belong() {
        assertThat(universe(read(JSON, "NA,NA,TSX,NA,1,USD,1\n")).word("country", 0))
                .isEqualTo("NA");
        assertThat(universe(read(JSON, "MP,MP,TSX,n/a,1,USD,1\n")).word("country", 0))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "high|'high' is not a number. Write plain digits with a decimal point, such as 31000 or 48.40.",
                "31,00O|'31,00O' is not a number. Maybe the letter O was typed for a zero.",
                "1.234,5|'1.234,5' is not a number. Maybe a comma was typed for the decimal point.",
                "12,34,567|'12,34,567' is not a number. Group digits in threes, or not at all.",
                "1e400|'1e400' is too large for a figure. Check its exponent.",
                "(500)|'(500)' may be -500 or a mark, such as the number of a footnote: the column has neither decimals nor"
                        + " money. Write a minus, or, if all are meant alike, say \"written\": [\"brackets\"] of the column.",
                "$15|'$15' may be in the money of the other numbers or in another: most of them do not have this sign of"
                        + " a currency. Write all in one currency, or, if all are meant alike, say \"written\": [\"currency"
                        + " sign\"] of the column.",
                "15%|'15%' may be 15 or 0.15: most numbers of the column have no %. Write it as they are, or, if all are"
                        + " meant alike, say \"written\": [\"percent\"] of the column.",
                "1.5M|'1.5M' may be 1.5 or 1,500,000: most numbers of the column have no letter. Write all its digits, or,"
                        + " if all are meant alike, say \"written\": [\"letters\"] of the column.",
                "2.9T|'2.9T' may be 2.9 tonnes or 2,900,000,000,000: no number of the column has another letter than T."
                        + " Write all its digits, or, if all are meant alike, say \"written\": [\"letters\"] of the column.",
                "4 (1)|'4 (1)' is not a number. Write plain digits with a decimal point, such as 31000 or 48.40.",
                "($5|'($5' is not a number. Write plain digits with a decimal point, such as 31000 or 48.40.",
                "5%M|'5%M' is not a number. Write plain digits with a decimal point, such as 31000 or 48.40.",
                "1d|'1d' is not a number. Write plain digits with a decimal point, such as 31000 or 48.40.",
                "0x1p3|'0x1p3' is not a number. Write plain digits with a decimal point, such as 31000 or 48.40."
            })
    void what_has_no_reading_or_two_is_told_with_its_line_and_not_known_of_its_company(String cell, String message) {
        UniverseReading reading =
                read(JSON, "MP,MP,NYSE,US,9000,USD,1\nLYC,Lynas,ASX,AU,100,USD,\"" + cell + "\"\nA,A,ASX,AU,7,USD,2\n");

        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly("companies.csv:3: EBITDA %: " + message);
        Universe universe = reading.withoutBrokenRows().universe().orElseThrow();
        assertThat(universe.numbers("margin")).containsExactly(1, Double.NaN, 2);
        assertThat(universe.numbers("market value")).containsExactly(9000, 100, 7);
        assertThat(reading.leftOut()).isZero();
        assertThat(reading.notes()).containsExactly("1 cell is not known for a problem: line 3, EBITDA %: " + message);
    }

    @Test
    void exponents_are_taken_whether_the_column_says_so_or_not() {
        String json = JSON.replace("\"EBITDA %\"", "{\"column\": \"EBITDA %\", \"exponents\": true}");

        for (String either : new String[] {JSON, json}) {
            assertThat(universe(read(either, "MP,MP,NYSE,US,9000,USD,1.2e-05\nA,A,A,A,1,USD,7\n"))
                            .numbers("margin"))
                    .containsExactly(1.2e-5, 7);
        }
        assertThat(read(json, "MP,MP,NYSE,US,9000,USD,1e400\n").problems())
                .extracting(Problem::message)
                .containsExactly("EBITDA %: '1e400' is too large for a figure. Check its exponent.");
    }

    @Test
    void a_comma_in_a_number_is_not_guessed_where_cells_are_parted_by_semicolons() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(
                file,
                "{\"universe\": \"german.csv\", \"id\": \"Kürzel\", \"delimiter\": \";\","
                        + " \"numbers\": {\"margin\": \"Marge\"}}");
        Files.writeString(folder.resolve("german.csv"), "\uFEFFKürzel;Marge\r\nA;1,234\r\nB;5\r\n");
        UniverseReading reading = UniverseReader.read(file);

        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "german.csv:2: Marge: '1,234' may be 1.234 or 1234: where cells are not parted by commas, a comma may"
                                + " be decimal. Write plain digits with a decimal point.");
        assertThat(reading.universe().orElseThrow().numbers("margin")).containsExactly(Double.NaN, 5);
        assertThat(reading.screen()).isEmpty();
    }

    @Test
    void codes_of_mainland_china_get_their_zeros_back() {
        UniverseReading reading = read(
                JSON,
                "831,China Rare Earth,SZSE,China,1,USD,1\n600111,Northern,SSE,China,1,USD,1\n769,Other,HKEX,China,1,USD,1\n");

        assertThat(universe(reading).ids()).containsExactly("000831", "600111", "769");
        assertThat(reading.notes()).containsExactly("1 code had lost leading zeros: '831' in line 2 is 000831.");
    }

    @Test
    void notes_are_of_rows_that_were_kept() {
        UniverseReading reading =
                read(JSON, "831,CREI,SZSE,China,1,CNY\n600111,Northern,SSE,China,2,CNY,1\n,Nobody,SSE,China,2,CNY,1\n");

        assertThat(reading.universe().orElseThrow().ids()).containsExactly("600111");
        assertThat(reading.leftOut()).isEqualTo(2);
        assertThat(reading.notes())
                .containsExactly(
                        "1 figure in CNY converted at 0.1406 USD, the rate of 2025-12-31 (ECB).",
                        "2 rows left out for a problem: line 2, has 6 cells where the first line has 7. Maybe a delimiter"
                                + " is missing: empty cells need theirs too. line 4, Ticker: is empty. Give the company an id, such"
                                + " as its ticker.");
    }

    @Test
    void a_company_stands_once_with_an_id() {
        assertThat(read(JSON, "MP,MP,NYSE,US,1,USD,1\n,Nobody,NYSE,US,1,USD,1\nMP,MP 2,NYSE,US,2,USD,2\n")
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "companies.csv:3: Ticker: is empty. Give the company an id, such as its ticker.",
                        "companies.csv:4: Ticker: 'MP' is in line 2 already. Rename or delete one.");
    }

    @Test
    void ragged_rows_and_open_quotes_are_reported() {
        assertThat(read(JSON, "MP,MP,NYSE\nA,B,C,D,1,USD,1,2\n\nLYC,Lynas,ASX,AU,1,USD,1\n")
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "companies.csv:2: has 3 cells where the first line has 7. Maybe a delimiter is missing: empty"
                                + " cells need theirs too.",
                        "companies.csv:3: has 8 cells where the first line has 7. Maybe a cell that holds a delimiter is"
                                + " not in quotes.");
        UniverseReading open = read(JSON, "MP,MP,NYSE,US,1,USD,1\nLYC,\"Lynas,ASX,AU,1,USD,1\nA,A,ASX,AU,1,USD,1\n");
        assertThat(open.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "companies.csv:3: has a quote that is not closed where its cell ends. Close it, and write"
                                + " a quote inside a quoted cell twice (\"\").");
        assertThat(open.universe().orElseThrow().ids()).containsExactly("MP", "A");
    }

    @Test
    void what_is_wrong_in_many_cells_is_told_of_the_first_twenty() {
        UniverseReading reading = read(
                JSON,
                IntStream.range(0, 30)
                        .mapToObj(i -> "C" + i + ",MP,NYSE,US,x,USD,1\n")
                        .collect(joining()));

        assertThat(reading.problems()).hasSize(21);
        assertThat(reading.problems().get(0))
                .hasToString("companies.csv: has 10 more problems like those of Mkt cap (m).");
        assertThat(reading.notes())
                .singleElement()
                .asString()
                .startsWith("30 cells are not known for a problem: line 2,");
    }

    @Test
    void bytes_of_another_encoding_are_not_replaced_in_silence() throws IOException {
        Files.writeString(
                folder.resolve("companies.csv"),
                HEADER + "MP,Société,NYSE,US,1,USD,1\n",
                Charset.forName("windows-1252"));
        Path file = Files.writeString(folder.resolve("mine.json"), JSON, UTF_8);

        assertThat(UniverseReader.read(file).problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "companies.csv:2: Company: 'Soci\uFFFDt\uFFFD' is not UTF-8 (byte 8 of line 2 is 0xE9). Maybe"
                                + " the file is in Windows-1252 or GBK: name its encoding, or save it as UTF-8.");
        assertThat(UniverseReader.read(file).universe().orElseThrow().name(0)).isEqualTo("MP");
        String told = JSON.replace("\"id\"", "\"encoding\": \"windows-1252\", \"id\"");
        assertThat(UniverseReader.read(Files.writeString(file, told))
                        .orElseThrow()
                        .universe()
                        .orElseThrow()
                        .name(0))
                .isEqualTo("Société");
        String unknown = JSON.replace("\"id\"", "\"encoding\": \"UFT-8\", \"id\"");
        assertThat(UniverseReader.read(Files.writeString(file, unknown)).problems())
                .extracting(Problem::toString)
                .contains(
                        "mine.json:3: encoding: 'UFT-8' is not an encoding. Write one such as UTF-8, GBK or windows-1252.");
    }

    @Test
    void a_table_without_companies_is_a_universe_of_none_and_an_empty_file_is_refused() throws IOException {
        assertThat(universe(read(JSON, "")).size()).isZero();
        Files.writeString(folder.resolve("companies.csv"), "");
        assertThat(UniverseReader.read(folder.resolve("mine.json")).problems())
                .extracting(Problem::toString)
                .containsExactly("companies.csv: is empty. Write a header and rows into it, or export it anew.");
    }

    @Test
    void columns_that_the_table_does_not_have_are_all_reported_where_they_are_named() {
        UniverseReading reading = read(
                JSON.replace("Mkt cap (m)", "Mkt cap").replace("\"country\": \"Country\"", "\"country\": \"Land\""),
                "MP,MP,NYSE,US,1,USD,1\n");

        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "mine.json:8: column: 'Mkt cap' is not a column of companies.csv. Use one of: Ticker, Company,"
                                + " Exchange, Country, Mkt cap (m), Ccy, EBITDA %.",
                        "mine.json:13: country: 'Land' is not a column of companies.csv. Use one of: Ticker, Company,"
                                + " Exchange, Country, Mkt cap (m), Ccy, EBITDA %.");
        assertThat(reading.universe()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "../companies.csv|'../companies.csv' leads out of the folder. Put the table beside this file.",
                "/etc/passwd|'/etc/passwd' leads out of the folder. Put the table beside this file.",
                "none.csv|'none.csv' is not a file in the folder. Put the table beside this one."
            })
    void the_table_stands_beside_the_file(String path, String message) {
        assertThat(read(JSON.replace("companies.csv", path), "").problems())
                .extracting(Problem::toString)
                .containsExactly("mine.json:2: universe: " + message);
    }

    @Test
    void mistakes_in_the_file_are_reported_at_once() {
        String json = JSON.replace("\"exchange\"", "\"exchnage\"")
                .replace("0.1406", "\"0.1406\"")
                .replace("\"name\": \"margin\"", "\"name\": \"margn\"");

        assertThat(read(json, "MP,MP,NYSE,US,1,USD,1\n").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "mine.json:5: exchnage: is not a field of a universe. Did you mean 'exchange'?",
                        "mine.json:9: rate: '0.1406' is not a number. Write plain digits with a decimal point, and no"
                                + " quotes: 0.25.",
                        "mine.json:14: name: 'margn' is not a column of the universe. Did you mean 'margin'?");
    }

    @Test
    void columns_are_an_object_by_name() {
        assertThat(read(JSON.replace("{\"country\": \"Country\"}", "[\"Country\"]"), "MP,MP,NYSE,US,1,USD,1\n")
                        .problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "mine.json:13: words: '[\"Country\"]' names no columns. Write {\"margin\": \"EBITDA %\"}.");
    }

    @Test
    void a_rate_needs_its_date_and_source_and_is_above_zero() {
        String json = JSON.replace("0.1406, \"date\": \"2025-12-31\", \"source\": \"ECB\"", "-1");
        assertThat(read(json, "").problems())
                .extracting(Problem::toString)
                .contains(
                        "mine.json:9: source: is missing or empty. Give it as text.",
                        "mine.json:9: date: is missing or empty. Give it as text.");
        assertThat(read(JSON.replace("0.1406", "0"), "").problems())
                .extracting(Problem::toString)
                .contains("mine.json:9: rate: '0' is no rate: it must be above zero.");
    }

    @Test
    void what_must_be_read_without_a_problem_throws_with_all_of_them() {
        UniverseReading reading = read(JSON, "MP,MP,NYSE,US,x,USD,1\n");

        assertThatExceptionOfType(DataException.class)
                .isThrownBy(reading::orElseThrow)
                .withMessage(reading.problems().get(0).toString());
    }

    @Test
    void a_turkish_or_arabic_reader_reads_the_same() {
        Locale before = Locale.getDefault();
        try {
            for (String tag : new String[] {"tr", "ar-EG", "de"}) {
                Locale.setDefault(Locale.forLanguageTag(tag));
                UniverseReading reading = read(JSON, "831,CREI,szse,CHINA,1.5,CNY,N/A\n");
                assertThat(universe(reading).ids()).containsExactly("000831");
                assertThat(universe(reading).number("market value", 0)).isEqualTo(1.5 * 0.1406);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void an_export_of_wind_is_a_universe_as_it_is() throws IOException {
        Files.writeString(folder.resolve("wind.csv"), """
                证券代码,证券简称,总市值1 [单位] 元,营业收入 [单位] 万元,毛利率 [单位] %
                600111.SH,北方稀土,"183,680,000,000.0000","3,296,600.0000",１０．５
                000831.SZ,中国稀土,"55,930,000,000.0000",--,暂无
                ,,,,
                合计,,"239,610,000,000.0000",,
                数据来源：Wind
                """);
        UniverseReading reading = UniverseReader.read(Files.writeString(folder.resolve("mine.json"), """
                {
                  "universe": "wind.csv", "id": "证券代码", "name": "证券简称",
                  "missing": ["暂无"], "leave_out": ["数据来源", "合计"],
                  "numbers": {
                    "market value": {"column": "总市值1 [单位] 元", "unit": "元", "to": "CNY mn"},
                    "revenue": {"column": "营业收入 [单位] 万元", "unit": "万元", "to": "CNY mn"},
                    "margin": "毛利率 [单位] %"
                  }
                }
                """));

        Universe universe = universe(reading);
        assertThat(universe.size()).isEqualTo(2);
        assertThat(universe.numbers("market value")).containsExactly(183680, 55930);
        assertThat(universe.numbers("revenue")).containsExactly(32966, Double.NaN);
        assertThat(universe.numbers("margin")).containsExactly(10.5, Double.NaN);
        assertThat(reading.notes())
                .containsExactly(
                        "1 row left out: blank.",
                        "1 row left out: beginning with '合计'.",
                        "1 row left out: beginning with '数据来源'.");
    }

    @Test
    void a_unit_that_cannot_become_the_other_is_a_problem() {
        String json = JSON.replace(
                "\"margin\": \"EBITDA %\"",
                "\"margin\": {\"column\": \"EBITDA %\", \"unit\": \"万吨\", \"to\":" + " \"CNY mn\"}");

        assertThat(read(json, "A,A Corp,XNYS,Chile,1,USD,1\n").problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "mine.json:11: unit: '万吨' is a mass, and it is not said a mass of what. Give its basis, such as"
                                + " REO, NdPr oxide or gross.");
    }

    /** Three columns as a provider of quotes writes them, and one of words. */
    private static final String QUOTES = """
            {
              "universe": "quotes.csv", "id": "Symbol", "name": "Name",
              "numbers": {
                "price": "Price", "yield": "Dividend Yield", "market value": "Market Cap", "earnings": "EPS", "cash": "Net cash"
              },
              "words": {"sector": "Sector"}
            }
            """;

    private UniverseReading quotes(String json, String... rows) {
        try {
            Files.writeString(
                    folder.resolve("quotes.csv"),
                    "Symbol,Name,Sector,Price,Dividend Yield,Market Cap,EPS,Net cash\r\n" + String.join("\r\n", rows)
                            + "\r\n");
            return UniverseReader.read(Files.writeString(folder.resolve("quotes.json"), json));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void forms_that_every_number_of_a_column_has_are_understood_and_noted() {
        UniverseReading reading = quotes(
                QUOTES,
                "MMM,3M Company,Industrials,$142.66,1.97%,75.9B, 7.17 ,(500)",
                "AAPL,Apple Inc.,Information Technology,\"$1,227.52\",0.44%,3.35T, 6.08 ,(1,000)",
                "XYZ,Newly Listed,Financials,N/A,-,812.5M,nan,--");
        // the last cell of Apple has a comma and no quotes, so its row is too long
        assertThat(reading.problems()).extracting(Problem::line).containsExactly(3);

        Universe universe = reading.withoutBrokenRows().universe().orElseThrow();
        assertThat(universe.ids()).containsExactly("MMM", "XYZ");
        assertThat(universe.numbers("price")).containsExactly(142.66, Double.NaN);
        assertThat(universe.numbers("yield")).containsExactly(1.97, Double.NaN);
        assertThat(universe.numbers("market value")).containsExactly(75.9e9, 812.5e6);
        assertThat(universe.numbers("earnings")).containsExactly(7.17, Double.NaN);
        assertThat(universe.numbers("cash")).containsExactly(-500, Double.NaN);
        assertThat(reading.notes())
                .containsExactly(
                        "Column 'Price': 1 number with the sign of a currency, read without it and not converted.",
                        "Column 'Dividend Yield': 1 number with %, read in percent (12.5% as 12.5).",
                        "Column 'Market Cap': 2 numbers with K, M, B or T, read as thousands, millions, billions and"
                                + " trillions.",
                        "Column 'EPS': 1 number with blanks around.",
                        "Column 'Net cash': 1 number in brackets, read as negative.",
                        "1 row left out for a problem: line 3, has 9 cells where the first line has 8. Maybe a cell that"
                                + " holds a delimiter is not in quotes.");
    }

    @Test
    void of_503_companies_with_one_bad_cell_all_stay() {
        String[] rows = IntStream.range(0, 503)
                .mapToObj(i -> "S" + i + ",Company " + i + ",Energy,$" + (i == 250 ? "high" : i + ".50") + ",1.2%,"
                        + (1 + i) + (i % 2 == 0 ? "B" : "M") + "," + i + "," + -i)
                .toArray(String[]::new);
        UniverseReading reading = quotes(QUOTES, rows);

        assertThat(reading.problems())
                .extracting(Problem::toString)
                .containsExactly(
                        "quotes.csv:252: Price: '$high' is not a number. Write plain digits with a decimal point,"
                                + " such as 31000 or 48.40.");
        Universe universe = reading.withoutBrokenRows().universe().orElseThrow();
        assertThat(universe.size()).isEqualTo(503);
        assertThat(universe.number("price", 250)).isNaN();
        assertThat(universe.number("price", 251)).isEqualTo(251.5);
        assertThat(reading.notes())
                .contains(
                        "1 cell is not known for a problem: line 252, Price: '$high' is not a number. Write plain digits with a"
                                + " decimal point, such as 31000 or 48.40.");
        assertThatExceptionOfType(DataException.class).isThrownBy(reading::orElseThrow);
    }

    @Test
    void what_stops_a_universe_is_more_than_a_row() {
        UniverseReading noColumn = quotes(QUOTES.replace("\"EPS\"", "\"EBIT\""), "MMM,3M,Industrials,1,1,1,1,1");
        UniverseReading noRow = quotes(QUOTES, ",3M,Industrials,high,1,1,1,1");

        assertThatExceptionOfType(DataException.class).isThrownBy(noColumn::withoutBrokenRows);
        assertThatExceptionOfType(DataException.class).isThrownBy(noRow::withoutBrokenRows);
    }

    @Test
    void a_lone_t_may_be_tonnes_unless_the_column_says_that_it_is_none_and_other_letters_are_sizes() {
        String[] rows = {"MMM,3M,Industrials,1,1,2.9T,1,1", "AAPL,Apple,IT,1,1,3.1T,1,1"};
        String said = QUOTES.replace("\"Market Cap\"", "{\"column\": \"Market Cap\", \"written\": [\"letters\"]}");

        assertThat(quotes(QUOTES, rows).universe().orElseThrow().numbers("market value"))
                .containsExactly(Double.NaN, Double.NaN);
        assertThat(quotes(QUOTES, rows).problems()).hasSize(2);
        assertThat(universe(quotes(QUOTES, rows[0].replace('T', 'B'), rows[1].replace('T', 'B')))
                        .numbers("market value"))
                .containsExactly(2.9e9, 3.1e9);
        assertThat(universe(quotes(said, rows)).numbers("market value")).containsExactly(2.9e12, 3.1e12);
    }

    @Test
    void a_column_says_in_which_forms_some_of_its_numbers_are_written() {
        String said = QUOTES.replace(
                "\"Net cash\"", "{\"column\": \"Net cash\", \"written\": [\"brackets\", \"currency sign\"]}");
        UniverseReading reading = quotes(
                said, "A,A,IT,1,1,1,1,($500)", "B,B,IT,1,1,1,1,500", "C,C,IT,1,1,1,1,-$2.5", "D,D,IT,1,1,1,1,$-1");

        assertThat(universe(reading).numbers("cash")).containsExactly(-500, 500, -2.5, -1);
        assertThat(quotes(said.replace("brackets", "bracket"), "A,A,IT,1,1,1,1,1")
                        .problems())
                .extracting(Problem::message)
                .containsExactly("written: 'bracket' is no way to write numbers. Did you mean 'brackets'?");
    }

    @Test
    void a_note_counts_each_form_by_itself_and_short_numbers_too() {
        String said = QUOTES.replace(
                "\"Net cash\"", "{\"column\": \"Net cash\", \"written\": [\"brackets\", \"currency sign\"]}");
        UniverseReading reading = quotes(said, "A,A,IT,1,5%,1,1,($500)", "B,B,IT,1,7 %,1,1,$5", "C,C,IT,1,,1,1,5");

        assertThat(universe(reading).numbers("cash")).containsExactly(-500, 5, 5);
        assertThat(reading.notes())
                .containsExactly(
                        "Column 'Dividend Yield': 2 numbers with %, read in percent (12.5% as 12.5).",
                        "Column 'Net cash': 2 numbers with the sign of a currency, read without it and not converted, and"
                                + " so is 1 that has none; 1 number in brackets, read as negative.");
    }

    @Test
    void signs_of_several_currencies_are_not_read_alike() {
        assertThat(quotes(QUOTES, "A,A,IT,$1,1,1,1,1", "B,B,IT,€1,1,1,1,1").problems())
                .hasSize(2);
    }

    @Test
    void an_infinite_number_is_not_known_and_the_note_says_so() {
        UniverseReading reading = quotes(QUOTES, "A,A,IT,inf,1,1,1,1", "B,B,IT,5,1,1,-Infinity,1");

        assertThat(universe(reading).numbers("price")).containsExactly(Double.NaN, 5);
        assertThat(reading.notes())
                .containsExactly(
                        "Column 'Price': 1 cell says that the number is infinite (inf), and it is taken as not known. Maybe"
                                + " it was divided by zero.",
                        "Column 'EPS': 1 cell says that the number is infinite (inf), and it is taken as not known. Maybe it"
                                + " was divided by zero.");
    }

    @Test
    void a_column_needs_a_name_of_its_own() {
        assertThat(read(
                                JSON.replace("\"margin\":", "\" \":").replace("\"country\":", "\"\":"),
                                "MP,MP,NYSE,US,1,USD,1\n")
                        .problems())
                .extracting(Problem::toString)
                .contains(
                        "mine.json:6: numbers: a column has an empty name. Give it one, by which a screen can name it.",
                        "mine.json:13: words: a column has an empty name. Give it one, by which a screen can name it.");
    }

    @Test
    void a_column_of_words_with_the_name_of_one_of_numbers_is_a_problem_and_the_table_is_not_read() {
        UniverseReading reading = read(JSON.replace("\"margin\":", "\"country\":"), "MP,MP,NYSE,US,1,USD,1\n");

        assertThat(reading.universe()).isEmpty();
        assertThat(reading.problems())
                .extracting(Problem::toString)
                .contains("mine.json:13: country: is a column of numbers already. Rename one of the two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Company", "Exchange", "Country", "Mkt cap (m)", "EBITDA %", "Ticker"})
    void a_column_of_the_table_without_a_name_is_a_problem_and_the_table_is_not_read(String column) {
        UniverseReading reading = read(JSON.replace("\"" + column + "\"", "\"\""), "MP,MP,NYSE,US,1,USD,1\n");

        assertThat(reading.universe()).isEmpty();
        assertThat(reading.problems())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .endsWith(": is missing or empty. Give it as text.");
    }
}

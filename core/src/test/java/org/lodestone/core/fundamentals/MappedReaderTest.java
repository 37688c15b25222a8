package org.lodestone.core.fundamentals;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.core.fundamentals.Analysts.facts;
import static org.lodestone.core.fundamentals.Analysts.file;
import static org.lodestone.core.fundamentals.Analysts.leftOut;
import static org.lodestone.core.fundamentals.Analysts.problems;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.fundamentals.Fundamentals.ReadColumn;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.problem.DataException;

class MappedReaderTest {

    private static final String SALES =
            "\"Sales\": {\"fact\": \"revenue\", \"unit\": \"CNY mn\", \"period\": \"FY2024\"}";

    @TempDir
    private Path folder;

    private Fundamentals read(String mapping, String... lines) {
        return FundamentalsFile.of(file(folder, "peers.csv", lines), Program.TABLE)
                .mapping(MappingReader.read(file(folder, "mapping.json", mapping)))
                .read(Analysts.dataset());
    }

    @Test
    void a_wide_table_is_read_by_the_names_of_its_columns() {
        Fundamentals read = read(
                "{\"header\": 3, \"delimiter\": \";\", \"decimal_comma\": true, \"missing\": [\"k.A.\"],"
                        + " \"leave_out\": [\"Peers\"],"
                        + " \"company\": {\"column\": \"Ticker\", \"by\": \"symbol\", \"exchange\": \"Exch\", \"name\":"
                        + " \"Name\"}, \"facts\": {"
                        + "\"Sales\": {\"fact\": \"revenue\", \"unit\": \"CNY mn\", \"period\": \"FY2024\", \"scope\":"
                        + " \"consolidated\"},"
                        + "\"Mkt cap\": {\"fact\": \"market-cap\", \"unit\": \"亿元\", \"period_column\": \"As of\","
                        + " \"timing\": \"day\"},"
                        + "\"Oxides\": {\"fact\": \"output-oxides\", \"unit\": \"kt\", \"basis\": \"gross\", \"period\":"
                        + " \"FY2024\"},"
                        + "\"Sales 2026\": {\"fact\": \"revenue-forecast\", \"unit\": \"CNY bn\", \"period\": \"FY2026\","
                        + " \"how\": \"forecast\"}}}",
                "Peer table",
                "made up but for 2024",
                "Ticker;Exch;Name;Sales;Mkt cap;As of;Oxides;Sales 2026;Comment",
                "600111;SH;北方稀土;32.966,00;1.836,8;2025/10/31;15,5;45;x",
                "831;Shenzhen;;1;1;20251031;1;1;",
                "831;XSHE;;3.027,348207;k.A.;20251031;-;;",
                ";;Total;36.000;;;;;",
                "Peers average;;;18.000;;;;;");

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read))
                .containsExactly(
                        "600111.SH revenue FY2024 32966.00 CNY mn (consolidated)",
                        "600111.SH market-cap 2025-10-31 183680 CNY mn",
                        "600111.SH output-oxides FY2024 15.5 kt gross",
                        "600111.SH revenue-forecast FY2026 45 CNY bn",
                        "000831.SZ revenue FY2024 3027.348207 CNY mn (consolidated)");
        assertThat(read.facts().get(3).citation().how()).hasToString("forecast");
        assertThat(leftOut(read))
                .containsExactly(
                        "peers.csv:1 Peer table: above the header",
                        "peers.csv:2 made up but for 2024: above the header",
                        "peers.csv:5 831: not among the companies of the dataset. To add such companies, say"
                                + " \"new_companies\" in a mapping: {\"place\": …, \"currency\": …}",
                        "peers.csv:7 Total: total or average, of no single company",
                        "peers.csv:8 Peers average: total or average, of no single company");
        assertThat(read.columns())
                .filteredOn(column -> column.header().equals("Comment"))
                .singleElement()
                .extracting(ReadColumn::leftOut)
                .isEqualTo("the mapping does not name it");
    }

    @Test
    void a_table_with_a_row_for_each_number_is_read_by_the_words_for_facts() {
        Fundamentals read = read(
                "{\"company\": {\"column\": \"Company\", \"by\": \"name\"},"
                        + " \"rows\": {\"fact\": \"Item\", \"period\": \"Year\", \"value\": \"Value\", \"unit\": \"Unit\"},"
                        + " \"facts\": {\"Sales\": {\"fact\": \"revenue\"}, \"Output\": {\"fact\": \"output-oxides\","
                        + " \"basis\": \"gross\"}}}",
                "Company,Item,Year,Value,Unit",
                "北方稀土,Sales,FY2023,334.97,亿元",
                "china northern rare earth,Sales,2024年报,32966,CNY mn",
                "Lynas Rare Earths,Staff,FY2024,1000,",
                "北方稀土,Output,FY2024,1.55,万吨",
                "北方稀土,Sales,45657,1,亿元");

        assertThat(facts(read))
                .containsExactly(
                        "600111.SH revenue FY2023 33497 CNY mn",
                        "600111.SH revenue FY2024 32966 CNY mn",
                        "600111.SH output-oxides FY2024 15500 t gross");
        assertThat(leftOut(read)).containsExactly("peers.csv:4 Staff: the mapping does not say which fact it is");
        assertThat(problems(read))
                .containsExactly("peers.csv:6: Sales: '45657' is not a period. Maybe a spreadsheet's number of a day"
                        + " (2024-12-31): format the column as a date, and save the table anew.");
    }

    @Test
    void a_header_with_the_unit_of_something_else_than_the_mapping_says_is_a_note() {
        String mapping = "{\"company\": {\"column\": \"Code\"}, \"facts\": {"
                + "\"Output (万吨)\": {\"fact\": \"revenue\", \"unit\": \"万元\", \"period\": \"FY2024\"},"
                + "\"Sales (亿元)\": {\"fact\": \"revenue\", \"unit\": \"万元\", \"period\": \"FY2023\"},"
                + "\"Sales (audited)\": {\"fact\": \"revenue\", \"unit\": \"万元\", \"period\": \"FY2022\"}}}";

        Fundamentals read = read(mapping, "Code,Output （万吨）,Sales (亿元),Sales (audited)", "600111.SH,1,2,3");

        assertThat(problems(read)).isEmpty();
        assertThat(read.facts()).hasSize(3);
        assertThat(read.notes())
                .containsExactly(
                        "The header 'Output (万吨)' says 万吨, and the mapping says 万元. See which of the two it is.");
    }

    @Test
    void a_company_whose_name_begins_as_a_total_does_is_no_total() {
        Fundamentals read = FundamentalsFile.of(
                        file(folder, "peers.csv", "Company,Sales", "Mean Metals,1", "Mean,2", "Total,3"), Program.TABLE)
                .mapping(MappingReader.read(file(
                        folder,
                        "mapping.json",
                        "{\"company\": {\"column\": \"Company\", \"by\": \"name\"}, \"facts\": {" + SALES + "}}")))
                .read(Dataset.builder("tiny")
                        .rows(
                                DatasetTables.COMPANIES,
                                List.of(Analysts.company("MM.AX", "Mean Metals", "", "XASX", "MM", "AUD", "06-30", "")))
                        .build());

        assertThat(facts(read)).containsExactly("MM.AX revenue FY2024 1 CNY mn");
        assertThat(leftOut(read))
                .containsExactly(
                        "peers.csv:3 Mean: total or average, of no single company",
                        "peers.csv:4 Total: total or average, of no single company");
    }

    @Test
    void a_column_that_is_not_there_or_stands_twice_is_a_problem() {
        String mapping = "{\"company\": {\"column\": \"Code\"}, \"facts\": {" + SALES + "}}";

        assertThat(problems(read(mapping, "Code,Sale", "600111.SH,1")))
                .containsExactly(
                        "peers.csv:1: Sales: is named in the mapping and is not a column of the table. Did you mean"
                                + " 'Sale'?");
        assertThat(problems(read(mapping, "Code,Sales,Sales", "600111.SH,1,2")))
                .containsExactly("peers.csv:1: Sales: is the name of two columns. Rename one of them in the table.");
        assertThat(problems(read(mapping, "Code;Sales", "600111.SH;1"))).isEmpty();
        assertThat(problems(read(mapping, "Code,Sales")))
                .containsExactly("peers.csv: has a header and no rows. Add rows" + " below it.");
        assertThat(problems(read(mapping, "Code,Sales", "600111.SH,1,2")))
                .containsExactly(
                        "peers.csv:2: has 3 cells where the header has 2. Name every column; maybe headers are merged, or a cell that"
                                + " holds a delimiter is not in quotes.");
        assertThat(problems(FundamentalsFile.of(file(folder, "x.csv", "a,b", "1,2"), Program.TABLE)
                        .read(Analysts.dataset())))
                .singleElement()
                .asString()
                .startsWith("x.csv: needs a mapping that says which column has the company");
    }

    @Test
    void a_file_that_is_empty_or_not_there_is_a_problem() {
        String mapping = "{\"company\": {\"column\": \"Code\"}, \"facts\": {" + SALES + "}}";
        Mapping read = MappingReader.read(file(folder, "mapping.json", mapping));

        assertThat(problems(FundamentalsFile.of(folder.resolve("none.csv"), Program.TABLE)
                        .mapping(read)
                        .read(Analysts.dataset())))
                .containsExactly("none.csv: is not there. Check its name.");
        assertThat(problems(FundamentalsFile.of(file(folder, "blank.csv", ""), Program.TABLE)
                        .mapping(read)
                        .read(Analysts.dataset())))
                .isNotEmpty();
    }

    @Test
    void a_mapping_that_is_broken_is_told_with_its_place() {
        Path mapping = file(folder, "mapping.json", "{\"company\":", " {\"column\": \"Code\"");

        assertThatThrownBy(() -> MappingReader.read(mapping))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "mapping.json:3: is not valid JSON: Unexpected end-of-input: expected close marker for"
                                + " Object (start marker at line 2, column 2) (column 1).");
    }

    @Test
    void a_mapping_tells_all_that_is_wrong_with_it() {
        Path mapping = file(
                folder,
                "mapping.json",
                "{\"header\": 0, \"encoding\": \"no such\", \"colums\": 1,",
                "\"facts\": {",
                "\"A\": {\"fact\": \"revenue\", \"unit\": \"万\", \"period\": \"2024Q5\"},",
                "\"B\": {\"unit\": \"吨\", \"kind\": \"monei\"}},",
                "\"new_companies\": {\"place\": \"Chyna\", \"currency\": \"CNY\"}}");

        assertThatThrownBy(() -> MappingReader.read(mapping))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("mapping.json:1: colums: is not a field of a mapping.")
                .hasMessageContaining("mapping.json:1: header: is not a line.")
                .hasMessageContaining("mapping.json:1: encoding: 'no such' is not an encoding.")
                .hasMessageContaining("mapping.json:3: unit: '万' is not a unit that is known here.")
                .hasMessageContaining("mapping.json:3: period: '2024Q5' is not a period.")
                .hasMessageContaining("mapping.json:4: fact: is missing or empty. Give it as text.")
                .hasMessageContaining("mapping.json:4: kind: 'monei' is not allowed here. Did you mean 'money'?")
                .hasMessageContaining("mapping.json:4: unit: '吨' is a mass, and it is not said a mass of what.")
                .hasMessageContaining("mapping.json:5: place: 'Chyna'");
    }

    // ---------------------------------------------------------------- how numbers are written

    /** A mapping of columns, each {@code NAME: UNIT} and what else is said of it. */
    private static String mapping(String... columns) {
        return "{\"company\": {\"column\": \"Code\"}, \"facts\": {"
                + Stream.of(columns)
                        .map(column -> column.split(": ", 2))
                        .map(part -> "\"" + part[0] + "\": {\"fact\": \"" + part[0] + "\", \"period\": \"FY2024\","
                                + " \"unit\": " + part[1] + "}")
                        .collect(joining(", "))
                + "}}";
    }

    @Test
    void numbers_are_read_in_the_forms_that_all_of_their_column_have_and_a_note_says_so() {
        Fundamentals read = read(
                mapping(
                        "price: \"USD/share\"",
                        "yield: \"%\"",
                        "market-cap: \"USD\"",
                        "cash: \"CNY mn\"",
                        "share: \"x\"",
                        "sales: \"CNY mn\""),
                "Code,price,yield,market-cap,cash,share,sales",
                "600111.SH,$142.66,0.987%,2.9T,(500),5.1e+01, 7 ",
                "000831.SZ,$3,none,120.5M,\"(1,234.5)\",2e-3,8",
                "MP,nan,,null,-,,9",
                "Total,$145.66,0.987,2.9,500,1,24");

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read))
                .containsExactly(
                        "600111.SH price FY2024 142.66 USD",
                        "600111.SH yield FY2024 0.987 %",
                        "600111.SH market-cap FY2024 2900000000000 USD",
                        "600111.SH cash FY2024 -500 CNY mn",
                        "600111.SH share FY2024 51 x",
                        "600111.SH sales FY2024 7 CNY mn",
                        "000831.SZ price FY2024 3 USD",
                        "000831.SZ market-cap FY2024 120500000 USD",
                        "000831.SZ cash FY2024 -1234.5 CNY mn",
                        "000831.SZ share FY2024 0.002 x",
                        "000831.SZ sales FY2024 8 CNY mn",
                        "MP sales FY2024 9 CNY mn");
        assertThat(read.notes())
                .containsExactly(
                        "Column 'cash': 2 numbers in brackets, read as negative.",
                        "Column 'market-cap': 2 numbers with K, M, B or T, read as thousands, millions, billions and"
                                + " trillions.",
                        "Column 'price': 2 numbers with the sign of a currency, read without it and not converted.",
                        "Column 'sales': 1 number with blanks around.",
                        "Column 'share': 2 numbers with an exponent.",
                        "Column 'yield': 1 number with %, read in percent (12.5% as 12.5).");
    }

    @Test
    void what_may_be_read_in_two_ways_is_left_out_unless_the_unit_or_the_column_says_which() {
        String[] rows = {"Code,cash", "600111.SH,(500)", "000831.SZ,3", "MP,$2.9T"};

        Fundamentals read = read(mapping("cash: \"USD\""), rows);
        assertThat(problems(read)).isEmpty();
        assertThat(facts(read)).containsExactly("600111.SH cash FY2024 -500 USD", "000831.SZ cash FY2024 3 USD");
        assertThat(leftOut(read))
                .containsExactly(
                        "peers.csv:4 cash: '$2.9T' may be 2.9 tonnes or 2,900,000,000,000: no number of the column has"
                                + " another letter than T. Write all its digits, or, if all are meant alike, say"
                                + " \"written\": [\"letters\"] of the column: no number that has one reading");
        assertThat(facts(read(mapping("cash: \"x\""), rows))).containsExactly("000831.SZ cash FY2024 3 x");

        Fundamentals said =
                read(mapping("cash: \"USD\", \"written\": [\"brackets\", \"currency sign\", \"letters\"]"), rows);
        assertThat(problems(said)).isEmpty();
        assertThat(facts(said))
                .containsExactly(
                        "600111.SH cash FY2024 -500 USD",
                        "000831.SZ cash FY2024 3 USD",
                        "MP cash FY2024 2900000000000 USD");
        assertThat(said.notes())
                .containsExactly(
                        "Column 'cash': 1 number with the sign of a currency, read without it and not converted, and so are 2"
                                + " that have none; 1 number with K, M, B or T, read as thousands, millions, billions and"
                                + " trillions; 1 number in brackets, read as negative.");
    }

    @Test
    void letters_of_one_size_may_be_a_unit_unless_the_column_says_that_they_are_none() {
        String[] rows = {"Code,cash", "600111.SH,2.9T", "000831.SZ,3.1T"};

        assertThat(leftOut(read(mapping("cash: \"USD\""), rows)))
                .hasSize(2)
                .first()
                .asString()
                .startsWith("peers.csv:2 cash: '2.9T' may be 2.9 tonnes or 2,900,000,000,000: ");
        assertThat(facts(read(mapping("cash: \"USD\", \"written\": [\"letters\"]"), rows)))
                .containsExactly("600111.SH cash FY2024 2900000000000 USD", "000831.SZ cash FY2024 3100000000000 USD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"', // none in these messages, which begin with a single one
            value = {
                "CNY mn    | $5   | '$5' has the sign of another currency than the unit, 'CNY mn'. Correct the unit in the"
                        + " mapping, or take the sign out.",
                "USD       | £5   | '£5' has the sign of another currency than the unit, 'USD'. Correct the unit in the mapping,"
                        + " or take the sign out.",
                "x         | $5   | '$5' has the sign of a currency, and the unit, 'x', is none of money. Correct the unit in the"
                        + " mapping, or take the sign out.",
                "USD       | 5%   | '5%' is a percentage, and the unit is 'USD'. Correct the unit in the mapping, or take the"
                        + " sign out.",
                "USD mn    | 5M   | '5M' has a letter for its size, and the unit, 'USD mn', has a size too. Give a unit"
                        + " without one in the mapping, such as USD or t REO, or take the letter out.",
                "万元      | 5M   | '5M' has a letter for its size, and the unit, '万元', has a size too. Give a unit"
                        + " without one in the mapping, such as USD or t REO, or take the letter out.",
                "kt REO    | 5M   | '5M' has a letter for its size, and the unit, 'kt REO', has a size too. Give a unit"
                        + " without one in the mapping, such as USD or t REO, or take the letter out."
            })
    void what_contradicts_the_unit_of_the_mapping_is_a_problem(String unit, String cell, String message) {
        assertThat(problems(readAsSaid(unit, cell))).containsExactly("peers.csv:2: cash: " + message);
    }

    @ParameterizedTest
    @CsvSource({
        "USD mn, $5",
        "AUD mn, $5",
        "USD/kg, $5",
        "元, ￥5",
        "EUR, €5",
        "[dollars per troy ounce], $5",
        "%, 5%",
        "%, 5 %",
        "%/yr, 5%",
        "USD, 0.005K",
        "t REO, 0.005K",
        "元/公斤, 0.005K"
    })
    void what_stands_around_a_number_and_fits_its_unit_is_read(String unit, String cell) {
        Fundamentals read = readAsSaid(unit, cell);

        assertThat(problems(read)).isEmpty();
        assertThat(read.facts())
                .singleElement()
                .extracting(fact -> fact.value().printed())
                .isEqualTo("5");
    }

    private Fundamentals readAsSaid(String unit, String cell) {
        String said = ", \"written\": [\"letters\", \"currency sign\", \"percent\", \"exponents\"]";
        return read(mapping("cash: \"" + unit + "\"" + said), "Code,cash", "MP," + cell);
    }

    @Test
    void what_is_no_number_is_not_known_of_its_company_and_the_rest_of_the_file_is_read() {
        Fundamentals read = read(
                mapping("cash: \"USD\"", "margin: \"x\""),
                "Code,cash,margin",
                "MP,oops,12%",
                "600111.SH,5,13%",
                "000831.SZ,1e99,14");

        assertThat(problems(read))
                .hasSize(2)
                .allMatch(problem -> problem.contains("is a percentage, and the unit is 'x'"));
        Fundamentals unclear = read(
                mapping("cash: \"USD\"", "margin: \"%\""),
                "Code,cash,margin",
                "MP,oops,12%",
                "600111.SH,5,13%",
                "000831.SZ,1e99,14");
        assertThat(problems(unclear)).isEmpty();
        assertThat(facts(unclear))
                .containsExactly(
                        "MP margin FY2024 12 %",
                        "600111.SH cash FY2024 5 USD", "600111.SH margin FY2024 13 %", "000831.SZ margin FY2024 14 %");
        assertThat(leftOut(unclear))
                .containsExactly(
                        "peers.csv:2 cash: 'oops' is not a number. Write plain digits with a decimal point, such as 31000 or"
                                + " 48.40: no number that has one reading",
                        "peers.csv:4 cash: '1e99' has more digits than a figure needs. Check its exponent: no number that has"
                                + " one reading");
    }

    @Test
    void an_infinite_number_is_left_out_and_the_rest_of_the_file_is_read() {
        Fundamentals read = read(mapping("ratio: \"x\""), "Code,ratio", "MP,inf", "600111.SH,-Infinity", "000831.SZ,5");

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read)).containsExactly("000831.SZ ratio FY2024 5 x");
        assertThat(leftOut(read))
                .containsExactly(
                        "peers.csv:2 ratio: inf: infinite, which no figure is; maybe it was divided by zero",
                        "peers.csv:3 ratio: -Infinity: infinite, which no figure is; maybe it was divided by zero");
    }

    @Test
    void forms_are_those_of_each_fact_where_a_row_has_one_number_and_commas_may_be_decimal() {
        Fundamentals read = read(
                "{\"delimiter\": \";\", \"decimal_comma\": true, \"company\": {\"column\": \"Code\"},"
                        + " \"rows\": {\"fact\": \"Item\", \"value\": \"Value\", \"unit\": \"Unit\"},"
                        + " \"facts\": {\"Sales\": {\"fact\": \"revenue\", \"period\": \"FY2024\"},"
                        + " \"Cash\": {\"fact\": \"cash\", \"period\": \"FY2024\"}}}",
                "Code;Item;Value;Unit",
                "MP;Sales;1.234,5;USD mn",
                "MP;Cash;(1.234,5);USD mn",
                "600111.SH;Cash;(7,25);CNY mn");

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read))
                .containsExactly(
                        "MP revenue FY2024 1234.5 USD mn",
                        "MP cash FY2024 -1234.5 USD mn",
                        "600111.SH cash FY2024 -7.25 CNY mn");
    }

    @Test
    void a_mapping_says_how_numbers_are_written_in_the_words_that_are_known_and_of_a_table_alone() {
        Path mapping = file(folder, "mapping.json", mapping("cash: \"USD\", \"written\": [\"bracket\"]"));

        assertThatThrownBy(() -> MappingReader.read(mapping))
                .hasMessageContaining("written: 'bracket' is no way to write numbers. Did you mean 'brackets'?");
        assertThat(problems(FundamentalsFile.of(file(folder, "w.csv", "证券代码,a"), Program.WIND)
                        .mapping(MappingReader.read(
                                file(folder, "m.json", mapping("cash: \"USD\", \"written\": [\"brackets\"]"))))
                        .read(Analysts.dataset())))
                .contains("w.csv: is of a program that writes numbers in one form, and the mapping says \"written\" of"
                        + " 'cash'. Take it out, or import the file as a table.");
    }
}

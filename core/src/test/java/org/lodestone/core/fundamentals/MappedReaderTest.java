package org.lodestone.core.fundamentals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lodestone.core.fundamentals.Analysts.facts;
import static org.lodestone.core.fundamentals.Analysts.file;
import static org.lodestone.core.fundamentals.Analysts.leftOut;
import static org.lodestone.core.fundamentals.Analysts.problems;

import com.google.common.collect.ImmutableMap;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetException;

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
                        .companies(ImmutableMap.of(
                                "MM.AX",
                                Analysts.company("MM.AX", "Mean Metals", "", "XASX", "MM", "AUD", "06-30", "")))
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
                .isInstanceOf(DatasetException.class)
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
                .isInstanceOf(DatasetException.class)
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
}

package org.lodestone.core.fundamentals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.core.fundamentals.Analysts.facts;
import static org.lodestone.core.fundamentals.Analysts.file;
import static org.lodestone.core.fundamentals.Analysts.leftOut;
import static org.lodestone.core.fundamentals.Analysts.problems;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;

class SecReaderTest {

    @TempDir
    private Path folder;

    private FundamentalsFile sec(String json) {
        return FundamentalsFile.of(file(folder, "CIK.json", json), Program.SEC);
    }

    private Fundamentals read(String json) {
        return sec(json).read(Analysts.dataset());
    }

    private static String companyFacts(String concepts) {
        return "{\"cik\": 1801368, \"entityName\": \"MP Materials Corp. / DE\", \"facts\": {\"us-gaap\": {\n" + concepts
                + "\n}}}";
    }

    private static String concept(String name, String unit, String... entries) {
        return "\"" + name + "\": {\"label\": \"L\", \"description\": \"D\", \"units\": {\"" + unit + "\": [\n"
                + String.join(",\n", entries) + "\n]}}";
    }

    private static String span(String start, String end, String value, String filed) {
        return "{\"start\": \"" + start + "\", " + day(end, value, filed).substring(1);
    }

    private static String day(String end, String value, String filed) {
        return "{\"end\": \"" + end + "\", \"val\": " + value + ", \"accn\": \"0001801368-25-000009\", \"fy\": 2024,"
                + " \"fp\": \"FY\", \"form\": \"10-K\", \"filed\": \"" + filed + "\", \"frame\": \"CY2024\"}";
    }

    @Test
    void of_one_period_in_several_filings_the_last_filed_is_taken() {
        // revenue 253.445 and 203.855, net loss 65.424 mn USD: as company-facts.csv has them
        Fundamentals read = read(companyFacts(concept(
                        "Revenues",
                        "USD",
                        span("2023-01-01", "2023-12-31", "253445000", "2024-02-28"),
                        span("2023-01-01", "2023-12-31", "253446000", "2025-02-28"),
                        span("2024-01-01", "2024-12-31", "203855000", "2025-02-28"),
                        span("2025-07-01", "2025-09-30", "53552000", "2025-11-07"),
                        span("2025-01-01", "2025-06-30", "1000000", "2025-08-07"),
                        span("2025-01-01", "2025-09-30", "2000000", "2025-11-07"))
                + ",\n" + concept("NetIncomeLoss", "USD", span("2024-01-01", "2024-12-31", "-65424000", "2025-02-28"))
                + ",\n"
                + concept(
                        "EarningsPerShareBasic", "USD/shares", span("2024-01-01", "2024-12-31", "-0.39", "2025-02-28"))
                + ",\n" + concept("Assets", "USD", day("2024-12-31", "2333565000", "2025-02-28")) + ",\n"
                + concept("CostOfRevenue", "USD", day("2024-12-31", "1", "2025-02-28"))));

        assertThat(problems(read)).isEmpty();
        assertThat(facts(read))
                .containsExactly(
                        "MP revenue FY2023 253.446 USD mn (consolidated)",
                        "MP revenue FY2024 203.855 USD mn (consolidated)",
                        "MP revenue Q3 2025 53.552 USD mn (consolidated)",
                        "MP revenue H1 2025 1 USD mn (consolidated)",
                        "MP revenue 9M 2025 2 USD mn (consolidated)",
                        "MP net-profit FY2024 -65.424 USD mn (attributable)",
                        "MP eps FY2024 -0.39 USD (basic)",
                        "MP total-assets 2024-12-31 2333.565 USD mn (consolidated)");
        assertThat(leftOut(read))
                .containsExactly("CIK.json:3 Revenues, 2023-01-01 to 2023-12-31: superseded by a later filing");
        assertThat(read.rows()).isEqualTo(9);
        assertThat(read.taken()).isEqualTo(8);
        assertThat(read.columns().get(4).header()).isEqualTo("CostOfRevenue [USD]");
        assertThat(read.columns().get(4).leftOut()).startsWith("a concept that is not known.");
    }

    @Test
    void two_values_filed_on_one_day_are_a_problem_unless_a_later_filing_supersedes_both() {
        String one = span("2024-01-01", "2024-12-31", "1000000", "2025-02-28");
        String two = span("2024-01-01", "2024-12-31", "2000000", "2025-02-28");
        String later = span("2024-01-01", "2024-12-31", "3000000", "2026-02-28");

        assertThat(problems(read(companyFacts(concept("Revenues", "USD", one, two)))))
                .containsExactly(
                        "CIK.json:4: Revenues: 2000000 of 2024-01-01 to 2024-12-31 was filed on the same day as"
                                + " 1000000 in CIK.json:3. Take one of the two out.");
        Fundamentals superseded = read(companyFacts(concept("Revenues", "USD", one, two, later)));
        assertThat(problems(superseded)).isEmpty();
        assertThat(facts(superseded)).containsExactly("MP revenue FY2024 3 USD mn (consolidated)");
        assertThat(leftOut(superseded))
                .containsExactly(
                        "CIK.json:3 Revenues, 2024-01-01 to 2024-12-31: superseded by a later filing",
                        "CIK.json:4 Revenues, 2024-01-01 to 2024-12-31: superseded by a later filing");
    }

    @Test
    void an_entry_without_a_value_is_left_out() {
        Fundamentals read = read(companyFacts(concept(
                "Assets",
                "USD",
                day("2024-12-31", "1000000", "2025-02-28"),
                day("2023-12-31", "1", "2025-02-28").replace("\"val\": 1, ", ""))));

        assertThat(problems(read)).isEmpty();
        assertThat(read.rows()).isEqualTo(2);
        assertThat(leftOut(read)).containsExactly("CIK.json:4 Assets: no value");
    }

    @Test
    void fiscal_years_are_named_after_the_year_they_end_in_and_their_parts_are_spans_of_months() {
        Fundamentals read = sec(companyFacts(concept(
                        "Revenues",
                        "AUD",
                        span("2023-07-01", "2024-06-30", "463285000", "2024-08-30"),
                        span("2024-07-01", "2024-12-31", "1000000", "2025-02-28"),
                        span("2024-01-01", "2024-12-31", "5", "2025-02-28"),
                        span("2021-07-01", "2024-06-30", "6", "2025-02-28"))))
                .company("LYC.AX")
                .read(Analysts.dataset());

        assertThat(facts(read))
                .containsExactly(
                        "LYC.AX revenue FY2024 463.285 AUD mn (consolidated)",
                        "LYC.AX revenue 2024-07..2024-12 1 AUD mn (consolidated)");
        assertThat(leftOut(read))
                .containsExactly(
                        "CIK.json:5 Revenues, 2024-01-01 to 2024-12-31: neither a fiscal year of the company nor whole months",
                        "CIK.json:6 Revenues, 2021-07-01 to 2024-06-30: neither a fiscal year of the company nor whole months");
    }

    @Test
    void years_of_52_weeks_end_near_the_end_of_a_month() {
        Fundamentals read = read(companyFacts(concept(
                "Revenues",
                "USD",
                span("2023-12-31", "2024-12-28", "2000000", "2025-02-28"),
                span("2024-12-29", "2026-01-03", "3000000", "2026-02-28"))));

        assertThat(facts(read))
                .containsExactly(
                        "MP revenue FY2024 2 USD mn (consolidated)", "MP revenue FY2025 3 USD mn (consolidated)");
    }

    @Test
    void of_two_concepts_for_one_fact_the_first_of_the_table_is_taken() {
        Fundamentals read = read(companyFacts(
                concept("Revenues", "USD", span("2024-01-01", "2024-12-31", "2000000", "2025-02-28")) + ",\n"
                        + concept(
                                "RevenueFromContractWithCustomerExcludingAssessedTax",
                                "USD",
                                span("2024-01-01", "2024-12-31", "1000000", "2025-02-28"))));

        assertThat(facts(read)).containsExactly("MP revenue FY2024 1 USD mn (consolidated)");
        assertThat(leftOut(read))
                .containsExactly("CIK.json:3 Revenues, 2024-01-01 to 2024-12-31: the fact is taken from"
                        + " RevenueFromContractWithCustomerExcludingAssessedTax");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | CIK.json:3: is not valid JSON: Non-standard token 'NaN'",
                "1e400 | CIK.json:3: Revenues: '1e400' is too large or too small for a figure.",
                "1e2147483647 | CIK.json:3: Revenues: '1e2147483647' is too large or too small for a figure.",
                "1e-999999999 | CIK.json:3: Revenues: '1e-999999999' is too large or too small for a figure.",
                "\"203855000\" | CIK.json:3: Revenues: '203855000' is not a number. Correct the file.",
                "\"\" | CIK.json:3: Revenues: '' is not a number. Correct the file.",
                "null | CIK.json:3: Revenues: 'null' is not a number. Correct the file."
            })
    void what_is_no_number_is_refused_with_its_line(String value, String problem) {
        Fundamentals read =
                read(companyFacts(concept("Revenues", "USD", span("2024-01-01", "2024-12-31", value, "2025-02-28"))));

        assertThat(problems(read)).singleElement().asString().startsWith(problem);
        assertThat(read.facts()).isEmpty();
    }

    @Test
    void a_file_that_is_broken_or_something_else_is_refused() {
        assertThat(problems(read("{\"cik\": 1,\n \"cik\": 2}")))
                .containsExactly("CIK.json:2: is not valid JSON: Duplicate field 'cik' (column 7).");
        assertThat(problems(read("{\"cik\": 1,\n \"facts\": {\"us-gaap\": ")))
                .containsExactly(
                        "CIK.json:3: is not valid JSON: Unexpected end-of-input within/between Object entries (column 1).");
        assertThat(problems(read("{\"cik\": 1\n ]}")))
                .containsExactly(
                        "CIK.json:2: is not valid JSON: Unexpected close marker ']': expected '}' (for Object starting"
                                + " at line 1, column 1) (column 2).");
        assertThat(problems(read("[]")))
                .containsExactly("CIK.json: is not an object of JSON. Give a file companyfacts/CIK….json of the SEC.");
        assertThat(problems(read("{}")))
                .containsExactly("CIK.json: has no facts. Give a file companyfacts/CIK….json of the SEC.");
        assertThat(problems(read(companyFacts("\"Assets\": 5"))).get(0))
                .isEqualTo("CIK.json:2: has '5' where an object under 'Assets' is expected. Give a file"
                        + " companyfacts/CIK….json of the SEC.");
        String good = companyFacts(concept("Assets", "USD", day("2024-12-31", "1", "2025-02-28")));
        assertThat(problems(read(good + "{}")))
                .containsExactly("CIK.json:5: goes on after its closing brace. Delete what" + " follows it.");
        assertThat(problems(read(good.replace("2024-12-31", "4155-12-31"))))
                .containsExactly(
                        "CIK.json:3: Assets: '4155-12-31' is not a period: the year 4155 is not between 1800 and"
                                + " 2100. Maybe a digit was mistyped.");
        assertThat(problems(read(good.replace("2024-12-31", "2024-13-31"))))
                .containsExactly("CIK.json:3: Assets: '2024-13-31' is not a date. Expected one such as 2024-12-31.");
    }

    @Test
    void a_company_that_is_not_in_the_dataset_is_asked_for() {
        String other = companyFacts(concept("Assets", "USD", day("2024-12-31", "1", "2025-02-28")))
                .replace("1801368", "320193")
                .replace("MP Materials Corp.", "Apple Inc.");

        assertThat(problems(read(other)))
                .containsExactly(
                        "CIK.json: 'Apple Inc. / DE (CIK 320193)' is not among the companies of the dataset. Say"
                                + " which one it is with --company, or add it to companies.csv with 'SEC CIK 320193' in its note.");
        assertThat(problems(sec(other).company("M").read(Analysts.dataset())).get(0))
                .startsWith("CIK.json: 'M' is not among the companies of the dataset. ");
    }
}

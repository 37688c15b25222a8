package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lodestone.examples.cli.Cli.Result;

class ForecastCommandTest {

    @TempDir
    Path folder;

    @Test
    void the_base_scenario_is_shown_unless_another_is_asked_for() {
        Result result = Cli.printed("forecast", "rare-earths");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(
                        "Base: tightens to 2030, −7.0 to −13.6 points of demand since 2024; 2 of 3 scenarios tighten.\n"
                                + "In the scenario Base, mine production goes from 389.3 in 2025 to 454.5 kt REO in 2030, 3.14% a"
                                + " year.\nProjects add 31.0 kt REO by 2030, 8% of the mine production of 2025; Mt Weld adds most.\n")
                .containsSubsequence("\nScenarios\n=========\n")
                .containsSubsequence("\nSupply\n======\n", "\nBalance\n=======\n")
                .contains(
                        "mine production goes from 389.3 in 2025 to 454.5 kt REO in 2030, 3.14% a year.",
                        "Base: tightens to 2030, −7.0 to −13.6 points of demand since 2024; 2 of 3 scenarios tighten");
    }

    @Test
    void at_80_columns_it_is_a_summary_with_a_line_for_each_year_and_nothing_left_out_for_lack_of_room() {
        String brief = Cli.printedAt(80, "forecast", "rare-earths").out();
        String whole = Cli.printed("forecast", "rare-earths", "--all").out();

        assertThat(brief.lines()).hasSizeLessThanOrEqualTo(150);
        assertThat(brief)
                .containsPattern("\n2030 +302,512 +58,695 +41,818 +4,755 +7,781 +22,000 +16,903 +0\n")
                .containsPattern("\n2030 +454,463\n")
                .containsPattern("\n2030E +76.1 .* −7.4\n")
                .contains("--all, or the pack.")
                // titles of charts, which a terminal has not
                .doesNotContain("Primary supply covers 89%", "lack of room", "Projects\n====", "Demand\n====");
        assertThat(whole)
                .contains("Projects\n====", "Demand\n====", "Mining quota, growth")
                .doesNotContain("--all");
    }

    @Test
    void another_scenario_is_shown_beside_all_of_them() {
        Result result = Cli.printed("forecast", "rare-earths", "--scenario", "Tight");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains("Scenario Tight. ", "Tight: tightens to 2030, −25.3 to −42.0 points of demand")
                // chosen, Base, Tight, Fast overseas
                .containsPattern("Balance 2030 +kt magnet REE +−40.5 +−7.4 +−40.5 +6.9\n");
    }

    @ParameterizedTest
    @CsvSource({"slow overseas, Slow overseas", "BASE, Base", "fast overseas, Fast overseas"})
    void a_scenario_may_be_named_in_capitals_or_not(String typed, String scenario) {
        assertThat(Cli.printed("forecast", "gallium", "--scenario", typed))
                .isEqualTo(Cli.printed("forecast", "gallium", "--scenario", scenario))
                .isNotEqualTo(Cli.printed("forecast", "gallium", "--scenario", "Full use"));
    }

    @Test
    void a_row_for_each_assumption_is_left_to_the_other_formats() {
        String assumption = "Wagerup: probability";

        assertThat(Cli.printed("forecast", "gallium").out()).doesNotContain(assumption);
        assertThat(Cli.printed("forecast", "gallium", "--table", "assumptions").out())
                .contains(assumption);
        assertThat(Cli.printed("forecast", "gallium", "--table", "assumptions", "--format", "json")
                        .out())
                .contains(assumption);
    }

    @Test
    void nothing_is_said_of_sheets_where_there_are_none() {
        assertThat(Cli.printed("forecast", "rare-earths").out())
                .doesNotContainIgnoringCase("sheet", "cell", "workbook")
                // which is no such hint
                .contains("Of the IEA outlook 2025 this is the IEA base case");
    }

    @Test
    void programs_get_the_values_of_every_section() throws IOException {
        Result csv = Cli.printed("forecast", "rare-earths", "--format", "csv");
        Result json = Cli.printed("forecast", "rare-earths", "--format", "json");
        JsonNode whole = JsonMapper.builder().build().readTree(json.out());

        assertThat(csv.code()).isZero();
        assertThat(json.code()).isZero();
        assertThat(new LinkedHashSet<>(whole.path("sentences").findValuesAsText("section")))
                .containsExactly("Scenarios", "Supply", "Projects", "Balance", "Demand");
        assertThat(new LinkedHashSet<>(whole.path("values").findValuesAsText("table")))
                .hasSizeGreaterThan(10)
                .allMatch(table -> csv.out().contains("," + table + ","));
    }

    @Test
    void the_same_command_prints_the_same() {
        assertThat(Cli.printed("forecast", "gallium", "--format", "json"))
                .isEqualTo(Cli.run("forecast", "gallium", "--format", "json"));
    }

    @Test
    void without_balances_supply_is_shown_alone() throws IOException {
        Path dataset = Cli.rareEarthsWithout(folder, "balances", "conclusions", "drivers", "shocks");

        Result result = Cli.run("forecast", dataset.toString());

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("\nSupply\n======\n").doesNotContain("\nBalance\n=======\n");
    }

    @Test
    void without_limits_there_is_no_forecast() throws IOException {
        Path dataset = Cli.rareEarthsWithout(folder, Cli.RULES);

        Result result = Cli.run("forecast", dataset.toString());

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err())
                .isEqualTo("rare-earths has no forecast: it has no limits."
                        + " Add a table of them, with the last year of the forecast.\n");
    }

    @Test
    void a_dataset_with_a_problem_has_no_forecast() throws IOException {
        Path copy = Cli.copyOfRareEarths(folder);
        Cli.replace(copy.resolve("figures.csv"), ",45000,", ",450O0,");

        Result result = Cli.run("forecast", copy.toString());

        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).startsWith("figures.csv:3: ");
    }

    /** Charts are drawn in a pack alone, and what one shows would be a title with nothing under it; programs get it as a sentence. */
    @Test
    void no_title_of_a_chart_stands_without_the_chart() {
        String title = "Primary supply covers 89% of demand in 2024 and 78% in 2030";

        assertThat(Cli.printed("forecast", "rare-earths", "--all").out())
                .contains("Demand grows 5.1% a year to 2030")
                .doesNotContain(title);
        assertThat(Cli.printed("forecast", "rare-earths", "--format", "json").out())
                .contains(title);
    }
}

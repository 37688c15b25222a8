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
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.examples.cli.Cli.Result;

class RiskCommandTest {

    @TempDir
    Path folder;

    @Test
    void the_risks_break_evens_and_the_simulation_are_shown() {
        Result result = Cli.printed("risk", "rare-earths");

        assertThat(result.code()).isZero();
        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(
                        "Mining and separation quota growth of 6.8% a year instead of 2.3 and 1.6% would turn “The market tightens”.\n")
                .containsSubsequence(
                        "\nTurns\n=====\n",
                        "\nSimulation\n==========\n",
                        "\nDrivers\n=======\n",
                        "\nBreak-evens\n===========\n",
                        " rows that say no break-even left out; --all shows them.\n")
                .doesNotContain("no effect")
                .contains(
                        "No driver alone, within its range, can add the 9.1 points of demand needed to 2030",
                        "Each conclusion holds in at least 49% of draws",
                        "20,000 draws a scenario, seed 1.");
    }

    @Test
    void drivers_that_turn_nothing_are_shown_where_all_are_asked_for() {
        Result result = Cli.printed("risk", "rare-earths", "--draws", "300", "--all");

        assertThat(result.out()).contains("\nBreak-evens\n===========\n", "no effect");
    }

    @Test
    void what_is_for_programs_names_its_scenario() throws IOException {
        Result csv = Cli.printed("risk", "gallium", "--scenario", "slow overseas", "--draws", "300", "--format", "csv");
        Result json =
                Cli.printed("risk", "gallium", "--scenario", "slow overseas", "--draws", "300", "--format", "json");

        assertThat(csv.out().lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("gallium,MCS2026,Slow overseas,"));
        assertThat(JsonMapper.builder()
                        .build()
                        .readTree(json.out())
                        .path("scenario")
                        .asText())
                .isEqualTo("Slow overseas");
    }

    @Test
    void another_scenario_may_be_chosen() {
        Result result = Cli.printed("risk", "rare-earths", "--scenario", "Tight", "--draws", "300");

        assertThat(result.code()).isZero();
        assertThat(result.out()).contains("Scenario Tight. ", "5 break-evens in Tight");
    }

    @Test
    void the_same_seed_gives_the_same_draws_and_another_gives_others() {
        Result first = Cli.printed("risk", "gallium", "--draws", "300", "--seed", "7", "--format", "csv");
        Result again = Cli.run("risk", "gallium", "--draws", "300", "--seed", "7", "--format", "csv");
        Result other = Cli.printed("risk", "gallium", "--draws", "300", "--seed", "8", "--format", "csv");

        assertThat(again).isEqualTo(first);
        assertThat(other.code()).isZero();
        assertThat(other.out()).isNotEqualTo(first.out());
    }

    @Test
    void programs_get_the_values_of_every_section() throws IOException {
        Result csv = Cli.printed("risk", "rare-earths", "--draws", "300", "--format", "csv");
        Result json = Cli.printed("risk", "rare-earths", "--draws", "300", "--format", "json");
        JsonNode whole = JsonMapper.builder().build().readTree(json.out());

        assertThat(csv.err()).isEmpty();
        assertThat(json.err()).isEmpty();
        assertThat(new LinkedHashSet<>(whole.path("sentences").findValuesAsText("section")))
                .containsExactly("Turns", "Simulation", "Drivers", "Break-evens");
        assertThat(new LinkedHashSet<>(whole.path("values").findValuesAsText("kind")))
                .contains("simulated", "solved for");
    }

    private static void assertWrongUse(Result result, String message) {
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-5"})
    void no_draws_are_too_few(String draws) {
        assertWrongUse(
                Cli.printed("risk", "rare-earths", "--draws", draws),
                "'" + draws + "' draws are none. Ask for at least one; 20000 is usual.\n");
    }

    @ParameterizedTest
    @CsvSource({"--draws, many, an int", "--draws, 3000000000, an int", "--seed, 1.5, a long"})
    void what_is_not_a_whole_number_is_named(String option, String typed, String kind) {
        Result result = Cli.printed("risk", "rare-earths", option, typed);

        assertWrongUse(
                result,
                "Invalid value for option '" + option + "': '" + typed + "' is not " + kind + "\n"
                        + "See 'lodestone risk --help'.\n");
    }

    @Test
    void without_drivers_nothing_can_turn_out_otherwise() throws IOException {
        Path dataset = Cli.rareEarthsWithout(folder, "drivers", "shocks");

        assertWrongUse(
                Cli.run("risk", dataset.toString()),
                "rare-earths has no risks to analyse."
                        + " Add a table of drivers: the assumptions that could turn out otherwise.\n");
    }

    @Test
    void without_conclusions_nothing_can_turn() throws IOException {
        Path dataset = Cli.rareEarthsWithout(folder, "conclusions");

        assertWrongUse(
                Cli.run("risk", dataset.toString()),
                "rare-earths has no risks to analyse. Add a table of conclusions that the forecast can decide.\n");
    }
}

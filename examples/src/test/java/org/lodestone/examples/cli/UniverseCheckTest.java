package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.examples.cli.Cli.Result;

/** {@code check} with a universe of one's own. */
class UniverseCheckTest {

    @TempDir
    private Path folder;

    private Path universe;

    @BeforeEach
    void write_a_universe() throws IOException {
        universe("""
                "screen": {"name": "Good", "criteria": [{"name": "margin"}, {"name": "size"}]}""");
        table("A,Alpha,900,10%\nB,Beta,800,30%\n");
    }

    private void universe(String screen) throws IOException {
        universe = Files.writeString(folder.resolve("universe.json"), """
                {"universe": "companies.csv", "id": "Ticker", "name": "Company",
                 "numbers": {"size": "Size", "margin": "EBITDA %"}, SCREEN}
                """.replace("SCREEN", screen));
    }

    private void table(String rows) throws IOException {
        Files.writeString(folder.resolve("companies.csv"), "Ticker,Company,Size,EBITDA %\n" + rows);
    }

    private Result check(String... more) {
        String[] words = new String[more.length + 2];
        words[0] = "check";
        words[1] = universe.toString();
        System.arraycopy(more, 0, words, 2, more.length);
        return Cli.run(words);
    }

    @Test
    void a_sound_one_is_counted_with_what_it_is_ranked_by_and_how_it_was_read() {
        Result result = check();

        assertThat(result.err()).isEmpty();
        assertThat(result.out())
                .startsWith(
                        "No problems in 2 companies of companies.csv.\nThe screen 'Good' ranks by margin and size.\n")
                .contains("\nNote: ");
        assertThat(result.code()).isZero();
    }

    @Test
    void each_problem_is_told_with_its_line_and_what_a_screen_would_take_all_the_same() throws IOException {
        table("A,Alpha,900,10%\nB,Beta,8O0,30%\nA,Again,700,20%\n");

        Result result = check();

        assertThat(result.out())
                .startsWith("2 problems.\n\ncompanies.csv:3: ")
                .contains("\ncompanies.csv:4: ", "screen and pack take 2 companies of companies.csv, leave out 1 row");
        assertThat(result.code()).isEqualTo(1);
        // as screen tells them
        assertThat(Cli.run("screen", universe.toString()).err().lines().limit(2))
                .allMatch(result.out()::contains);
    }

    @Test
    void a_table_that_is_not_there_leaves_nothing_to_rank() throws IOException {
        Files.delete(folder.resolve("companies.csv"));

        Result result = check();

        assertThat(result.out()).startsWith("1 problem.\n\nuniverse.json:1: ").contains("companies.csv");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void a_theme_beside_it_is_checked_with_it_and_keeps_a_pack_from_being_made() throws IOException {
        Files.writeString(folder.resolve("theme.json"), "{\"colors\": {}}");
        String ofTheme = "theme.json:1: colors: is not a field of a theme. Did you mean 'colours'?\n";

        assertThat(check().out())
                .startsWith(
                        "1 problem.\n\n" + ofTheme
                                + "\nscreen takes 2 companies of companies.csv; pack refuses it until theme.json is put right.\n");
        assertThat(check().code()).isEqualTo(1);
        // as both do
        assertThat(Cli.run("screen", universe.toString()).code()).isZero();
        assertThat(Cli.run("pack", universe.toString()).err()).startsWith(ofTheme);

        table("A,Alpha,900,10%\nB,Beta,8O0,30%\nA,Again,700,20%\n");
        assertThat(check().out())
                .startsWith("3 problems.\n\ncompanies.csv:3: ")
                .contains(
                        "screen takes 2 companies of companies.csv, leaves out 1 row, and does not know cells with problems;"
                                + " pack refuses it until theme.json is put right.");
    }

    @Test
    void one_without_a_screen_is_of_no_use_and_told_what_to_add() throws IOException {
        universe("\"leave_out\": []");

        assertThat(check().err()).startsWith("'" + universe + "' has no screen. Add one");
        assertThat(check().code()).isEqualTo(2);
    }

    @Test
    void programs_get_problems_and_notes() throws IOException {
        table("A,Alpha,900,10%\nB,Beta,8O0,30%\n");

        JsonNode found =
                JsonMapper.builder().build().readTree(check("--format", "json").out());

        assertThat(found.path("problems")).hasSize(1);
        assertThat(found.path("problems").path(0).path("line").asInt()).isEqualTo(3);
        assertThat(found.path("notes")).isNotEmpty();
    }

    @Test
    void a_file_where_a_dataset_is_meant_is_told_from_one() {
        assertThat(Cli.run("forecast", universe.toString()).err())
                .isEqualTo(
                        "'" + universe + "' is a file, and a dataset is a folder. Name the folder with its tables.\n");
    }
}

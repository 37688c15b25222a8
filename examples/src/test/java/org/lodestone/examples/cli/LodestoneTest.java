package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.examples.cli.Cli.Result;

/** The behaviour that every command has in common: help, and what is said about wrong use. */
class LodestoneTest {

    @TempDir
    Path folder;

    private static void assertWrongUse(Result result, String message) {
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo(message);
    }

    @Test
    void help_lists_the_commands_and_exit_codes() {
        Result result = Cli.run("--help");

        assertThat(result.code()).isZero();
        assertThat(result.out())
                .contains(
                        "pack",
                        "check",
                        "chain",
                        "forecast",
                        "risk",
                        "screen",
                        "studies",
                        "value",
                        "usgs",
                        "new",
                        "import",
                        "list",
                        "Exit codes:",
                        "130   interrupted");
        assertThat(result.err()).isEmpty();
    }

    /** The names of all commands. */
    static Set<String> commands() {
        Terminal nowhere = new Terminal(Writer.nullWriter(), Writer.nullWriter(), () -> false, 80);
        return Lodestone.commands(nowhere, Cli.BUNDLED).getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_has_help_and_help_shows_it(String command) {
        Result result = Cli.run(command, "--help");

        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("Usage: lodestone " + command);
        assertThat(Cli.run("help", command)).isEqualTo(result);
    }

    @Test
    void help_of_no_command_lists_them() {
        assertThat(Cli.run("help")).isEqualTo(Cli.run("--help"));
        assertThat(Cli.run("help", "help").out()).contains("Usage: lodestone help", "[COMMAND]");
    }

    @Test
    void help_of_a_command_that_is_none_names_the_nearest() {
        assertWrongUse(
                Cli.run("help", "chek"), "'chek' is not a command. Did you mean 'check'?\nSee 'lodestone --help'.\n");
        assertWrongUse(
                Cli.run("help", "pack", "check"), "'check' is one argument too many.\nSee 'lodestone help --help'.\n");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void every_command_prints_the_version(String command) {
        assertThat(Cli.run(command, "--version")).isEqualTo(Cli.run("--version"));
    }

    @Test
    void the_version_is_printed() {
        assertThat(Cli.run("--version").out()).startsWith("lodestone ");
    }

    @Test
    void a_command_is_set_up_alone_where_it_is_named_also_for_its_help() {
        Terminal nowhere = new Terminal(Writer.nullWriter(), Writer.nullWriter(), () -> false, 80);

        assertThat(Lodestone.commands(nowhere, Cli.BUNDLED, "pack", "check").getSubcommands())
                .containsOnlyKeys("pack");
        assertThat(Lodestone.commands(nowhere, Cli.BUNDLED, "help", "pack").getSubcommands())
                .containsOnlyKeys("help", "pack");
    }

    @Test
    void without_a_command_the_commands_are_named() {
        assertWrongUse(
                Cli.run(),
                "A command is missing. Use one of: pack, note, export, check, chain, forecast, risk, screen, studies, value, usgs, new, import, compare, list, help.\nSee 'lodestone --help'.\n");
    }

    @Test
    void an_unknown_command_names_the_nearest() {
        assertWrongUse(
                Cli.run("chek", "rare-earths"),
                "'chek' is not a command. Did you mean 'check'?\nSee 'lodestone --help'.\n");
    }

    @Test
    void an_unknown_option_names_the_nearest() {
        assertWrongUse(
                Cli.run("check", "rare-earths", "--formt=json"),
                "'--formt' is not an option of lodestone check. Did you mean '--format'?\n"
                        + "See 'lodestone check --help'.\n");
    }

    @Test
    void an_unknown_format_is_told_from_the_known_ones() {
        assertWrongUse(
                Cli.run("check", "rare-earths", "--format", "xml"),
                "'xml' is not a value of --format. Use one of: text, json.\nSee 'lodestone check --help'.\n");
    }

    @Test
    void a_word_that_an_option_does_not_take_is_told_with_the_nearest_in_small_letters() {
        assertWrongUse(
                Cli.run("forecast", "rare-earths", "--format", "XM"),
                "'XM' is not a value of --format. Use one of: table, csv, json.\nSee 'lodestone forecast --help'.\n");
        assertWrongUse(
                Cli.run("import", "a.csv", "--as", "WND", "--into", "tungsten"),
                "'WND' is not a value of --as. Did you mean 'wind'?\nSee 'lodestone import --help'.\n");
        assertWrongUse(
                Cli.run("pack", "rare-earths", "--sheets", "cor"),
                "'cor' is not a value of --sheets. Did you mean 'core'?\nSee 'lodestone pack --help'.\n");
        assertThat(Cli.run("check", "tungsten", "--format", "JSON"))
                .isEqualTo(Cli.run("check", "tungsten", "--format", "json"));
    }

    @Test
    void a_web_address_is_told_from_a_file_that_is_not_there() {
        String remedy =
                " is a web address, and Lodestone reads what is on this machine. Download it, and give its path.\n";

        assertWrongUse(Cli.run("check", "https://example.org/tin"), "'https://example.org/tin'" + remedy);
        assertWrongUse(Cli.run("pack", "HTTP://a.b/my.json"), "'HTTP://a.b/my.json'" + remedy);
        assertWrongUse(Cli.run("usgs", "https://a.b/mcs.csv", "--list"), "'https://a.b/mcs.csv'" + remedy);
        assertWrongUse(Cli.run("pack", "tungsten", "--theme=ftp://a.b/t.json"), "'ftp://a.b/t.json'" + remedy);
        assertThat(Cli.run("compare", "tungsten", "--set", "a=https://b.c").err())
                .doesNotContain("web address");
    }

    @Test
    void one_argument_too_many_is_named() {
        assertWrongUse(
                Cli.run("check", "rare-earths", "copper"),
                "'copper' is one argument too many.\nSee 'lodestone check --help'.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "check", "chain", "forecast", "risk", "screen", "studies", "value"})
    void a_missing_dataset_is_asked_for(String command) {
        assertWrongUse(
                Cli.run(command), "Missing required parameter: 'DATASET'\nSee 'lodestone " + command + " --help'.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "check", "chain", "forecast", "risk", "screen", "studies", "value"})
    void an_unknown_dataset_names_the_nearest(String command) {
        assertWrongUse(
                Cli.run(command, "rare-erths"),
                "'rare-erths' is neither a bundled dataset nor a folder. Did you mean 'rare-earths'?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "check", "chain", "forecast", "risk", "screen", "studies", "value"})
    void an_unknown_edition_names_the_nearest(String command) {
        assertWrongUse(
                Cli.run(command, "rare-earths@MCS26"),
                "'MCS26' is not an edition of rare-earths. Did you mean 'MCS2026'?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "forecast", "risk"})
    void an_unknown_scenario_names_the_nearest(String command) {
        assertWrongUse(
                Cli.run(command, "rare-earths", "--scenario", "Tigth"),
                "'Tigth' is not a scenario of rare-earths. Did you mean 'Tight'?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "forecast", "risk"})
    void a_scenario_that_is_like_no_other_is_told_from_all(String command) {
        assertWrongUse(
                Cli.run(command, "rare-earths", "--scenario", "recession"),
                "'recession' is not a scenario of rare-earths. Use one of: Base, Tight, Fast overseas.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "forecast", "risk"})
    void a_dataset_without_scenarios_has_none_to_choose(String command) throws IOException {
        Path dataset = Cli.rareEarthsWithout(folder, Cli.FORECAST);

        assertWrongUse(
                Cli.run(command, dataset.toString(), "--scenario", "Tight"),
                "The scenario 'Tight' cannot be chosen: rare-earths has no scenarios."
                        + " Leave --scenario out, or add a table of scenarios to the dataset.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pack", "forecast", "risk"})
    void a_scenario_that_would_change_nothing_is_refused(String command) throws IOException {
        Path dataset = Cli.rareEarthsWithout(folder, Cli.RULES);

        assertWrongUse(
                Cli.run(command, dataset.toString(), "--scenario", "Tight"),
                "The scenario 'Tight' cannot be chosen: rare-earths has no limits."
                        + " Leave --scenario out, or add a table of limits to the dataset.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"forecast", "risk"})
    void a_dataset_without_a_forecast_is_told_what_it_lacks(String command) throws IOException {
        Path dataset = Cli.rareEarthsWithout(folder, Cli.FORECAST);

        assertWrongUse(
                Cli.run(command, dataset.toString()),
                "rare-earths has no forecast: it has no scenarios."
                        + " Add its tables of scenarios, assumptions and limits.\n");
    }

    /** A run in which asking for the terminal fails, as no user can bring about. */
    private static Result faulty(BooleanSupplier watched, String... options) {
        StringWriter err = new StringWriter();
        List<String> words = new ArrayList<>(List.of("risk", "rare-earths", "--draws", "1000"));
        words.addAll(List.of(options));
        Terminal terminal = new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(err), watched, 200);
        int code = Lodestone.run(terminal, Cli.BUNDLED, words.toArray(String[]::new));
        terminal.flush();
        return new Result(code, "", err.toString().replace(System.lineSeparator(), "\n"));
    }

    @Test
    void a_fault_of_the_program_is_one_line_and_its_trace_is_for_who_asks() {
        Result fault = faulty(() -> {
            throw new IllegalStateException("no terminal");
        });
        Result error = faulty(() -> {
            throw new StackOverflowError();
        });
        Result traced = faulty(
                () -> {
                    throw new IllegalStateException("no terminal");
                },
                "--debug");

        assertThat(fault.code()).isEqualTo(70);
        assertThat(fault.err())
                .isEqualTo(
                        "This is a fault in Lodestone: IllegalStateException, no terminal. Please report it, with what"
                                + " --debug prints.\n");
        assertThat(error.code()).isEqualTo(70);
        assertThat(error.err().lines()).hasSize(1);
        assertThat(traced.err()).startsWith(fault.err()).contains("\tat org.lodestone.");
    }

    @Test
    void the_help_of_each_command_tells_of_debug() {
        assertThat(Cli.run("--help").out()).contains("--debug");
        assertThat(Cli.run("check", "--help").out()).contains("--debug");
        assertThat(Cli.run("--debug", "check", "rare-earths").code()).isZero();
    }

    @Test
    void what_is_typed_and_what_is_read_does_not_command_the_terminal() {
        Result result = Cli.run("check", "\u009B31m\u202Erare\u001B[2J");

        assertThat(result.code()).isEqualTo(2);
        assertThat(result.err()).startsWith("'<U+009B>31m<U+202E>rare␛[2J' is neither a bundled dataset nor a folder.");
    }

    @Test
    void the_bundled_datasets_are_found_beside_the_code() {
        assertThat(Bundled.find().names()).contains("rare-earths");
    }

    @Test
    void outside_a_checkout_they_are_read_from_the_jar_and_cannot_be_changed() {
        Bundled inJar = new Bundled(Optional.empty());
        DatasetName name = DatasetName.parse("rare-earths@MCS2026", inJar);

        assertThat(name.read().orElseThrow().defaultEdition()).isEqualTo("MCS2026");
        assertThatThrownBy(name::requireFolder)
                .isInstanceOf(WrongUse.class)
                .hasMessage("The dataset 'rare-earths' is part of Lodestone and cannot be changed."
                        + " Name a folder of your own, as 'lodestone new' makes one.");
        assertThat(inJar.find("rare-erths")).isEmpty();
    }
}

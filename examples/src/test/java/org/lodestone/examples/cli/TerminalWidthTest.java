package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.examples.cli.Cli.Result;

/** No line of any command is wider than the terminal, and the first lines of an analysis are what it finds. */
@Order(1)
class TerminalWidthTest {

    private static final Set<UnicodeScript> EAST_ASIAN =
            Set.of(UnicodeScript.HAN, UnicodeScript.HANGUL, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA);
    private static final Set<UnicodeBlock> WIDE =
            Set.of(UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION, UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS);

    /** The largest dataset, and the one of which least is known. */
    private static final Set<String> IN_EVERY_BUILD = Set.of("rare-earths", "germanium");

    private static final Map<List<String>, List<String>> FINDINGS = new HashMap<>();

    @TempDir
    Path folder;

    /** How many columns a terminal gives to a line: two to a character of Chinese, Japanese or Korean. */
    private static int columns(String line) {
        return line.codePoints()
                .map(c -> EAST_ASIAN.contains(UnicodeScript.of(c)) || WIDE.contains(UnicodeBlock.of(c)) ? 2 : 1)
                .sum();
    }

    private static void assertFits(Result result, int columns) {
        assertThat(Stream.concat(result.out().lines(), result.err().lines()))
                .allSatisfy(line -> assertThat(columns(line)).as(line).isLessThanOrEqualTo(columns));
    }

    static List<List<String>> analyses() {
        List<List<String>> all = analyses(IN_EVERY_BUILD);
        all.add(List.of("forecast", "rare-earths", "--all"));
        all.add(List.of("forecast", "gallium", "--scenario", "Fast overseas", "--all"));
        all.add(List.of("compare", "rare-earths@MCS2025", "rare-earths@MCS2026"));
        all.add(List.of("compare", "gallium@MCS2024", "gallium@MCS2026", "--all"));
        all.add(List.of("compare", "gallium", "--set", "assumption/china-output/Base=1000"));
        return all;
    }

    static List<List<String>> otherAnalyses() {
        List<List<String>> all = analyses(Sets.difference(Set.copyOf(Cli.BUNDLED.names()), IN_EVERY_BUILD));
        all.add(List.of("forecast", "rare-earths", "--scenario", "Fast overseas", "--all"));
        all.add(List.of("compare", "lithium@MCS2024", "lithium@MCS2026", "--all"));
        all.add(List.of("compare", "rare-earths", "--set", "quota/2026/mining/all/all=300,000"));
        return all;
    }

    private static List<List<String>> analyses(Set<String> datasets) {
        List<List<String>> all = new ArrayList<>();
        for (String dataset : datasets) {
            all.add(List.of("check", dataset));
            all.add(List.of("check", dataset, "--all"));
            all.add(List.of("chain", dataset));
            all.add(List.of("chain", dataset, "--all"));
            all.add(List.of("forecast", dataset));
            all.add(List.of("risk", dataset, "--draws", "300"));
            all.add(List.of("risk", dataset, "--draws", "300", "--all"));
            all.add(List.of("screen", dataset, "--robustness"));
            all.add(List.of("studies", dataset));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("analyses")
    void an_analysis_fits_and_begins_with_three_findings(List<String> command) {
        requireFits(80, command.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource("otherAnalyses")
    @Tag("nightly")
    void an_analysis_of_another_dataset_does_so_too(List<String> command) {
        requireFits(80, command.toArray(String[]::new));
    }

    @ParameterizedTest
    @MethodSource({"analyses", "otherAnalyses"})
    @Tag("nightly")
    void an_analysis_fits_a_wide_terminal(List<String> command) {
        requireFits(120, command.toArray(String[]::new));
    }

    private static void requireFits(int columns, String... command) {
        Result result = Cli.printedAt(columns, command);

        assertFits(result, columns);
        if (result.code() == Lodestone.WRONG_USE) {
            // without companies there is no screen, and without scenarios no forecast
            assertThat(result.out()).isEmpty();
            assertThat(result.err()).contains("Add ");
            return;
        }
        assertThat(result.code()).isZero();
        List<String> first =
                result.out().lines().takeWhile(line -> !line.isEmpty()).toList();
        List<String> findings = findings(
                Stream.of(command).filter(word -> !word.equals("--all")).toList());
        assertThat(String.join(" ", first)).isEqualTo(String.join(" ", findings));
        assertThat(findings).hasSize(3).allMatch(finding -> finding.endsWith("."));
        assertThat(findings.get(0)).containsPattern("\\d|no conclusion turns");
    }

    /** The first lines of what a command prints where no line is wrapped, worked out once. */
    private static List<String> findings(List<String> command) {
        return FINDINGS.computeIfAbsent(
                command,
                words -> Cli.printed(words.toArray(String[]::new))
                        .out()
                        .lines()
                        .limit(3)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void help_fits(int columns) {
        for (String command : List.of(
                "",
                "pack",
                "check",
                "chain",
                "forecast",
                "risk",
                "screen",
                "studies",
                "usgs",
                "new",
                "import",
                "compare",
                "list")) {
            assertFits(command.isEmpty() ? Cli.at(columns, "--help") : Cli.at(columns, command, "--help"), columns);
        }
    }

    @Test
    void what_other_commands_say_fits() {
        requireOtherCommandsFit(80);
    }

    @Test
    @Tag("nightly")
    void what_other_commands_say_fits_a_wide_terminal() {
        requireOtherCommandsFit(120);
    }

    private void requireOtherCommandsFit(int columns) {
        Path pack = folder.resolve("pack.xlsx");

        assertFits(Cli.at(columns, "list"), columns);
        assertFits(Cli.at(columns, "compare", "cobalt", "--keys"), columns);
        assertFits(Cli.at(columns, "compare", "cobalt", "--keys", "quota"), columns);
        assertFits(Cli.at(columns, "pack", "gallium", "-o", pack.toString()), columns);
        assertFits(Cli.at(columns, "pack", "galium"), columns);
        assertFits(
                Cli.at(
                        columns,
                        "import",
                        "examples/imports/peers.csv",
                        "--as",
                        "table",
                        "--mapping",
                        "examples/imports/peers-mapping.json",
                        "--into",
                        "rare-earths",
                        "--dry-run"),
                columns);
        assertFits(
                Cli.at(
                        columns,
                        "import",
                        "examples/imports/wind.csv",
                        "--as",
                        "wind",
                        "--date",
                        "2025-10-31",
                        "--into",
                        "rare-earths",
                        "--dry-run"),
                columns);
    }

    @Test
    void data_are_never_wrapped() {
        assertThat(Cli.at(40, "chain", "gallium", "--format", "csv"))
                .isEqualTo(Cli.printed("chain", "gallium", "--format", "csv"));
        assertThat(Cli.at(40, "check", "gallium", "--format", "json"))
                .isEqualTo(Cli.printed("check", "gallium", "--format", "json"));
    }

    @ParameterizedTest
    @CsvSource({"80, 80", "' 132 ', 132"})
    void the_environment_says_how_wide_the_terminal_is(String environment, int columns) {
        assertThat(Terminal.columns(Optional.of(environment))).isEqualTo(columns);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-80", "wide", "99999999"})
    void where_the_environment_says_nothing_of_use_the_terminal_or_the_usual_width_counts(String environment) {
        assertThat(Terminal.columns(Optional.of(environment))).isEqualTo(Terminal.columns(Optional.empty()));
    }
}

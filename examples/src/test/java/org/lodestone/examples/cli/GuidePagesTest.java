package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.Resources;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.lodestone.core.dataset.Column;
import org.lodestone.core.dataset.Table;
import org.lodestone.reports.result.Results;
import picocli.AutoComplete;
import picocli.CommandLine;

/**
 * Two pages of the guide, and what completes a command in a shell, are made of the code. Where one is no longer what the code says, it is
 * written anew into {@code examples/target/guide}, from where it goes to its place.
 */
class GuidePagesTest {

    private static final Path GUIDE = Path.of("docs", "guide");
    private static final Path COMPLETION = Path.of("examples", "lodestone-completion.bash");
    private static final Path MADE = Path.of("examples", "target", "guide");

    @Test
    void the_page_on_tables_is_what_their_declarations_say() throws IOException {
        StringBuilder page = new StringBuilder("# The tables of a dataset\n\n");
        page.append(
                "Every table is a CSV file of its name, listed in `datapackage.json`; only what a resource has is needed.\n");
        page.append("A column in **bold** must be filled. This page is made of the declarations in the code.\n");
        for (Table<?> table : Table.all()) {
            page.append("\n## ")
                    .append(table.title())
                    .append("\n\n`")
                    .append(table.name())
                    .append(".csv`");
            if (!table.key().isEmpty()) {
                page.append(", one row for each ")
                        .append(table.key().stream().map(key -> "`" + key + "`").collect(Collectors.joining(", ")));
            }
            page.append("\n\n| column | meaning |\n| --- | --- |\n");
            for (Column<?, ?> column : table.columns()) {
                String name = column.isRequired() ? "**" + column.name() + "**" : column.name();
                page.append("| ")
                        .append(name)
                        .append(" | ")
                        .append(column.description().replace("|", "\\|"))
                        .append(" |\n");
            }
        }

        assertUpToDate(GUIDE.resolve("tables.md"), page.toString());
    }

    @Test
    void the_page_on_results_lists_the_tables_that_there_are() throws IOException {
        StringBuilder page = new StringBuilder(Resources.toString(
                Resources.getResource(GuidePagesTest.class, "results-head.md"), StandardCharsets.UTF_8));
        try (CsvReader<NamedCsvRecord> tables = CsvReader.builder()
                .ofNamedCsvRecord(Resources.toString(
                        Resources.getResource(Results.class, "tables.csv"), StandardCharsets.UTF_8))) {
            tables.forEach(row -> page.append("| `")
                    .append(row.getField("id"))
                    .append("` | ")
                    .append(row.getField("shows"))
                    .append(" |\n"));
        }

        assertUpToDate(GUIDE.resolve("results.md"), page.toString());
    }

    @Test
    void the_page_on_commands_is_what_their_help_says() throws IOException {
        CommandLine all = commands().setUsageHelpWidth(120);
        StringBuilder page = new StringBuilder("# The command line\n\n");
        page.append("What `lodestone help` and the help of each command say. This page is made of the commands.\n\n");
        page.append(usage(all));
        all.getSubcommands()
                .forEach((name, command) ->
                        page.append("\n## ").append(name).append("\n\n").append(usage(command.setUsageHelpWidth(120))));

        assertUpToDate(GUIDE.resolve("command-line.md"), page.toString());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "The file is for bash and zsh")
    void the_completion_for_shells_is_of_the_commands_there_are() throws IOException, InterruptedException {
        String script = AutoComplete.bash("lodestone", commands()).replace(System.lineSeparator(), "\n");

        assertUpToDate(COMPLETION, script);
        assertThat(completed("lodestone", "fore")).isEqualTo("forecast");
        assertThat(completed("lodestone", "forecast", "rare-earths", "--sc")).contains("--scenario");
        assertThat(completed("lodestone", "check", "tungsten", "--format", "")).contains("text", "json");
    }

    /** What bash proposes for the last of some words. */
    private static String completed(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                ". " + COMPLETION + "; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _complete_lodestone 2>/dev/null;"
                        + " echo \"${COMPREPLY[@]}\"",
                "bash"));
        command.addAll(List.of(words));
        Process bash = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).isZero();
        return said.strip();
    }

    private static String usage(CommandLine command) {
        String text = command.getUsageMessage(CommandLine.Help.Ansi.OFF).replace(System.lineSeparator(), "\n");
        return "```text\n" + text.lines().map(String::stripTrailing).collect(Collectors.joining("\n")) + "\n```\n";
    }

    private static CommandLine commands() {
        Terminal nowhere = new Terminal(Writer.nullWriter(), Writer.nullWriter(), () -> false, 120);
        return Lodestone.commands(nowhere, Cli.BUNDLED);
    }

    private static void assertUpToDate(Path known, String page) throws IOException {
        Path made = Files.createDirectories(MADE).resolve(known.getFileName());
        Files.writeString(made, page);
        assertThat(Files.exists(known) ? Files.readString(known) : "")
                .as(String.format(Locale.ROOT, "%s is not what the code says; copy %s there", known, made))
                .isEqualTo(page);
    }
}

package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.lodestone.core.dataset.Column;
import org.lodestone.core.dataset.Table;
import picocli.CommandLine;

/**
 * Two pages of the guide are made of the code. Where one is no longer what the code says, it is written anew into
 * {@code examples/target/guide}, from where it goes to {@code docs/guide}.
 */
class GuidePagesTest {

    private static final Path GUIDE = Path.of("docs", "guide");
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

        assertUpToDate("tables.md", page.toString());
    }

    @Test
    void the_page_on_commands_is_what_their_help_says() throws IOException {
        CommandLine all = Lodestone.commands(
                new Terminal(
                        new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), () -> false, 120),
                Cli.BUNDLED);
        all.setUsageHelpWidth(120);
        StringBuilder page = new StringBuilder("# The command line\n\n");
        page.append("What `lodestone help` and the help of each command say. This page is made of the commands.\n\n");
        page.append(usage(all));
        all.getSubcommands()
                .forEach((name, command) ->
                        page.append("\n## ").append(name).append("\n\n").append(usage(command.setUsageHelpWidth(120))));

        assertUpToDate("command-line.md", page.toString());
    }

    private static String usage(CommandLine command) {
        String text = command.getUsageMessage(CommandLine.Help.Ansi.OFF).replace(System.lineSeparator(), "\n");
        return "```text\n" + text.lines().map(String::stripTrailing).collect(Collectors.joining("\n")) + "\n```\n";
    }

    private static void assertUpToDate(String name, String page) throws IOException {
        Path made = Files.createDirectories(MADE).resolve(name);
        Files.writeString(made, page);
        Path known = GUIDE.resolve(name);
        assertThat(Files.exists(known) ? Files.readString(known) : "")
                .as(String.format(Locale.ROOT, "%s is not what the code says; copy %s there", known, made))
                .isEqualTo(page);
    }
}

package org.lodestone.examples.cli;

import java.util.Locale;
import org.lodestone.reports.result.Results;
import picocli.CommandLine.Option;

/** Whether somebody wants to read a result, or a program does. */
final class FormatOption {

    /** For people, for a spreadsheet, or for programs. */
    enum Format {
        TABLE,
        CSV,
        JSON;

        /** The word on the command line: {@code json}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format = Format.TABLE;

    /** The format of data; that of a spreadsheet where none is asked for. */
    Results.Format data() {
        return format == Format.JSON ? Results.Format.JSON : Results.Format.CSV;
    }

    boolean isForPeople() {
        return format == Format.TABLE;
    }

    /** Prints a list of the command's own, which is no table of a pack. */
    void print(PlainTable<?> table, String id, Terminal terminal) {
        if (format == Format.TABLE) {
            terminal.print(table);
        } else {
            terminal.data().print(table.results(id).print(id, data()));
        }
    }
}

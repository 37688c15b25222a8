package org.lodestone.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.result.Results;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How somebody wants what an analysis finds: for people, or as data, of which one table or a folder with a file for each. */
final class DataOptions {

    @Mixin
    private FormatOption format = new FormatOption();

    @Option(
            names = "--table",
            paramLabel = "ID",
            description = "Only the table of this id; without it, csv and json have a row for each value of all tables")
    private Optional<String> table = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "Write a file for each table into this folder, as csv or json, with a datapackage.json")
    private Optional<Path> output = Optional.empty();

    /** Whether people are to read it in short. */
    boolean isForPeople() {
        return format.isForPeople() && table.isEmpty() && output.isEmpty();
    }

    void print(Answer answer, Report.Origin origin, boolean all, Terminal terminal) {
        if (format.isForPeople() && output.isEmpty()) {
            terminal.out()
                    .print(new SectionTables(terminal.columns(), all)
                            .print(only(answer, origin).told()));
            return;
        }
        Results results = Results.of(origin, answer.parts());
        if (output.isEmpty()) {
            print(results, terminal.data());
            return;
        }
        write(results, output.get(), format.data(), terminal);
    }

    private void print(Results results, Writer out) {
        try {
            if (table.isPresent()) {
                results.print(table.get(), format.data(), out);
            } else {
                results.print(format.data(), out);
            }
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UncheckedIOException("The terminal tells itself what it cannot write.", e);
        }
    }

    /** Prints a list of the command's own, which is no table of a pack. */
    void print(PlainTable<?> list, String id, Terminal terminal) {
        format.print(list, id, terminal);
    }

    /** The answer with nothing but the table that is asked for. Throws {@link WrongUse} with the nearest id where there is none. */
    private Answer only(Answer answer, Report.Origin origin) {
        Answer only = table.map(answer::only).orElse(answer);
        table.filter(id -> only.parts().isEmpty())
                .ifPresent(id -> WrongUse.unlessRefused(
                        "", () -> Results.of(origin, answer.parts()).print(id, Results.Format.CSV)));
        return only;
    }

    /** Writes a folder of results, and says so. Throws {@link WrongUse} where it cannot be written. */
    static void write(Results results, Path folder, Results.Format format, Terminal terminal) {
        try {
            results.write(folder, format);
        } catch (FileAlreadyExistsException e) {
            throw new WrongUse(
                    "'" + folder + "' has files in it that are no results, and is kept. Name another folder.", e);
        } catch (IOException e) {
            throw OutputFile.failed(folder, e);
        }

        terminal.say("Wrote " + folder + ": " + OneLine.count(results.tables(), "table") + " and all "
                + String.format(Locale.ROOT, "%,d", results.values().count()) + " values.");
    }
}

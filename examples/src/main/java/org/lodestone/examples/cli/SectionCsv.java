package org.lodestone.examples.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import org.lodestone.examples.cli.SectionText.Entry;
import org.lodestone.examples.cli.SectionText.Grid;

/**
 * Prints the tables of a section for a spreadsheet: each under its heading, with an empty line between two. Numbers are
 * neither rounded nor grouped.
 */
final class SectionCsv {

    private SectionCsv() {}

    static String print(List<SectionText> sections) {
        return sections.stream().map(SectionCsv::print).collect(Collectors.joining("\n"));
    }

    private static String print(SectionText section) {
        return section.grids().map(SectionCsv::grid).collect(Collectors.joining("\n"));
    }

    private static String grid(Grid grid) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(harmless(grid.heading()));
            csv.writeRecord(
                    grid.heads().stream().map(head -> harmless(head.text())).toList());
            grid.rows()
                    .forEach(row ->
                            csv.writeRecord(row.stream().map(SectionCsv::field).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be written.", e);
        }
        return text.toString();
    }

    private static String field(Entry entry) {
        return entry.value()
                .fold(
                        number -> Entry.exact(number).toPlainString(),
                        SectionCsv::harmless,
                        truth -> Boolean.toString(truth),
                        missing -> harmless(missing.code()));
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
    private static String harmless(String text) {
        return !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}

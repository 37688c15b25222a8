package org.lodestone.core.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Prints rows as CSV: LF at the end of each, and quotes only where a cell needs them. */
final class CsvText {

    private CsvText() {}

    /** A table with all its columns. */
    static String table(Table<?> table, List<TableRow> rows) {
        StringBuilder text = new StringBuilder(line(table.columnNames().asList()));
        rows.forEach(row -> text.append(line(row.cells().values().asList())));
        return text.toString();
    }

    /** A line of these cells. */
    static String line(List<String> cells) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(cells.stream().map(Harmless::cell).toList());
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be written.", e);
        }
        return text.toString();
    }
}

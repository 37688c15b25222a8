package org.lodestone.core.dataset;

import java.util.List;
import java.util.stream.Stream;
import org.lodestone.core.internal.table.CsvLines;

/** Prints rows of a dataset as CSV, in which no text is a formula. */
final class CsvText {

    private CsvText() {}

    /** A table with all its columns. */
    static String table(Table<?> table, List<TableRow> rows) {
        return lines(Stream.concat(
                Stream.of(table.columnNames().asList()),
                rows.stream().map(row -> row.cells().values().asList())));
    }

    /** A line of these cells. */
    static String line(List<String> cells) {
        return lines(Stream.of(cells));
    }

    private static String lines(Stream<? extends List<String>> rows) {
        return CsvLines.of(rows.map(cells -> cells.stream().map(Harmless::cell).toList()));
    }
}

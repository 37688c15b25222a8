package org.lodestone.excel;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import org.lodestone.excel.SheetPlan.Rows;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.LongTable;

/**
 * The rows of a long table below its header, of which one at a time is in memory.
 *
 * @param styles the number of the style of each column
 */
record LongRows(Rows rows, ImmutableIntArray styles) {

    /** The number of rows that a sheet has in this file format. */
    private static final int SHEET_ROWS = 1_048_576;

    /** Throws where a sheet has not as many rows as the table needs. */
    static void requireRoom(String sheet, Rows rows) {
        if (rows.last() >= SHEET_ROWS) {
            throw new IllegalArgumentException("The table of sheet '" + sheet + "' has "
                    + rows.table().rows() + " rows and would end in "
                    + new Spot(sheet, rows.last(), Grid.FIRST).address() + ", but a sheet ends with row " + SHEET_ROWS
                    + ". Show fewer rows.");
        }
    }

    void write(OutputStream out) throws IOException {
        SheetText text = new SheetText(new SharedTexts());
        Filler[] columns = rows.table().columns().stream().map(LongRows::filler).toArray(Filler[]::new);
        for (int i = 0; i < rows.table().rows(); i++) {
            text.row(rows.first() + i, OptionalDouble.empty());
            for (int j = 0; j < columns.length; j++) {
                columns[j].fill(i, Grid.FIRST + j, styles.get(j), text);
            }
            out.write(text.take().getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Writes the cells of a column, row by row. */
    @FunctionalInterface
    private interface Filler {
        void fill(int row, int column, int style, SheetText text);
    }

    private static Filler filler(LongTable.Column of) {
        return of.fold(
                numbers -> (row, column, style, text) -> {
                    Value number = numbers.at().apply(row);
                    if (number.number().isPresent()) {
                        text.value(column, style, number);
                    } else {
                        text.blank(column, style);
                    }
                },
                words -> (row, column, style, text) -> {
                    String word = words.at().apply(row);
                    if (word.isEmpty()) {
                        text.blank(column, style);
                    } else {
                        text.ownWords(column, style, word);
                    }
                });
    }
}

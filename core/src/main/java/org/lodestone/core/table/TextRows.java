package org.lodestone.core.table;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.problem.DataException;

/**
 * A table that is being read, row by row.
 *
 * <pre>
 * try (TextRows rows = TableFiles.open(file, TableOptions.DEFAULT)) {
 *     TextRow row = rows.row();
 *     while (rows.next()) {
 *         use(row.line(), row.cell(0));
 *     }
 * }
 * </pre>
 *
 * <p>The first row is most often the header, and is a row like any other here. A file that holds no row at all cannot be
 * opened.
 */
public interface TextRows extends AutoCloseable {

    /** The file, and the sheet of a workbook: {@code companies.csv}, {@code book.xlsx, Sheet1}. */
    String name();

    /** Goes on to the next row; false after the last. Throws a {@link DataException} where no more can be read. */
    boolean next();

    /** The row that was come to last, always the same view. Before the first it is empty. */
    TextRow row();

    /** Notes on the table as a whole, in sentences: merged cells, say. */
    default ImmutableList<String> notes() {
        return ImmutableList.of();
    }

    /** The exception to throw where the table has nothing below its header. */
    default DataException withoutRows() {
        return new DataException(name(), "has a header and no rows. Add rows below it.");
    }

    @Override
    void close();
}

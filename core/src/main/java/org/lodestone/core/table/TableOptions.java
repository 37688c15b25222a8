package org.lodestone.core.table;

import static com.google.common.base.Preconditions.checkArgument;

import java.nio.charset.Charset;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;

/**
 * Facts that a caller knows of a file beside its name.
 *
 * <pre>TableOptions.DEFAULT.encoding(Charset.forName("GBK")).delimiter(';')</pre>
 *
 * @param encoding of a text file; by default UTF-8, or UTF-16 where a mark says so
 * @param delimiter between the cells of a text file; by default the comma, semicolon or tab that parts its header
 * @param sheet of a workbook; by default the first that is not hidden
 * @param ragged whether the rows of a text file may have fewer or more cells than the first, as where a title stands above
 *     the header
 * @param blankLines whether a blank line of a text file is a row with one empty cell; otherwise it is passed over
 */
public record TableOptions(
        Optional<Charset> encoding,
        Optional<Character> delimiter,
        Optional<String> sheet,
        boolean ragged,
        boolean blankLines,
        TableLimits limits) {

    /** Nothing but the file is known. */
    public static final TableOptions DEFAULT =
            new TableOptions(Optional.empty(), Optional.empty(), Optional.empty(), false, false, TableLimits.DEFAULT);

    /** Throws if the delimiter is a quote or a line end. */
    public TableOptions {
        checkArgument(
                delimiter.filter(c -> c == '"' || c == '\n' || c == '\r').isEmpty(),
                "a quote or a line end cannot part cells. Use a comma, a semicolon or a tab.");
    }

    /** These options for a text file in that encoding, such as GBK. */
    public TableOptions encoding(Charset known) {
        return new TableOptions(Optional.of(known), delimiter, sheet, ragged, blankLines, limits);
    }

    /** These options for a text file whose cells that sign parts. Throws if it is a quote or a line end. */
    public TableOptions delimiter(char known) {
        return new TableOptions(encoding, Optional.of(known), sheet, ragged, blankLines, limits);
    }

    /** These options for the sheet of that name. */
    public TableOptions sheet(String wanted) {
        return new TableOptions(encoding, delimiter, Optional.of(wanted), ragged, blankLines, limits);
    }

    /** These options for a text file whose rows may have fewer or more cells than the first. */
    public TableOptions withRaggedRows() {
        return new TableOptions(encoding, delimiter, sheet, true, blankLines, limits);
    }

    /** These options with each blank line of a text file as a row of one empty cell. */
    public TableOptions withBlankLines() {
        return new TableOptions(encoding, delimiter, sheet, ragged, true, limits);
    }

    /** These options with other limits to how much is read. */
    public TableOptions limits(TableLimits most) {
        return new TableOptions(encoding, delimiter, sheet, ragged, blankLines, most);
    }

    @Override
    public String toString() {
        return OneLine.of("table options", encoding, delimiter, sheet);
    }
}

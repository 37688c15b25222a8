package org.lodestone.core.table;

import java.util.Optional;

/**
 * A row of a table, as text.
 *
 * <p>It is a view of what is being read: once the next row is asked for, it is that one. Keep the texts, not the row.
 * Cells are counted from 0, and those past the last are empty.
 */
public interface TextRow {

    /** Where the row starts: the line of a text file, the row of a sheet, counted from 1 as programs show it. */
    int line();

    /** The number of its cells. In a sheet, up to the last that holds something. */
    int size();

    /** The text of a cell; empty where there is none. A number is plain digits, and a date is like 2025-09-30. */
    String cell(int index);

    /** The text of a cell as one of {@code words}: the text is only made where it is a new word. */
    default int word(int index, CodedWords words) {
        return words.code(cell(index));
    }

    /** Whether a cell of a workbook is calculated, so that its text is what it came to when the workbook was saved. */
    default boolean isFormula(int index) {
        return false;
    }

    /** The fault of the row as such, for which its cells cannot be told apart for sure. */
    Optional<String> problem();

    /** The fault of a cell, whatever its column means: broken characters, an error such as #DIV/0!. */
    Optional<String> problem(int index);

    /** Where the row stands: {@code companies.csv:14}, {@code book.xlsx, Sheet1!14}. */
    String place();

    /** Where a cell stands: {@code companies.csv:14}, {@code book.xlsx, Sheet1!B14}. */
    String place(int index);
}

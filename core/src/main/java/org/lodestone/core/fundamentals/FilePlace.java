package org.lodestone.core.fundamentals;

import org.lodestone.core.table.TextRow;

/**
 * A place in a file, which outlasts the row that is read there.
 *
 * @param text as it is shown: {@code wind.csv:14}, {@code wind.xlsx, Sheet1!C14}
 */
record FilePlace(int line, String text) {

    static FilePlace of(TextRow row) {
        return new FilePlace(row.line(), row.place());
    }

    static FilePlace of(TextRow row, int cell) {
        return new FilePlace(row.line(), row.place(cell));
    }
}

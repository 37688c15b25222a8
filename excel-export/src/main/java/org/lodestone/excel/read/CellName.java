package org.lodestone.excel.read;

/** Names of cells, such as {@code B14}. Rows count from 1 as programs show them, columns from 0. */
final class CellName {

    static final int MOST_ROWS = 1 << 20;
    static final int MOST_COLUMNS = 1 << 14;

    private CellName() {}

    static String of(int row, int column) {
        StringBuilder letters = new StringBuilder();
        for (int c = column; c >= 0; c = c / 26 - 1) {
            letters.insert(0, (char) ('A' + c % 26));
        }
        return letters.append(row).toString();
    }

    /** The column of a cell's name; -1 where it has none, or one that no sheet has. */
    static int column(String name) {
        int column = 0;
        int i = 0;
        while (i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z' && column <= MOST_COLUMNS) {
            column = column * 26 + (name.charAt(i++) - 'A' + 1);
        }
        return column > MOST_COLUMNS ? -1 : column - 1;
    }

    /** The row of a cell's name, or of a row's number; -1 where it has none, or one that no sheet has. */
    static int row(String name) {
        long row = 0;
        int i = 0;
        while (i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
            i++;
        }
        if (i == name.length()) {
            return -1;
        }
        while (i < name.length() && row <= MOST_ROWS) {
            char c = name.charAt(i++);
            if (c < '0' || c > '9') {
                return -1;
            }
            row = row * 10 + (c - '0');
        }
        return row < 1 || row > MOST_ROWS ? -1 : (int) row;
    }
}

package org.lodestone.excel;

import java.util.Comparator;
import java.util.List;

/** A cell of a sheet. Row and column count from 0. */
record Spot(String sheet, int row, int column) {

    /** The order of cells on one sheet: from top to bottom, and from left to right. */
    static final Comparator<Spot> BY_PLACE = Comparator.comparingInt(Spot::row).thenComparingInt(Spot::column);

    // as every record has it, but spelled out, for the reason that Key gives
    @Override
    public boolean equals(Object other) {
        return other instanceof Spot spot && row == spot.row && column == spot.column && sheet.equals(spot.sheet);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * sheet.hashCode() + row) + column;
    }

    Spot down(int rows) {
        return new Spot(sheet, row + rows, column);
    }

    Spot right(int columns) {
        return new Spot(sheet, row, column + columns);
    }

    /** The address within the sheet: {@code C5}. */
    String address() {
        return columnName(column) + (row + 1);
    }

    /** The address from anywhere in the workbook, which does not move: {@code Production!$C$5}. */
    String absolute() {
        return quoted(sheet) + "!" + anchored();
    }

    /** The address within the sheet that does not move: {@code $C$5}. */
    String anchored() {
        return "$" + columnName(column) + "$" + (row + 1);
    }

    /** The range from the first to the last of some cells of one row or column: {@code Scenarios!$B$5:$B$7}. */
    static String range(List<Spot> cells) {
        return cells.get(0).absolute() + ":" + cells.get(cells.size() - 1).anchored();
    }

    /** The sheet's name as a formula writes it. */
    static String quoted(String sheet) {
        for (int i = 0; i < sheet.length(); i++) {
            if (!Character.isLetter(sheet.charAt(i))) {
                return "'" + sheet.replace("'", "''") + "'";
            }
        }
        return sheet;
    }

    static String columnName(int column) {
        String last = String.valueOf((char) ('A' + column % 26));
        return column < 26 ? last : columnName(column / 26 - 1) + last;
    }
}

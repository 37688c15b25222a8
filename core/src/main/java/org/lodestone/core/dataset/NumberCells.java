package org.lodestone.core.dataset;

import java.util.Arrays;

/** A column of numbers of a universe while its table is read. */
final class NumberCells {

    private final NumberColumn column;
    private final int index;
    private final int currency;
    private double[] values = new double[1 << 4];

    /**
     * A column that is the {@code index}th of the table, with its currencies in another; -1 where it has none.
     */
    NumberCells(NumberColumn column, int index, int currency) {
        this.column = column;
        this.index = index;
        this.currency = currency;
    }

    NumberColumn column() {
        return column;
    }

    int index() {
        return index;
    }

    int currency() {
        return currency;
    }

    /** Sets the number of a company, in place of that of a row which was left out. */
    void put(int position, double value) {
        if (position == values.length) {
            values = Arrays.copyOf(values, 2 * position);
        }
        values[position] = value;
    }

    double[] values(int size) {
        return Arrays.copyOf(values, size);
    }
}

package org.lodestone.core.universe;

import com.google.common.collect.Sets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.lodestone.core.internal.table.FormsShown;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TypedNumbers;

/** A column of numbers of a universe while its table is read. */
final class NumberCells {

    private final NumberColumn column;
    private final int index;
    private final int currency;
    private final FormsShown forms = new FormsShown();
    private int infinite;
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

    /** Takes account of how a cell is written from which {@code value} was read. */
    void count(String cell, double value) {
        if (!Double.isNaN(value) && column.forms().isEmpty()) {
            forms.countPlain();
        } else if (!cell.isEmpty()) {
            count(cell);
        }
    }

    /** Takes account of how a cell is written that is no plain number. */
    void count(String cell) {
        if (TypedNumbers.isInfinite(cell)) {
            infinite++;
        }
        NumberForm.parse(cell).ifPresent(forms::count);
    }

    /** The forms in which all numbers of the column are written; a sign does not count beside a column of currencies. */
    Set<NumberForm> shown() {
        return column.currency().isEmpty()
                ? forms.byAll()
                : Sets.difference(forms.byAll(), Set.of(NumberForm.CURRENCY_SIGN));
    }

    /** Sentences that say how its cells were understood. */
    List<String> notes() {
        List<String> notes = new ArrayList<>(forms.notes(column.column(), column.forms()));
        if (infinite > 0) {
            notes.add(
                    "Column '" + column.column() + "': " + infinite + (infinite == 1 ? " cell says" : " cells say")
                            + " that the number is infinite (inf), and it is taken as not known. Maybe it was divided by zero.");
        }
        return notes;
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

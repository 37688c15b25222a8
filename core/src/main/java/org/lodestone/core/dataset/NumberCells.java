package org.lodestone.core.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A column of numbers of a universe while its table is read. */
final class NumberCells {

    private final NumberColumn column;
    private final int index;
    private final int currency;
    private final Set<NumberForm> shown = EnumSet.allOf(NumberForm.class);
    private final Set<String> signs = new HashSet<>();
    private final Set<String> letters = new HashSet<>();
    private int plain;
    private int numbers;
    private int inForms;
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
            plain++;
        } else if (cell.length() > 2) {
            count(cell);
        }
    }

    /** Takes account of how a cell is written that is no plain number. */
    void count(String cell) {
        if (NumberColumn.isInfinite(cell)) {
            infinite++;
        }
        NumberForm.parse(cell).ifPresent(written -> {
            numbers++;
            inForms += written.forms().isEmpty() ? 0 : 1;
            shown.retainAll(written.forms());
            signs.add(written.sign());
            letters.add(written.letter());
        });
    }

    /**
     * The forms in which all numbers of the column are written. A sign must be the same in all, and letters must be several:
     * behind one and the same may be a unit, such as T for tonnes.
     */
    Set<NumberForm> shown() {
        if (numbers == 0 || plain > 0) {
            return Set.of();
        }
        Set<NumberForm> all = EnumSet.copyOf(shown);
        if (signs.size() > 1 || !column.currency().isEmpty()) {
            all.remove(NumberForm.CURRENCY_SIGN);
        }
        if (letters.size() == 1) {
            all.remove(NumberForm.LETTERS);
        }
        return all;
    }

    /** What was understood of its cells, in sentences. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (inForms > 0) {
            column.forms()
                    .forEach(form -> notes.add("Column '" + column.column() + "': " + inForms
                            + (inForms == 1 ? " number " : " numbers ") + form.read() + "."));
        }
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

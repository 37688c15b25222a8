package org.lodestone.core.universe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lodestone.core.internal.table.ColumnForms;
import org.lodestone.core.internal.table.CurrencySigns;
import org.lodestone.core.internal.table.FormsShown;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TypedNumbers;

/** A column of numbers of a universe while its table is read. */
final class NumberCells {

    private static final Pattern DECIMAL_OR_GROUPED = Pattern.compile("^[^,]*,[0-9]{3}(?![0-9,.])[^,.]*$");

    private final NumberColumn column;
    private final int index;
    private final int currency;
    private final boolean isSeen;
    private final ColumnForms understood;
    private final FormsShown forms = new FormsShown();
    private int infinite;
    private double[] values = new double[1 << 4];

    /**
     * A column that is the {@code index}th of the table, with its currencies in another; -1 where it has none.
     *
     * @param seen how its numbers are to be read; empty where that is not known before all of them were seen
     */
    NumberCells(NumberColumn column, int index, int currency, Optional<ColumnForms> seen) {
        this.column = column;
        this.index = index;
        this.currency = currency;
        this.isSeen = seen.isPresent();
        this.understood = seen.orElseGet(() -> ColumnForms.of(column.written()));
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

    /**
     * The number in {@code cell} of a table with {@code delimiter} between its cells, in the unit of the universe; NaN where it is not
     * known. Refuses what is no number, or may be one or another.
     *
     * @param ofRow the currency of the row; empty where there is none
     */
    double parse(String cell, char delimiter, String ofRow) {
        if (NumberColumn.isNotKnown(cell)) {
            return Double.NaN;
        }
        if (!isPlain(cell)) {
            return column.isMissing(cell) ? missing(cell) : column.inUnit(written(cell, delimiter, ofRow));
        }
        requireClearComma(cell, delimiter);
        double value = Numbers.parseDouble(cell);
        forms.countPlain(cell, value);
        if (value != 0 && !understood.isPlain()) {
            understood.read(cell, TypedNumbers.PLAIN.written(cell).orElseThrow());
        }
        forms.countTaken();
        return column.inUnit(value);
    }

    /** Whether nothing stands in it but what a plain number has. */
    private static boolean isPlain(String cell) {
        for (int i = 0; i < cell.length(); i++) {
            char c = cell.charAt(i);
            if ((c < '0' || c > '9') && c != '.' && c != ',' && c != '-' && c != '+') {
                return false;
            }
        }
        return true;
    }

    /** Refuses a comma that may be decimal: one, with three digits behind it, where cells are not parted by commas. */
    private static void requireClearComma(String cell, char delimiter) {
        if (delimiter != ','
                && cell.indexOf(',') >= 0
                && DECIMAL_OR_GROUPED.matcher(cell).find()) {
            throw new IllegalArgumentException("'" + cell + "' may be " + cell.replace(',', '.') + " or "
                    + cell.replace(",", "") + ": where cells are not parted by commas, a comma may be decimal."
                    + " Write plain digits with a decimal point.");
        }
    }

    private double missing(String cell) {
        infinite += TypedNumbers.isInfinite(cell) ? 1 : 0;
        return Double.NaN;
    }

    private double written(String cell, char delimiter, String ofRow) {
        requireClearComma(cell, delimiter);
        String plain = TypedNumbers.plain(cell);
        NumberForm.Written number = TypedNumbers.PLAIN.written(cell).orElseThrow(() -> noNumber(plain));
        forms.count(number);
        double value = (isSeen ? of(number, ofRow).read(plain, number) : number.value()).doubleValue();
        if (Math.abs(value) > Universe.LARGEST) {
            throw new IllegalArgumentException("'" + plain + "' is too large for a figure. Check its exponent.");
        }
        forms.countTaken(number);
        return value;
    }

    /** A sign is read where the header has it too and, beside a column of currencies, where it is of the currency of its row. */
    private ColumnForms of(NumberForm.Written number, String ofRow) {
        if (!number.has(NumberForm.CURRENCY_SIGN)) {
            return understood;
        }
        if (currency < 0) {
            return column.column().contains(number.sign()) ? understood.saying(NumberForm.CURRENCY_SIGN) : understood;
        }
        if (!CurrencySigns.isOf(number.sign(), ofRow)) {
            throw new IllegalArgumentException("'" + number.sign() + "' is no sign of " + ofRow
                    + ", the currency of its row. Correct the one or the other.");
        }
        return understood.saying(NumberForm.CURRENCY_SIGN);
    }

    /** Why {@code plain}, which is none, is no number. */
    private static IllegalArgumentException noNumber(String plain) {
        try {
            Numbers.parse(plain);
            return new IllegalArgumentException("'" + plain + "' is no number of a figure. Write plain digits.");
        } catch (IllegalArgumentException e) {
            return e;
        }
    }

    /** Whether what its numbers mean depends on all of them, so that the table is read once more. */
    boolean isOfTheColumn() {
        return forms.isOfTheColumn();
    }

    /** How its numbers are to be read, now that all of them were seen. */
    ColumnForms seen() {
        return forms.understood(column.written(), column.ofMoney());
    }

    /** Sentences that say how its cells were understood. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        forms.note(column.column()).ifPresent(notes::add);
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

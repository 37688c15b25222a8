package org.lodestone.core.fundamentals;

import java.math.BigDecimal;
import java.util.Optional;
import org.lodestone.core.internal.table.ColumnForms;
import org.lodestone.core.internal.table.CurrencySigns;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TypedNumbers;

/** Reads the numbers of a table by its mapping, in the forms that each column has and that fit its unit. */
record MappedNumbers(TypedNumbers numbers) {

    /**
     * The exact number in a cell; empty where the cell says that it is not known. Refuses what is no number, or may be one or another.
     *
     * @param seen how the numbers of its column are to be read; empty where that is not known before all of them were seen
     */
    Optional<BigDecimal> parse(String cell, Stated stated, Optional<ColumnForms> seen) {
        String text = TypedNumbers.plain(cell);
        Optional<NumberForm.Written> found = numbers.written(cell);
        Optional<BigDecimal> read = found.map(
                number -> seen.map(forms -> byUnit(forms, stated, number).read(text, number))
                        .orElseGet(number::value));
        boolean isPlain = found.filter(number -> !number.isPlain()).isEmpty();
        return isPlain ? numbers.parse(cell) : read.map(value -> plain(text, value));
    }

    /** Forms that have one meaning in this unit, whatever the column has; they fit, as {@link #requireFit} sees to. */
    private static ColumnForms byUnit(ColumnForms seen, Stated stated, NumberForm.Written number) {
        ColumnForms forms = seen;
        if (number.has(NumberForm.CURRENCY_SIGN)) {
            forms = forms.saying(NumberForm.CURRENCY_SIGN);
        }
        if (isShare(stated)) {
            forms = forms.saying(NumberForm.PERCENT);
        }
        return isMoney(stated) ? forms.saying(NumberForm.BRACKETS) : forms;
    }

    private static boolean isMoney(Stated stated) {
        Dimension dimension = stated.word().unit().dimension();
        return dimension == Dimension.MONEY || dimension == Dimension.PRICE;
    }

    /** Refuses what contradicts the unit, which is then wrong of the whole column. */
    static void requireFit(String text, NumberForm.Written number, Stated stated) {
        Unit unit = stated.word().unit();
        if (number.forms().contains(NumberForm.CURRENCY_SIGN)) {
            requireCurrency(text, number.sign(), stated);
        }
        if (number.forms().contains(NumberForm.PERCENT) && !isShare(stated)) {
            throw new IllegalArgumentException("'" + text + "' is a percentage, and the unit is '"
                    + stated.printedUnit() + "'. Correct the unit in the mapping, or take the sign out.");
        }
        boolean hasSize = stated.word().factor().max(unit.scale()).compareTo(BigDecimal.ONE) > 0;
        if (number.forms().contains(NumberForm.LETTERS) && hasSize) {
            throw new IllegalArgumentException(
                    "'" + text + "' has a letter for its size, and the unit, '"
                            + stated.printedUnit()
                            + "', has a size too. Give a unit without one in the mapping, such as USD or t REO, or take the letter out.");
        }
    }

    private static void requireCurrency(String text, String sign, Stated stated) {
        Unit unit = stated.word().unit();
        String remedy = ". Correct the unit in the mapping, or take the sign out.";
        switch (unit.dimension()) {
            case AS_PRINTED -> {} // nothing is known of such a unit
            case MONEY, PRICE -> {
                if (!CurrencySigns.isOf(sign, unit.basis())) {
                    throw new IllegalArgumentException(
                            "'" + text + "' has the sign of another currency than the unit, '" + stated.printedUnit()
                                    + "'" + remedy);
                }
            }
            default ->
                throw new IllegalArgumentException("'" + text + "' has the sign of a currency, and the unit, '"
                        + stated.printedUnit() + "', is none of money" + remedy);
        }
    }

    private static boolean isShare(Stated stated) {
        Dimension dimension = stated.word().unit().dimension();
        return dimension == Dimension.SHARE || dimension == Dimension.RATE;
    }

    /** The same value in plain digits, of which an exponent may mean more than a dataset can hold. */
    private static BigDecimal plain(String text, BigDecimal value) {
        try {
            return Numbers.parse(value.toPlainString());
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' has more digits than a figure needs. Check its exponent.", e);
        }
    }
}

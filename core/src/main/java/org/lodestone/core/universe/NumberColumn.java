package org.lodestone.core.universe;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Locale;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TypedNumbers;

/**
 * How a column of numbers is found in a table of one's own, and how its cells are read.
 *
 * @param name of the column in the universe
 * @param column of the table
 * @param written in which forms any of its numbers may be written beside plain digits
 * @param ofMoney whether it is said or its header names that it holds money
 * @param currency the column that has the currency of each number; empty where they are in none or the same
 * @param in the currency that numbers are converted to
 * @param rates from other currencies, by code
 * @param factor from the unit of the table to that of the universe
 * @param to the unit that numbers are converted to; empty where they stay as they are
 * @param numbers how the table writes what is not known
 */
record NumberColumn(
        String name,
        String column,
        ImmutableSet<NumberForm> written,
        boolean ofMoney,
        String currency,
        String in,
        ImmutableMap<String, ExchangeRate> rates,
        BigDecimal factor,
        String to,
        TypedNumbers numbers) {

    private static final ImmutableSet<String> NOT_KNOWN = ImmutableSet.of("na", "n/a", "#n/a", "--", "-");

    static NumberColumn plain(String name, String column, TypedNumbers numbers) {
        return new NumberColumn(
                name,
                column,
                ImmutableSet.of(),
                NumberForm.isOfMoney(column),
                "",
                "",
                ImmutableMap.of(),
                BigDecimal.ONE,
                "",
                numbers);
    }

    static boolean isNotKnown(String cell) {
        return cell.isEmpty()
                || (cell.length() < 5 && !isDigit(cell.charAt(0)) && NOT_KNOWN.contains(cell.toLowerCase(Locale.ROOT)));
    }

    /** Whether a cell that is no plain number says that it is not known. */
    boolean isMissing(String cell) {
        return numbers.isMissing(TypedNumbers.plain(cell)) || TypedNumbers.isInfinite(cell);
    }

    /** Divided by a whole number rather than multiplied by a fraction, which a double does not hold exactly. */
    double inUnit(double value) {
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return value;
        }
        return factor.compareTo(BigDecimal.ONE) > 0
                ? value * factor.doubleValue()
                : value / BigDecimal.ONE.divide(factor).doubleValue();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

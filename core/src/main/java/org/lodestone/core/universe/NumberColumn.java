package org.lodestone.core.universe;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.internal.text.Numbers;
import org.lodestone.core.table.NumberForm;
import org.lodestone.core.table.TypedNumbers;

/**
 * How a column of numbers is found in a table of one's own, and how its cells are read.
 *
 * @param name of the column in the universe
 * @param column of the table
 * @param forms in which its numbers may be written beside plain digits
 * @param currency the column that has the currency of each number; empty where they are in none or the same
 * @param in the currency that numbers are converted to
 * @param rates from other currencies, by code
 * @param factor from the unit of the table to that of the universe
 * @param missing marks of what is not known beside the usual ones, in small letters
 */
record NumberColumn(
        String name,
        String column,
        ImmutableSet<NumberForm> forms,
        String currency,
        String in,
        ImmutableMap<String, ExchangeRate> rates,
        BigDecimal factor,
        ImmutableSet<String> missing) {

    private static final ImmutableSet<String> NOT_KNOWN = ImmutableSet.of("na", "n/a", "#n/a", "--", "-");

    /** Words that programs write for a number that they do not have; a word may be spelt so. */
    private static final ImmutableSet<String> NO_NUMBER = ImmutableSet.of("nan", "null", "none");

    static NumberColumn plain(String name, String column, ImmutableSet<String> missing) {
        return new NumberColumn(name, column, ImmutableSet.of(), "", "", ImmutableMap.of(), BigDecimal.ONE, missing);
    }

    static boolean isNotKnown(String cell) {
        return cell.isEmpty()
                || (cell.length() < 5 && !isDigit(cell.charAt(0)) && NOT_KNOWN.contains(cell.toLowerCase(Locale.ROOT)));
    }

    /** The same, for numbers that may be written in other forms too. */
    NumberColumn with(Set<NumberForm> more) {
        ImmutableSet<NumberForm> all = Sets.immutableEnumSet(Sets.union(forms, more));
        return new NumberColumn(name, column, all, currency, in, rates, factor, missing);
    }

    /** The number in a cell of a table with {@code delimiter} between its cells; NaN where it is not known. */
    double parse(String cell, char delimiter) {
        if (isNotKnown(cell)) {
            return Double.NaN;
        }
        try {
            return inUnit(number(cell, delimiter));
        } catch (IllegalArgumentException e) {
            String plain = TypedNumbers.plain(cell);
            String word = plain.toLowerCase(Locale.ROOT);
            if (isNotKnown(plain)
                    || NO_NUMBER.contains(word)
                    || missing.contains(word)
                    || TypedNumbers.isInfinite(plain)) {
                return Double.NaN;
            }
            if (CharMatcher.ascii().matchesAllOf(cell)) {
                throw e;
            }
            return inUnit(number(plain, delimiter));
        }
    }

    private double number(String cell, char delimiter) {
        if (delimiter != ',' && cell.indexOf(',') >= 0) {
            throw new IllegalArgumentException(
                    "'" + cell + "' has a comma, which may be a decimal comma where cells are"
                            + " not parted by commas. Write plain digits with a decimal point.");
        }
        if (!forms.isEmpty()) {
            Optional<NumberForm.Written> written = NumberForm.parse(cell);
            if (written.isPresent()) {
                return checked(cell, written.get().in(cell, forms).doubleValue());
            }
        }
        try {
            return Numbers.parseDouble(cell);
        } catch (IllegalArgumentException e) {
            return NumberForm.parse(cell).orElseThrow(() -> e).in(cell, forms).doubleValue();
        }
    }

    /** Divided by a whole number rather than multiplied by a fraction, which a double does not hold exactly. */
    private double inUnit(double value) {
        if (factor.compareTo(BigDecimal.ONE) == 0) {
            return value;
        }
        return factor.compareTo(BigDecimal.ONE) > 0
                ? value * factor.doubleValue()
                : value / BigDecimal.ONE.divide(factor).doubleValue();
    }

    private static double checked(String cell, double value) {
        if (Math.abs(value) > Universe.LARGEST) {
            throw new IllegalArgumentException("'" + cell + "' is too large for a figure. Check its exponent.");
        }
        return value;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}

package org.lodestone.core.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;

/**
 * The rows of a table beside the total that is printed with them.
 *
 * <p>The two differ by rounding, by rows that are withheld, and by mistakes.
 *
 * @param rows how many rows there are
 * @param withoutNumber how many of these are no number: missing, a bound, a range
 * @param sumOfKnown of those that are
 * @param total as it is printed, in the unit of the rows
 * @param rounding the most that rounding explains, of the total and of each row
 */
public record RowsAndTotal(int rows, int withoutNumber, BigDecimal sumOfKnown, Observation total, BigDecimal rounding) {

    /** The rows of a table, counted and summed, beside the total in the same unit. */
    public static RowsAndTotal of(List<Observation> rows, Observation total) {
        List<BigDecimal> known =
                rows.stream().flatMap(row -> row.number().stream()).toList();
        return new RowsAndTotal(
                rows.size(),
                rows.size() - known.size(),
                known.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                total,
                rows.stream().map(RowsAndTotal::roundingOfRow).reduce(roundingOfTotal(total), BigDecimal::add));
    }

    /** The printed total less the sum of the rows; empty where either is not known in full. */
    public Optional<BigDecimal> difference() {
        return withoutNumber > 0 ? Optional.empty() : total.number().map(printed -> printed.subtract(sumOfKnown));
    }

    /** Half of the last digit that is printed before zeros: 5,000 of 390,000. Nothing of what is no number, or zero. */
    public static BigDecimal roundingOfTotal(Observation total) {
        return rounding(total, 1);
    }

    /**
     * Half of the last digit that is printed before zeros, the second at least: 500 of 20,000. A total may be rounded to its
     * first digit; a row that stands among 13,800 and 82,700 is not. Nothing of what is no number, or zero.
     */
    public static BigDecimal roundingOfRow(Observation row) {
        return rounding(row, 2);
    }

    private static BigDecimal rounding(Observation value, int digits) {
        return value.number()
                .filter(printed -> printed.signum() != 0)
                .map(printed -> {
                    BigDecimal stripped = printed.stripTrailingZeros();
                    int zeros = Math.max(0, digits - stripped.precision());
                    int lastDigit = Math.min(Math.max(printed.scale(), stripped.scale()), stripped.scale() + zeros);
                    return BigDecimal.valueOf(5).scaleByPowerOfTen(-lastDigit - 1);
                })
                .orElse(BigDecimal.ZERO);
    }

    /**
     * Whether the rows miss the total by more than rounding of it and of the rows explains. Where rows have no number the sum falls short for a reason,
     * and misses only what it exceeds. Rows of which none is known miss nothing, nor is anything missed that is no number.
     */
    public boolean isMissed() {
        if (rows == withoutNumber) {
            return false;
        }
        return total.number()
                .map(printed -> {
                    BigDecimal above = sumOfKnown.subtract(printed);
                    BigDecimal missed = withoutNumber > 0 ? above : above.abs();
                    return missed.compareTo(rounding) > 0;
                })
                .orElse(false);
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.count(rows, "row"), "sum of known " + sumOfKnown.toPlainString(), "total " + total);
    }
}

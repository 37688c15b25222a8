package org.lodestone.core.figure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The rows of a table beside the total that is printed with them.
 *
 * <p>The two differ by rounding, by rows that are withheld, and by mistakes.
 *
 * @param rows how many rows there are
 * @param withoutNumber how many of these are no number: missing, a bound, a range
 * @param sumOfKnown of those that are
 * @param total as it is printed, in the unit of the rows
 */
public record RowsAndTotal(int rows, int withoutNumber, BigDecimal sumOfKnown, Observation total) {

    public static RowsAndTotal of(List<Observation> rows, Observation total) {
        List<BigDecimal> known =
                rows.stream().flatMap(row -> number(row).stream()).toList();
        return new RowsAndTotal(
                rows.size(),
                rows.size() - known.size(),
                known.stream().reduce(BigDecimal.ZERO, BigDecimal::add),
                total);
    }

    /** The printed total less the sum of the rows; empty where either is not known in full. */
    public Optional<BigDecimal> difference() {
        return withoutNumber > 0 ? Optional.empty() : number(total).map(printed -> printed.subtract(sumOfKnown));
    }

    /**
     * The most that rounding of the total explains: half of the last digit that is printed before zeros, so 5,000 of 390,000.
     * Empty where the total is no number, or zero.
     */
    public static Optional<BigDecimal> rounding(Observation total) {
        return number(total).filter(printed -> printed.signum() != 0).map(printed -> {
            BigDecimal digits = printed.stripTrailingZeros();
            return BigDecimal.valueOf(5).scaleByPowerOfTen(-digits.scale() - 1);
        });
    }

    /**
     * Whether the rows miss the total by more than its rounding. Where rows have no number the sum falls short for a reason,
     * and misses only what it exceeds. Rows of which none is known miss nothing, nor is anything missed that is no number.
     */
    public boolean isMissed() {
        if (rows == withoutNumber) {
            return false;
        }
        return number(total)
                .map(printed -> {
                    BigDecimal above = sumOfKnown.subtract(printed);
                    BigDecimal missed = withoutNumber > 0 ? above : above.abs();
                    return missed.compareTo(rounding(total).orElse(BigDecimal.ZERO)) > 0;
                })
                .orElse(false);
    }

    private static Optional<BigDecimal> number(Observation value) {
        return value.fold(
                exact -> Optional.of(exact.value()),
                bound -> Optional.empty(),
                range -> Optional.empty(),
                missing -> Optional.empty());
    }
}

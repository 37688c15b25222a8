package org.lodestone.reports.internal.study;

import static com.google.common.base.Preconditions.checkArgument;
import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.reports.internal.study.SensitivityCurve.Point;

/**
 * A sensitivity table of a study: an outcome for changes of one driver, all in one unit.
 *
 * @param base the outcome that the study prints for no change, where it does
 */
public record SensitivityTable(
        SensitivityDriver driver, Outcome outcome, Optional<Printed> base, ImmutableList<Row> rows) {

    /** The number of rows from which a table shows its shape without a base. */
    private static final int WITHOUT_BASE = 3;

    /** The measure that a table shows. */
    public enum Outcome {
        /** Net present value. */
        NPV,
        /** Internal rate of return. */
        IRR
    }

    /**
     * A row: the outcome where the driver changes by a fraction, −0.2 for 20% less. The value keeps its printed digits. The
     * change is taken as exact: a ninth is better 0.111111 than 0.11, which would bend the curve.
     */
    public record Row(BigDecimal change, BigDecimal value) {
        public Row {
            requireNonNull(change, "change");
            requireNonNull(value, "value");
        }

        /** The value and where it stands: "5.1 at +10%". */
        String inWords() {
            return value.toPlainString() + " at " + percent(change);
        }

        static String percent(BigDecimal change) {
            BigDecimal percent = change.movePointRight(2).stripTrailingZeros();
            return (percent.signum() > 0 ? "+" : percent.signum() < 0 ? "−" : "")
                    + percent.abs().toPlainString() + "%";
        }
    }

    /** A printed amount. It was rounded: the exact one is within half a unit of its last printed digit. */
    public record Printed(BigDecimal value, double half) {
        /** Throws if half a unit is not above zero. */
        public Printed {
            requireNonNull(value, "value");
            checkArgument(half > 0, "Half a unit of the last printed digit must be above 0, not %s.", half);
        }

        /** An amount rounded at its last digit: 1.03 to 0.005, and 1.03E+3 to 5. */
        public static Printed of(BigDecimal value) {
            return new Printed(value, halfUnit(value));
        }
    }

    /** Throws where nothing says what the changes start from, and where an IRR is set against the discount rate. */
    public SensitivityTable {
        requireNonNull(driver, "driver");
        requireNonNull(outcome, "outcome");
        requireNonNull(base, "base");
        requireNonNull(rows, "rows");
        checkArgument(
                base.isPresent()
                        || rows.size() >= WITHOUT_BASE
                        || rows.stream().anyMatch(row -> row.change().signum() == 0),
                "A sensitivity to %s of %s rows needs what the study prints for no change, or a row of 0%.",
                driver,
                rows.size());
        checkArgument(
                driver != SensitivityDriver.RATE || outcome != Outcome.IRR,
                "An internal rate of return does not depend on the discount rate: leave this table out.");
    }

    SensitivityTable withDriver(SensitivityDriver other) {
        return new SensitivityTable(other, outcome, base, rows);
    }

    SensitivityTable withRows(Collection<Row> others) {
        return new SensitivityTable(driver, outcome, base, ImmutableList.copyOf(others));
    }

    ImmutableList<Point> points() {
        return points(rows, base);
    }

    /** The points of rows, then that of a base. */
    static ImmutableList<Point> points(Collection<Row> rows, Optional<Printed> base) {
        double half = halfUnit(rows);
        return Stream.concat(
                        rows.stream()
                                .map(row -> new Point(
                                        row.change().doubleValue(), row.value().doubleValue(), half)),
                        base.stream()
                                .map(printed -> new Point(0, printed.value().doubleValue(), printed.half())))
                .collect(toImmutableList());
    }

    /**
     * Half a unit of the last digit that any of the rows has, zeros at their ends aside: rows are rounded alike, those of 840
     * and 1,220 to tens.
     */
    static double halfUnit(Collection<Row> rows) {
        return halfUnit(rows.stream()
                .map(Row::value)
                .filter(value -> value.signum() != 0)
                .mapToInt(value -> value.stripTrailingZeros().scale())
                .max()
                .orElse(0));
    }

    /** Half a unit of the last digit of a value as it is written. */
    static double halfUnit(BigDecimal value) {
        return halfUnit(value.scale());
    }

    private static double halfUnit(int scale) {
        return BigDecimal.ONE.movePointLeft(scale).doubleValue() / 2;
    }
}

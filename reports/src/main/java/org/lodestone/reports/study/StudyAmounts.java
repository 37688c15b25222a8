package org.lodestone.reports.study;

import org.lodestone.core.figure.Observation;
import org.lodestone.core.figure.Observation.Direction;
import org.lodestone.core.project.StudyFigure;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.internal.study.Range;
import org.lodestone.reports.internal.study.SensitivityTable.Printed;

/**
 * Printed numbers as what they leave open. Money is in millions, a share a fraction, a mass in tonnes, and a price in millions for a tonne,
 * so that a price times a mass is money.
 */
final class StudyAmounts {

    private static final double MILLION = 1e6;
    private static final double KILOGRAMS = 1e3;

    private StudyAmounts() {}

    /** The amount that a figure states, which it has. */
    static Range of(StudyFigure figure) {
        double scale = scale(figure.unit().orElseThrow());
        Range printed = printed(figure.value().orElseThrow());
        return new Range(printed.low() * scale, printed.central() * scale, printed.high() * scale);
    }

    /** A printed number, in its own unit, give or take half of its last digit; a bound is open to the other side. */
    static Range printed(Observation value) {
        return value.fold(new Observation.Cases<>(
                exact -> Range.around(
                        exact.value().doubleValue(), Printed.of(exact.value()).half()),
                bounded -> {
                    double limit = bounded.limit().doubleValue();
                    return bounded.direction() == Direction.BELOW
                            ? new Range(Math.min(0, limit), limit, limit)
                            : new Range(limit, limit, Double.POSITIVE_INFINITY);
                },
                ranged -> {
                    double low = ranged.low().doubleValue();
                    double high = ranged.high().doubleValue();
                    return new Range(low, (low + high) / 2, high);
                },
                missing -> {
                    throw new IllegalArgumentException("'" + missing + "' is no number.");
                }));
    }

    /** The factor for a number in a unit. */
    static double scale(Unit unit) {
        double scale = unit.scale().doubleValue();
        if (unit.dimension() == Dimension.MONEY) {
            return scale / MILLION;
        }
        return unit.dimension() == Dimension.PRICE ? scale * KILOGRAMS / MILLION : scale;
    }

    static Range plus(Range a, Range b) {
        return new Range(a.low() + b.low(), a.central() + b.central(), a.high() + b.high());
    }

    static Range minus(Range a, Range b) {
        return new Range(a.low() - b.high(), a.central() - b.central(), a.high() - b.low());
    }

    /** The product of amounts of which the first is not below zero. */
    static Range times(Range a, Range b) {
        return new Range(
                Math.min(a.low() * b.low(), a.high() * b.low()),
                a.central() * b.central(),
                Math.max(a.high() * b.high(), a.low() * b.high()));
    }

    /** An amount over a number above zero. */
    static Range over(Range a, double by) {
        return new Range(a.low() / by, a.central() / by, a.high() / by);
    }

    /** The first amount, widened to all that others say. */
    static Range widened(Range first, Range other) {
        return new Range(Math.min(first.low(), other.low()), first.central(), Math.max(first.high(), other.high()));
    }
}

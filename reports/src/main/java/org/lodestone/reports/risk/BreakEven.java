package org.lodestone.reports.risk;

import java.util.OptionalDouble;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * The value of a driver at which a conclusion turns, found on a grid that closes in.
 *
 * <p>A conclusion turns where the number that decides it goes below its threshold, or comes up to it again. The function,
 * number less threshold, is worked out over a first grid; the part in which it turns nearest to the present value is kept
 * and cut again and again, until it is as narrow as a double can tell. A result that jumps over the threshold turns at the
 * jump.
 */
final class BreakEven {

    private static final int FIRST_PARTS = 256;
    private static final int PARTS = 16;
    private static final int ROUNDS = 12;

    private BreakEven() {}

    /** Values over a range, on which a turn is looked for first. */
    static double[] grid(double from, double to) {
        return grid(from, to, FIRST_PARTS);
    }

    /**
     * Where a function goes below zero or comes up to it, nearest to a value; empty where it does not on the first grid.
     *
     * @param xs the first grid
     * @param ys the function there; NaN where it is missing
     * @param function the function, for many values at once
     */
    static OptionalDouble find(double[] xs, double[] ys, UnaryOperator<double[]> function, double near) {
        int part = turn(xs, ys, near);
        if (part < 0) {
            return OptionalDouble.empty();
        }
        for (int round = 0; round < ROUNDS && part >= 0; round++) {
            xs = grid(xs[part], xs[part + 1], PARTS);
            ys = function.apply(xs);
            part = turn(xs, ys, near);
        }
        int last = xs.length - 1;
        if (part < 0) { // nothing is known where it turns
            return OptionalDouble.of(middle(xs[0], xs[last]));
        }
        return OptionalDouble.of(Math.abs(ys[part]) <= Math.abs(ys[part + 1]) ? xs[part] : xs[part + 1]);
    }

    /** Every whole number in a range. */
    static double[] wholeNumbers(double from, double to) {
        return IntStream.rangeClosed((int) Math.ceil(from), (int) Math.floor(to))
                .asDoubleStream()
                .toArray();
    }

    /**
     * The whole number nearest to a value at which a function is on the other side of zero than there; empty if none is.
     *
     * @param xs whole numbers, {@code now} among them
     */
    static OptionalDouble findWhole(double[] xs, double[] ys, double now) {
        double at = ys[(int) (now - xs[0])];
        OptionalDouble nearest = OptionalDouble.empty();
        for (int i = 0; i < xs.length; i++) {
            boolean turned = !Double.isNaN(at) && !Double.isNaN(ys[i]) && (ys[i] < 0) != (at < 0);
            if (turned && (nearest.isEmpty() || Math.abs(xs[i] - now) < Math.abs(nearest.getAsDouble() - now))) {
                nearest = OptionalDouble.of(xs[i]);
            }
        }
        return nearest;
    }

    private static double[] grid(double from, double to, int parts) {
        double[] xs = new double[parts + 1];
        for (int i = 0; i <= parts; i++) {
            xs[i] = from + (to - from) * i / parts;
        }
        xs[parts] = to;
        return xs;
    }

    /** The part of whose ends one is below zero and one is not, nearest to a value; −1 where there is none. */
    private static int turn(double[] xs, double[] ys, double near) {
        int best = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < xs.length; i++) {
            boolean known = !Double.isNaN(ys[i]) && !Double.isNaN(ys[i + 1]);
            double away = Math.abs(middle(xs[i], xs[i + 1]) - near);
            if (known && (ys[i] < 0) != (ys[i + 1] < 0) && away < distance) {
                best = i;
                distance = away;
            }
        }
        return best;
    }

    private static double middle(double from, double to) {
        return (from + to) / 2;
    }
}

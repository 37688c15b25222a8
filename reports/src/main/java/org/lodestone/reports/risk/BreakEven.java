package org.lodestone.reports.risk;

import java.util.OptionalDouble;
import java.util.function.UnaryOperator;

/**
 * The value of a driver at which a conclusion turns, found on a grid that closes in.
 *
 * <p>A function is worked out over a first grid, the change of sign nearest to the present value is kept, and the part in
 * which it lies is cut again and again, until it is as narrow as a double can tell. A result that jumps over the
 * threshold turns at the jump.
 */
final class BreakEven {

    private static final int FIRST_PARTS = 256;
    private static final int PARTS = 16;
    private static final int ROUNDS = 12;

    private BreakEven() {}

    /** Values over a range, on which a change of sign is looked for first. */
    static double[] grid(double from, double to) {
        return grid(from, to, FIRST_PARTS);
    }

    /**
     * Where a function crosses zero, nearest to a value; empty where it does not on the first grid.
     *
     * @param xs the first grid
     * @param ys the function there; NaN where it is missing
     * @param function the function, for many values at once
     */
    static OptionalDouble find(double[] xs, double[] ys, UnaryOperator<double[]> function, double near) {
        for (int round = 0; round < ROUNDS; round++) {
            int part = crossing(xs, ys, near);
            if (part < 0) {
                return round == 0 ? OptionalDouble.empty() : OptionalDouble.of(middle(xs, xs.length - 2));
            }
            if (ys[part] == 0 || xs[part] == xs[part + 1]) {
                return OptionalDouble.of(xs[part]);
            }
            xs = grid(xs[part], xs[part + 1], PARTS);
            ys = function.apply(xs);
        }
        return OptionalDouble.of((xs[0] + xs[xs.length - 1]) / 2);
    }

    private static double[] grid(double from, double to, int parts) {
        double[] xs = new double[parts + 1];
        for (int i = 0; i <= parts; i++) {
            xs[i] = from + (to - from) * i / parts;
        }
        xs[parts] = to;
        return xs;
    }

    /** The part at whose ends the signs differ, nearest to a value; −1 where there is none. */
    private static int crossing(double[] xs, double[] ys, double near) {
        int best = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < xs.length; i++) {
            boolean crosses = ys[i] == 0 || ys[i] * ys[i + 1] < 0;
            double away = Math.abs(middle(xs, i) - near);
            if (crosses && away < distance) {
                best = i;
                distance = away;
            }
        }
        return best;
    }

    private static double middle(double[] xs, int part) {
        return (xs[part] + xs[part + 1]) / 2;
    }
}

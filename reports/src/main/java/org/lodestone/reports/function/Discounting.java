package org.lodestone.reports.function;

import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/** The worth of flows of money by year, and the rate at which they are worth nothing. */
public final class Discounting {

    /** The rates between which one is looked for: all but a thousandth lost each year, and a thousandfold gain. */
    private static final double LEAST_RATE = -0.999;

    private static final double MOST_RATE = 1_000;
    private static final double ACCURACY = 1e-14;
    private static final int MOST_STEPS = 1_000;

    /** Where spreadsheets begin, how many steps they take and how close the last two lie. */
    private static final double START = 0.10;

    private static final int STEPS_OF_A_SHEET = 50;
    private static final double CLOSE = 1e-12;

    private Discounting() {}

    /**
     * The net present value.
     *
     * <pre>NPV = Σ flow(t) / (1 + rate)^(t + timing),  t = 0, 1, …</pre>
     *
     * @param timing years from the valuation date to the first flow
     */
    public static double npv(double[] flows, double rate, double timing) {
        double value = 0;
        for (int year = 0; year < flows.length; year++) {
            value += flows[year] / Math.pow(1 + rate, year + timing);
        }
        return value;
    }

    /**
     * The rate at which the flows are worth nothing. Empty unless they change sign once: where they never do no rate is one, and where they do
     * more than once several may be.
     */
    public static OptionalDouble irr(double[] flows) {
        return changesOfSign(flows) == 1 && isBracketed(flows)
                ? OptionalDouble.of(
                        new BrentSolver(ACCURACY).solve(MOST_STEPS, rate -> npv(flows, rate, 0), LEAST_RATE, MOST_RATE))
                : OptionalDouble.empty();
    }

    /**
     * The same as a sheet has it: the rate to which steps along the slope lead from 10%, which is one of several where flows change sign more than
     * once. Empty where they lead to none, or to the loss of all and more.
     */
    public static OptionalDouble irrFromTen(double[] flows) {
        double rate = START;
        for (int step = 0; step < STEPS_OF_A_SHEET; step++) {
            double next = rate - npv(flows, rate, 0) / slope(flows, rate);
            if (Math.abs(next - rate) < CLOSE) {
                return next > -1 ? OptionalDouble.of(next) : OptionalDouble.empty();
            }
            rate = next;
        }
        return OptionalDouble.empty();
    }

    private static double slope(double[] flows, double rate) {
        double slope = 0;
        for (int year = 1; year < flows.length; year++) {
            slope -= year * flows[year] / Math.pow(1 + rate, year + 1);
        }
        return slope;
    }

    /** How often flows turn from spending to earning, or back; years without a flow do not count. */
    public static int changesOfSign(double[] flows) {
        int changes = 0;
        double last = 0;
        for (double flow : flows) {
            if (flow != 0) {
                changes += flow * last < 0 ? 1 : 0;
                last = flow;
            }
        }
        return changes;
    }

    /** Flows beyond what a number can hold have no worth at the ends. */
    private static boolean isBracketed(double[] flows) {
        return Math.signum(npv(flows, LEAST_RATE, 0)) * Math.signum(npv(flows, MOST_RATE, 0)) < 0;
    }
}

package org.lodestone.reports.internal.study;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.OptionalDouble;
import org.apache.commons.math3.analysis.solvers.BrentSolver;

/**
 * Cash flows by year, and what they are worth.
 *
 * @param build the first years, in which nothing is earned
 */
public record CashFlows(ImmutableDoubleArray flows, int build) {

    /** The rates between which one is looked for: all but a thousandth lost each year, and a thousandfold gain. */
    private static final double LEAST_RATE = -0.999;

    private static final double MOST_RATE = 1_000;
    private static final double ACCURACY = 1e-14;
    private static final int MOST_STEPS = 1_000;

    /**
     * The net present value.
     *
     * <pre>NPV = Σ flow(t) / (1 + rate)^(t + timing),  t = 0, 1, …</pre>
     *
     * @param timing years from the valuation date to the first flow
     */
    public double npv(double rate, double timing) {
        double value = 0;
        for (int year = 0; year < flows.length(); year++) {
            value += flows.get(year) / Math.pow(1 + rate, year + timing);
        }
        return value;
    }

    /**
     * The rate at which the flows are worth nothing. Empty unless money is spent first and earned after: where the flows do not change
     * sign no rate is one, and where they change it more than once several may be.
     */
    public OptionalDouble irr() {
        if (changesOfSign() != 1 || firstFlow() > 0 || !isBracketed()) {
            return OptionalDouble.empty();
        }
        BrentSolver solver = new BrentSolver(ACCURACY);
        return OptionalDouble.of(solver.solve(MOST_STEPS, rate -> npv(rate, 0), LEAST_RATE, MOST_RATE));
    }

    /** Flows beyond what a number can hold have no worth at the ends. */
    private boolean isBracketed() {
        return Math.signum(npv(LEAST_RATE, 0)) * Math.signum(npv(MOST_RATE, 0)) < 0;
    }

    private double firstFlow() {
        return flows.stream().filter(flow -> flow != 0).findFirst().orElse(0);
    }

    /** How often the flows turn from spending to earning, or back; years without a flow do not count. */
    public int changesOfSign() {
        int changes = 0;
        double last = 0;
        for (double flow : flows.toArray()) {
            if (flow != 0) {
                changes += flow * last < 0 ? 1 : 0;
                last = flow;
            }
        }
        return changes;
    }

    /** Years of operation until what was spent is back, within a year in proportion. Empty where it never is. */
    public OptionalDouble payback() {
        double total = 0;
        for (int year = 0; year < flows.length(); year++) {
            double flow = flows.get(year);
            if (year >= build && total + flow >= 0) {
                return OptionalDouble.of(year - build + (flow == 0 ? 0 : -total / flow));
            }
            total += flow;
        }
        return OptionalDouble.empty();
    }
}

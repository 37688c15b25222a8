package org.lodestone.reports.internal.study;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.function.ToDoubleFunction;

/**
 * How a case takes what a study does not print. The central case was chosen among 90 on 25 studies of rare earths, so that it is right
 * in the middle of them; the other two are as far to one side and to the other as studies go.
 */
@SuppressWarnings("ImmutableEnumChecker") // the functions capture nothing
public enum Corner {
    /** All that is open makes the project worth less. */
    LOW(ImmutableDoubleArray.of(0.25, 0.50, 0.75, 1), 0.04, Integer.MAX_VALUE, 1, 0.10, 0.5, Range::low, Range::high),
    /** In the middle. */
    CENTRAL(ImmutableDoubleArray.of(0.40, 0.70, 0.90, 1), 0.02, 10, 0, 0.08, 1, Range::central, Range::central),
    /** All that is open makes the project worth more. */
    HIGH(ImmutableDoubleArray.of(0.70, 1), 0, 5, 0, 0.08, 1, Range::high, Range::low);

    private final ImmutableDoubleArray ramp;
    private final double sustaining;
    private final int depreciation;
    private final double timing;
    private final double rate;
    private final double later;
    private final ToDoubleFunction<Range> gain;
    private final ToDoubleFunction<Range> cost;

    Corner(
            ImmutableDoubleArray ramp,
            double sustaining,
            int depreciation,
            double timing,
            double rate,
            double later,
            ToDoubleFunction<Range> gain,
            ToDoubleFunction<Range> cost) {
        this.ramp = ramp;
        this.sustaining = sustaining;
        this.depreciation = depreciation;
        this.timing = timing;
        this.rate = rate;
        this.later = later;
        this.gain = gain;
        this.cost = cost;
    }

    /** Part of full output in the first years of operation. */
    public ImmutableDoubleArray ramp() {
        return ramp;
    }

    /** Spent each year after the first, as a part of the cost of building. */
    public double sustaining() {
        return sustaining;
    }

    /** Years over which the cost of building is written off, no more than the life. */
    public int depreciation() {
        return depreciation;
    }

    /** Years from the valuation date to the first cash flow. */
    public double timing() {
        return timing;
    }

    /** Discount rate. */
    public double rate() {
        return rate;
    }

    /** Part of the printed earnings that is left after the years for which they are printed. */
    public double later() {
        return later;
    }

    /** The end of a range that suits the case where more makes the project worth more. */
    double ofGain(Range range) {
        return gain.applyAsDouble(range);
    }

    /** The end of a range that suits the case where more makes the project worth less. */
    double ofCost(Range range) {
        return cost.applyAsDouble(range);
    }
}

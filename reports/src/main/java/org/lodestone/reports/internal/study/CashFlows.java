package org.lodestone.reports.internal.study;

import com.google.common.primitives.ImmutableDoubleArray;
import java.util.OptionalDouble;
import org.lodestone.reports.function.Discounting;

/**
 * Cash flows by year, and what they are worth.
 *
 * @param build the first years, in which nothing is earned
 */
public record CashFlows(ImmutableDoubleArray flows, int build) {

    /**
     * The net present value.
     *
     * @param timing years from the valuation date to the first flow
     */
    public double npv(double rate, double timing) {
        return Discounting.npv(flows.toArray(), rate, timing);
    }

    /** The rate at which they are worth nothing; empty unless they change sign once. */
    public OptionalDouble irr() {
        return Discounting.irr(flows.toArray());
    }

    /** The number of times that they turn from spending to earning, or back. */
    public int changesOfSign() {
        return Discounting.changesOfSign(flows.toArray());
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

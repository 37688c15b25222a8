package org.lodestone.reports.internal.study;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.function.ToDoubleFunction;

/**
 * How a case takes what a study does not print. The central case was chosen among 90 on 25 studies of rare earths, so that it is right
 * in the middle of them; the other two are as far to one side and to the other as studies go.
 *
 * @param ramp part of full output in the first years of operation
 * @param sustaining spent each year after the first, as a part of the cost of building
 * @param depreciation years over which the cost of building is written off, no more than the life
 * @param timing years from the valuation date to the first cash flow
 * @param rate discount rate
 * @param later part of the printed earnings that is left after the years for which they are printed
 * @param gain the end of a range that suits the case where more makes the project worth more
 * @param cost the end of a range that suits the case where more makes the project worth less
 */
public record Corner(
        ImmutableDoubleArray ramp,
        double sustaining,
        int depreciation,
        double timing,
        double rate,
        double later,
        ToDoubleFunction<Range> gain,
        ToDoubleFunction<Range> cost) {

    /** All that is open makes the project worth less. */
    public static final Corner LOW = new Corner(
            ImmutableDoubleArray.of(0.25, 0.50, 0.75, 1),
            0.04,
            Integer.MAX_VALUE,
            1,
            0.10,
            0.5,
            Range::low,
            Range::high);

    /** In the middle. */
    public static final Corner CENTRAL = new Corner(
            ImmutableDoubleArray.of(0.40, 0.70, 0.90, 1), 0.02, 10, 0, 0.08, 1, Range::central, Range::central);

    /** All that is open makes the project worth more. */
    public static final Corner HIGH =
            new Corner(ImmutableDoubleArray.of(0.70, 1), 0, 5, 0, 0.08, 1, Range::high, Range::low);

    static final ImmutableList<Corner> ALL = ImmutableList.of(LOW, CENTRAL, HIGH);
}

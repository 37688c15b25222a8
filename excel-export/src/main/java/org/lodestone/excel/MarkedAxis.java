package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * An axis from mark to mark, as a program scales it that is told nothing else.
 *
 * @param step from one mark to the next; a logarithmic axis has them at powers of ten
 */
record MarkedAxis(double from, double to, double step, boolean logarithmic) {

    /** An axis has about so many marks. */
    private static final double MARKS = 5;

    private static final double[] STEPS = {1, 2, 5, 10};

    /** The part of the highest number from which on the lowest is so near to it that zero would be far from both. */
    private static final double NEAR = 5 / 6.0;

    private static final double LAST_BIT = 1e-9;

    /** An axis that has all numbers, and zero where that is not far from them. */
    static MarkedAxis over(double low, double high, boolean logarithmic) {
        if (logarithmic) {
            double from = Math.floor(Math.log10(low));
            return new MarkedAxis(
                    Math.pow(10, from), Math.pow(10, Math.max(from + 1, Math.ceil(Math.log10(high)))), 10, true);
        }
        double from = low > 0 && low < NEAR * high ? 0 : low;
        double to = high < 0 && high > NEAR * low ? 0 : high;
        double step = step(to > from ? to - from : 1);
        double first = Math.floor(from / step) * step;
        return new MarkedAxis(
                first, first + Math.max(1, Math.ceil((to - first) / step - LAST_BIT)) * step, step, false);
    }

    /** Between two marks: one, two or five times a power of ten. */
    static double step(double spread) {
        double raw = spread / MARKS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        return DoubleStream.of(STEPS)
                .map(one -> one * power)
                .filter(one -> one >= raw)
                .findFirst()
                .orElse(10 * power);
    }

    /** Where a number stands, as a part of the axis from its start. */
    double part(double number) {
        return logarithmic ? Math.log(number / from) / Math.log(to / from) : (number - from) / (to - from);
    }

    ImmutableList<Double> marks() {
        double steps = logarithmic ? Math.log10(to / from) : (to - from) / step;
        return LongStream.rangeClosed(0, Math.round(steps))
                .mapToObj(i -> logarithmic ? from * Math.pow(step, (double) i) : from + (double) i * step)
                .collect(ImmutableList.toImmutableList());
    }
}

package org.lodestone.reports.growth;

import static org.lodestone.reports.formula.Definitions.ONE;

import java.util.List;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/** Rates of growth. Ratios: 0.0588 means 5.88%. */
public final class Growth {

    private Growth() {}

    /**
     * Growth on the year before.
     *
     * <pre>g = q(t) / q(t−1) − 1</pre>
     *
     * <p>Missing when either year is missing or the earlier is zero.
     */
    public static Formula onYearBefore(Formula now, Formula before) {
        return now.over(before).minus(ONE);
    }

    /**
     * Compound growth over a span of years.
     *
     * <pre>g = (q(n) / q(0))^(1/n) − 1</pre>
     *
     * @param years n, as a formula
     */
    public static Formula compound(Formula last, Formula first, Formula years) {
        return last.over(first).toThe(ONE.over(years)).minus(ONE);
    }

    /** The mean of yearly rates. Missing when one of them is. */
    public static Formula mean(List<Key> rates) {
        return Formula.call(Fn.AVERAGE, Formula.span(rates));
    }
}

package org.lodestone.reports.robustness;

import org.lodestone.core.screen.Aggregation;

/**
 * Makes every aggregation an arithmetic mean, of scores that are transformed first.
 *
 * <pre>score = f⁻¹(Σ w f(x)), where Σ w = 1</pre>
 *
 * <p>A score of zero becomes infinite under a logarithm or reciprocal, which makes the whole zero, as it should be, unless
 * its weight is zero: a criterion without weight has to be left out of the sum.
 */
final class Transform {

    private Transform() {}

    /** The score as it is summed: f. Of a harmonic mean it is minus the reciprocal, so that higher stays better. */
    static double there(Aggregation aggregation, double x) {
        return switch (aggregation) {
            case ARITHMETIC -> x;
            case GEOMETRIC -> Math.log(x);
            case HARMONIC -> -1 / (x + 0.0); // minus zero becomes zero
        };
    }

    /** The score of a sum: f⁻¹. */
    static double back(Aggregation aggregation, double y) {
        return switch (aggregation) {
            case ARITHMETIC -> y;
            case GEOMETRIC -> Math.exp(y);
            case HARMONIC -> y < 0 ? -1 / y : Double.POSITIVE_INFINITY;
        };
    }
}

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
enum Transform {
    NONE {
        @Override
        double there(double x) {
            return x;
        }

        @Override
        double back(double y) {
            return y;
        }
    },
    LOGARITHM {
        @Override
        double there(double x) {
            return Math.log(x);
        }

        @Override
        double back(double y) {
            return Math.exp(y);
        }
    },
    /** Minus the reciprocal, so that higher stays better. */
    RECIPROCAL {
        @Override
        double there(double x) {
            return -1 / (x + 0.0); // minus zero becomes zero
        }

        @Override
        double back(double y) {
            return y < 0 ? -1 / y : Double.POSITIVE_INFINITY;
        }
    };

    abstract double there(double x);

    abstract double back(double y);

    static Transform of(Aggregation aggregation) {
        return switch (aggregation) {
            case ARITHMETIC -> NONE;
            case GEOMETRIC -> LOGARITHM;
            case HARMONIC -> RECIPROCAL;
        };
    }
}

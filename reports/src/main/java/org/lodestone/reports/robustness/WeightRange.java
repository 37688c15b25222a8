package org.lodestone.reports.robustness;

import java.math.BigDecimal;
import java.util.function.Function;

/** Which weights are thought possible. They always sum to one. */
public sealed interface WeightRange {

    /** The result of the function for its kind. */
    <T> T fold(Function<Any, T> any, Function<Around, T> around);

    /**
     * Every set of weights alike: uniform over the simplex, which is the Dirichlet distribution with all parameters 1.
     *
     * <p>The weights a screen was given play no part, so a criterion of weight zero is drawn like any other.
     */
    record Any() implements WeightRange {
        @Override
        public String toString() {
            return "any weights";
        }

        @Override
        public <T> T fold(Function<Any, T> any, Function<Around, T> around) {
            return any.apply(this);
        }
    }

    /**
     * Weights around those given: each is drawn by itself, evenly from w (1 − band) to w (1 + band), and then all are
     * divided by their sum.
     *
     * <p>The division can take a weight a little out of its band. A weight of zero stays zero.
     *
     * @param band a share of the weight, from 0 to 1: with 0.25, a weight of 40% is drawn from 30% to 50%
     */
    record Around(double band) implements WeightRange {
        /** Throws if the band is not from 0 to 1. */
        public Around {
            if (!(band >= 0 && band <= 1)) {
                throw new IllegalArgumentException("The band around weights must be between 0 and 1, such as 0.25 for"
                        + " a quarter up or down, not " + band + ".");
            }
        }

        @Override
        public String toString() {
            BigDecimal percent = BigDecimal.valueOf(band).movePointRight(2).stripTrailingZeros();
            return "weights up to " + percent.toPlainString() + "% higher or lower";
        }

        @Override
        public <T> T fold(Function<Any, T> any, Function<Around, T> around) {
            return around.apply(this);
        }
    }

    /** Every set of weights, all alike. */
    static WeightRange any() {
        return new Any();
    }

    /** Weights around those given, such as a quarter up or down with 0.25. Throws if the band is not from 0 to 1. */
    static WeightRange around(double band) {
        return new Around(band);
    }
}

package org.lodestone.core.screen;

import java.util.Locale;

/**
 * How the scores of a company under several criteria become one.
 *
 * <p>Geometric and harmonic means let no strength make up for a criterion at zero: the whole is zero then. They take
 * scores that are not below zero.
 */
public enum Aggregation {
    /** <pre>Σ w x / Σ w</pre> */
    ARITHMETIC {
        @Override
        public double of(double[] weights, double[] scores) {
            double sum = 0;
            double whole = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * scores[i];
                whole += weights[i];
            }
            return sum / whole;
        }
    },
    /** <pre>exp(Σ w ln x / Σ w)</pre> */
    GEOMETRIC {
        @Override
        public double of(double[] weights, double[] scores) {
            double sum = 0;
            double whole = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > 0) {
                    sum += weights[i] * Math.log(scores[i]);
                    whole += weights[i];
                }
            }
            return Math.exp(sum / whole);
        }
    },
    /** <pre>Σ w / Σ (w / x)</pre> */
    HARMONIC {
        @Override
        public double of(double[] weights, double[] scores) {
            double sum = 0;
            double whole = 0;
            for (int i = 0; i < weights.length; i++) {
                if (weights[i] > 0) {
                    sum += weights[i] / scores[i];
                    whole += weights[i];
                }
            }
            return whole / sum;
        }
    };

    /**
     * The one score; NaN where a score is NaN, or the weights sum to zero.
     *
     * @param weights not below zero; they need not sum to one
     * @param scores as many
     */
    public abstract double of(double[] weights, double[] scores);

    /** The word in a dataset: {@code geometric}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

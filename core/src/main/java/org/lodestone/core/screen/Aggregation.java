package org.lodestone.core.screen;

import java.util.Locale;
import java.util.function.DoubleBinaryOperator;

/**
 * How the scores of a company under several criteria become one.
 *
 * <p>Geometric and harmonic means let no strength make up for a criterion at zero: the whole is zero then. They take
 * scores that are not below zero.
 */
@SuppressWarnings("ImmutableEnumChecker") // functions of nothing but the numbers
public enum Aggregation {
    /** <pre>Σ w x / Σ w</pre> */
    ARITHMETIC((weight, score) -> weight * score, (sum, whole) -> sum / whole),
    /** <pre>exp(Σ w ln x / Σ w)</pre> */
    GEOMETRIC((weight, score) -> weight * Math.log(score), (sum, whole) -> Math.exp(sum / whole)),
    /** <pre>Σ w / Σ (w / x)</pre> */
    HARMONIC((weight, score) -> weight / score, (sum, whole) -> whole / sum);

    private final DoubleBinaryOperator part;
    private final DoubleBinaryOperator mean;

    /**
     * A mean that goes by a sum over the scores.
     *
     * @param part of a weight and a score, in the sum
     * @param mean of that sum and the sum of weights
     */
    Aggregation(DoubleBinaryOperator part, DoubleBinaryOperator mean) {
        this.part = part;
        this.mean = mean;
    }

    /**
     * The one score; NaN where a score is NaN, or the weights sum to zero.
     *
     * @param weights not below zero; they need not sum to one
     * @param scores as many
     */
    public double of(double[] weights, double[] scores) {
        double sum = 0;
        double whole = 0;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                sum += part.applyAsDouble(weights[i], scores[i]);
                whole += weights[i];
            }
        }
        return mean.applyAsDouble(sum, whole);
    }

    /** The word in a dataset: {@code geometric}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

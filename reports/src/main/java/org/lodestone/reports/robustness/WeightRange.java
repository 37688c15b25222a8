package org.lodestone.reports.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import java.math.BigDecimal;
import java.util.OptionalDouble;

/**
 * Which weights are thought possible. They always sum to one.
 *
 * <p>Without a band, every set of weights alike: uniform over the simplex, which is the Dirichlet distribution with all
 * parameters 1. The weights a screen was given play no part, so a criterion of weight zero is drawn like any other.
 *
 * <p>With one, weights around those given: each is drawn by itself, evenly from w (1 − band) to w (1 + band), and then all
 * are divided by their sum. The division can take a weight a little out of its band. A weight of zero stays zero.
 *
 * @param band a share of the weight, from 0 to 1: with 0.25, a weight of 40% is drawn from 30% to 50%
 */
public record WeightRange(OptionalDouble band) {

    /** Throws if the band is not from 0 to 1. */
    public WeightRange {
        band.ifPresent(share -> checkArgument(
                share >= 0 && share <= 1,
                "The band around weights must be between 0 and 1, such as 0.25 for a quarter up or down, not %s.",
                share));
    }

    /** Every set of weights, all alike. */
    public static WeightRange any() {
        return new WeightRange(OptionalDouble.empty());
    }

    /** Weights around those given, such as a quarter up or down with 0.25. Throws if the band is not from 0 to 1. */
    public static WeightRange around(double band) {
        return new WeightRange(OptionalDouble.of(band));
    }

    /** In words, such as {@code weights up to 25% higher or lower}. */
    @Override
    public String toString() {
        if (band.isEmpty()) {
            return "any weights";
        }
        BigDecimal percent =
                BigDecimal.valueOf(band.getAsDouble()).movePointRight(2).stripTrailingZeros();
        return "weights up to " + percent.toPlainString() + "% higher or lower";
    }
}

package org.lodestone.reports.screen;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Outliers;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;

/** Rules of a user's own: those that say a formula, and the same without one. */
final class TriedRules {

    /** As the library's own min-max does, where values are not all equal. */
    static final LiveNormalisation RANGE = LiveNormalisation.of("range", TriedRules::range, (value, values) -> {
        Formula least = Formula.call(Fn.MIN_OF_KNOWN, values);
        return value.minus(least).over(Formula.call(Fn.MAX_OF_KNOWN, values).minus(least));
    });

    static final Normalisation FIXED_RANGE = Normalisation.own("range", TriedRules::range);

    /** Scores from below zero to above it, without an end. */
    static final LiveNormalisation FROM_MEAN = new FromMean();

    static final Normalisation FIXED_FROM_MEAN = new FixedFromMean();

    static final LiveOutliers AT_MOST_THE_MEAN = LiveOutliers.of(
            "at most the mean",
            TriedRules::atMostTheMean,
            (value, values) -> Formula.min(value, Formula.call(Fn.AVERAGE_OF_KNOWN, values)));

    static final Outliers FIXED_AT_MOST_THE_MEAN = Outliers.own("at most the mean", TriedRules::atMostTheMean);

    private TriedRules() {}

    private static DoubleUnaryOperator range(double[] values) {
        double least = Arrays.stream(values).min().orElseThrow();
        double greatest = Arrays.stream(values).max().orElseThrow();
        return value -> (value - least) / (greatest - least);
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private static DoubleUnaryOperator atMostTheMean(double[] values) {
        double mean = mean(values);
        return value -> Math.min(value, mean);
    }

    private record FromMean() implements LiveNormalisation {
        @Override
        public String name() {
            return "from the mean";
        }

        @Override
        public boolean isUnitRange() {
            return false;
        }

        @Override
        public DoubleUnaryOperator among(double[] values) {
            double mean = mean(values);
            return value -> value - mean;
        }

        @Override
        public Formula among(Formula value, Formula.Span values) {
            return value.minus(Formula.call(Fn.AVERAGE_OF_KNOWN, values));
        }
    }

    private record FixedFromMean() implements Normalisation.Own {
        @Override
        public String name() {
            return "from the mean";
        }

        @Override
        public boolean isUnitRange() {
            return false;
        }

        @Override
        public DoubleUnaryOperator among(double[] values) {
            return FROM_MEAN.among(values);
        }
    }
}

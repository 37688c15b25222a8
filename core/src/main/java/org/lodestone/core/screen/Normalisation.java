package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * How the values of a criterion become scores that compare with those of others.
 *
 * <p>Scores run from 0, the worst, to 1, the best, except ranks, which start from one n-th, and z-scores, which have a mean of 0
 * and a standard deviation of 1. Where lower is better, a value {@code x} scores as {@code −x} does where higher is better.
 *
 * <p>Those that {@code screen.json} names are closed; one of a user's own is {@link Own}.
 */
public sealed interface Normalisation {

    /** The result of one of three functions, one for each kind of normalisation. */
    <T> T fold(Function<Relative, T> relative, Function<Goalposts, T> goalposts, Function<Own, T> own);

    /** Whether scores run from 0 to 1. */
    default boolean isUnitRange() {
        return true;
    }

    /** A score that depends on the other companies. */
    enum Relative implements Normalisation {
        /** <pre>(x − min) / (max − min)</pre> Where all values are equal, 0.5. */
        MIN_MAX,
        /** <pre>(x − mean) / s, s² = Σ (x − mean)² / (n − 1)</pre> Where all values are equal, 0. */
        Z_SCORE,
        /** <pre>(r − 1) / (n − 1)</pre> with ranks from the worst, equals sharing the mean of theirs; of one company, 0.5. */
        PERCENTILE,
        /** <pre>r / n</pre> with ranks from the worst, equals sharing the mean of theirs. */
        RANK;

        @Override
        public boolean isUnitRange() {
            return this != Z_SCORE;
        }

        /** The word in a dataset: {@code min-max}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public <T> T fold(Function<Relative, T> relative, Function<Goalposts, T> goalposts, Function<Own, T> own) {
            return relative.apply(this);
        }
    }

    /** On which scale the way from one goalpost to the other is measured. */
    enum Scale {
        /** In the unit of the values. */
        LINEAR,
        /** In orders of magnitude; what is at or below zero is beyond the lower post. */
        LOG10;

        /** The word in a dataset: {@code log10}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A score that depends on two fixed values only, so that no company moves another's.
     * <pre>(x − low) / (high − low), or (log x − log low) / (log high − log low)</pre>
     * Beyond a goalpost it is 0 or 1.
     */
    record Goalposts(double low, double high, Scale scale) implements Normalisation {
        /**
         * Throws if the lower goalpost is not below the higher, if one is not finite, or if one on a log10 scale is
         * not above zero.
         */
        public Goalposts {
            checkArgument(
                    Double.isFinite(low) && Double.isFinite(high) && low < high,
                    "Goalposts go from a lower number to a higher one, not from %s to %s.",
                    low,
                    high);
            checkArgument(
                    scale == Scale.LINEAR || low > 0,
                    "Goalposts on a log10 scale are above zero, and %s is not. Use a small number instead.",
                    low);
        }

        @Override
        public String toString() {
            return "goalposts " + low + " to " + high + (scale == Scale.LINEAR ? "" : ", " + scale);
        }

        @Override
        public <T> T fold(Function<Relative, T> relative, Function<Goalposts, T> goalposts, Function<Own, T> own) {
            return goalposts.apply(this);
        }
    }

    /**
     * A normalisation of a user's own, given in code.
     *
     * <p>Its scores rise with the value, or stay; where lower is better, they are turned round as those of others are. They run from
     * 0 to 1 unless {@link #isUnitRange} says otherwise, and one that does not is refused. In a workbook they are fixed, unless it
     * says its formula as well: see {@code LiveNormalisation}.
     *
     * <pre>Normalisation.own("share of the largest", values -&gt; {
     *     double largest = Arrays.stream(values).max().orElse(1);
     *     return value -&gt; value / largest;
     * })</pre>
     */
    non-sealed interface Own extends Normalisation {

        /** The name by which a reader knows it. */
        String name();

        /**
         * The score of a value among others.
         *
         * @param values the values of all companies that are known, after extreme ones were treated; at least one, in no order
         */
        DoubleUnaryOperator among(double[] values);

        @Override
        default <T> T fold(Function<Relative, T> relative, Function<Goalposts, T> goalposts, Function<Own, T> own) {
            return own.apply(this);
        }
    }

    /** A normalisation of a user's own, with scores from 0 to 1. */
    static Own own(String name, Function<double[], DoubleUnaryOperator> among) {
        checkArgument(!name.isBlank(), "A normalisation of one's own needs a name, for its readers.");
        record Named(String name, Function<double[], DoubleUnaryOperator> rule) implements Own {
            @Override
            public DoubleUnaryOperator among(double[] values) {
                return rule.apply(values);
            }

            @Override
            public String toString() {
                return name;
            }
        }
        return new Named(name, among);
    }

    /** The goalposts it measures between; empty where it depends on the other companies. */
    default Optional<Goalposts> asGoalposts() {
        return fold(relative -> Optional.empty(), Optional::of, own -> Optional.empty());
    }

    /** Goalposts between which scores follow the values themselves. Throws if {@code low} is not below {@code high}. */
    static Goalposts between(double low, double high) {
        return new Goalposts(low, high, Scale.LINEAR);
    }

    /** Goalposts between which scores follow orders of magnitude. */
    static Goalposts logBetween(double low, double high) {
        return new Goalposts(low, high, Scale.LOG10);
    }
}

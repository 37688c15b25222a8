package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/**
 * The treatment of extreme values before they are normalised.
 *
 * <p>Those that {@code screen.json} names are closed; one of a user's own is {@link Own}.
 */
public sealed interface Outliers {

    /** The result of one of three functions, one for each kind of treatment. */
    <T> T fold(Function<Rule, T> rule, Function<Winsorise, T> winsorise, Function<Own, T> own);

    /** A rule without numbers of its own. */
    enum Rule implements Outliers {
        /** They stay as they are. */
        NONE,
        /** Every value becomes {@code ln(x − min + 0.01 (max − min))}. */
        LOG,
        /**
         * Where |skewness| is at least 2 and kurtosis at least 3.5, up to five values are drawn in to their neighbour, one
         * at a time at the longer end; where that is not enough, {@link #LOG}.
         */
        AUTO;

        /** The word in a dataset: {@code auto}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public <T> T fold(Function<Rule, T> rule, Function<Winsorise, T> winsorise, Function<Own, T> own) {
            return rule.apply(this);
        }
    }

    /**
     * Values beyond two quantiles are drawn in to them. A quantile lies between two values in proportion:
     * <pre>x(k) + (x(k+1) − x(k)) (h − k), h = (n − 1) p</pre>
     *
     * @param lower share of values below the lower bound, such as 0.01
     * @param upper share of values below the upper bound, such as 0.99
     */
    record Winsorise(double lower, double upper) implements Outliers {
        /** Throws unless {@code 0 <= lower < upper <= 1}. */
        public Winsorise {
            checkArgument(
                    0 <= lower && lower < upper && upper <= 1,
                    "Values are winsorised between two quantiles such as 0.01 and 0.99, not between %s and %s.",
                    lower,
                    upper);
        }

        @Override
        public String toString() {
            return "winsorise " + lower + " to " + upper;
        }

        @Override
        public <T> T fold(Function<Rule, T> rule, Function<Winsorise, T> winsorise, Function<Own, T> own) {
            return winsorise.apply(this);
        }
    }

    /**
     * A treatment of a user's own, given in code. In a workbook the treated values are fixed, unless it says its formula as well:
     * see {@code LiveOutliers}.
     *
     * <pre>Outliers.own("at most three times the median", values -&gt; {
     *     double most = 3 * median(values);
     *     return value -&gt; Math.min(value, most);
     * })</pre>
     */
    non-sealed interface Own extends Outliers {

        /** The name by which a reader knows it: {@code at most three times the median}. */
        String name();

        /**
         * The value that is normalised in place of another.
         *
         * @param values the values of all companies that are known; at least one, in no order
         */
        DoubleUnaryOperator among(double[] values);

        @Override
        default <T> T fold(Function<Rule, T> rule, Function<Winsorise, T> winsorise, Function<Own, T> own) {
            return own.apply(this);
        }
    }

    /** A treatment of a user's own. */
    static Own own(String name, Function<double[], DoubleUnaryOperator> among) {
        checkArgument(!name.isBlank(), "A treatment of one's own needs a name, for its readers.");
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
}

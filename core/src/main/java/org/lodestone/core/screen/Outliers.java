package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;

import java.util.Locale;
import java.util.function.Function;

/** The treatment of extreme values before they are normalised. */
public sealed interface Outliers {

    /** The result of one of two functions, one for each kind of treatment. */
    <T> T fold(Function<Rule, T> rule, Function<Winsorise, T> winsorise);

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

        /** As a dataset writes it: {@code auto}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }

        @Override
        public <T> T fold(Function<Rule, T> rule, Function<Winsorise, T> winsorise) {
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
        public <T> T fold(Function<Rule, T> rule, Function<Winsorise, T> winsorise) {
            return winsorise.apply(this);
        }
    }
}

package org.lodestone.reports.screen;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.Range;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;

/** The treatment of the extreme values of a criterion. */
public sealed interface Treatment {

    /** The result of the function for its kind. */
    <T> T fold(Cases<T> cases);

    /** A function for each case. */
    record Cases<T>(
            Function<None, T> none, Function<DrawnIn, T> drawnIn, Function<Logged, T> logged, Function<Own, T> own) {}

    /** The value that is normalised in place of this one; NaN for NaN. */
    double of(double value);

    /** The number of values that are other than they were. */
    int changed();

    /** The two values it was done with: bounds, or the least and the greatest; empty for nothing, and for what a user does. */
    default Optional<Range<Double>> ends() {
        return fold(new Cases<>(
                none -> Optional.empty(),
                drawnIn -> Optional.of(Range.closed(drawnIn.low(), drawnIn.high())),
                logged -> Optional.of(Range.closed(logged.least(), logged.greatest())),
                own -> Optional.empty()));
    }

    /** Nothing. */
    record None() implements Treatment {
        @Override
        public double of(double value) {
            return value;
        }

        @Override
        public int changed() {
            return 0;
        }

        @Override
        public String toString() {
            return "none";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.none().apply(this);
        }
    }

    /**
     * Values beyond two bounds were drawn in to them.
     *
     * @param raised how many were below the lower bound
     * @param lowered how many were above the upper bound
     */
    record DrawnIn(double low, double high, int raised, int lowered) implements Treatment {
        /** Throws if the low end is above the high one. */
        public DrawnIn {
            checkArgument(low <= high, "No value lies between %s and %s.", low, high);
        }

        @Override
        public double of(double value) {
            return Math.min(Math.max(value, low), high);
        }

        @Override
        public int changed() {
            return raised + lowered;
        }

        @Override
        public String toString() {
            return "drawn in to between " + low + " and " + high + ": " + raised + " raised, " + lowered + " lowered";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.drawnIn().apply(this);
        }
    }

    /**
     * Every value became its logarithm above the least.
     * <pre>ln(x − least + 0.01 (greatest − least))</pre>
     *
     * @param changed how many values there are
     */
    record Logged(double least, double greatest, int changed) implements Treatment {
        @Override
        public double of(double value) {
            return Math.log(value - least + 0.01 * (greatest - least));
        }

        @Override
        public String toString() {
            return "ln(x - " + least + " + 0.01 (" + greatest + " - " + least + "))";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.logged().apply(this);
        }
    }

    /**
     * A user's own way of treating values.
     *
     * @param name of the treatment
     * @param treated the value in place of another
     */
    record Own(String name, DoubleUnaryOperator treated, int changed) implements Treatment {
        @Override
        public double of(double value) {
            return Double.isNaN(value) ? value : treated.applyAsDouble(value);
        }

        @Override
        public String toString() {
            return name + ": " + changed + " changed";
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.own().apply(this);
        }
    }
}

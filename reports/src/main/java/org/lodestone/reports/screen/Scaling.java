package org.lodestone.reports.screen;

import java.util.Optional;
import java.util.function.Function;

/** The numbers with which the values of a criterion were normalised. */
public sealed interface Scaling {

    /** The result of the function for its kind. */
    <T> T fold(Cases<T> cases);

    /** A function for each case. */
    record Cases<T>(
            Function<Unknown, T> unknown,
            Function<AllEqual, T> allEqual,
            Function<Range, T> range,
            Function<Deviations, T> deviations,
            Function<Ranks, T> ranks,
            Function<Goalposts, T> goalposts,
            Function<Own, T> own) {}

    /** Mean and deviation; empty where these were not used. */
    default Optional<Deviations> asDeviations() {
        return Optional.empty();
    }

    /** Whether all have the same value. */
    default boolean isAllEqual() {
        return false;
    }

    /** Nobody has a value. */
    record Unknown() implements Scaling {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.unknown().apply(this);
        }
    }

    /** All have this value, which says nothing of who is better: min-max scores are 0.5, z-scores 0. */
    record AllEqual(double value) implements Scaling {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.allEqual().apply(this);
        }

        @Override
        public boolean isAllEqual() {
            return true;
        }
    }

    /** <pre>(x − least) / (greatest − least)</pre> */
    record Range(double least, double greatest) implements Scaling {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.range().apply(this);
        }
    }

    /** <pre>(x − mean) / deviation</pre> */
    record Deviations(double mean, double deviation) implements Scaling {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.deviations().apply(this);
        }

        @Override
        public Optional<Deviations> asDeviations() {
            return Optional.of(this);
        }
    }

    /** Ranks among so many. */
    record Ranks(int among) implements Scaling {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.ranks().apply(this);
        }
    }

    /** Two goalposts that no company moves; both as logarithms where the scale is one. */
    record Goalposts(double low, double high) implements Scaling {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.goalposts().apply(this);
        }
    }

    /** The numbers of a normalisation of a user's own are its own. */
    record Own() implements Scaling {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.own().apply(this);
        }
    }
}

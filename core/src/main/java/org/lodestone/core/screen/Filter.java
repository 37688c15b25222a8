package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.function.Function;

/** Which companies are looked at: a condition on a column of a table of companies. */
public sealed interface Filter {

    /** The result of one of three functions, one for each kind of condition. */
    <T> T fold(Function<Between, T> between, Function<AnyOf, T> anyOf, Function<NoneOf, T> noneOf);

    /** Whether it looks at numbers, and not at words. */
    default boolean isOfNumbers() {
        return false;
    }

    /** The column it looks at. */
    String column();

    /** Numbers from one bound to another, both included. What is missing is not among them. */
    record Between(String column, double least, double most) implements Filter {
        public Between {
            checkArgument(least <= most, "'%s' cannot be from %s to %s. Swap the two.", column, least, most);
        }

        @Override
        public String toString() {
            if (most == Double.POSITIVE_INFINITY) {
                return column + " at least " + least;
            }
            return column + (least == Double.NEGATIVE_INFINITY ? "" : " from " + least) + " at most " + most;
        }

        @Override
        public <T> T fold(Function<Between, T> between, Function<AnyOf, T> anyOf, Function<NoneOf, T> noneOf) {
            return between.apply(this);
        }

        @Override
        public boolean isOfNumbers() {
            return true;
        }
    }

    /** Words, or lists of words parted by semicolons, of which at least one is among these. */
    record AnyOf(String column, ImmutableSet<String> words) implements Filter {
        public AnyOf {
            checkArgument(!words.isEmpty(), "'%s' must be one of some words. Give at least one.", column);
        }

        @Override
        public String toString() {
            return column + " " + String.join(" or ", words);
        }

        @Override
        public <T> T fold(Function<Between, T> between, Function<AnyOf, T> anyOf, Function<NoneOf, T> noneOf) {
            return anyOf.apply(this);
        }
    }

    /** Words of which none is among these. */
    record NoneOf(String column, ImmutableSet<String> words) implements Filter {
        public NoneOf {
            checkArgument(!words.isEmpty(), "'%s' must be none of some words. Give at least one.", column);
        }

        @Override
        public String toString() {
            return column + " not " + String.join(" or ", words);
        }

        @Override
        public <T> T fold(Function<Between, T> between, Function<AnyOf, T> anyOf, Function<NoneOf, T> noneOf) {
            return noneOf.apply(this);
        }
    }

    static Filter atLeast(String column, double least) {
        return new Between(column, least, Double.POSITIVE_INFINITY);
    }

    static Filter atMost(String column, double most) {
        return new Between(column, Double.NEGATIVE_INFINITY, most);
    }

    static Filter anyOf(String column, String... words) {
        return new AnyOf(column, ImmutableSet.copyOf(words));
    }

    static Filter noneOf(String column, String... words) {
        return new NoneOf(column, ImmutableSet.copyOf(words));
    }
}

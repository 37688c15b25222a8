package org.lodestone.core.screen;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.lodestone.core.internal.text.OneLine;

/**
 * Which companies are looked at: a condition on a column of a table of companies, or on several.
 *
 * <p>Those that {@code screen.json} names are closed; one of a user's own is {@link Own}.
 */
public sealed interface Filter {

    /** The result of the function for its kind. */
    <T> T fold(Cases<T> cases);

    /** A function for each kind of condition. */
    record Cases<T>(Function<Between, T> between, Function<Words, T> words, Function<Own, T> own) {}

    /** Numbers from one bound to another, both included. What is missing is not among them. */
    record Between(String column, double least, double most) implements Filter {
        /** Throws if the lower bound is above the upper, or if either is NaN. */
        public Between {
            checkArgument(least <= most, "'%s' cannot be from %s to %s. Swap the two.", column, least, most);
        }

        @Override
        public String toString() {
            if (most == Double.POSITIVE_INFINITY) {
                return column + " at least " + OneLine.number(least);
            }
            return column + (least == Double.NEGATIVE_INFINITY ? "" : " from " + OneLine.number(least)) + " at most "
                    + OneLine.number(most);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.between().apply(this);
        }
    }

    /**
     * Words, or lists of words parted by semicolons, of which at least one is among these, or none.
     *
     * @param wanted whether one has to be among them
     */
    record Words(String column, ImmutableSet<String> words, boolean wanted) implements Filter {
        /** Throws if there are no words. */
        public Words {
            checkArgument(
                    !words.isEmpty(),
                    "'%s' must be %s of some words. Give at least one.",
                    column,
                    wanted ? "one" : "none");
        }

        @Override
        public String toString() {
            return column + (wanted ? " " : " not ") + String.join(" or ", words);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.words().apply(this);
        }
    }

    /**
     * A condition of a user's own, given in code.
     *
     * <pre>Filter.own("net debt under two years of profit", one -&gt; one.number("net debt") &lt; 2 * one.number("profit"))</pre>
     *
     * @param name by which a reader knows it
     */
    record Own(String name, Predicate<Candidate> passes) implements Filter {
        /** Throws if the name is blank. */
        public Own {
            checkArgument(!name.isBlank(), "A filter of one's own needs a name, for its readers.");
        }

        @Override
        public String toString() {
            return name;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.own().apply(this);
        }
    }

    /** A company that may be looked at, by what is known of it. */
    interface Candidate {

        /** A number; NaN where it is not known, which no comparison lets pass. Throws if there is no such column of numbers. */
        double number(String column);

        /** A word, or words parted by semicolons; empty where there is none. Throws if there is no such column of words. */
        String word(String column);
    }

    /** A condition of a user's own on what is known of a company. */
    static Filter own(String name, Predicate<Candidate> passes) {
        return new Own(name, passes);
    }

    /** Numbers in a column from {@code least} up, itself included: {@code atLeast("market value", 100)}. */
    static Filter atLeast(String column, double least) {
        return new Between(column, least, Double.POSITIVE_INFINITY);
    }

    /** Numbers in a column up to {@code most}, itself included. */
    static Filter atMost(String column, double most) {
        return new Between(column, Double.NEGATIVE_INFINITY, most);
    }

    /** Words in a column of which at least one is among these: {@code anyOf("country", "Australia")}. */
    static Filter anyOf(String column, String... words) {
        return new Words(column, ImmutableSet.copyOf(words), true);
    }

    /** Words in a column of which none is among these; a cell without words passes. */
    static Filter noneOf(String column, String... words) {
        return new Words(column, ImmutableSet.copyOf(words), false);
    }
}

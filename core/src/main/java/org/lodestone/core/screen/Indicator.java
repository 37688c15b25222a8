package org.lodestone.core.screen;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;

/** The quantity that a criterion counts of a company, and where that is found. */
public sealed interface Indicator {

    /** The result of the function for its kind. */
    <T> T fold(Cases<T> cases);

    /** A function for each case. */
    record Cases<T>(
            Function<Column, T> column,
            Function<Rating, T> rating,
            Function<Stated, T> stated,
            Function<Quota, T> quota,
            Function<Breadth, T> breadth,
            Function<PerMarketValue, T> perMarketValue,
            Function<Gain, T> gain) {}

    /** The criterion that is set against market value; empty for what is no such ratio. */
    default Optional<String> numerator() {
        return Optional.empty();
    }

    /** The words of the marks 0, 1, 2 and so on; none for what is no mark, or where they have none. */
    default ImmutableList<String> marks() {
        return ImmutableList.of();
    }

    /** The gain that is asked for; empty for all else. */
    default Optional<Gain.Kind> gain() {
        return Optional.empty();
    }

    /** The column of a table of companies; empty for what is found in a dataset. */
    default Optional<String> tableColumn() {
        return Optional.empty();
    }

    /** A column of numbers in a table of companies. */
    record Column(String name) implements Indicator {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.column().apply(this);
        }

        @Override
        public Optional<String> tableColumn() {
            return Optional.of(name);
        }
    }

    /**
     * A fact that companies state, in the only unit in which it is taken.
     *
     * <pre>Indicator.fact("net-profit", "CNY mn")</pre>
     */
    static Indicator fact(String name, String unit) {
        return new Stated("", ImmutableList.of(new Statement(Statement.Kind.FACT, name, Unit.parse(unit), false)));
    }

    /**
     * A mark that an analyst gave, with its reason: a row of {@code ratings.csv}.
     *
     * @param marks the words of the marks 0, 1, 2 and so on, such as {@code no mine} and {@code a project}; blank for a mark that has none
     */
    record Rating(String name, ImmutableList<String> marks) implements Indicator {

        /** A mark that has no words. */
        public Rating(String name) {
            this(name, ImmutableList.of());
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.rating().apply(this);
        }

        @Override
        public String toString() {
            return OneLine.of("rating", name, OneLine.count(marks, "mark"));
        }
    }

    /**
     * A statement of the company: the first of these that is known. A company that does not work at the stage has none; where no
     * stage is named, every company is asked.
     */
    record Stated(String stage, ImmutableList<Statement> first) implements Indicator {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.stated().apply(this);
        }

        @Override
        public String toString() {
            return OneLine.of(
                    "stated at " + stage, first.stream().map(Statement::name).toList());
        }
    }

    /** The quota it holds at a stage in the latest year published. */
    record Quota(String stage) implements Indicator {
        /** The grounds on which a quota counts as a company's, of which the criterion names one. */
        public static final ImmutableSet<String> BASES = ImmutableSet.of("operated", "consolidated", "attributable");

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.quota().apply(this);
        }
    }

    /** At how many stages of the chain it operates. */
    record Breadth() implements Indicator {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.breadth().apply(this);
        }
    }

    /** The value of another criterion for each million of market value, at a price that an analyst supplies. */
    record PerMarketValue(String criterion) implements Indicator {
        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.perMarketValue().apply(this);
        }

        @Override
        public Optional<String> numerator() {
            return Optional.of(criterion);
        }
    }

    /** A gain of the company, which is worked out of the dataset. It stands in {@code benefit.json} alone, which says who benefits. */
    record Gain(Gain.Kind kind) implements Indicator {
        @Override
        public Optional<Gain.Kind> gain() {
            return Optional.of(kind);
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.gain().apply(this);
        }

        /** The gains that can be worked out, each under the word by which a file asks for it. */
        public enum Kind {
            /** Change of profit per share for a move of prices, over the share price. A ratio: 0.04 means 4% of the price. */
            PROFIT("profit"),
            /** Net asset value at the deck, weighted by chance, over market value. A ratio: 1.2 means 20% above the price. */
            VALUE("value"),
            /** Enterprise value and capital to come for each attributable tonne a year, in thousands of USD. Less is better. */
            COST("cost"),
            /** Attributable output at the end of the forecast less that of its first year, weighted by chance, in the unit of the supply. */
            TONNES("tonnes"),
            /** Net cash less capital to come, over market value. A ratio: −0.3 means that 30% of it has to be found. */
            BALANCE_SHEET("balance sheet");

            private final String word;

            Kind(String word) {
                this.word = word;
            }

            /** The word in a dataset: {@code balance sheet}. */
            @Override
            public String toString() {
                return word;
            }
        }
    }

    /**
     * A fact about companies, or the capacity of their projects.
     *
     * @param kind where it stands
     * @param name of the fact; for projects, of the stage
     * @param unit the only unit in which it is taken
     * @param atLeast whether it is known to be less than the whole
     */
    record Statement(Statement.Kind kind, String name, Unit unit, boolean atLeast) {

        /** Where a statement stands. */
        public enum Kind {
            /** A fact of {@code company-facts.csv}. */
            FACT,
            /** The capacity of what operates or ramps up in {@code projects.csv}, added up. */
            PROJECTS
        }

        @Override
        public String toString() {
            return OneLine.joined(name, (atLeast ? "at least, " : "") + unit);
        }
    }
}

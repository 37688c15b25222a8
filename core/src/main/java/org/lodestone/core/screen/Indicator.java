package org.lodestone.core.screen;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.lodestone.core.quantity.Unit;

/** What a criterion counts of a company, and where that is found. */
public sealed interface Indicator {

    /** A column of numbers in a table of companies. */
    record Column(String name) implements Indicator {}

    /** A mark that an analyst gave, with its reason: a row of {@code ratings.csv}. */
    record Rating(String name) implements Indicator {}

    /** What is stated of the company: the first of these that is known. A company that does not work at the stage has none. */
    record Stated(String stage, ImmutableList<Statement> first) implements Indicator {}

    /** The quota it holds at a stage in the latest year published. */
    record Quota(String stage) implements Indicator {
        /** The grounds on which a quota counts as a company's, of which the criterion names one. */
        public static final ImmutableSet<String> BASES = ImmutableSet.of("operated", "consolidated", "attributable");
    }

    /** At how many stages of the chain it operates. */
    record Breadth() implements Indicator {}

    /** The value of another criterion for each million of market value, at a price that an analyst supplies. */
    record PerMarketValue(String criterion) implements Indicator {}

    /**
     * A fact about companies, or the capacity of their projects.
     *
     * @param kind where it stands
     * @param name of the fact; for projects, of the stage
     * @param unit the only unit in which it is taken
     * @param atLeast whether it is known to be less than the whole
     */
    record Statement(Kind kind, String name, Unit unit, boolean atLeast) {

        /** Where a statement stands. */
        public enum Kind {
            /** Of {@code company-facts.csv}. */
            FACT,
            /** The capacity of what operates or ramps up in {@code projects.csv}, added up. */
            PROJECTS
        }
    }
}

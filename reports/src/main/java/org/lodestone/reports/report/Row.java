package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;

/** A row of a table, with one cell for each column. */
public record Row(Kind kind, ImmutableList<Cell> cells) {

    /** How a row stands out. */
    public enum Kind {
        BODY,
        /** A total over the rows above it. */
        TOTAL,
        /** The title of the rows below it. */
        GROUP
    }
}

package org.lodestone.reports.report;

import java.util.Optional;
import org.lodestone.core.time.Period;

/**
 * A column of a table.
 *
 * @param header what it holds, with the unit where all rows share one
 * @param role what it is for
 * @param period the year it stands for: the same year stands in the same column throughout the report
 */
public record Column(String header, Role role, Optional<Period> period) {

    /** What a column is for; its width and alignment follow from it. */
    public enum Role {
        /** Names the row. */
        LABEL,
        /** The unit of the row. */
        UNIT,
        /** The sources of the row. */
        SOURCES,
        /** The marks of remarks. */
        MARKS,
        /** A value. */
        VALUE,
        /** A few words. */
        WORDS,
        /** A sentence or more. */
        PROSE
    }

    static Column of(String header, Role role) {
        return new Column(header, role, Optional.empty());
    }
}

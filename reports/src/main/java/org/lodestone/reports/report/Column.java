package org.lodestone.reports.report;

import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;

/**
 * A column of a table.
 *
 * @param header what it holds, with the unit where all rows share one
 * @param role what it is for
 * @param period the year it stands for: the same year stands in the same column throughout the report
 * @param span how many columns of a page it takes; 0 where its role decides
 * @param live the words that stand there in place of the header, where they follow a cell: {@code EPS +10%, local}
 */
public record Column(String header, Role role, Optional<Period> period, int span, Optional<Key> live) {

    /** The purpose of a column; its width and alignment follow from it. */
    public enum Role {
        /** Names the row. */
        LABEL,
        /** The unit of the row. */
        UNIT,
        /** The sources of the row. */
        SOURCES,
        /** A value. */
        VALUE,
        /** A word at the edge of its column, among values: a date, or a range. */
        WORD,
        /** A sign, such as a dot that marks a change. */
        SYMBOL,
        /** A few words. */
        WORDS,
        /** A few words that stand out. */
        STRONG,
        /** Words that stand back. */
        QUIET,
        /** A sentence or more. */
        PROSE,
        /** The id by which programs know the row: for a screen, right of all that is printed. The last of a table. */
        ID
    }

    /** The header of the column with the unit of each row. */
    static final String UNITS = "Unit";

    /** A column that stands for no year. */
    public static Column of(String header, Role role) {
        return new Column(header, role, Optional.empty(), 0, Optional.empty());
    }

    /** A column of the values of a year, which is its header. */
    public static Column of(Period year) {
        return new Column(year.toString(), Role.VALUE, Optional.of(year), 0, Optional.empty());
    }

    /** Whether it holds the units of its rows; others of this role hold words of the dataset, which may look like one. */
    boolean isOfUnits() {
        return role == Role.UNIT && header.equals(UNITS);
    }

    Column across(int columns) {
        return new Column(header, role, period, columns, live);
    }

    Column headed(Key words) {
        return new Column(header, role, period, span, Optional.of(words));
    }

    @Override
    public String toString() {
        return OneLine.joined(header, period);
    }
}

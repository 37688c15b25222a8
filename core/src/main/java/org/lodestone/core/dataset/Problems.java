package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;

/** The problems met so far. */
final class Problems {

    private final List<Problem> met = new ArrayList<>();

    /** A problem with a whole line. */
    void add(String file, int line, String message) {
        met.add(new Problem(file, line, "", message));
    }

    /** A problem with a cell, or with all cells of a column. */
    void add(String file, int line, String column, String message) {
        met.add(new Problem(file, line, column, column + ": " + message));
    }

    /** A problem with a cell whose value was refused. */
    void add(String file, int line, String column, IllegalArgumentException refusal) {
        add(file, line, column, String.valueOf(refusal.getMessage()));
    }

    /** By file and line; those of one line as they were met. */
    ImmutableList<Problem> sorted() {
        return ImmutableList.sortedCopyOf(Problem::compareTo, met);
    }
}

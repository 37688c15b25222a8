package org.lodestone.core.internal.problem;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.lodestone.core.problem.Problem;

/** The problems met so far. */
public final class Problems {

    private final boolean ofRows;
    private final List<Problem> met = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /** Problems with lines of files, of which none is met yet. */
    public Problems() {
        this(false);
    }

    private Problems(boolean ofRows) {
        this.ofRows = ofRows;
    }

    /** Problems with rows that stand in no file. */
    public static Problems ofRows() {
        return new Problems(true);
    }

    /** How a message names a line of the file that it is about: {@code line 14}; {@code row 13} where there is no file. */
    public String at(int line) {
        return ofRows ? "row " + (line - 1) : "line " + line;
    }

    /** A problem with a whole line. */
    public void add(String file, int line, String message) {
        add(file, line, "", message);
    }

    /** A problem with a cell, or with all cells of a column. */
    public void add(String file, int line, String column, String message) {
        met.add(Problem.in(file, line, column, message));
    }

    /** A problem with a cell whose value was refused. */
    public void add(String file, int line, String column, IllegalArgumentException refusal) {
        add(file, line, column, String.valueOf(refusal.getMessage()));
    }

    /** Notes what was put right in a cell while reading, so that it is no problem. */
    public void note(String file, int line, String column, String message) {
        notes.add(Problem.in(file, line, column, message));
    }

    /** Whether one of this kind was met. */
    public boolean any(Predicate<Problem> kind) {
        return met.stream().anyMatch(kind);
    }

    /** The number of problems met. */
    public int count() {
        return met.size();
    }

    /** Each once, however often it was met: by file and line; those of one line as they were met. */
    public ImmutableList<Problem> sorted() {
        return ImmutableList.sortedCopyOf(Problem::compareTo, ImmutableSet.copyOf(met));
    }

    /** By file and line. */
    public ImmutableList<Problem> sortedNotes() {
        return ImmutableList.sortedCopyOf(Problem::compareTo, notes);
    }
}

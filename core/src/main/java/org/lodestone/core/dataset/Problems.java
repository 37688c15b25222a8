package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.problem.Problem;

/** The problems met so far. */
public final class Problems {

    private static final int LONGEST = 1_000;

    private final List<Problem> met = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();

    /** A problem with a whole line. */
    public void add(String file, int line, String message) {
        met.add(new Problem(file, line, "", shortened(message)));
    }

    /** A problem with a cell, or with all cells of a column. */
    public void add(String file, int line, String column, String message) {
        met.add(new Problem(file, line, column, shortened(column + ": " + message)));
    }

    /** A message that quotes a page of text, without its middle: its end says what to do. */
    private static String shortened(String message) {
        return message.length() <= LONGEST
                ? message
                : message.substring(0, LONGEST / 2) + " … " + message.substring(message.length() - LONGEST / 2);
    }

    /** A problem with a cell whose value was refused. */
    void add(String file, int line, String column, IllegalArgumentException refusal) {
        add(file, line, column, String.valueOf(refusal.getMessage()));
    }

    /** What was put right in a cell while reading, so that it is no problem. */
    void note(String file, int line, String column, String message) {
        notes.add(new Problem(file, line, column, column + ": " + message));
    }

    /** A problem for each row of which {@code what} says what it says of an earlier one. */
    <T> void addRepeated(Table<?> table, String column, List<Lined<T>> rows, Function<T, String> what, String remedy) {
        Map<String, Integer> seen = new HashMap<>();
        for (Lined<T> row : rows) {
            String said = what.apply(row.row());
            Integer earlier = seen.putIfAbsent(said, row.line());
            if (earlier != null) {
                add(table.file(), row.line(), column, said + " is in line " + earlier + " already. " + remedy);
            }
        }
    }

    /** Whether no problem was met with some tables. Where one was, what seems to be missing may be in a row left out. */
    boolean none(Table<?>... tables) {
        return Stream.of(tables)
                .allMatch(table -> met.stream()
                        .noneMatch(problem -> problem.file().equals(table.file()) || isWhereListed(problem, table)));
    }

    private static boolean isWhereListed(Problem problem, Table<?> table) {
        return problem.file().equals(Manifest.FILE)
                && (problem.column().equals(table.name()) || problem.column().equals("path"));
    }

    /** How many were met. */
    public int count() {
        return met.size();
    }

    /** By file and line; those of one line as they were met. */
    public ImmutableList<Problem> sorted() {
        return ImmutableList.sortedCopyOf(Problem::compareTo, met);
    }

    /** By file and line. */
    ImmutableList<Problem> sortedNotes() {
        return ImmutableList.sortedCopyOf(Problem::compareTo, notes);
    }
}

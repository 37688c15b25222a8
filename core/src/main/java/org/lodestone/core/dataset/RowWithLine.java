package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.text.Nearest;

/**
 * A record and the line it stands in, for what can be judged only once other tables are read.
 *
 * @param problems takes those of the line
 */
record RowWithLine<T>(T row, Table<?> table, int line, Problems problems) {

    static <T> ImmutableList<T> rows(List<RowWithLine<T>> lines) {
        return lines.stream().map(RowWithLine::row).collect(toImmutableList());
    }

    /** A part of the record, in the same line. */
    <U> RowWithLine<U> of(Function<? super T, U> part) {
        return new RowWithLine<>(part.apply(row), table, line, problems);
    }

    /** Where the record stands, in words: line 3 of a file, row 2 of a table that was put together in code. */
    String at() {
        return problems.at(line);
    }

    /** Adds a problem with a cell of the line. */
    void problem(String column, String message) {
        problems.add(table.file(), line, column, message);
    }

    /** Adds a problem with a cell whose value was refused. */
    void problem(String column, IllegalArgumentException refusal) {
        problems.add(table.file(), line, column, refusal);
    }

    /** Whether a word of a column is one of those known; if not, that is a problem, told with the nearest of these. */
    boolean isKnown(String column, String word, Collection<String> known, String refusal, String otherwise) {
        boolean isKnown = known.contains(word);
        if (!isKnown) {
            problem(column, "'" + word + "' " + refusal + " " + Nearest.remedy(word, known, otherwise));
        }
        return isKnown;
    }

    /** Notes what to know of a cell, though it is no problem. */
    void note(String column, String message) {
        problems.note(table.file(), line, column, message);
    }

    /** Adds a problem for each row of which {@code what} says what it says of an earlier one. */
    static <T> void refuseRepeated(List<RowWithLine<T>> rows, String column, Function<T, String> what, String remedy) {
        Map<String, RowWithLine<T>> seen = new HashMap<>();
        for (RowWithLine<T> row : rows) {
            String said = what.apply(row.row());
            RowWithLine<T> earlier = seen.putIfAbsent(said, row);
            if (earlier != null) {
                row.problem(column, said + " is in " + earlier.at() + " already. " + remedy);
            }
        }
    }
}

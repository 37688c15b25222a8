package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.lodestone.core.internal.problem.Problems;

/** A record and the line it stands in, for what can be judged only once other tables are read. */
record RowWithLine<T>(T row, int line) {

    static <T> ImmutableList<T> rows(List<RowWithLine<T>> lines) {
        return lines.stream().map(RowWithLine::row).collect(toImmutableList());
    }

    /** Adds a problem for each row of which {@code what} says what it says of an earlier one. */
    static <T> void refuseRepeated(
            List<RowWithLine<T>> rows,
            Table<?> table,
            String column,
            Function<T, String> what,
            String remedy,
            Problems problems) {
        Map<String, Integer> seen = new HashMap<>();
        for (RowWithLine<T> row : rows) {
            String said = what.apply(row.row());
            Integer earlier = seen.putIfAbsent(said, row.line());
            if (earlier != null) {
                problems.add(
                        table.file(),
                        row.line(),
                        column,
                        said + " is in " + problems.at(earlier) + " already. " + remedy);
            }
        }
    }
}

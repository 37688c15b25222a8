package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.internal.text.OneLine;

/**
 * A table of which rows differ.
 *
 * @param table its name: {@code project-reserves}
 * @param before how many rows it has on the older side
 * @param after how many on the newer side
 * @param rows those that differ
 * @param untold those of them that no fact tells of
 */
public record TableDifference(
        String table, int before, int after, ImmutableList<RowDifference> rows, ImmutableList<RowDifference> untold) {

    /** The number of rows that differ in one way. */
    public int count(Difference.Kind kind) {
        return rows.stream()
                .filter(row -> row.kind() == kind)
                .collect(toImmutableList())
                .size();
    }

    @Override
    public String toString() {
        return OneLine.of(
                table,
                OneLine.count(before, "row") + " before",
                OneLine.count(after, "row") + " after",
                OneLine.count(rows, "difference"));
    }
}

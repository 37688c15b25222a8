package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.TableRow;
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
        return (int) rows.stream().filter(row -> row.kind() == kind).count();
    }

    @Override
    public String toString() {
        return OneLine.of(
                table,
                OneLine.count(before, "row") + " before",
                OneLine.count(after, "row") + " after",
                OneLine.count(rows, "difference"));
    }

    /**
     * A row of a table that differs, or that only one side has.
     *
     * @param before empty where it is new
     * @param after empty where it was dropped
     */
    public record RowDifference(Optional<TableRow> before, Optional<TableRow> after) {

        /** In which way the sides differ, by which of them has the row. */
        public Difference.Kind kind() {
            return Difference.Kind.of(before, after);
        }

        /** Which row it is: {@code drivers/demand-2030}; of a table without a key, all that it says. */
        public String name() {
            TableRow row = shown();
            var cells = row.key().isEmpty() ? row.cells() : row.key();
            return row.table().name() + "/"
                    + cells.values().stream().filter(cell -> !cell.isEmpty()).collect(Collectors.joining("/"));
        }

        /** The columns in which it differs; none where only one side has it. */
        public ImmutableList<String> columns() {
            return before.isPresent() && after.isPresent() ? columns(before.get(), after.get()) : ImmutableList.of();
        }

        /** The older content of the columns that differ: {@code contained_reo: 1900000}. */
        public String was() {
            return before.map(this::differing).orElse("");
        }

        /** The newer content of the columns that differ. */
        public String is() {
            return after.map(this::differing).orElse("");
        }

        TableRow shown() {
            return after.or(() -> before).orElseThrow();
        }

        static ImmutableList<String> columns(TableRow one, TableRow other) {
            return one.cells().keySet().stream()
                    .filter(column -> !one.cell(column).equals(other.cell(column)))
                    .collect(toImmutableList());
        }

        private String differing(TableRow row) {
            return columns().stream()
                    .map(column -> column + ": " + (row.cell(column).isEmpty() ? "empty" : row.cell(column)))
                    .collect(Collectors.joining("; "));
        }

        @Override
        public String toString() {
            return OneLine.of(kind().name().toLowerCase(Locale.ROOT), after.or(() -> before));
        }
    }
}

package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.dataset.CsvTable.Line;
import org.lodestone.core.problem.Problem;

/** Tables that were put together in code, as the text that their files would hold. */
record BuiltTables(Rows rows) implements TableTexts {

    @Override
    public boolean lists(Table<?> table) {
        return rows.tables().contains(table);
    }

    @Override
    public Optional<CsvTable> of(Table<?> table) {
        return lists(table) ? Optional.of(text(table)) : Optional.empty();
    }

    private <R> CsvTable text(Table<R> table) {
        ImmutableList.Builder<Line> lines = ImmutableList.builder();
        int line = 1; // of the header
        for (R row : rows.of(table)) {
            line++;
            lines.add(new Line(
                    line,
                    table.row(row).cells().values().stream().map(Harmless::cell).collect(toImmutableList()),
                    true));
        }
        return new CsvTable(table.columnNames().asList(), lines.build());
    }

    /** A problem with a line of a file as one with a row of a table, or with what would be the whole file. */
    static Problem placed(Problem problem) {
        String file = problem.file();
        boolean ofRow = file.endsWith(".csv") && problem.line() > 1;
        String place = ofRow ? file.replace(".csv", ", row " + (problem.line() - 1)) : file;
        return new Problem(place, 0, problem.column(), problem.message());
    }
}

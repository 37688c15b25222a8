package org.lodestone.core.dataset;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.problem.TextFile;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.CsvFormat;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;

/**
 * A CSV file taken apart into cells, each still the text that was written.
 *
 * @param rows all but the header
 */
record CsvTable(ImmutableList<String> header, ImmutableList<Line> rows) {

    /**
     * A row as it stands in the file.
     *
     * @param number of the physical line it starts in
     * @param whole false when it is known to be broken, which has been reported
     */
    record Line(int number, ImmutableList<String> cells, boolean whole) {

        /** Cells by column, as far as there are both. Of a column that is there twice, the first. */
        ImmutableMap<String, String> byColumn(List<String> header) {
            Map<String, String> byColumn = new LinkedHashMap<>();
            for (int i = 0; i < Math.min(header.size(), cells.size()); i++) {
                byColumn.putIfAbsent(header.get(i), Harmless.text(cells.get(i)));
            }
            return ImmutableMap.copyOf(byColumn);
        }

        /** The number of the physical line it ends in. */
        int last() {
            return number
                    + cells.stream()
                            .mapToInt(cell -> CharMatcher.is('\n').countIn(cell))
                            .sum();
        }
    }

    /** Commas only, and no line passed over: {@link #checked} says what is wrong with one. */
    private static final TableOptions AS_WRITTEN =
            TableOptions.DEFAULT.delimiter(',').withRaggedRows().withBlankLines();

    /** Takes {@code file} apart; empty when it has no header. A broken line does not keep later ones from being read. */
    static Optional<CsvTable> parse(TextFile file, Table<?> table, Problems problems) {
        String name = table.file();
        if (file.text().isEmpty()) {
            problems.add(name, 1, "is empty. Write the header: " + String.join(",", table.columnNames()) + ".");
            return Optional.empty();
        }
        // however lines end, one within a cell is a line feed
        List<Line> lines = lines(file.text().replace("\r\n", "\n").replace('\r', '\n'), name, problems);
        if (lines.isEmpty() || !lines.get(0).whole()) {
            return Optional.empty();
        }
        ImmutableList<String> header = lines.get(0).cells();
        if (lines.size() == 1) {
            problems.add(name, 1, "has a header and no rows. Add rows, or remove the table from datapackage.json.");
        }
        ImmutableList<Line> rows = lines.stream()
                .skip(1)
                .map(line -> checked(line, header, file, name, problems))
                .collect(ImmutableList.toImmutableList());
        return Optional.of(new CsvTable(header, rows));
    }

    private static List<Line> lines(String text, String name, Problems problems) {
        List<Line> lines = new ArrayList<>();
        try (TextRows rows = CsvFormat.INSTANCE.open(name, text, AS_WRITTEN)) {
            TextRow row = rows.row();
            while (rows.next()) {
                row.problem().ifPresent(problem -> problems.add(name, row.line(), problem));
                ImmutableList<String> cells =
                        IntStream.range(0, row.size()).mapToObj(row::cell).collect(ImmutableList.toImmutableList());
                lines.add(new Line(row.line(), cells, row.problem().isEmpty()));
            }
        } catch (DataException e) {
            e.problems().forEach(problem -> problems.add(name, 0, problem.message()));
        }
        return lines;
    }

    private static Line checked(Line line, List<String> header, TextFile file, String name, Problems problems) {
        if (!line.whole()) {
            return line;
        }
        boolean damaged = !file.damaged().isEmpty()
                && !file.damaged()
                        .subSet(line.number(), true, line.last(), true)
                        .isEmpty();
        int cells = line.cells().size();
        if (cells == header.size()) {
            return damaged ? new Line(line.number(), line.cells(), false) : line;
        }
        if (line.cells().equals(List.of(""))) {
            problems.add(name, line.number(), "is a blank line. Delete it.");
        } else {
            problems.add(
                    name,
                    line.number(),
                    "has " + cells + " cells where the header has " + header.size() + ". "
                            + (cells < header.size()
                                    ? "Maybe a comma is missing: empty cells need theirs too."
                                    : "Maybe a cell that holds a comma is not in quotes."));
        }
        return new Line(line.number(), line.cells(), false);
    }
}

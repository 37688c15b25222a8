package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.lodestone.core.dataset.CsvTable.Line;
import org.lodestone.core.dataset.DatasetChange.Replaced;
import org.lodestone.core.internal.problem.Problems;
import org.lodestone.core.internal.problem.TextFile;

/**
 * Rows put into a table that is there. Each takes the place of the row of its key, or follows the last; every other line keeps
 * its bytes.
 *
 * @param content what the file will be
 * @param lines in which of its lines each row starts that is new in it
 */
record TableEdit(
        Table<?> table,
        ByteSource content,
        ImmutableMap<Integer, TableRow> lines,
        ImmutableList<TableRow> added,
        ImmutableList<Replaced> replaced,
        ImmutableList<TableRow> unchanged) {

    /** The edit of a file that has a header at least. What keeps a row out is added to {@code problems}. */
    static TableEdit of(
            Table<?> table,
            byte[] file,
            ImmutableList<TableRow> rows,
            Collection<Replaced> replacements,
            Problems problems) {
        Existing existing = Existing.parse(table, file, problems);
        Map<TableRow, TableRow> instead = new HashMap<>();
        replacements.forEach(one -> instead.put(one.after(), one.before()));
        SortedMap<Integer, TableRow> replacing = new TreeMap<>();
        ImmutableList.Builder<TableRow> added = ImmutableList.builder();
        ImmutableList.Builder<Replaced> replaced = ImmutableList.builder();
        ImmutableList.Builder<TableRow> unchanged = ImmutableList.builder();
        for (TableRow row : distinct(rows)) {
            existing.requireColumns(row, problems);
            Optional<Integer> at = existing.find(instead.getOrDefault(row, row));
            if (at.isEmpty()) {
                added.add(row);
            } else if (normal(existing.row(at.get())).equals(normal(row))) {
                unchanged.add(row);
            } else {
                replaced.add(new Replaced(existing.row(at.get()), row));
                replacing.put(at.get(), row);
            }
        }
        ImmutableList<TableRow> more = added.build();
        Content content = existing.content(replacing, more);
        return new TableEdit(table, content.bytes(), content.lines(), more, replaced.build(), unchanged.build());
    }

    boolean changes() {
        return !added.isEmpty() || !replaced.isEmpty();
    }

    /** Each row once; refuses two of one key that differ. */
    private static ImmutableList<TableRow> distinct(List<TableRow> rows) {
        Map<Object, TableRow> byIdentity = new LinkedHashMap<>();
        for (TableRow row : rows) {
            TableRow earlier = byIdentity.putIfAbsent(identity(row), row);
            if (earlier != null && !normal(earlier).equals(normal(row))) {
                throw new IllegalArgumentException("Two rows for " + row.table() + " have the same "
                        + String.join(", ", row.table().key()) + ": '"
                        + String.join("', '", key(row).values()) + "'. Give one of them.");
            }
        }
        return ImmutableList.copyOf(byIdentity.values());
    }

    /** The identity of a row in its table: its key, or else all of it. */
    private static Object identity(TableRow row) {
        return row.table().key().isEmpty() ? normal(row) : key(row);
    }

    private static ImmutableMap<String, String> key(TableRow row) {
        return row.table().key().stream()
                .collect(ImmutableMap.toImmutableMap(column -> column, column -> normal(row, column)));
    }

    private static ImmutableMap<String, String> normal(TableRow row) {
        return row.table().columnNames().stream()
                .collect(ImmutableMap.toImmutableMap(column -> column, column -> normal(row, column)));
    }

    /** One spelling for all that is read alike. */
    private static String normal(TableRow row, String column) {
        return row.table().column(column).cell().normal(row.cell(column));
    }

    /** A file in the making, with the lines of its new rows. */
    private static final class Content {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ImmutableMap.Builder<Integer, TableRow> lines = ImmutableMap.builder();
        private int line = 1;

        void add(byte[] more) {
            bytes.writeBytes(more);
            line += starts(more).size() - 1;
        }

        void add(TableRow row, byte[] text) {
            lines.put(line, row);
            add(text);
        }

        ByteSource bytes() {
            return ByteSource.wrap(bytes.toByteArray());
        }

        ImmutableMap<Integer, TableRow> lines() {
            return lines.buildOrThrow();
        }
    }

    /** A table as it stands in its file. */
    private static final class Existing {

        private final Table<?> table;
        private final byte[] bytes;
        /** Where each line of the file starts. */
        private final ImmutableList<Integer> starts;

        private final ImmutableList<String> header;
        private final ImmutableList<Line> rows;
        /** The index among the rows of each that can be taken apart. */
        private final ImmutableMap<Object, Integer> byIdentity;

        private Existing(Table<?> table, byte[] bytes, List<String> header, List<Line> rows) {
            this.table = table;
            this.bytes = bytes;
            this.starts = starts(bytes);
            this.header = ImmutableList.copyOf(header);
            this.rows = ImmutableList.copyOf(rows);
            Map<Object, Integer> indices = new LinkedHashMap<>();
            for (int i = 0; i < rows.size(); i++) {
                if (rows.get(i).whole()) {
                    indices.putIfAbsent(identity(row(i)), i);
                }
            }
            this.byIdentity = ImmutableMap.copyOf(indices);
        }

        static Existing parse(Table<?> table, byte[] bytes, Problems problems) {
            Problems known = new Problems(); // of the file as it is, which are no fault of the edit
            Optional<TextFile> text = TextFile.decode(bytes, table.file(), known);
            Optional<CsvTable> parsed = text.flatMap(file -> CsvTable.parse(file, table, known));
            if (parsed.isEmpty()) {
                problems.add(
                        table.file(),
                        1,
                        "cannot be taken apart into lines, so no row can be put in. Run check, and correct it first.");
                return new Existing(table, bytes, table.columnNames().asList(), List.of());
            }
            text.get().damaged().stream()
                    .findFirst()
                    .ifPresent(line -> problems.add(
                            table.file(),
                            line,
                            "is not in UTF-8, and a new row would be. Save the file as UTF-8, and run check, first."));
            return new Existing(
                    table, bytes, parsed.get().header(), parsed.get().rows());
        }

        Optional<Integer> find(TableRow row) {
            return Optional.ofNullable(byIdentity.get(identity(row)));
        }

        TableRow row(int index) {
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                if (table.columnNames().contains(header.get(i))) {
                    cells.putIfAbsent(
                            header.get(i), Harmless.text(rows.get(index).cells().get(i)));
                }
            }
            return new TableRow(table, ImmutableMap.copyOf(cells));
        }

        void requireColumns(TableRow row, Problems problems) {
            row.cells().forEach((column, cell) -> {
                if (!cell.isEmpty() && !header.contains(column)) {
                    problems.add(
                            table.file(),
                            1,
                            column,
                            "is not in the header, and a new row has '" + cell
                                    + "' there. Add the column to every line, and to the schema in "
                                    + Manifest.FILE + ".");
                }
            });
        }

        /** The file with some rows in the place of others, and more behind the last. */
        Content content(SortedMap<Integer, TableRow> replacing, List<TableRow> more) {
            Content content = new Content();
            int from = 0;
            for (Map.Entry<Integer, TableRow> row : replacing.entrySet()) {
                int start = start(row.getKey());
                content.add(Arrays.copyOfRange(bytes, from, start));
                from = end(row.getKey());
                content.add(
                        row.getValue(),
                        line(row.getValue(), lineEnd(rows.get(row.getKey()).last())));
            }
            content.add(Arrays.copyOfRange(bytes, from, bytes.length));
            boolean open = from < bytes.length && starts.get(starts.size() - 1) < bytes.length;
            if (open && !more.isEmpty()) {
                content.add(lineEnd(1).getBytes(UTF_8));
            }
            more.forEach(row -> content.add(row, line(row, lineEnd(1))));
            return content;
        }

        private int start(int index) {
            return starts.get(rows.get(index).number() - 1);
        }

        /** Where the line behind a row starts, which may be blank; behind the last, where the file ends. */
        private int end(int index) {
            int next = rows.get(index).last();
            return next < starts.size() ? starts.get(next) : bytes.length;
        }

        private byte[] line(TableRow row, String end) {
            ImmutableList<String> cells = header.stream()
                    .map(column -> table.columnNames().contains(column) ? row.cell(column) : "")
                    .collect(toImmutableList());
            String line = CsvText.line(cells);
            return (line.substring(0, line.length() - 1) + end).getBytes(UTF_8);
        }

        /** How the line of that number ends; where it does not, how the first does. */
        private String lineEnd(int number) {
            if (number >= starts.size()) {
                return starts.size() > 1 ? lineEnd(1) : "\n";
            }
            int end = starts.get(number);
            boolean returns = bytes[end - 1] == '\r';
            return returns ? "\r" : end > 1 && bytes[end - 2] == '\r' ? "\r\n" : "\n";
        }
    }

    /** Where each line starts, and what follows the last end: lines end in a line feed, a carriage return, or both. */
    private static ImmutableList<Integer> starts(byte[] bytes) {
        ImmutableList.Builder<Integer> starts = ImmutableList.builder();
        starts.add(0);
        for (int i = 0; i < bytes.length; i++) {
            boolean ofTwo = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (bytes[i] == '\n' || (bytes[i] == '\r' && !ofTwo)) {
                starts.add(i + 1);
            }
        }
        return starts.build();
    }
}

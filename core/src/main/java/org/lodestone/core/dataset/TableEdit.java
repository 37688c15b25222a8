package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
        String content,
        ImmutableMap<Integer, TableRow> lines,
        ImmutableList<TableRow> added,
        ImmutableList<Replaced> replaced,
        ImmutableList<TableRow> unchanged) {

    private static final Pattern LINE = Pattern.compile("[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+");
    private static final CharMatcher LINE_END = CharMatcher.anyOf("\r\n");

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
        Map<Line, TableRow> replacing = new HashMap<>();
        ImmutableList.Builder<TableRow> added = ImmutableList.builder();
        ImmutableList.Builder<Replaced> replaced = ImmutableList.builder();
        ImmutableList.Builder<TableRow> unchanged = ImmutableList.builder();
        for (TableRow row : distinct(rows)) {
            existing.requireColumns(row, problems);
            Optional<Line> at = existing.find(instead.getOrDefault(row, row));
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
        return new TableEdit(table, content.text(), content.lines(), more, replaced.build(), unchanged.build());
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
        return Maps.toMap(row.table().key(), column -> normal(row, column));
    }

    private static ImmutableMap<String, String> normal(TableRow row) {
        return Maps.toMap(row.table().columnNames(), column -> normal(row, column));
    }

    /** One spelling for all that is read alike. */
    private static String normal(TableRow row, String column) {
        return row.table().column(column).cell().normal(row.cell(column));
    }

    /** The lines of a text, each with its end: a line feed, a carriage return, or both. */
    private static ImmutableList<String> lines(String text) {
        return LINE.matcher(text).results().map(MatchResult::group).collect(toImmutableList());
    }

    /** A file in the making, and the lines in which its new rows start. */
    private record Content(String text, ImmutableMap<Integer, TableRow> lines) {}

    /** A table as it stands in its file. */
    private static final class Existing {

        private final Table<?> table;
        private final ImmutableList<String> lines;
        private final ImmutableList<String> header;
        /** Those of its rows that can be taken apart. */
        private final Map<Object, Line> byIdentity = new HashMap<>();

        private Existing(Table<?> table, String text, List<String> header, List<Line> rows) {
            this.table = table;
            this.lines = lines(text);
            this.header = ImmutableList.copyOf(header);
            rows.stream().filter(Line::whole).forEach(line -> byIdentity.putIfAbsent(identity(row(line)), line));
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
                return new Existing(table, "", table.columnNames().asList(), List.of());
            }
            text.get().damaged().stream()
                    .findFirst()
                    .ifPresent(line -> problems.add(
                            table.file(),
                            line,
                            "is not in UTF-8, and a new row would be. Save the file as UTF-8, and run check, first."));
            return new Existing(
                    table,
                    new String(bytes, UTF_8), // a byte order mark stays
                    parsed.get().header(),
                    parsed.get().rows());
        }

        Optional<Line> find(TableRow row) {
            return Optional.ofNullable(byIdentity.get(identity(row)));
        }

        TableRow row(Line line) {
            return new TableRow(
                    table,
                    ImmutableMap.copyOf(Maps.filterKeys(
                            line.byColumn(header), column -> table.columnNames().contains(column))));
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
        Content content(Map<Line, TableRow> replacing, List<TableRow> more) {
            List<String> pieces = new ArrayList<>(lines);
            Map<Integer, TableRow> rows = new HashMap<>();
            replacing.forEach((old, row) -> {
                int last = old.last() - 1;
                Collections.fill(pieces.subList(old.number() - 1, last), "");
                pieces.set(last, line(row, lineEnd(old.last())));
                rows.put(last, row);
            });
            int end = pieces.size() - 1;
            if (!more.isEmpty() && end >= 0 && LINE_END.matchesNoneOf(pieces.get(end))) {
                pieces.set(end, pieces.get(end) + lineEnd(1));
            }
            for (TableRow row : more) {
                rows.put(pieces.size(), row);
                pieces.add(line(row, lineEnd(1)));
            }
            ImmutableMap.Builder<Integer, TableRow> starts = ImmutableMap.builder();
            int line = 1;
            for (int piece = 0; piece < pieces.size(); piece++) {
                TableRow row = rows.get(piece);
                if (row != null) {
                    starts.put(line, row);
                }
                line += lines(pieces.get(piece)).size();
            }
            return new Content(String.join("", pieces), starts.buildOrThrow());
        }

        private String line(TableRow row, String end) {
            ImmutableList<String> cells = header.stream()
                    .map(column -> table.columnNames().contains(column) ? row.cell(column) : "")
                    .collect(toImmutableList());
            return LINE_END.trimTrailingFrom(CsvText.line(cells)) + end;
        }

        /** How the line of that number ends; where it does not, how the first does. */
        private String lineEnd(int number) {
            String end = lines.isEmpty() ? "" : LINE_END.retainFrom(lines.get(number - 1));
            return end.isEmpty() ? (number == 1 ? "\n" : lineEnd(1)) : end;
        }
    }
}

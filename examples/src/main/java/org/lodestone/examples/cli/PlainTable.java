package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table for the terminal: aligned columns under a ruled header, no wider than the terminal is. Words are wrapped and numbers are
 * not; where that is not enough, columns are left out, and a line under the table names them.
 *
 * @param order the columns in the order in which they are left out, by their number
 */
record PlainTable<T>(ImmutableList<T> rows, ImmutableList<ColumnData<T>> columns, ImmutableList<Integer> order) {

    /** The header of a column of numbers is wrapped to this width, unless they are wider. */
    private static final int HEADER = 14;
    /** A sentence in a table is wrapped to this width. */
    private static final int WORDS = 60;
    /** A longer word may be broken in a column of words. */
    private static final int LONG_WORD = 16;
    /** The number of blanks between two columns. */
    private static final int GAP = 2;

    /** Borders of a table: of those that the library can draw, only the line under the header. */
    private static final Character[] RULED = new Character[AsciiTable.NO_BORDERS.length];

    /** Stands behind a character that takes two columns, since the library counts characters; taken out again. */
    private static final String SECOND_COLUMN = "\uE000";

    static {
        RULED[8] = '-';
    }

    /** A table whose last columns are left out first. */
    static <T> PlainTable<T> of(List<T> rows, List<ColumnData<T>> columns) {
        List<Integer> order = IntStream.range(1, columns.size()).boxed().collect(Collectors.toList());
        Collections.reverse(order);
        return new PlainTable<>(ImmutableList.copyOf(rows), ImmutableList.copyOf(columns), ImmutableList.copyOf(order));
    }

    /** The table, of which other columns are left out first; those that are not named stay as long as one of these is there. */
    PlainTable<T> leavingOutFirst(List<Integer> first) {
        return new PlainTable<>(
                rows,
                columns,
                Stream.concat(first.stream(), order.stream()).distinct().collect(toImmutableList()));
    }

    /** A column of words. */
    static Column left(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.LEFT).dataAlign(HorizontalAlign.LEFT);
    }

    /** A column of numbers. */
    static Column right(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }

    /** The lines of a table as it fits on a terminal. */
    record Lines(List<String> header, List<List<String>> rows, List<String> below) {

        /** All of them, one after the other. */
        List<String> all() {
            return Stream.of(header.stream(), rows.stream().flatMap(List::stream), below.stream())
                    .flatMap(lines -> lines)
                    .toList();
        }
    }

    /** The lines of the table on a terminal of so many columns. */
    List<String> lines(int terminal) {
        return fitted(terminal).all();
    }

    Lines fitted(int terminal) {
        List<Fit> fits = columns.stream().map(this::fit).collect(Collectors.toList());
        List<Integer> kept = IntStream.range(0, fits.size()).boxed().collect(Collectors.toList());
        for (int next : order) {
            if (least(kept, fits) > terminal) {
                kept.remove(Integer.valueOf(next));
            }
        }
        List<Fit> shown = kept.stream().map(fits::get).toList();
        int widest = widest(shown, terminal - GAP * (shown.size() - 1));
        return drawn(
                kept.stream().map(columns::get).toList(),
                IntStream.range(0, shown.size())
                        .map(i -> Math.min(Fit.width(shown, i, widest), terminal))
                        .boxed()
                        .toList(),
                leftOut(kept, terminal));
    }

    // ---------------------------------------------------------------- how wide

    /** How wide a column need be, and how wide it is where there is room. */
    private record Fit(int least, int most) {

        /** Cut to a width as far as it can be. The first column, which names the rows, is cut less. */
        static int width(List<Fit> fits, int i, int widest) {
            return Math.max(fits.get(i).least(), Math.min(fits.get(i).most(), i == 0 ? widest * 3 / 2 : widest));
        }
    }

    private Fit fit(ColumnData<T> column) {
        String title = requireNonNull(column.getHeader());
        int header = Wrap.width(title);
        int headerWord = Wrap.widestWord(title);
        int widest = cells(column).mapToInt(Wrap::width).max().orElse(0);
        int word = cells(column).mapToInt(Wrap::widestWord).max().orElse(0);
        if (isNumbers(column)) {
            return new Fit(
                    Math.max(word, headerWord), Math.max(widest, Math.max(headerWord, Math.min(header, HEADER))));
        }
        int most = Math.min(WORDS, Math.max(header, widest));
        return new Fit(Math.min(most, Math.max(headerWord, Math.min(word, LONG_WORD))), most);
    }

    private Stream<String> cells(ColumnData<T> column) {
        return rows.stream().map(column::getCellValue);
    }

    private static boolean isNumbers(Column column) {
        return column.getDataAlign() == HorizontalAlign.RIGHT;
    }

    private static int least(List<Integer> kept, List<Fit> fits) {
        return kept.stream().mapToInt(i -> fits.get(i).least()).sum() + GAP * (kept.size() - 1);
    }

    /** The width to which the widest columns are cut so that all of them have room. */
    private static int widest(List<Fit> fits, int room) {
        int widest = room;
        while (widest > 1 && sum(fits, widest) > room) {
            widest--;
        }
        return widest;
    }

    private static int sum(List<Fit> fits, int widest) {
        return IntStream.range(0, fits.size())
                .map(i -> Fit.width(fits, i, widest))
                .sum();
    }

    private List<String> leftOut(List<Integer> kept, int terminal) {
        String named = IntStream.range(0, columns.size())
                .filter(i -> !kept.contains(i))
                .mapToObj(i -> columns.get(i).getHeader())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? List.of() : Wrap.lines("Columns left out for lack of room: " + named + ".", terminal);
    }

    // ---------------------------------------------------------------- drawn

    private Lines drawn(List<ColumnData<T>> shown, List<Integer> widths, List<String> below) {
        List<List<List<String>>> cells = rows.stream()
                .map(row -> wrapped(shown, widths, column -> column.getCellValue(row)))
                .toList();
        List<List<String>> headers = wrapped(shown, widths, Column::getHeader);
        List<ColumnData<List<List<String>>>> drawn = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            int at = i;
            Column column = isNumbers(shown.get(i)) ? right(cell(headers.get(i))) : left(cell(headers.get(i)));
            drawn.add(column.maxWidth(GAP + Math.max(1, widths.get(i))).with(row -> cell(row.get(at))));
        }
        List<String> lines = lines(AsciiTable.builder()
                .lineSeparator("\n")
                .border(RULED)
                .data(cells, drawn)
                .asString());
        int header = height(headers) + 1;
        List<List<String>> byRow = new ArrayList<>();
        int from = header;
        for (List<List<String>> row : cells) {
            int to = from + height(row);
            byRow.add(lines.subList(from, to));
            from = to;
        }
        return new Lines(lines.subList(0, header), byRow, below);
    }

    private static <T> List<List<String>> wrapped(
            List<ColumnData<T>> columns, List<Integer> widths, Function<ColumnData<T>, String> text) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> Wrap.lines(text.apply(columns.get(i)), Math.max(1, widths.get(i))))
                .toList();
    }

    private static int height(List<List<String>> row) {
        return row.stream().mapToInt(List::size).max().orElse(1);
    }

    private static String cell(List<String> lines) {
        StringBuilder cell = new StringBuilder();
        String.join("\n", lines).codePoints().forEach(c -> {
            cell.appendCodePoint(c);
            if (Wrap.isWide(c)) {
                cell.append(SECOND_COLUMN);
            }
        });
        return cell.toString();
    }

    /** The lines of the table, without the margins of its first and last column. */
    private static List<String> lines(String table) {
        return Splitter.on('\n')
                .splitToStream(table)
                .map(line -> line.substring(1, line.length() - 1)
                        .replace(SECOND_COLUMN, "")
                        .stripTrailing())
                .toList();
    }
}

package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.result.Results;

/**
 * A table for the terminal: aligned columns under a ruled header, no wider than the terminal is. Words are wrapped and numbers are
 * not; where that is not enough, columns are left out, the last first, and a line under the table names them.
 *
 * @param first the columns that are left out before others, by their number
 */
record PlainTable<T>(ImmutableList<T> rows, ImmutableList<Column<T>> columns, ImmutableList<Integer> first) {

    /** The header of a column of numbers is wrapped to this width, unless they are wider. */
    private static final int HEADER = 14;
    /** A sentence in a table is wrapped to this width. */
    private static final int WORDS = 60;
    /** A longer word may be broken in a column of words. */
    private static final int LONG_WORD = 16;
    /** The number of blanks between two columns. */
    private static final int GAP = 2;

    /** A column of words, or of numbers, which stand at its right. */
    record Column<T>(String header, boolean isNumbers, Function<? super T, ?> text) {

        String text(T row) {
            return String.valueOf(text.apply(row));
        }
    }

    /** A table without columns yet. */
    static <T> PlainTable<T> of(List<T> rows) {
        return new PlainTable<>(ImmutableList.copyOf(rows), ImmutableList.of(), ImmutableList.of());
    }

    /** The same with a column of words. */
    PlainTable<T> words(String header, Function<? super T, ?> words) {
        return with(new Column<>(header, false, words));
    }

    /** The same with a column of numbers. */
    PlainTable<T> numbers(String header, Function<? super T, ?> numbers) {
        return with(new Column<>(header, true, numbers));
    }

    PlainTable<T> with(Column<T> column) {
        return new PlainTable<>(
                rows,
                ImmutableList.<Column<T>>builder().addAll(columns).add(column).build(),
                first);
    }

    /** The same table, of which other columns are left out first; those that are not named stay as long as one of these is there. */
    PlainTable<T> leavingOutFirst(List<Integer> some) {
        return new PlainTable<>(rows, columns, ImmutableList.copyOf(some));
    }

    /** The table as data, under an id. */
    Results results(String id) {
        Model.Builder model = Model.builder();
        Table.ListBuilder<Integer> table =
                Table.of("", IntStream.range(0, rows.size()).boxed().toList()).id(id);
        for (Column<T> column : columns) {
            if (column.isNumbers()) {
                Term term = Term.of(id).sub(column.header());
                table.value(
                        column.header(),
                        Shown.AS_IS,
                        row -> model.label(
                                term.of(Subject.of(Integer.toString(row + 1))),
                                Double.parseDouble(column.text(rows.get(row)))));
            } else {
                table.words(column.header(), row -> column.text(rows.get(row)));
            }
        }
        Section section = Section.of(id, "", "", List.of(table.build()));
        return Results.of(new Report.Origin("", ""), List.of(Part.of(section, model.build())));
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
        for (int next : order()) {
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

    /** The columns in the order in which they are left out; the first stays. */
    private List<Integer> order() {
        List<Integer> all = IntStream.range(1, columns.size()).boxed().toList();
        return Stream.concat(first.stream(), Lists.reverse(all).stream())
                .distinct()
                .toList();
    }

    // ---------------------------------------------------------------- how wide

    /** How wide a column need be, and how wide it is where there is room. */
    private record Fit(int least, int most) {

        /** Cut to a width as far as it can be. The first column, which names the rows, is cut less. */
        static int width(List<Fit> fits, int i, int widest) {
            return Math.max(fits.get(i).least(), Math.min(fits.get(i).most(), i == 0 ? widest * 3 / 2 : widest));
        }
    }

    private Fit fit(Column<T> column) {
        int header = Wrap.width(column.header());
        int headerWord = Wrap.widestWord(column.header());
        int widest = 0;
        int word = 0;
        for (T row : rows) {
            String text = column.text(row);
            int width = Wrap.width(text);
            widest = Math.max(widest, width);
            word = width <= word ? word : Math.max(word, Wrap.widestWord(text)); // which takes long to find
        }
        if (column.isNumbers()) {
            return new Fit(
                    Math.max(word, headerWord), Math.max(widest, Math.max(headerWord, Math.min(header, HEADER))));
        }
        int most = Math.min(WORDS, Math.max(header, widest));
        return new Fit(Math.min(most, Math.max(headerWord, Math.min(word, LONG_WORD))), most);
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
                .mapToObj(i -> columns.get(i).header())
                .collect(Collectors.joining(", "));
        return named.isEmpty() ? List.of() : Wrap.lines("Columns left out for lack of room: " + named + ".", terminal);
    }

    // ---------------------------------------------------------------- drawn

    private Lines drawn(List<Column<T>> shown, List<Integer> most, List<String> below) {
        List<List<String>> header = wrapped(shown, most, Column::header);
        List<List<List<String>>> cells = rows.stream()
                .map(row -> wrapped(shown, most, column -> column.text(row)))
                .toList();
        int[] widths = new int[shown.size()];
        Stream.concat(Stream.of(header), cells.stream()).forEach(row -> widen(widths, row));
        int all = IntStream.of(widths).sum() + GAP * (widths.length - 1);
        List<String> ruled = new ArrayList<>(aligned(header, shown, widths));
        ruled.add("-".repeat(all));
        return new Lines(
                ruled, cells.stream().map(row -> aligned(row, shown, widths)).toList(), below);
    }

    private static void widen(int[] widths, List<List<String>> row) {
        for (int i = 0; i < widths.length; i++) {
            for (String text : row.get(i)) {
                widths[i] = Math.max(widths[i], Wrap.width(text));
            }
        }
    }

    private static <T> List<List<String>> wrapped(
            List<Column<T>> columns, List<Integer> widths, Function<Column<T>, String> text) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> Wrap.lines(text.apply(columns.get(i)), Math.max(1, widths.get(i))))
                .toList();
    }

    /** The lines of a row, whose cells begin at its top. */
    private static <T> List<String> aligned(List<List<String>> row, List<Column<T>> columns, int[] widths) {
        int height = row.stream().mapToInt(List::size).max().orElse(1);
        List<String> lines = new ArrayList<>(height);
        for (int line = 0; line < height; line++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String cell = line < row.get(i).size() ? row.get(i).get(line) : "";
                String blanks = " ".repeat(widths[i] - Wrap.width(cell));
                text.append(i == 0 ? "" : " ".repeat(GAP));
                text.append(columns.get(i).isNumbers() ? blanks + cell : cell + blanks);
            }
            lines.add(text.toString().stripTrailing());
        }
        return lines;
    }
}

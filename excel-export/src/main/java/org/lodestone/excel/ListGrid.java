package org.lodestone.excel;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Table;

/** The grid of a backup sheet of lists, whose columns are as wide as what they hold. */
final class ListGrid extends Grid {

    private static final int WIDEST_WORDS = 42;
    /** A name is read whole. */
    private static final int WIDEST_NAME = 64;

    /** The digits that the arrow beside a header takes, to sort and filter by. */
    private static final int ARROW = 4;

    /** By the table itself: two tables that are alike stand in two places. */
    private final IdentityHashMap<Table, List<Region>> columns = new IdentityHashMap<>();

    /** @param isLookedUp whether the sheet is read on a screen, and may be wider than a page */
    ListGrid(List<Table> tables, Values values, boolean isLookedUp) {
        List<ImmutableList<MeasuredColumn>> measured =
                tables.stream().map(table -> MeasuredColumn.of(table, values)).toList();
        List<ImmutableList<MeasuredColumn>> printed = measured.stream()
                .map(all -> ImmutableList.copyOf(Iterables.filter(all, MeasuredColumn::isPrinted)))
                .toList();
        for (int t = 0; t < tables.size(); t++) {
            List<Region> places = new ArrayList<>();
            for (MeasuredColumn column : printed.get(t)) {
                int at = FIRST + places.size();
                places.add(new Region(at, at));
                put(at, Math.max(widths().getOrDefault(at, 0), column.isWide() ? 0 : column.width()));
            }
            columns.put(tables.get(t), places);
        }
        if (!isLookedUp) {
            narrow(printed);
        }
        fillPage();
        tables.stream().filter(Table::wide).forEach(this::widen);
        for (int t = 0; t < tables.size(); t++) {
            int ids = printed.get(t).size();
            if (ids < measured.get(t).size()) {
                putBeside(last() + 1, measured.get(t).get(ids).width());
                columns(tables.get(t), all()).add(new Region(last() + 1, last() + 1));
            }
        }
    }

    /** The columns of a long table, whose rows do not wrap. */
    ListGrid(LongTable table) {
        int at = FIRST;
        for (LongTable.Column column : table.columns()) {
            boolean isName = at < FIRST + table.frozen();
            int longest = Math.max(
                    Texts.longestWord(column.header()) + ARROW,
                    column.fold(
                            numbers -> MeasuredColumn.NARROWEST,
                            words -> longest(words, table.rows(), isName ? WIDEST_NAME : WIDEST_WORDS)));
            put(at++, DIGIT * longest);
        }
        int names = FIRST + Math.max(0, table.frozen() - 1);
        put(names, widthOf(names) + Math.max(0, PAGE - width(all())));
    }

    private static int longest(LongTable.Words column, int rows, int widest) {
        int longest = 0;
        for (int row = 0; row < rows; row++) {
            longest = Math.max(longest, Math.min(column.at().apply(row).length() + 2, widest));
        }
        return longest;
    }

    @Override
    List<Region> columns(Table table, Region region) {
        return requireNonNull(columns.get(table));
    }

    /** Lets the last column of a table run to the edge of the sheet. */
    private void widen(Table table) {
        List<Region> places = columns(table, all());
        int column = places.size() - 1;
        places.set(column, new Region(places.get(column).first(), last()));
    }

    /**
     * Takes width where it costs the fewest lines, and of columns that are alike in that from the widest, until the sheet is no wider
     * than a printed page: words wrap, and figures do not.
     */
    private void narrow(List<ImmutableList<MeasuredColumn>> tables) {
        if (width(all()) <= PAGE_BACKUP) {
            return;
        }
        int[] least = IntStream.rangeClosed(FIRST, last())
                .map(at -> least(at - FIRST, tables))
                .toArray();
        int[] narrowest = rooms(at -> least[at - FIRST] - DIGIT);
        List<int[]> rows = tables.stream()
                .flatMap(ListGrid::rows)
                .filter(row ->
                        IntStream.range(0, row.length).anyMatch(i -> row[i] > narrowest[i])) // others have one line
                .toList();
        while (width(all()) > PAGE_BACKUP) {
            long[] more = moreLines(rows);
            Optional<Integer> cheapest = IntStream.rangeClosed(FIRST, last())
                    .filter(at -> widthOf(at) > least[at - FIRST])
                    .boxed()
                    .min(Comparator.<Integer>comparingLong(at -> more[at - FIRST])
                            .thenComparing(Comparator.<Integer>comparingInt(this::widthOf)
                                    .reversed()));
            if (cheapest.isEmpty()) {
                return;
            }
            put(cheapest.get(), widthOf(cheapest.get()) - DIGIT);
        }
    }

    /** The least width of a column: that of its figures or its links, or else of its longest word, if that is short. */
    private static int least(int column, List<ImmutableList<MeasuredColumn>> tables) {
        int needed = 0;
        int words = 0;
        for (ImmutableList<MeasuredColumn> table : tables) {
            if (column < table.size()) {
                needed = Math.max(needed, table.get(column).needed());
                words = Math.max(words, table.get(column).words());
            }
        }
        return needed > 0 ? needed : words;
    }

    /** The letters in each cell that may wrap, row by row. */
    private static Stream<int[]> rows(ImmutableList<MeasuredColumn> table) {
        int rows = table.isEmpty() ? 0 : table.get(0).wrapped().length();
        return IntStream.range(0, rows)
                .mapToObj(row -> table.stream()
                        .mapToInt(column -> column.wrapped().get(row))
                        .toArray());
    }

    /** The lines that rows grow by where a column is a digit narrower, for each column. */
    private long[] moreLines(List<int[]> rows) {
        int[] wide = rooms(this::widthOf);
        int[] narrow = rooms(at -> widthOf(at) - DIGIT);
        long[] more = new long[wide.length];
        for (int[] row : rows) {
            int before = 1;
            for (int i = 0; i < row.length; i++) {
                before = Math.max(before, MeasuredColumn.lines(row[i], wide[i]));
            }
            for (int i = 0; i < row.length; i++) {
                more[i] += Math.max(0, MeasuredColumn.lines(row[i], narrow[i]) - before);
            }
        }
        return more;
    }

    private int[] rooms(IntUnaryOperator widths) {
        return IntStream.rangeClosed(FIRST, last())
                .map(widths)
                .map(MeasuredColumn::room)
                .toArray();
    }

    private int widthOf(int column) {
        return width(new Region(column, column));
    }
}

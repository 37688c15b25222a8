package org.lodestone.excel;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Table;

/** The grid of a backup sheet of lists, whose columns are as wide as what they hold. */
final class ListGrid extends Grid {

    private static final int NARROWEST_WORDS = 90;
    /** A source is read with its year, if smaller where its name is long. */
    private static final int NARROWEST_SOURCE = 102;

    private static final int WIDEST_WORDS = 42;
    /** The width of a letter of words on average, in pixels. */
    private static final double LETTER = 5.4;
    /** The letters that a line of prose has where there is room. */
    private static final int WIDEST_PROSE = 140;
    /** A name is read whole. */
    private static final int WIDEST_NAME = 64;

    private static final int NARROWEST = 11;
    /** The digits that the arrow beside a header takes, to sort and filter by. */
    private static final int ARROW = 4;

    /** By the table itself: two tables that are alike stand in two places. */
    private final IdentityHashMap<Table, List<Region>> columns = new IdentityHashMap<>();

    /** @param isLookedUp whether the sheet is read on a screen, and may be wider than a page */
    ListGrid(List<Table> tables, Values values, boolean isLookedUp) {
        for (Table table : tables) {
            List<Region> places = new ArrayList<>();
            for (int i = 0; i < printed(table); i++) {
                int at = FIRST + i;
                places.add(new Region(at, at));
                put(at, Math.max(widths().getOrDefault(at, 0), isWide(table, i) ? 0 : width(table, i, values)));
            }
            columns.put(table, places);
        }
        if (!isLookedUp) {
            narrow(tables, values);
        }
        fillPage();
        tables.stream().filter(Table::wide).forEach(this::widen);
        tables.stream().filter(table -> printed(table) < table.columns().size()).forEach(table -> {
            putBeside(last() + 1, width(table, printed(table), values));
            columns(table, all()).add(new Region(last() + 1, last() + 1));
        });
    }

    /** The number of columns that are printed: those before its ids. */
    private static int printed(Table table) {
        return (int) table.columns().stream()
                .takeWhile(column -> column.role() != Column.Role.ID)
                .count();
    }

    /** The columns of a long table, whose rows do not wrap. */
    ListGrid(LongTable table) {
        int at = FIRST;
        for (LongTable.Column column : table.columns()) {
            boolean isName = at < FIRST + table.frozen();
            int longest = Math.max(
                    Texts.longestWord(column.header()) + ARROW,
                    column.fold(
                            numbers -> NARROWEST,
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

    /** Whether a column takes the width that is left, so that its own says nothing on that of the sheet's columns. */
    private static boolean isWide(Table table, int column) {
        return table.wide() && column == table.columns().size() - 1;
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
    private void narrow(List<Table> tables, Values values) {
        if (width(all()) <= PAGE_BACKUP) {
            return;
        }
        int[] least = IntStream.rangeClosed(FIRST, last())
                .map(at -> least(at - FIRST, tables, values))
                .toArray();
        List<int[]> rows = tables.stream()
                .flatMap(table -> table.rows().stream().map(row -> letters(table, row, values)))
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

    /** The letters in each cell of a row that may wrap. */
    private static int[] letters(Table table, Row row, Values values) {
        return IntStream.range(0, printed(table))
                .map(i -> isWide(table, i)
                                || table.columns().get(i).role() == Column.Role.VALUE
                                || isLink(row.cells().get(i))
                        ? 0
                        : Texts.display(Texts.of(row.cells().get(i), values)))
                .toArray();
    }

    /** The lines that rows grow by where a column is a digit narrower, for each column. */
    private long[] moreLines(List<int[]> rows) {
        int[] widths = IntStream.rangeClosed(FIRST, last()).map(this::widthOf).toArray();
        long[] more = new long[widths.length];
        for (int[] row : rows) {
            int before = 1;
            for (int i = 0; i < row.length; i++) {
                before = Math.max(before, lines(row[i], widths[i]));
            }
            for (int i = 0; i < row.length; i++) {
                more[i] += Math.max(0, lines(row[i], widths[i] - DIGIT) - before);
            }
        }
        return more;
    }

    private static int lines(int letters, int width) {
        int inLine = Math.max(1, (int) (width / LETTER) - 1);
        return (letters + inLine - 1) / inLine;
    }

    /** The least width of a column: that of its figures or its links, or else of its longest word, if that is short. */
    private static int least(int column, List<Table> tables, Values values) {
        int needed = 0;
        int words = 0;
        for (Table table : tables) {
            if (column < printed(table)) {
                needed = Math.max(needed, needed(table, column, values));
                words = Math.max(words, words(table, column, values));
            }
        }
        return needed > 0 ? needed : Math.min(NARROWEST_WORDS, words);
    }

    /** The width that what does not wrap needs; zero where all does. */
    private static int needed(Table table, int column, Values values) {
        Column.Role role = table.columns().get(column).role();
        boolean isWhole = role == Column.Role.VALUE
                || table.rows().stream().anyMatch(row -> isLink(row.cells().get(column)));
        return role == Column.Role.SOURCES ? NARROWEST_SOURCE : isWhole ? width(table, column, values) : 0;
    }

    private static int words(Table table, int column, Values values) {
        int longest = Texts.longestWord(table.columns().get(column).header());
        for (Row row : table.rows()) {
            longest = Math.max(longest, Texts.longestWord(Texts.of(row.cells().get(column), values)));
        }
        return DIGIT * (longest + 1);
    }

    /** Whether a cell leads to a page of the web, or to where a source is used: no program wraps such words. */
    private static boolean isLink(Cell cell) {
        return cell.fold(new Cell.Cases<>(
                value -> false,
                text -> false,
                cites -> false,
                uses -> true,
                goTo -> false,
                web -> true,
                blank -> false));
    }

    private int widthOf(int column) {
        return width(new Region(column, column));
    }

    /** The width of a column: what it is for sets the bounds, what it holds picks within them. */
    private static int width(Table table, int i, Values values) {
        Column column = table.columns().get(i);
        int longest = Texts.longestWord(column.header()) + 2;
        boolean isLinks = false;
        for (Row row : table.rows()) {
            longest = Math.max(longest, Texts.display(Texts.of(row.cells().get(i), values)) + 2);
            isLinks |= isLink(row.cells().get(i));
        }
        int digits =
                switch (column.role()) {
                    case LABEL -> Math.min(Math.max(longest, 12), 42);
                    case UNIT -> Math.min(Math.max(longest, 10), 16);
                    case SOURCES -> 26;
                    case VALUE -> Math.min(Math.max(longest, NARROWEST), 18);
                    case WORD -> Math.min(Math.max(longest, NARROWEST), 16);
                    case SYMBOL -> 9;
                    case WORDS, STRONG, QUIET -> Math.min(Math.max(longest, 8), 32);
                    case PROSE -> Math.min(Math.max(longest, 24), WIDEST_PROSE);
                    case ID -> Math.max(longest, NARROWEST);
                };
        return isLinks ? (int) Math.ceil(digits * LETTER) : digits * DIGIT;
    }
}

package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Table;

/**
 * How long the words in a column of a list are, in letters.
 *
 * @param isPrinted whether it stands before the ids of its table
 * @param isWide whether it takes the width that is left, so that its own says nothing on that of the sheet's columns
 * @param header the longest word of its header
 * @param longest its longest cell
 * @param longestWord the longest word of its cells
 * @param hasLinks whether a cell is a link, which no program wraps
 * @param wrapped the letters of each cell that may wrap, and zero for others
 */
record MeasuredColumn(
        Column.Role role,
        boolean isPrinted,
        boolean isWide,
        int header,
        int longest,
        int longestWord,
        boolean hasLinks,
        ImmutableIntArray wrapped) {

    /** The width of a letter of words on average, in pixels. */
    private static final double LETTER = 5.4;

    private static final int NARROWEST_WORDS = 90;
    /** A source is read with its year, if smaller where its name is long. */
    private static final int NARROWEST_SOURCE = 102;
    /** The letters that a line of prose has where there is room. */
    private static final int WIDEST_PROSE = 140;

    /** The fewest letters of a column of figures. */
    static final int NARROWEST = 11;

    /** The columns of a table, in its order. */
    static ImmutableList<MeasuredColumn> of(Table table, Values values) {
        int printed = (int) table.columns().stream()
                .takeWhile(column -> column.role() != Column.Role.ID)
                .count();
        return IntStream.range(0, table.columns().size())
                .mapToObj(i -> of(table, i, printed, values))
                .collect(ImmutableList.toImmutableList());
    }

    private static MeasuredColumn of(Table table, int column, int printed, Values values) {
        Column.Role role = table.columns().get(column).role();
        boolean isWide = table.wide() && column == table.columns().size() - 1;
        int longest = 0;
        int longestWord = 0;
        boolean hasLinks = false;
        ImmutableIntArray.Builder wrapped =
                ImmutableIntArray.builder(table.rows().size());
        for (Row row : table.rows()) {
            Cell cell = row.cells().get(column);
            String text = Texts.of(cell, values);
            int letters = Texts.display(text);
            boolean isLink = isLink(cell);
            longest = Math.max(longest, letters);
            longestWord = Math.max(longestWord, Texts.longestWord(text));
            hasLinks |= isLink;
            wrapped.add(isWide || role == Column.Role.VALUE || isLink ? 0 : letters);
        }
        int header = Texts.longestWord(table.columns().get(column).header());
        return new MeasuredColumn(
                role, column < printed, isWide, header, longest, longestWord, hasLinks, wrapped.build());
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

    /** Its width in pixels: what it is for sets the bounds, what it holds picks within them. */
    int width() {
        int letters = Math.max(header, longest) + 2;
        int digits =
                switch (role) {
                    case LABEL -> Math.min(Math.max(letters, 12), 42);
                    case UNIT -> Math.min(Math.max(letters, 10), 16);
                    case SOURCES -> 26;
                    case VALUE -> Math.min(Math.max(letters, NARROWEST), 18);
                    case WORD -> Math.min(Math.max(letters, NARROWEST), 16);
                    case SYMBOL -> 9;
                    case WORDS, STRONG, QUIET -> Math.min(Math.max(letters, 8), 32);
                    case PROSE -> Math.min(Math.max(letters, 24), WIDEST_PROSE);
                    case ID -> Math.max(letters, NARROWEST);
                };
        return hasLinks ? (int) Math.ceil(digits * LETTER) : digits * Grid.DIGIT;
    }

    /** The width that what does not wrap needs; zero where all does. */
    int needed() {
        return role == Column.Role.SOURCES ? NARROWEST_SOURCE : role == Column.Role.VALUE || hasLinks ? width() : 0;
    }

    /** The width of its longest word, if that is short. */
    int words() {
        return Math.min(NARROWEST_WORDS, Grid.DIGIT * (Math.max(header, longestWord) + 1));
    }

    /** The letters that a line has room for in a column of a width in pixels. */
    static int room(int width) {
        return Math.max(1, (int) (width / LETTER) - 1);
    }

    /** The lines of a cell of so many letters. */
    static int lines(int letters, int room) {
        return (letters + room - 1) / room;
    }
}

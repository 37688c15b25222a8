package org.lodestone.excel;

import com.google.common.collect.ImmutableSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/**
 * The columns of a sheet: which column of a table goes where, and how wide it is.
 *
 * <p>Column A is a gutter outside the print, with the link back to the front page. A page has columns of equal width, upright twelve, on its side twelve after one for
 * names and one for units. A backup sheet with years has the same two and then one column a year, the same for the same year on
 * every one; years it does not use are hidden. One of lists takes its columns from its tables.
 *
 * <p>Widths are in pixels. The workbook's normal font is Calibri 9, whose digit is six pixels wide in every program.
 */
abstract class Grid {

    static final int FIRST = 1;
    /** The width of a digit of the workbook's normal font. */
    static final int DIGIT = 6;

    /** The width of a page on its side. */
    static final int PAGE = 1014;

    /** The width of a page of a backup sheet, which is printed a little smaller. */
    static final int PAGE_BACKUP = 100 * PAGE / Style.BACKUP_SCALE;

    static final int LABEL = 172;
    static final int UNIT = 74;
    static final int FIGURE = 64;

    /** The width of the gutter of a page that begins at its left edge, and of one that has a link back to the front. */
    static final int GUTTER = 14;

    private static final int GUTTER_WITH_LINK = 44;

    private final Map<Integer, Integer> widths = new TreeMap<>();
    private final Set<Integer> hidden = new HashSet<>();
    private int last = FIRST;

    Grid() {
        widths.put(0, GUTTER_WITH_LINK);
    }

    static Grid of(Section section, Report report, Values values) {
        List<Table> tables = section.tables().toList();
        Optional<LongTable> rows = section.longTable();
        if (rows.isPresent()) {
            return new ListGrid(rows.get());
        }
        if (section.group().isCore()) {
            return new PageGrid(
                    section,
                    years(report.sections().stream()
                            .filter(page -> page.group().isCore())
                            .flatMap(Section::tables)));
        }
        return years(tables.stream()).isEmpty()
                ? new ListGrid(tables, values, section.isLookedUp())
                : new YearGrid(tables, years(report.sections().stream().flatMap(Section::tables)));
    }

    /** The years that some tables have columns for. */
    static NavigableSet<Integer> years(Stream<Table> tables) {
        NavigableSet<Integer> years = new TreeSet<>();
        tables.flatMap(table -> table.columns().stream())
                .flatMap(column -> column.period().stream())
                .map(Period::year)
                .forEach(years::add);
        return years;
    }

    /** Where the columns of a table stand, one after the other, if it may take those of the region. */
    abstract List<Region> columns(Table table, Region region);

    /** All columns that are printed. */
    Region all() {
        return new Region(FIRST, last);
    }

    int last() {
        return last;
    }

    Map<Integer, Integer> widths() {
        return widths;
    }

    boolean isHidden(int column) {
        return hidden.contains(column);
    }

    ImmutableSet<Integer> hidden() {
        return ImmutableSet.copyOf(hidden);
    }

    /** The width of some columns together, without hidden ones. */
    int width(Region region) {
        int total = 0;
        for (int column = region.first(); column <= region.last(); column++) {
            total += hidden.contains(column) ? 0 : widths.getOrDefault(column, FIGURE);
        }
        return total;
    }

    /** The part of a region that stands on the first page of a sheet on its side. */
    Region onPage(Region region) {
        int end = region.first();
        while (end < region.last() && width(new Region(region.first(), end + 1)) <= PAGE) {
            end++;
        }
        return new Region(region.first(), end);
    }

    /** The columns of a region from one part of its width to another: the second quarter is from 0.25 to 0.5. */
    Region part(Region region, double from, double to) {
        int first = columnAt(region, from);
        return new Region(first, Math.max(first, columnAt(region, to) - 1));
    }

    /** The column at which the given part of the region's width is reached. */
    private int columnAt(Region region, double part) {
        int whole = width(region);
        int column = region.first();
        int before = 0;
        while (column <= region.last() && before < part * whole - FIGURE / 2) {
            before += width(new Region(column, column));
            column++;
        }
        return column;
    }

    // ---------------------------------------------------------------- for the kinds of grids

    /** Makes a column so wide, or adds it. */
    final void put(int column, int width) {
        widths.put(column, width);
        last = Math.max(last, column);
    }

    /** Makes a column so wide that stands right of all, and of what is printed. */
    final void putBeside(int column, int width) {
        widths.merge(column, width, Math::max);
    }

    final void hide(int column) {
        hidden.add(column);
    }

    /** Fills up what a narrow sheet leaves of a page, so that its head is as wide as that of others. */
    final void fillPage() {
        int left = PAGE - width(all());
        if (left > FIGURE / 2) {
            put(last + 1, left);
        }
    }

    static int width(Column.Role role) {
        return switch (role) {
            case LABEL -> LABEL;
            case UNIT -> UNIT;
            case VALUE, WORD, SYMBOL -> FIGURE;
            case SOURCES -> 2 * FIGURE;
            case WORDS, STRONG -> 2 * FIGURE;
            case QUIET -> 3 * FIGURE;
            case PROSE -> 4 * FIGURE;
            case ID -> 3 * FIGURE;
        };
    }
}

package org.lodestone.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The grid of a page: columns of equal width, which the columns of a table take one or several of. */
final class PageGrid extends Grid {

    private static final int UPRIGHT = 57;
    private static final int FIGURES = 12;
    /** The columns by which names may be wider than they want, so that the eye finds their figures. */
    private static final int BESIDE_NAME = 3;

    private static final int FIRST_YEAR = FIRST + 2;

    private final String section;
    private final NavigableSet<Integer> years;

    /** @param years those of all pages: the same one is in the same column of each */
    PageGrid(Section section, NavigableSet<Integer> years) {
        this.section = section.name();
        this.years = years;
        if (section.presents()) {
            put(0, GUTTER);
            for (int i = 0; i < FIGURES; i++) {
                put(FIRST + i, UPRIGHT);
            }
        } else {
            put(FIRST, LABEL);
            put(FIRST + 1, UNIT);
            for (int i = 0; i < FIGURES; i++) {
                put(FIRST_YEAR + i, FIGURE);
            }
        }
    }

    @Override
    List<Region> columns(Table table, Region region) {
        if (years(List.of(table).stream()).isEmpty()) {
            return fitted(table, region);
        }
        List<Region> overYears = overYears(table);
        return fillsPage(table) && isWithin(overYears, all()) ? overYears : sideBySide(table);
    }

    /** Whether there is room: a year long before the others would leave none. */
    private static boolean isWithin(List<Region> places, Region region) {
        return places.get(places.size() - 1).last() <= region.last();
    }

    /** Whether a table has so many columns that each year is to stand where other pages have it, without a hole in the page. */
    private static boolean fillsPage(Table table) {
        return table.columns().size() >= FIRST_YEAR - FIRST + FIGURES * 2 / 3;
    }

    // ---------------------------------------------------------------- years

    private List<Region> overYears(Table table) {
        List<Region> places = new ArrayList<>();
        int next = FIRST;
        for (Column column : table.columns()) {
            int at = column.period()
                    .map(year -> FIRST_YEAR + year.year() - years.first())
                    .orElse(next);
            places.add(new Region(at, at));
            // what is of no year stands after all years, so that no year's column holds anything else
            next = column.period().isPresent() ? FIRST_YEAR + years.last() - years.first() + 1 : at + 1;
        }
        return places;
    }

    /** The columns one after another, so that figures stand near the names they belong to. */
    private List<Region> sideBySide(Table table) {
        List<Region> places = new ArrayList<>();
        for (int at = FIRST; places.size() < table.columns().size(); at++) {
            places.add(new Region(at, at));
        }
        return requireRoom(table, places, all());
    }

    // ---------------------------------------------------------------- other tables

    /** Gives each column what it wants, words less where there is too little, and the last words what is left. */
    private List<Region> fitted(Table table, Region region) {
        List<Integer> spans = new ArrayList<>();
        int next = region.first();
        for (Column column : table.columns()) {
            int span = column.span() > 0 ? column.span() : natural(column.role(), next);
            spans.add(span);
            next += span;
        }
        share(table, spans, region.columns() - spans.stream().mapToInt(i -> i).sum());
        List<Region> places = new ArrayList<>();
        int at = region.first();
        for (int span : spans) {
            places.add(new Region(at, at + span - 1));
            at += span;
        }
        return requireRoom(table, places, region);
    }

    /** The number of columns of the sheet, from one on, that are about as wide as a column of the kind is to be. */
    private int natural(Column.Role role, int from) {
        int span = 1;
        while (from + span <= last() && width(new Region(from, from + span - 1)) < 0.85 * width(role)) {
            span++;
        }
        return span;
    }

    /** Shares what is left among the columns of words; takes from them where there is too little. */
    private static void share(Table table, List<Integer> spans, int left) {
        List<Integer> order = wordsFirst(table);
        if (left > 0 && !order.isEmpty()) {
            int widest = order.get(0);
            boolean isName = table.columns().get(widest).role() == Column.Role.LABEL;
            spans.set(widest, spans.get(widest) + (isName ? Math.min(left, BESIDE_NAME) : left));
        }
        int lacking = -left;
        for (int i = 0; lacking > 0 && i < order.size(); i++) {
            int column = order.get(i);
            int given = table.columns().get(column).span() > 0 ? 0 : Math.min(lacking, spans.get(column) - 1);
            spans.set(column, spans.get(column) - given);
            lacking -= given;
        }
    }

    /** The columns whose width is free: prose, then words, then names, the last of each first. */
    private static List<Integer> wordsFirst(Table table) {
        List<Integer> order = new ArrayList<>();
        for (Column.Role role : List.of(Column.Role.PROSE, Column.Role.WORDS, Column.Role.LABEL)) {
            for (int i = table.columns().size() - 1; i >= 0; i--) {
                if (table.columns().get(i).role() == role) {
                    order.add(i);
                }
            }
        }
        return order;
    }

    private List<Region> requireRoom(Table table, List<Region> places, Region region) {
        if (!isWithin(places, region)) {
            throw new IllegalArgumentException("The table '" + table.heading() + "' of page '" + section + "' needs "
                    + (places.get(places.size() - 1).last() - region.first() + 1) + " columns, and has room for "
                    + region.columns() + ". Show fewer, or put it on a backup sheet.");
        }
        return places;
    }
}

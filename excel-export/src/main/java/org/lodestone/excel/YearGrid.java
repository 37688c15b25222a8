package org.lodestone.excel;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Table;

/** The grid of a backup sheet with years: names, units, then a column for each year of the report. */
final class YearGrid extends Grid {

    private static final int FIRST_YEAR = FIRST + 2;

    private final int firstYear;
    /** The columns that stand for years of this sheet, and those after the years, in order. */
    private final List<Integer> visible = new ArrayList<>();

    /** The least room that a figure of seven digits has, with its commas. */
    private static final int NARROWEST = 9 * DIGIT;

    private final int yearsShown;

    /** @param all the years of the report */
    YearGrid(List<Table> tables, NavigableSet<Integer> all) {
        this.firstYear = all.first();
        NavigableSet<Integer> used = years(tables.stream());
        put(FIRST, LABEL);
        put(FIRST + 1, UNIT);
        int column = FIRST_YEAR;
        for (int year = all.first(); year <= all.last(); year++, column++) {
            put(column, FIGURE);
            if (used.contains(year)) {
                visible.add(column);
            } else {
                hide(column);
            }
        }
        this.yearsShown = visible.size();
        tables.forEach(table -> columns(table, all()));
        narrow();
        fillPage();
    }

    /** Makes the columns of figures as narrow as the sheet needs to be no wider than a printed page, within reason. */
    private void narrow() {
        int room = (PAGE_BACKUP - LABEL - UNIT) / visible.size();
        if (room < FIGURE) {
            visible.forEach(column -> put(column, Math.max(room, NARROWEST)));
        }
    }

    @Override
    List<Region> columns(Table table, Region region) {
        List<Region> places = new ArrayList<>();
        // what is of no year stands after the years, so that no year's column holds anything else
        int next = years(List.of(table).stream()).isEmpty() ? 0 : yearsShown;
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            int at;
            if (column.period().isPresent()) {
                at = FIRST_YEAR + column.period().get().year() - firstYear;
            } else if (i == 0) {
                at = FIRST;
            } else if (i == 1 && column.role() == Column.Role.UNIT) {
                at = FIRST + 1;
            } else {
                at = visible(next++);
            }
            places.add(new Region(at, at));
        }
        return places;
    }

    /** The visible column of that number after those for names and units, which is added if there are not so many. */
    private int visible(int number) {
        while (visible.size() <= number) {
            visible.add(last() + 1);
            put(last() + 1, FIGURE);
        }
        return visible.get(number);
    }
}

package org.lodestone.excel;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/**
 * The columns of a sheet: which column of a table goes where, and how wide it is.
 *
 * <p>Four grids. A sheet with years has label, unit, source and note in its first columns and then one column a year, the
 * same for the same year on every sheet; years it does not use are hidden. A sheet of lists takes its columns from its
 * tables, and one of a long table from that. A sheet that presents has eight equal columns.
 */
final class Grid {

    static final int FIRST = 1;
    private static final int GUTTER_WIDTH = 2;
    private static final int FIRST_YEAR = 5;
    private static final int VALUE_WIDTH = 11;
    private static final int TORNADO_WIDTH = 110;
    private static final int WIDEST_WORDS = 42;
    private static final int PRESENTING_COLUMNS = 8;
    private static final int PRESENTING_WIDTH = 16;

    private final Map<Integer, Integer> widths = new TreeMap<>();
    private final Set<Integer> hidden = new TreeSet<>();
    /** By the table itself: two tables that are alike stand in two places. */
    private final IdentityHashMap<Table, List<int[]>> columns = new IdentityHashMap<>();

    private int last = FIRST;

    private Grid() {
        widths.put(0, GUTTER_WIDTH);
    }

    static Grid of(Section section, Report report, Values values) {
        Grid grid = new Grid();
        List<Table> tables = section.tables().toList();
        Optional<LongTable> rows = section.longTable();
        if (rows.isPresent()) {
            grid.rows(rows.get());
        } else if (section.presents()) {
            grid.present(tables);
        } else if (tables.stream().anyMatch(Grid::overYears)) {
            grid.overYears(tables, years(report));
        } else {
            grid.list(tables, values);
            grid.makeRoomFor(section);
        }
        return grid;
    }

    /** Columns beside narrow lists, for tornadoes: their names and bars need more than a list of the same names does. */
    private void makeRoomFor(Section section) {
        boolean tornado = section.charts().anyMatch(chart -> chart.kind() == Chart.Kind.TORNADO);
        while (tornado && width(FIRST, last) < TORNADO_WIDTH) {
            last++;
            widths.put(last, VALUE_WIDTH);
        }
    }

    private static boolean overYears(Table table) {
        return table.columns().stream().anyMatch(column -> column.period().isPresent());
    }

    private static NavigableSet<Integer> years(List<Table> tables) {
        NavigableSet<Integer> years = new TreeSet<>();
        for (Table table : tables) {
            for (Column column : table.columns()) {
                column.period().map(Period::year).ifPresent(years::add);
            }
        }
        return years;
    }

    private static NavigableSet<Integer> years(Report report) {
        NavigableSet<Integer> years = new TreeSet<>();
        report.sections().forEach(section -> years.addAll(years(section.tables().toList())));
        return years;
    }

    private void overYears(List<Table> tables, NavigableSet<Integer> all) {
        NavigableSet<Integer> used = years(tables);
        widths.put(1, 30);
        widths.put(2, 15);
        widths.put(3, 26);
        widths.put(4, 8);
        List<Integer> visible = new ArrayList<>();
        int column = FIRST_YEAR;
        for (int year = all.first(); year <= all.last(); year++, column++) {
            widths.put(column, VALUE_WIDTH);
            if (used.contains(year)) {
                visible.add(column);
            } else {
                hidden.add(column);
            }
        }
        for (Table table : tables) {
            List<int[]> places = new ArrayList<>();
            // what is of no year stands after the years, so that no year's column holds anything else
            int next = years(List.of(table)).isEmpty() ? 0 : used.size();
            for (Column c : table.columns()) {
                int at;
                if (c.period().isPresent()) {
                    at = FIRST_YEAR + c.period().get().year() - all.first();
                } else if (c.role() == Column.Role.LABEL && places.isEmpty()) {
                    at = 1;
                } else if (spine(c) > before(places)) {
                    at = spine(c);
                } else {
                    while (visible.size() <= next) {
                        visible.add(column++);
                    }
                    at = visible.get(next++);
                    widths.putIfAbsent(at, VALUE_WIDTH);
                }
                places.add(new int[] {at, at});
                last = Math.max(last, at);
            }
            columns.put(table, places);
        }
    }

    /** The column that stands before the years for what a column says; 0 where none does. */
    private static int spine(Column column) {
        return switch (column.role()) {
            case UNIT -> 2;
            case SOURCES -> 3;
            case MARKS -> 4;
            default -> 0;
        };
    }

    /** The last column that is taken: a table's columns keep their order, so that a second unit stands after the years. */
    private static int before(List<int[]> places) {
        return places.isEmpty() ? 0 : places.get(places.size() - 1)[1];
    }

    private void list(List<Table> tables, Values values) {
        for (Table table : tables) {
            List<int[]> places = new ArrayList<>();
            for (int i = 0; i < table.columns().size(); i++) {
                int at = FIRST + i;
                places.add(new int[] {at, at});
                widths.merge(at, isWide(table, i) ? 0 : width(table, i, values), Math::max);
                last = Math.max(last, at);
            }
            columns.put(table, places);
        }
        tables.stream().filter(Table::wide).forEach(table -> widen(table, values));
        if (tables.isEmpty()) {
            equalColumns();
        }
    }

    /** Whether a column takes the width that is left, so that its own says nothing on that of the sheet's columns. */
    private static boolean isWide(Table table, int column) {
        return table.wide() && column == table.columns().size() - 1;
    }

    /** Lets the last column of a table run to the edge of the sheet, which is moved where that is too little. */
    private void widen(Table table, Values values) {
        int column = table.columns().size() - 1;
        int at = FIRST + column;
        at(table, column)[1] = last;
        widths.merge(last, Math.max(0, width(table, column, values) - width(at, last)), Integer::sum);
    }

    private void rows(LongTable table) {
        for (LongTable.Column column : table.columns()) {
            int longest = Math.max(
                    Texts.longestWord(column.header()) + 4,
                    column.fold(numbers -> 0, words -> longest(words, table.rows())));
            widths.put(FIRST + widths.size() - 1, Math.min(Math.max(longest, VALUE_WIDTH + 2), WIDEST_WORDS));
        }
        last = widths.size() - 1;
    }

    private static int longest(LongTable.Words column, int rows) {
        int longest = 0;
        for (int row = 0; row < rows; row++) {
            longest = Math.max(longest, Math.min(column.at().apply(row).length() + 2, WIDEST_WORDS));
        }
        return longest;
    }

    private void present(List<Table> tables) {
        equalColumns();
        for (Table table : tables) {
            List<int[]> places = new ArrayList<>();
            int at = FIRST;
            for (Column column : table.columns()) {
                int span =
                        switch (column.role()) {
                            case LABEL -> 2;
                            case PROSE ->
                                Math.max(1, PRESENTING_COLUMNS - table.columns().size());
                            default -> 1;
                        };
                places.add(new int[] {at, at + span - 1});
                at += span;
            }
            last = Math.max(last, at - 1);
            columns.put(table, places);
        }
    }

    private void equalColumns() {
        for (int i = 0; i < PRESENTING_COLUMNS; i++) {
            widths.put(FIRST + i, PRESENTING_WIDTH);
        }
        last = PRESENTING_COLUMNS;
    }

    /** The width of a list's column: what it is for sets the bounds, what it holds picks within them. */
    private static int width(Table table, int i, Values values) {
        Column column = table.columns().get(i);
        int longest = Texts.longestWord(column.header()) + 2;
        for (Row row : table.rows()) {
            longest = Math.max(longest, Texts.display(Texts.of(row.cells().get(i), values)) + 2);
        }
        return switch (column.role()) {
            case LABEL -> Math.min(Math.max(longest, 12), 42);
            case UNIT -> Math.min(Math.max(longest, 10), 16);
            case SOURCES -> 30;
            case MARKS -> 7;
            case VALUE -> Math.min(Math.max(longest, 12), 18);
            case WORDS -> Math.min(Math.max(longest, 8), 32);
            case PROSE -> Math.min(Math.max(longest, 24), 60);
        };
    }

    /** The columns a table's column covers: the first and the last. */
    int[] at(Table table, int column) {
        List<int[]> places = columns.get(table);
        if (places == null) {
            throw new IllegalArgumentException("Table '" + table.heading() + "' is not of this section.");
        }
        return places.get(column);
    }

    int last() {
        return last;
    }

    Map<Integer, Integer> widths() {
        return widths;
    }

    ImmutableSet<Integer> hidden() {
        return ImmutableSet.copyOf(hidden);
    }

    /** The width of some columns together, in characters, without hidden ones. */
    int width(int from, int to) {
        int total = 0;
        for (int column = from; column <= to; column++) {
            total += hidden.contains(column) ? 0 : widths.getOrDefault(column, VALUE_WIDTH);
        }
        return total;
    }

    /** The column at which the given part of the sheet's width is reached. */
    int columnAt(double part) {
        int whole = width(FIRST, last);
        int column = FIRST;
        while (column <= last && width(FIRST, column - 1) < part * whole - 1) {
            column++;
        }
        return column;
    }
}

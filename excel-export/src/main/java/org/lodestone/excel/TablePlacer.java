package org.lodestone.excel;

import com.google.common.collect.HashMultimap;
import com.google.common.collect.SetMultimap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lodestone.core.time.Period;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Rows;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Places the tables of one section, each under what is on its sheet already. */
final class TablePlacer {

    /** The width that the arrow of a filter takes from a header, in pixels. */
    private static final int ARROW = 24;

    /** By how much a link may be wider than its cell, which shrinks it. */
    private static final double MOST_SHRUNK = 1.1;

    private static final double ROW = 12.75;
    private static final double ROW_UPRIGHT = 14;
    /** The height of a line in a row that has several. */
    private static final double ROW_BACKUP = 12.25;

    private static final double GROUP = 14;

    private final Section section;
    private final Report report;
    private final Ledger ledger;
    private final Grid grid;
    private final SheetCells cells;
    /** The sentences in the cells of all its tables, by the names of their rows. */
    private final SetMultimap<String, String> said;
    /** The ranges that are shaded from low to high. */
    final List<CellRange> shades = new ArrayList<>();
    /** The ranges of figures. */
    final List<CellRange> quiet = new ArrayList<>();
    /** The ranges of words that stand at the right. */
    final List<CellRange> signs = new ArrayList<>();
    /** The cells of tables that a workbook gives a name. */
    final Map<String, CellRange> areas = new LinkedHashMap<>();
    /** The tables: the first cell of the header, and the last of the last row. */
    final List<CellRange> bodies = new ArrayList<>();

    TablePlacer(Section section, Report report, Ledger ledger, Grid grid, SheetCells cells) {
        this.section = section;
        this.report = report;
        this.ledger = ledger;
        this.grid = grid;
        this.cells = cells;
        this.said = said();
    }

    private SetMultimap<String, String> said() {
        SetMultimap<String, String> texts = HashMultimap.create();
        section.tables()
                .filter(table -> !section.group().isCore())
                .filter(table -> table.columns().stream().anyMatch(column -> column.role() == Column.Role.PROSE))
                .flatMap(table -> table.rows().stream())
                .forEach(row -> row.cells()
                        .forEach(cell ->
                                texts.put(Texts.of(row.cells().get(0), ledger.values), Texts.of(cell, ledger.values))));
        return texts;
    }

    /** Places a table with its heading above and its remarks below. */
    void place(Table table, Region region) {
        if (!table.heading().isEmpty()) {
            cells.lead(region.first(), table.way());
        }
        cells.heading(region, table.heading());
        CellPlacer filling = rows(table, region);
        Region under = section.group().isCore() ? region : grid.all();
        if (hasSourceLine(table)) {
            ledger.sourceLine.of(figures(table), "").ifPresent(line -> cells.line(under, line, Face.NOTE));
        }
        if (!section.group().isCore()) {
            filling.notes().forEach(text -> cells.line(under, text, Face.NOTE));
        }
        table.notes().forEach(text -> cells.line(under, text, Face.NOTE));
        cells.gap(section.group().isCore() ? 6 : 10);
    }

    /** The front names where its sources are at its end, a hidden sheet is not read, and some tables name them row by row. */
    private boolean hasSourceLine(Table table) {
        return !section.presents()
                && section.group() != Section.Group.WORKING
                && table.columns().stream().noneMatch(column -> column.role() == Column.Role.SOURCES);
    }

    /** The values that a table is about, and not those that other tables are. */
    static Stream<Key> figures(Table table) {
        return table.rows().stream().flatMap(Row::values).map(Cell.Of::key);
    }

    /** Places header and rows. */
    CellPlacer rows(Table table, Region within) {
        List<Region> places = grid.columns(table, within);
        Region region = section.group().isCore() ? within : ownWidth(places);
        int firstHeader = cells.row();
        header(table, places, region);
        CellPlacer filling = new CellPlacer(table, section, report, ledger, said);
        int firstRow = cells.row();
        for (int i = 0; i < table.rows().size(); i++) {
            boolean last = i == table.rows().size() - 1;
            row(table, places, region, table.rows().get(i), last, filling);
        }
        table.shades().forEach(span -> shade(span, firstRow));
        if (cells.row() > firstRow) {
            columns(table, places, firstRow, Column.Role.VALUE, quiet);
            columns(table, places, firstRow, Column.Role.WORD, signs);
            Spot corner = new Spot(section.name(), cells.row() - 1, region.last());
            table.area()
                    .ifPresent(name ->
                            areas.put(name, new CellRange(new Spot(section.name(), firstRow, region.first()), corner)));
            bodies.add(new CellRange(new Spot(section.name(), firstHeader, region.first()), corner));
        }
        return filling;
    }

    /** On a backup sheet the rules of a table end with its columns. */
    private static Region ownWidth(List<Region> places) {
        return new Region(
                Grid.FIRST, places.stream().mapToInt(Region::last).max().orElse(Grid.FIRST));
    }

    /** Adds the areas of all columns of a role, those side by side as one. */
    private void columns(Table table, List<Region> places, int firstRow, Column.Role role, List<CellRange> areas) {
        int first = -1;
        for (int i = 0; i < places.size(); i++) {
            boolean here = table.columns().get(i).role() == role;
            if (here && first < 0) {
                first = i;
            }
            boolean ends = i + 1 == places.size() || table.columns().get(i + 1).role() != role;
            if (here && ends) {
                areas.add(new CellRange(
                        new Spot(section.name(), firstRow, places.get(first).first()),
                        new Spot(section.name(), cells.row() - 1, places.get(i).first())));
                first = -1;
            }
        }
    }

    private void row(Table table, List<Region> places, Region region, Row tableRow, boolean last, CellPlacer filling) {
        if (tableRow.kind() == Row.Kind.GROUP) {
            cells.height(GROUP);
        }
        filling.note(Texts.of(tableRow.cells().get(0), ledger.values), tableRow);
        cells.height(section.presents() ? ROW_UPRIGHT : section.group().isCore() ? ROW : ROW_BACKUP);
        Look unused = Look.of(Face.BLANK, Shown.TEXT, tableRow.kind()).closing(last);
        int next = region.first();
        for (int i = 0; i < places.size(); i++) {
            Column column = table.columns().get(i);
            Region at = places.get(i);
            fill(next, at.first() - 1, unused);
            Face plain = face(column);
            CellPlacer.Filled cell =
                    filling.fill(tableRow.cells().get(i), tableRow, column.role(), plain, cells.at(at.first()));
            Look look = Look.of(cell.face(), cell.shown(), tableRow.kind())
                    .closing(last)
                    .forecasting(table.forecastFrom().isPresent()
                            && table.forecastFrom().equals(column.period()))
                    .indented(isIndented(table, i) || (i == 0 && isBeside(region)));
            cells.put(at, fitting(cell.body(), at, look), look);
            cells.lead(at.first(), cell.way());
            int lines = cells.lines(cell.wrapped(), at, look.large(section.presents()));
            if (lines > 1) {
                cells.height(cells.high(lines, look.large(section.presents())));
            }
            next = at.last() + 1;
        }
        fill(next, region.last(), unused);
        cells.next();
    }

    /** The name of a source on a backup sheet is cut before it is shrunk until nobody can read it: no program wraps a link. */
    private Body fitting(Body body, Region at, Look look) {
        return section.group().isBackup()
                ? body.asCite()
                        .<Body>map(cite ->
                                cite.fitting(text -> ledger.letters.width(text, look) <= MOST_SHRUNK * grid.width(at)))
                        .orElse(body)
                : body;
    }

    /** Lets the rules of a row run on over columns that it does not use. */
    private void fill(int from, int to, Look look) {
        for (int column = from; column <= to; column++) {
            cells.put(column, Body.Given.NOTHING, look);
        }
    }

    private static Face face(Column column) {
        return switch (column.role()) {
            case LABEL -> Face.LABEL;
            case SYMBOL -> Face.SYMBOL;
            case UNIT -> Face.UNIT;
            case STRONG -> Face.STRONG_WORDS;
            case QUIET -> Face.QUIET_WORDS;
            case SOURCES, VALUE, WORD, WORDS, PROSE, ID -> Face.WORDS;
        };
    }

    /** Whether a table stands right beside another, whose figures end where it begins. */
    private boolean isBeside(Region region) {
        return section.presents() && region.first() > Grid.FIRST;
    }

    /** Words after a number, or after bold ones, keep a distance to it; on a page those after other words do too. */
    private boolean isIndented(Table table, int column) {
        if (column == 0 || !isWords(table.columns().get(column).role())) {
            return false;
        }
        Column.Role before = table.columns().get(column - 1).role();
        boolean beside = isOfWords() && table.columns().get(column).role() != Column.Role.UNIT;
        return beside || !isWords(before) || before == Column.Role.STRONG;
    }

    /** Whether columns of words may stand close beside each other: on a page, other than one of levers, whose words are few. */
    private boolean isOfWords() {
        return section.group().isCore() && section.group() != Section.Group.CONTROL;
    }

    private static boolean isWords(Column.Role role) {
        return role != Column.Role.VALUE && role != Column.Role.WORD && role != Column.Role.SYMBOL;
    }

    /** Shades a span that is at home in the table, whose rows begin with the given one. */
    private void shade(Formula.Span span, int firstRow) {
        Spot first = ledger.homes.get(span.keys().get(0));
        Spot last = ledger.homes.get(span.keys().get(span.keys().size() - 1));
        if (first != null && last != null && first.sheet().equals(section.name()) && first.row() >= firstRow) {
            shades.add(new CellRange(first, last));
        }
    }

    // ---------------------------------------------------------------- headers

    private void header(Table table, List<Region> places, Region region) {
        if (table.columns().stream().allMatch(column -> column.header().isEmpty())) {
            return;
        }
        int lines = 1;
        int next = region.first();
        Look rule = Look.of(Face.HEADER_TEXT);
        for (int i = 0; i < places.size(); i++) {
            Column column = table.columns().get(i);
            Region at = places.get(i);
            fill(next, at.first() - 1, rule);
            boolean observed = column.period().isPresent()
                    && table.forecastFrom()
                            .filter(from -> column.period().get().compareTo(from) >= 0)
                            .isEmpty();
            boolean year = observed && column.period().get().kind() == Period.Kind.YEAR;
            String text = table.header(column, ledger.values);
            Look look = Look.of(header(column), Shown.ORDINAL, Row.Kind.BODY)
                    .indented(isIndented(table, i) || (i == 0 && isBeside(region)));
            Body words = column.live()
                    .map(key -> ledger.home(key, cells.at(at.first())))
                    .orElseGet(() -> new Body.Given(text));
            cells.put(
                    at,
                    year
                            ? new Body.Given(
                                    Value.of((double) column.period().get().year()))
                            : words,
                    look);
            lines = Math.max(lines, cells.lines(text, at, look.large(section.presents())));
            next = at.last() + 1;
        }
        fill(next, region.last(), rule);
        Look look = rule.large(section.presents());
        cells.height(Math.max(14, cells.high(lines, look)));
        ledger.headers.put(section.name(), cells.row());
        cells.next();
    }

    private static Face header(Column column) {
        return switch (column.role()) {
            case VALUE, WORD -> Face.HEADER;
            case SYMBOL -> Face.HEADER_SYMBOL;
            case LABEL, UNIT, SOURCES, WORDS, STRONG, QUIET, PROSE, ID -> Face.HEADER_TEXT;
        };
    }

    /** The header of a long table, whose rows are written apart. */
    Rows header(LongTable table) {
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            LongTable.Column column = table.columns().get(i);
            Face face = column.fold(numbers -> Face.HEADER, words -> Face.HEADER_TEXT);
            Region at = new Region(Grid.FIRST + i, Grid.FIRST + i);
            Look look = Look.of(face).indented(table.isAfterNumber(i));
            cells.put(at, new Body.Given(column.header()), look);
            lines = Math.max(lines, ledger.letters.lines(column.header(), grid.width(at) - ARROW, look));
        }
        cells.height(Math.max(18, cells.high(lines, Look.of(Face.HEADER)) + 2));
        cells.next();
        Rows rows = new Rows(cells.row(), table);
        LongRows.requireRoom(section.name(), rows);
        return rows;
    }
}

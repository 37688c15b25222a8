package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lodestone.core.time.Period;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Rows;
import org.lodestone.excel.SheetPlan.Shade;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Places the tables of one section, each under what is on its sheet already. */
final class TablePlacer {

    /** What the arrow of a filter takes of a header, in characters. */
    private static final int ARROW = 4;

    private final Section section;
    private final Report report;
    private final Ledger ledger;
    private final Grid grid;
    private final SheetCells cells;
    private final List<Shade> shades = new ArrayList<>();
    private int firstHeader = -1;

    TablePlacer(Section section, Report report, Ledger ledger, Grid grid, SheetCells cells) {
        this.section = section;
        this.report = report;
        this.ledger = ledger;
        this.grid = grid;
        this.cells = cells;
    }

    /** The row of the first header; below zero where there is none yet. */
    int firstHeader() {
        return firstHeader;
    }

    ImmutableList<Shade> shades() {
        return ImmutableList.copyOf(shades);
    }

    void place(Table table) {
        cells.heading(table.heading());
        header(table);
        CellPlacer filling = new CellPlacer(section, report, ledger);
        int firstRow = cells.row();
        for (Row tableRow : table.rows()) {
            row(table, tableRow, filling);
        }
        table.shades().forEach(span -> shade(span, firstRow));
        filling.notes().forEach(text -> cells.across(new Body.Words(text), Face.NOTE, text));
        table.notes().forEach(text -> cells.across(new Body.Words(text), Face.NOTE, text));
        cells.next();
    }

    private void row(Table table, Row tableRow, CellPlacer filling) {
        int lines = 1;
        for (int i = 0; i < tableRow.cells().size(); i++) {
            Column column = table.columns().get(i);
            int[] at = grid.at(table, i);
            Face plain = face(column, i);
            CellPlacer.Filled cell =
                    filling.fill(tableRow.cells().get(i), tableRow, column.role(), plain, cells.at(at[0]));
            cells.put(at[0], cell.body(), cell.face(), cell.shown(), tableRow.kind());
            cells.span(at, plain, tableRow.kind());
            lines = Math.max(lines, Texts.lines(cell.wrapped(), Texts.fitting(grid.width(at[0], at[1]))));
        }
        fillGaps(table, Face.WORDS, tableRow.kind());
        if (lines > 1) {
            cells.height(SheetCells.high(lines));
        }
        cells.next();
    }

    /** Prose beside other columns keeps a distance to them, as words do. */
    private static Face face(Column column, int place) {
        return switch (column.role()) {
            case LABEL -> Face.LABEL;
            case PROSE -> place == 0 ? Face.PROSE : Face.WORDS;
            default -> Face.WORDS;
        };
    }

    /** Shades a span that is at home in the table, whose rows begin with the given one. */
    private void shade(Formula.Span span, int firstRow) {
        Spot first = ledger.homes.get(span.keys().get(0));
        Spot last = ledger.homes.get(span.keys().get(span.keys().size() - 1));
        if (first != null && last != null && first.sheet().equals(section.name()) && first.row() >= firstRow) {
            shades.add(new Shade(first, last));
        }
    }

    /** The header of a long table, whose rows are written apart. */
    Rows header(LongTable table) {
        table.notes().forEach(text -> cells.across(new Body.Words(text), Face.NOTE, text));
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            LongTable.Column column = table.columns().get(i);
            Face face = column.fold(numbers -> Face.HEADER, words -> Face.HEADER_WORDS);
            cells.put(Grid.FIRST + i, new Body.Words(column.header()), face);
            lines = Math.max(lines, Texts.lines(column.header(), grid.width(Grid.FIRST + i, Grid.FIRST + i) - ARROW));
        }
        cells.height(Math.max(18f, SheetCells.high(lines) + 2));
        cells.next();
        Rows rows = new Rows(cells.row(), table);
        LongRows.requireRoom(section.name(), rows);
        return rows;
    }

    private void header(Table table) {
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            Column column = table.columns().get(i);
            int[] at = grid.at(table, i);
            boolean number = column.role() == Column.Role.VALUE;
            Body body =
                    column.period().filter(p -> p.kind() == Period.Kind.YEAR).isPresent()
                            ? new Body.Ordinal(column.period().get().year())
                            : new Body.Words(column.header());
            Face face = number ? Face.HEADER : face(column, i) == Face.WORDS ? Face.HEADER_WORDS : Face.HEADER_TEXT;
            cells.put(at[0], body, face, Shown.ORDINAL, Row.Kind.BODY);
            cells.span(at, face, Row.Kind.BODY);
            lines = Math.max(lines, Texts.lines(column.header(), grid.width(at[0], at[1]) - 2));
        }
        fillGaps(table, Face.HEADER, Row.Kind.BODY);
        cells.height(Math.max(18f, SheetCells.high(lines) + 2));
        firstHeader = firstHeader < 0 ? cells.row() : firstHeader;
        ledger.headers.put(section.name(), cells.row());
        cells.next();
    }

    /** Columns of the sheet that this table jumps over look like the rest of its rows. */
    private void fillGaps(Table table, Face face, Row.Kind kind) {
        Set<Integer> taken = new LinkedHashSet<>();
        int last = Grid.FIRST;
        for (int i = 0; i < table.columns().size(); i++) {
            int[] at = grid.at(table, i);
            for (int column = at[0]; column <= at[1]; column++) {
                taken.add(column);
            }
            last = Math.max(last, at[1]);
        }
        for (int column = Grid.FIRST; column <= last; column++) {
            if (!taken.contains(column)) {
                cells.put(column, new Body.Blank(), face, Shown.TEXT, kind);
            }
        }
    }
}

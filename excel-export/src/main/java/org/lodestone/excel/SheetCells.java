package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.excel.SheetPlan.Merge;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;

/** The cells of a sheet while it is filled, row by row from the top. */
final class SheetCells {

    private static final float LINE = 13.5f;
    private static final float ROW = 15f;

    private final String sheet;
    private final Grid grid;
    private final List<Item> items = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private final Map<Integer, Float> heights = new TreeMap<>();
    private int row;

    SheetCells(String sheet, Grid grid) {
        this.sheet = sheet;
        this.grid = grid;
    }

    /** The row that is being filled. */
    int row() {
        return row;
    }

    /** A cell of the row that is being filled. */
    Spot at(int column) {
        return new Spot(sheet, row, column);
    }

    /** Goes on to the next row. */
    void next() {
        row++;
    }

    void skip(int rows) {
        row += rows;
    }

    /** Makes the row so high, in points. */
    void height(float points) {
        heights.put(row, points);
    }

    /** The height of some lines of text, in points. */
    static float high(int lines) {
        return lines * LINE + 2;
    }

    void put(int column, Body body, Face face) {
        put(column, body, face, Shown.TEXT, Row.Kind.BODY);
    }

    void put(int column, Body body, Face face, Shown shown, Row.Kind kind) {
        items.add(new Item(at(column), body, face, shown, kind));
    }

    /** A text over the whole width of the sheet, as high as it needs. */
    void across(Body body, Face face, String text) {
        put(Grid.FIRST, body, face);
        int last = Math.max(grid.last(), Grid.FIRST + 1);
        merge(Grid.FIRST, last);
        int lines = Texts.lines(text, Texts.fitting(grid.width(Grid.FIRST, last)));
        height(Math.max(ROW, high(lines)));
        row++;
    }

    /** A heading over the whole width of the sheet; none where the text is empty. */
    void heading(String text) {
        if (!text.isEmpty()) {
            for (int column = Grid.FIRST; column <= grid.last(); column++) {
                put(column, column == Grid.FIRST ? new Body.Words(text) : new Body.Blank(), Face.HEADING);
            }
            height(18f);
            row++;
        }
    }

    /** Makes cells of the row one. */
    void merge(int from, int to) {
        merges.add(new Merge(row, from, to));
    }

    /** Lets a cell run over several columns. */
    void span(int[] at, Face face, Row.Kind kind) {
        for (int column = at[0] + 1; column <= at[1]; column++) {
            put(column, new Body.Blank(), face, Shown.TEXT, kind);
        }
        if (at[1] > at[0]) {
            merge(at[0], at[1]);
        }
    }

    /** A cell that runs over several columns. */
    void merged(int from, int to, Body body, Face face) {
        put(from, body, face);
        span(new int[] {from, to}, face, Row.Kind.BODY);
    }

    // ---------------------------------------------------------------- what came of it

    ImmutableList<Item> items() {
        return ImmutableList.copyOf(items);
    }

    ImmutableList<Merge> merges() {
        return ImmutableList.copyOf(merges);
    }

    ImmutableMap<Integer, Float> heights() {
        return ImmutableMap.copyOf(heights);
    }

    /** The height of some rows together, in points. */
    double height(int fromRow, int toRow) {
        double height = 0;
        for (int r = fromRow; r < toRow; r++) {
            height += heights.getOrDefault(r, ROW);
        }
        return height;
    }
}

package org.lodestone.excel;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.report.Section;

/** The cells of a sheet while it is filled, row by row from the top. What came of it is then copied. */
final class SheetCells {

    /** The height of a row that nothing is said of, in points. */
    static final float ROW = 12.75f;

    /** The height down to which a gap may give way, and that of a row that is more than a gap, in points. */
    private static final double LOWEST_GAP = 2;

    private static final double HIGHEST_GAP = 10;

    /** The space that a cell keeps free at its edges, in pixels. */
    private static final int PADDING = 6;

    private final String sheet;
    private final Grid grid;
    private final boolean upright;
    private final boolean hidden;
    private final Letters letters;
    final List<Item> items = new ArrayList<>();
    final List<CellRange> merges = new ArrayList<>();
    /** The heights of rows that are not as high as a line, in points. */
    final Map<Integer, Float> heights = new TreeMap<>();
    /** The sheets that cells lead to. */
    final Map<Spot, String> ways = new LinkedHashMap<>();

    private final Set<Integer> gaps = new TreeSet<>();

    private int row;

    SheetCells(Section section, Grid grid, Letters letters) {
        this.sheet = section.name();
        this.grid = grid;
        this.upright = section.presents();
        this.hidden = section.group() == Section.Group.WORKING;
        this.letters = letters;
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

    /** Goes to a row: back to the first of two blocks side by side, or on to what follows both. */
    void goTo(int other) {
        row = other;
    }

    /** A row of nothing, so high in points. */
    void gap(double points) {
        height(points);
        gaps.add(row);
        next();
    }

    /** Goes back to the row before where that is a gap, so that what follows stands in it. */
    void backToGap() {
        if (gaps.remove(row - 1)) {
            row--;
        }
    }

    /** Makes the row at least so high, in points. */
    void height(double points) {
        heights.merge(row, (float) points, Math::max);
    }

    /** The height of some lines of letters of a look, in points. */
    double high(int lines, Look look) {
        return letters.high(lines, look);
    }

    /** Puts something into a cell of the row that is being filled. A cell of nothing that nobody sees is none. */
    void put(int column, Body body, Look look) {
        boolean unseen = hidden || grid.isHidden(column);
        if (!(unseen && body.equals(Body.Given.NOTHING))) {
            items.add(new Item(at(column), body, look.large(upright)));
        }
    }

    /** Lets a cell of this row lead to another sheet, whatever it shows. */
    void lead(int column, Optional<String> toSheet) {
        toSheet.ifPresent(name -> ways.put(at(column), name));
    }

    void put(int column, Body body, Face face) {
        put(column, body, Look.of(face));
    }

    /** A cell that runs over several columns. */
    void put(Region region, Body body, Look look) {
        put(region.first(), body, look);
        for (int column = region.first() + 1; column <= region.last(); column++) {
            put(column, Body.Given.NOTHING, look.indented(false));
        }
        if (region.columns() > 1) {
            merges.add(new CellRange(at(region.first()), at(region.last())));
        }
    }

    /** A text over some columns, in a row as high as it needs. */
    void line(Region region, Body body, Face face, String text) {
        Look look = Look.of(face).large(upright);
        put(region, body, look);
        height(high(lines(text, region, look), look));
        next();
    }

    /** The number of lines that a text takes over some columns. */
    int lines(String text, Region region, Look look) {
        double room = grid.width(region) - PADDING - (look.indented() ? Grid.DIGIT : 0);
        return letters.lines(text, room, look);
    }

    void line(Region region, String text, Face face) {
        line(region, new Body.Given(text), face, text);
    }

    /** A heading over some columns; none where the text is empty. */
    void heading(Region region, String text) {
        if (!text.isEmpty()) {
            put(region, new Body.Given(text), Look.of(Face.HEADING));
            height(16);
            next();
        }
    }

    // ---------------------------------------------------------------- how high

    /** The height of some rows together, in points. */
    double height(int fromRow, int toRow) {
        double height = 0;
        for (int r = fromRow; r < toRow; r++) {
            height += heights.getOrDefault(r, ROW);
        }
        return height;
    }

    /** The rows that are no more than a gap, with the height down to which each may give way. */
    ImmutableMap<Integer, Double> gaps() {
        return gaps.stream()
                .filter(gap -> height(gap, gap + 1) <= HIGHEST_GAP)
                .collect(ImmutableMap.toImmutableMap(gap -> gap, gap -> LOWEST_GAP));
    }

    /** Makes a row higher by some points. */
    void stretch(int which, double points) {
        heights.put(which, (float) (heights.getOrDefault(which, ROW) + points));
    }
}

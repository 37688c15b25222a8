package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;

/**
 * A sheet, with everything on it in its place.
 *
 * @param name the sheet's name
 * @param group the part of the pack it belongs to
 * @param items its cells
 * @param rows the rows of a long table, which are not among them
 * @param ways the sheets that cells lead to, whatever they show
 * @param merges cells that run over several columns, such as sentences
 * @param widths the width of each column, in pixels
 * @param hidden columns of years the sheet does not use
 * @param heights rows that are not as high as a line, in points
 * @param charts its charts
 * @param shades ranges shaded from low to high
 * @param areas ranges that have a name
 * @param quiet ranges of figures, of which those that are missing or zero are grey
 * @param signs ranges of words, of which those that stand for no figure are grey
 * @param filtered the table with arrows to filter it by
 * @param paging how it is printed
 */
record SheetPlan(
        String name,
        Section.Group group,
        ImmutableList<Item> items,
        Optional<Rows> rows,
        ImmutableMap<Spot, String> ways,
        ImmutableList<CellRange> merges,
        ImmutableMap<Integer, Integer> widths,
        ImmutableSet<Integer> hidden,
        ImmutableMap<Integer, Float> heights,
        ImmutableList<ChartPlan> charts,
        ImmutableList<CellRange> shades,
        ImmutableMap<String, CellRange> areas,
        ImmutableList<CellRange> quiet,
        ImmutableList<CellRange> signs,
        Optional<CellRange> filtered,
        Paging paging) {

    /**
     * How a sheet is printed, and what stays when scrolling.
     *
     * @param breaks rows that start a new page
     * @param repeated the rows that each page repeats; none where it is empty
     * @param top the first row that may be printed; those above are for a screen
     * @param frozenRows rows that stay when scrolling down
     * @param frozenColumns columns that stay when scrolling right
     * @param upright whether it is printed upright
     * @param across the last column that may be printed; those right of it are for a screen
     */
    record Paging(
            ImmutableList<Integer> breaks,
            ImmutableList<Integer> repeated,
            int top,
            int frozenRows,
            int frozenColumns,
            boolean upright,
            Paper paper,
            int across) {

        /** The paper that a sheet takes, whatever its format and the width of letters. */
        enum Paper {
            /** None: it is looked up on a screen. */
            NONE,
            ONE_PAGE,
            AS_WIDE_AS_A_PAGE
        }
    }

    /** A sheet that holds nothing yet. */
    static SheetPlan empty(String name) {
        return new SheetPlan(
                name,
                Section.Group.BACKUP,
                ImmutableList.of(),
                Optional.empty(),
                ImmutableMap.of(),
                ImmutableList.of(),
                ImmutableMap.of(),
                ImmutableSet.of(),
                ImmutableMap.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableMap.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                Optional.empty(),
                new Paging(
                        ImmutableList.of(),
                        ImmutableList.of(),
                        0,
                        0,
                        0,
                        false,
                        Paging.Paper.AS_WIDE_AS_A_PAGE,
                        Integer.MAX_VALUE));
    }

    /** A cell: where, what it holds, and how it looks. */
    record Item(Spot spot, Body body, Look look) {
        Face face() {
            return look.face();
        }

        Shown shown() {
            return look.shown();
        }
    }

    /** The content of a cell. */
    sealed interface Body {

        /** The value that its cell shows; under a formula, its result before anything is recalculated. */
        Value value(Values values);

        /** The cell of the workbook that it leads to, given the row of each source. */
        default Optional<Spot> target(ImmutableMap<String, Spot> sources) {
            return Optional.empty();
        }

        /** The page of the web that it leads to; empty for all else. */
        default Optional<String> address() {
            return Optional.empty();
        }

        /** The sources it names; empty for all else. */
        default Optional<Cite> asCite() {
            return Optional.empty();
        }

        /** The value at home here; empty for all else. */
        default Optional<Key> asHome() {
            return Optional.empty();
        }

        /** The value that is at home elsewhere; empty for all else. */
        default Optional<Key> asElsewhere() {
            return Optional.empty();
        }

        /** The value that is picked here; empty for all else. */
        default Optional<Choice> asChoice() {
            return Optional.empty();
        }

        /** A value of the model at home here. */
        record Home(Key key) implements Body {
            @Override
            public Value value(Values values) {
                return values.of(key);
            }

            @Override
            public Optional<Key> asHome() {
                return Optional.of(key);
            }
        }

        /** A value of the model that is at home elsewhere. */
        record Elsewhere(Key key) implements Body {
            @Override
            public Value value(Values values) {
                return values.of(key).repeated();
            }

            @Override
            public Optional<Key> asElsewhere() {
                return Optional.of(key);
            }
        }

        /** A value of the model at home here, which a reader picks from a list of names. */
        record Choice(Key key, Formula.Span choices) implements Body {
            @Override
            public Value value(Values values) {
                return values.of(key);
            }

            @Override
            public Optional<Choice> asChoice() {
                return Optional.of(this);
            }
        }

        /** Words or a number that the report gives, which may lead to a cell of this workbook or to a page of the web. */
        record Given(Value value, Optional<Spot> target, Optional<String> address) implements Body {

            /** A cell that only has a look. */
            static final Given NOTHING = new Given(Value.empty());

            Given(String text) {
                this(Value.of(text));
            }

            Given(Value value) {
                this(value, Optional.empty(), Optional.empty());
            }

            @Override
            public Value value(Values values) {
                return value;
            }

            @Override
            public Optional<Spot> target(ImmutableMap<String, Spot> sources) {
                return target;
            }
        }

        /**
         * Ids of sources; they lead to the first one's row.
         *
         * @param first what a source line calls the first
         */
        record Cite(ImmutableList<String> ids, String first) implements Body {
            /** The name of the first, and how many more there are. */
            String text() {
                return several() ? first + " +" + (ids.size() - 1) : first;
            }

            /** The same with so much of the first name as fits. */
            Cite fitting(Predicate<String> fits) {
                for (int length = first.length(); length > 0; length--) {
                    Cite cut = length == first.length()
                            ? this
                            : new Cite(ids, first.substring(0, length).strip() + "…");
                    if (fits.test(cut.text())) {
                        return cut;
                    }
                }
                return this;
            }

            boolean several() {
                return ids.size() > 1;
            }

            @Override
            public Value value(Values values) {
                return Value.of(text());
            }

            @Override
            public Optional<Spot> target(ImmutableMap<String, Spot> sources) {
                return Optional.ofNullable(sources.get(ids.get(0)));
            }

            @Override
            public Optional<Cite> asCite() {
                return Optional.of(this);
            }
        }
    }

    /** The rows of a long table from {@code first} on, in columns from {@link Grid#FIRST}. */
    record Rows(int first, LongTable table) {
        int last() {
            return first + table.rows() - 1;
        }
    }

    /** A chart and the cells it covers, up to the row and column that it does not. */
    record ChartPlan(Chart chart, int row, int column, int lastRow, int lastColumn) {}

    /** The first cell in which a reader picks a name, or else types a lever; empty where there is none. */
    Optional<Spot> typed() {
        return Stream.of(Face.CHOICE, Face.LEVER)
                .flatMap(face -> items.stream().filter(item -> item.face() == face))
                .map(Item::spot)
                .findFirst();
    }

    /** The width of a column, in pixels. */
    int width(int column) {
        return widths.getOrDefault(column, Grid.FIGURE);
    }

    /** The width of a chart, in pixels. */
    double width(ChartPlan chart) {
        return width(chart.column(), chart.lastColumn() - 1);
    }

    /** The width from one column to another, in pixels. */
    int width(int first, int last) {
        return IntStream.rangeClosed(first, last)
                .filter(column -> !hidden.contains(column))
                .map(this::width)
                .sum();
    }

    /** The height of a chart, in pixels. */
    double height(ChartPlan chart) {
        double points = 0;
        for (int row = chart.row(); row < chart.lastRow(); row++) {
            points += heights.getOrDefault(row, SheetCells.ROW);
        }
        return Math.rint(points * ChartRoom.PIXELS_OF_A_POINT);
    }

    /** The last column that holds anything. */
    int lastColumn() {
        return Stream.of(
                        items.stream().map(item -> item.spot().column()),
                        merges.stream().map(merge -> merge.last().column()),
                        charts.stream().map(chart -> chart.lastColumn() - 1))
                .flatMap(columns -> columns)
                .reduce(1, Math::max);
    }

    int lastRow() {
        return Stream.of(
                        items.stream().map(item -> item.spot().row()),
                        charts.stream().map(chart -> chart.lastRow() - 1),
                        rows.stream().map(Rows::last))
                .flatMap(lasts -> lasts)
                .reduce(0, Math::max);
    }
}

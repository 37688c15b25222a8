package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.ChartPlan;
import org.lodestone.excel.SheetPlan.Rows;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;

/** Places the blocks of one section on its sheet, from top to bottom. */
final class SheetPlacer {

    private static final int CHART_ROWS = 14;
    /** For the title, the legend, the numbers of the axis and its title. */
    private static final int ROWS_BESIDE_BARS = 7;

    private static final float CHOICE_HEIGHT = 21f;
    /** The height of an A4 page on its side, less margins, and its width, in points. */
    private static final double PAGE_HEIGHT = 505;

    private static final double PAGE_WIDTH = 770;
    private static final double POINTS_PER_CHARACTER = 5.75;
    private static final double LARGEST_SCALE = 0.68;
    private static final int CARDS = 4;

    private final Section section;
    private final Report report;
    private final Ledger ledger;
    private final Grid grid;
    private final SheetCells cells;
    private final TablePlacer tables;
    private final List<ChartPlan> charts = new ArrayList<>();
    private final List<Integer> blockStarts = new ArrayList<>();
    private Optional<Rows> rows = Optional.empty();

    SheetPlacer(Section section, Report report, Ledger ledger) {
        this.section = section;
        this.report = report;
        this.ledger = ledger;
        this.grid = Grid.of(section, report, ledger.values);
        this.cells = new SheetCells(section.name(), grid);
        this.tables = new TablePlacer(section, report, ledger, grid, cells);
    }

    /** The keys a section shows without being their home. */
    static List<Key> linked(Section section) {
        return section.blocks().stream()
                .flatMap(block -> block.fold(
                        figures -> figures.figures().stream().map(Block.KeyFigure::key),
                        selector -> selector.choices().keys().stream(),
                        prose -> Stream.empty(),
                        charts -> Stream.empty(),
                        contents -> Stream.empty(),
                        table -> table.rows().stream()
                                .flatMap(Row::values)
                                .filter(Cell.Of::again)
                                .map(Cell.Of::key),
                        longTable -> Stream.empty()))
                .toList();
    }

    SheetPlan place() {
        cells.put(Grid.FIRST, new Body.Words(section.title()), Face.TITLE);
        cells.height(27f);
        cells.next();
        cells.put(Grid.FIRST, new Body.Words(section.subtitle()), Face.SUBTITLE);
        cells.skip(2);
        for (Block block : section.blocks()) {
            blockStarts.add(cells.row());
            place(block);
        }
        boolean oneTable = section.tables().count() == 1;
        int frozenRows = rows.map(Rows::first).orElse(oneTable && tables.firstHeader() == 4 ? 5 : 3);
        return new SheetPlan(
                section.name(),
                cells.items(),
                rows,
                cells.merges(),
                ImmutableMap.copyOf(grid.widths()),
                grid.hidden(),
                cells.heights(),
                ImmutableList.copyOf(charts),
                tables.shades(),
                section.presents() ? ImmutableList.of() : breaks(),
                section.presents() ? 0 : frozenRows,
                section.presents()
                        ? 0
                        : rows.map(some -> Grid.FIRST + some.table().frozen()).orElse(2),
                (int) (100 * scale()),
                section.presents());
    }

    private void place(Block block) {
        Runnable placing = block.fold(
                figures -> () -> cards(figures.figures()),
                selector -> () -> selector(selector),
                prose -> () -> prose(prose),
                some -> () -> charts(some.charts()),
                contents -> () -> contents(contents),
                table -> () -> tables.place(table),
                table -> () -> rows = Optional.of(tables.header(table)));
        placing.run();
    }

    private void cards(List<Block.KeyFigure> figures) {
        int span = Math.max(1, (grid.last() - Grid.FIRST + 1) / CARDS);
        for (int i = 0; i < figures.size(); i += CARDS) {
            List<Block.KeyFigure> line = figures.subList(i, Math.min(i + CARDS, figures.size()));
            for (int part = 0; part < 3; part++) {
                for (int j = 0; j < line.size(); j++) {
                    Block.KeyFigure figure = line.get(j);
                    int column = Grid.FIRST + j * span;
                    Body body =
                            switch (part) {
                                case 0 -> new Body.Words(figure.label());
                                case 1 -> new Body.Elsewhere(figure.key());
                                default -> new Body.Words(figure.remark());
                            };
                    Face face = part == 1 ? Face.KEY_FIGURE : Face.KEY_LABEL;
                    cells.put(column, body, face, part == 1 ? figure.shown() : Shown.TEXT, Row.Kind.BODY);
                    for (int k = 1; k < span; k++) {
                        cells.put(column + k, new Body.Blank(), face);
                    }
                    cells.merge(column, column + span - 1);
                }
                cells.height(part == 1 ? 26f : SheetCells.high(2));
                cells.next();
            }
            cells.height(6f);
            cells.next();
        }
        cells.next();
    }

    /** Label, framed cell and remark in one line. */
    private void selector(Block.Selector selector) {
        int cell = Math.max(grid.columnAt(0.25), Grid.FIRST + 1);
        int remark = cell + 1;
        while (grid.width(cell, remark - 1) < widest(selector)) {
            remark++;
        }
        int last = Math.max(grid.last(), remark);
        ledger.homes.put(selector.key(), cells.at(cell));
        cells.merged(Grid.FIRST, cell - 1, new Body.Words(selector.label()), Face.CHOICE_LABEL);
        cells.merged(cell, remark - 1, new Body.Choice(selector.key(), selector.choices()), Face.CHOICE);
        cells.merged(remark, last, new Body.Words(selector.remark()), Face.CHOICE_REMARK);
        int lines = Texts.lines(selector.remark(), grid.width(remark, last));
        cells.height(Math.max(CHOICE_HEIGHT, SheetCells.high(lines)));
        cells.skip(2);
    }

    /** The width that the longest choice needs in the selector's larger letters, beside the arrow. */
    private int widest(Block.Selector selector) {
        int longest = 0;
        for (Key choice : selector.choices().keys()) {
            longest = Math.max(longest, ledger.values.of(choice).inSentence().length());
        }
        return (int) (longest * 1.25) + 4;
    }

    private void prose(Block.Prose prose) {
        cells.heading(prose.heading());
        for (Block.Sentence sentence : prose.sentences()) {
            String text = sentence.fold(key -> ledger.values.of(key).inSentence(), plain -> plain);
            Body body = sentence.fold(key -> ledger.home(key, cells.at(Grid.FIRST)), Body.Words::new);
            cells.across(body, Face.PROSE, text);
        }
        cells.next();
    }

    private void contents(Block.Contents contents) {
        cells.heading("Contents");
        for (Section other : report.sections()) {
            if (!other.name().equals(section.name())) {
                cells.put(Grid.FIRST, new Body.GoTo(other.name(), new Spot(other.name(), 0, 0)), Face.LINK);
                cells.put(Grid.FIRST + 1, new Body.Words(other.title()), Face.WORDS);
                cells.merge(Grid.FIRST + 1, grid.last());
                cells.next();
            }
        }
        cells.next();
        if (!contents.leftOut().isEmpty()) {
            cells.heading("Not available in this dataset");
            contents.leftOut().forEach(text -> cells.across(new Body.Words(text), Face.PROSE, text));
            cells.next();
        }
    }

    private void charts(List<Chart> some) {
        int rows = some.stream().mapToInt(SheetPlacer::rows).max().orElse(CHART_ROWS);
        for (int i = 0; i < some.size(); i++) {
            int from = grid.columnAt((double) i / some.size());
            int to = i == some.size() - 1 ? grid.last() + 1 : grid.columnAt((double) (i + 1) / some.size());
            charts.add(new ChartPlan(some.get(i), cells.row(), from, cells.row() + rows, to));
        }
        cells.skip(rows + 1);
    }

    /** A chart of bars is as high as it has bars to show: one to a row, under its title and above axis and legend. */
    private static int rows(Chart chart) {
        int bars =
                switch (chart.kind()) {
                    case BARS, TORNADO ->
                        chart.series().stream()
                                .mapToInt(series -> series.values().keys().size())
                                .max()
                                .orElse(0);
                    default -> 0;
                };
        return Math.max(CHART_ROWS, bars + ROWS_BESIDE_BARS);
    }

    // ---------------------------------------------------------------- pages

    /** Starts a new page before a block that would not fit on the rest of the page, if it fits on one at all. */
    private ImmutableList<Integer> breaks() {
        double repeated = cells.height(0, 3);
        double page = PAGE_HEIGHT / scale() - repeated;
        List<Integer> breaks = new ArrayList<>();
        double used = 0;
        for (int i = 0; i < blockStarts.size(); i++) {
            int start = blockStarts.get(i);
            double height = cells.height(start, i + 1 < blockStarts.size() ? blockStarts.get(i + 1) : cells.row());
            if (used + height > page && used > 0 && height <= page) {
                breaks.add(start);
                used = 0;
            }
            used = (used + height) % page;
        }
        return ImmutableList.copyOf(breaks);
    }

    /** Small enough for the sheet to be one page wide, and never so large that a page holds too little. */
    private double scale() {
        return Math.min(LARGEST_SCALE, PAGE_WIDTH / (grid.width(0, grid.last()) * POINTS_PER_CHARACTER));
    }
}

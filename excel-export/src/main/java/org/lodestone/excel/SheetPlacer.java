package org.lodestone.excel;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.ChartPlan;
import org.lodestone.excel.SheetPlan.Paging;
import org.lodestone.excel.SheetPlan.Paging.Paper;
import org.lodestone.excel.SheetPlan.Rows;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Pair;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Places the blocks of one section on its sheet, from top to bottom. */
final class SheetPlacer {

    /** Before the name of the front page in the gutter, which is not printed: back to it. */
    private static final String BACK = "‹ ";

    /** The rows of a sheet's head down to its title, which stay in sight: bar, words over the title, title. */
    private static final int HEAD = 3;

    /** The rows of the head that name the sheet. */
    private static final int NAME = 2;

    /** The height of an A4 page less its margins, on its side and upright, in points. */
    private static final double PAGE = 521;

    private static final double PAGE_UPRIGHT = 778;
    /** The part of a page's width that a title has beside a logo. */
    private static final double BESIDE_LOGO = 1 - SheetFrame.LOGO;

    /** A backup sheet is printed a little smaller, so that more of it is seen together. */
    private static final double PAGE_BACKUP = PAGE / Style.BACKUP_SCALE * 100;

    private static final double CHART = 150;
    private static final double CHART_UPRIGHT = 104;
    private static final double STRETCH = 75;
    private static final double STRETCH_UPRIGHT = 120;
    private static final double BAR_OF_CHART = 15;
    /** The lowest height at which a chart, and a bar of one, can be read. */
    private static final double LOWEST_CHART = 72;

    private static final double LOWEST_BAR = 10;
    /** The height of the numbers along the axis of ranges. */
    private static final double AXIS = 14;

    /** The height of a bar from which on its name has a line. */
    private static final double LEGIBLE_BAR = 11;

    /** The most of a screen, in points, that may stay when scrolling. */
    private static final double MOST_FROZEN = 175;

    /** The part of a page's height up to which one page is made of what is on it, a little smaller. */
    private static final double FULLEST = 1.05;

    /** By so much a page may be fuller than it is high, since heights are rounded. */
    private static final double HAIR = 0.5;

    /** The height of the line of links at the foot of a page. */
    private static final double FOOT = 12.25;
    /** The gap after the last words of a page: a program rounds the height of each row, and loses the last of a page that is too full. */
    private static final double GAP_AT_END = 2;

    private static final int CARDS = 4;

    private final Section section;
    private final Report report;
    private final Ledger ledger;
    private final Grid grid;
    private final SheetCells cells;
    private final TablePlacer tables;
    private final List<ChartPlan> charts = new ArrayList<>();
    private final List<Integer> blockStarts = new ArrayList<>();
    /** The rows of the captions of exhibits. */
    private final Set<Integer> captions = new HashSet<>();

    private Optional<Rows> rows = Optional.empty();
    /** The first row that is printed. */
    private int printedFrom;

    SheetPlacer(Section section, Grid grid, Report report, Ledger ledger) {
        this.section = section;
        this.report = report;
        this.ledger = ledger;
        this.grid = grid;
        this.cells = new SheetCells(section, grid, ledger.letters);
        this.tables = new TablePlacer(section, report, ledger, grid, cells);
    }

    /** The keys a section shows without being their home. */
    static List<Key> linked(Section section) {
        return section.allBlocks()
                .flatMap(block -> block.fold(new Block.Cases<Stream<Key>>(
                        figures -> figures.figures().stream().map(Block.KeyFigure::key),
                        selector -> selector.choices().keys().stream(),
                        prose -> Stream.empty(),
                        Block::keys,
                        exhibit -> Stream.empty(),
                        pair -> Stream.empty(),
                        table -> table.rows().stream()
                                .flatMap(Row::values)
                                .filter(Cell.Of::again)
                                .map(Cell.Of::key),
                        longTable -> Stream.empty())))
                .toList();
    }

    SheetPlan place() {
        head();
        for (Block block : section.blocks()) {
            blockStarts.add(cells.row());
            place(block, grid.all());
        }
        if (isRead() && rows.isEmpty()) {
            foot();
        }
        PrintedPages pages = new PrintedPages(
                cells,
                printedFrom,
                blockStarts,
                HEAD,
                room(),
                isPage() ? List.of(lowest(), cells.gaps()) : List.of(lowest()));
        if (isPage()) {
            pages.fill(
                    charts.stream().map(plan -> plan.lastRow() - 1).toList(),
                    section.presents() ? STRETCH_UPRIGHT : STRETCH);
        }
        return new SheetPlan(
                section.name(),
                section.group(),
                ImmutableList.copyOf(cells.items),
                rows,
                ImmutableMap.copyOf(cells.ways),
                ImmutableList.copyOf(cells.merges),
                ImmutableMap.copyOf(grid.widths()),
                grid.hidden(),
                ImmutableMap.copyOf(cells.heights),
                ImmutableList.copyOf(charts),
                ImmutableList.copyOf(tables.shades),
                ImmutableMap.copyOf(tables.areas),
                ImmutableList.copyOf(tables.quiet),
                ImmutableList.copyOf(tables.signs),
                filtered(),
                paging(section.isLookedUp() ? ImmutableList.of() : pages.breaks()));
    }

    /** Whether it is a page to read: the front has its contents, and Control is to type in, and full. */
    private boolean isRead() {
        return isPage() && !section.presents() && section.group() != Section.Group.CONTROL;
    }

    /** How high a printed page is, in points. */
    private double room() {
        return section.presents() ? PAGE_UPRIGHT : isPage() ? PAGE : PAGE_BACKUP;
    }

    private boolean isPage() {
        return section.group().isCore();
    }

    // ---------------------------------------------------------------- head

    private void head() {
        if (section.presents()) {
            strip();
        }
        printedFrom = cells.row();
        Region all = grid.all();
        for (int column = all.first(); column <= all.last(); column++) {
            cells.put(column, Body.Given.NOTHING, Face.BAR);
        }
        cells.height(4);
        cells.next();
        Region eyebrow = grid.part(all, 0, 0.7);
        if (!section.presents()) {
            cells.put(0, new Body.Given(BACK + front()), Face.WAY);
            cells.lead(0, Optional.of(front()));
        }
        cells.put(eyebrow, new Body.Given(eyebrow()), Look.of(Face.EYEBROW));
        if (eyebrow.last() < all.last()) {
            Region aside = new Region(eyebrow.last() + 1, all.last());
            cells.put(
                    aside,
                    section.aside().map(said -> body(said, aside)).orElse(Body.Given.NOTHING),
                    Look.of(Face.ASIDE));
        }
        cells.height(15);
        cells.next();
        sentence(section.title(), section.presents() && ledger.logo ? grid.part(all, 0, BESIDE_LOGO) : all, Face.TITLE);
        sentence(section.standfirst(), all, Face.STANDFIRST);
        cells.gap(4);
    }

    private String front() {
        return report.sections().get(0).name();
    }

    private String eyebrow() {
        List<String> words = new ArrayList<>(List.of(report.publication().house()));
        if (section.presents()) {
            words.add(report.publication().title());
        } else {
            words.add(section.group().title());
            words.add(section.name());
        }
        words.removeIf(String::isEmpty);
        return String.join("  |  ", words).toUpperCase(Locale.ROOT);
    }

    // ---------------------------------------------------------------- ways to other sheets

    /** Over the front, every page and what pages send a reader to; on paper, which leads nowhere, it would take room. */
    private void strip() {
        List<String> others = report.sections().stream()
                .filter(other -> !other.group().isHidden() && other.group() != Section.Group.BACKUP)
                .map(Section::name)
                .filter(name -> !name.equals(section.name()))
                .toList();
        if (!others.isEmpty()) {
            ways("Contents", others);
            cells.next();
        }
    }

    /** The sheets behind the pages that the texts of the page name. */
    private void foot() {
        List<String> named = ledger.backup
                .in(cells.items.stream()
                        .map(item -> item.body()
                                .value(ledger.values)
                                .fold(number -> "", text -> text, truth -> "", missing -> "")))
                .asList();
        if (named.isEmpty()) {
            return;
        }
        cells.backToGap();
        cells.height(FOOT);
        ways("Details", named);
        cells.next();
        cells.gap(GAP_AT_END);
    }

    /** Names that lead to their sheets, each in cells of its own since no program wraps a link; as many to a line as it has room for. */
    private void ways(String label, List<String> names) {
        cells.put(Grid.FIRST, new Body.Given(label), Look.of(Face.CAPTION));
        int first = Grid.FIRST + 1;
        int next = first;
        for (String name : names) {
            Optional<Region> room = room(name, next);
            if (room.isEmpty()) {
                cells.next();
                next = first;
            }
            Region at = room.or(() -> room(name, first)).orElse(new Region(first, grid.last()));
            cells.put(at, new Body.Given(name), Look.of(Face.WAY));
            cells.lead(at.first(), Optional.of(name));
            next = at.last() + 1;
        }
    }

    /** The columns from one on that a name needs; empty where there are not so many. */
    private Optional<Region> room(String name, int first) {
        return IntStream.rangeClosed(first, grid.last())
                .mapToObj(last -> new Region(first, last))
                .filter(at -> cells.lines(name, at, Look.of(Face.WAY).large(section.presents())) == 1)
                .findFirst();
    }

    // ---------------------------------------------------------------- blocks

    private void place(Block block, Region region) {
        Runnable placing = block.fold(new Block.Cases<Runnable>(
                figures -> () -> cards(figures.figures(), region),
                selector -> () -> selector(selector),
                prose -> () -> prose(prose, region),
                some -> () -> charts(some.charts(), grid.onPage(region)),
                exhibit -> () -> exhibit(exhibit, region),
                pair -> () -> pair(pair, region),
                table -> () -> tables.place(table, region),
                table -> () -> rows = Optional.of(tables.header(table))));
        placing.run();
    }

    private Body body(Block.Sentence sentence, Region region) {
        return sentence.fold(key -> ledger.home(key, cells.at(region.first())), Body.Given::new);
    }

    private void sentence(Block.Sentence sentence, Region region, Face face) {
        String text = sentence.text(ledger.values);
        cells.line(region, body(sentence, region), face, text);
    }

    private void pair(Pair pair, Region region) {
        Region left = new Region(region.first(), region.first() + pair.leftColumns() - 1);
        Region right = new Region(region.last() - pair.rightColumns() + 1, region.last());
        Optional<Exhibit> leftChart = chart(pair.left());
        Optional<Exhibit> rightChart = chart(pair.right());
        if (leftChart.isPresent() && rightChart.isEmpty()) {
            beside(leftChart.get(), left, pair.right(), right);
        } else if (rightChart.isPresent() && leftChart.isEmpty()) {
            beside(rightChart.get(), right, pair.left(), left);
        } else {
            int top = cells.row();
            place(pair.left(), left);
            int below = cells.row();
            cells.goTo(top);
            place(pair.right(), right);
            cells.goTo(Math.max(below, cells.row()));
        }
    }

    private static Optional<Exhibit> chart(Block block) {
        return block.as(Exhibit.class)
                .filter(exhibit -> exhibit.shown().as(Table.class).isEmpty());
    }

    /** A chart beside a table covers the rows of the table and what stands under it. */
    private void beside(Exhibit exhibit, Region at, Block other, Region there) {
        int top = cells.row();
        place(other, there);
        int gap = cells.row() - 1;
        cells.goTo(top);
        headOf(exhibit, at);
        int first = cells.row();
        cells.goTo(gap);
        cells.height(leastBeside(exhibit.shown().drawn().get(0)) - cells.height(first, gap));
        cells.next();
        charts.add(new ChartPlan(exhibit.shown().drawn().get(0), first, at.first(), cells.row(), at.last() + 1));
        under(exhibit, at);
    }

    /** The least height of a chart beside a table: its bars have a line each, and those over time need no more. */
    private static double leastBeside(Chart chart) {
        double ofBars = (bars(chart) + 1) * LEGIBLE_BAR;
        return chart.scale().isOfDays() ? ofBars : Math.max(CHART, ofBars);
    }

    private void exhibit(Exhibit exhibit, Region region) {
        headOf(exhibit, region);
        exhibit.shown()
                .as(Table.class)
                .ifPresentOrElse(
                        table -> tables.rows(table, region),
                        () -> chart(exhibit.shown().drawn().get(0), region));
        under(exhibit, region);
    }

    private void headOf(Exhibit exhibit, Region region) {
        sentence(exhibit.finding(), region, Face.FINDING);
        captions.add(cells.row());
        cells.line(region, ledger.exhibits.caption(exhibit), Face.CAPTION);
    }

    private void under(Exhibit exhibit, Region region) {
        ledger.sourceLine
                .of(exhibit.shown().keys(), exhibit.source())
                .ifPresent(line -> cells.line(region, line, Face.NOTE));
        exhibit.notes().forEach(note -> sentence(note, region, Face.NOTE));
        cells.gap(6);
    }

    /** Four to a line: what it is, the number, a word on it. */
    private void cards(List<Block.KeyFigure> figures, Region region) {
        for (int i = 0; i < figures.size(); i += CARDS) {
            List<Block.KeyFigure> line = figures.subList(i, Math.min(i + CARDS, figures.size()));
            int row = cells.row();
            boolean remarks = line.stream().anyMatch(SheetPlacer::isRemarked);
            double label = 15;
            for (int j = 0; j < line.size(); j++) {
                Look look = Look.of(Face.CARD_LABEL);
                int lines = cells.lines(line.get(j).label(), ofCard(region, j), look);
                label = Math.max(label, cells.high(lines, look));
            }
            for (int j = 0; j < (isNameAlone(line) ? 1 : CARDS); j++) {
                Region at = isNameAlone(line) ? region : ofCard(region, j);
                Optional<Block.KeyFigure> figure = j < line.size() ? Optional.of(line.get(j)) : Optional.empty();
                cells.goTo(row);
                card(figure, at, label, remarks);
            }
        }
        cells.gap(6);
    }

    private static boolean isRemarked(Block.KeyFigure figure) {
        return figure.remark().keys().findAny().isPresent()
                || !figure.remark().words().isEmpty();
    }

    private Region ofCard(Region region, int index) {
        return grid.part(region, (double) index / CARDS, (double) (index + 1) / CARDS);
    }

    /** A name alone in its line has all of it. */
    private static boolean isNameAlone(List<Block.KeyFigure> line) {
        return line.size() == 1 && line.get(0).shown() == Shown.TEXT;
    }

    /**
     * @param label how high the line of labels is
     * @param remarked whether a line for remarks follows
     */
    private void card(Optional<Block.KeyFigure> figure, Region at, double label, boolean remarked) {
        Optional<String> way = figure.flatMap(Block.KeyFigure::way);
        Row.Kind kind = figure.filter(Block.KeyFigure::warning).isPresent() ? Row.Kind.WARNING : Row.Kind.BODY;
        Shown shown = figure.map(Block.KeyFigure::shown).orElse(Shown.TEXT);
        cells.lead(at.first(), way);
        line(at, figure.map(one -> new Body.Given(one.label())), Look.of(Face.CARD_LABEL), label);
        cells.lead(at.first(), way);
        line(
                at,
                figure.map(one -> new Body.Elsewhere(one.key())),
                Look.of(Face.CARD_FIGURE, shown, kind),
                section.presents() ? 17 : 24);
        if (remarked) {
            line(at, figure.map(one -> body(one.remark(), at)), Look.of(Face.CARD_REMARK), 15);
        }
    }

    private void line(Region at, Optional<? extends Body> body, Look look, double height) {
        cells.put(at, body.isPresent() ? body.get() : Body.Given.NOTHING, look);
        cells.height(height);
        cells.next();
    }

    /** Label, framed cell and remark in one line. */
    private void selector(Block.Selector selector) {
        Region label = grid.part(grid.all(), 0, 0.25);
        Region cell = grid.part(grid.all(), 0.25, 0.5);
        Region remark = grid.part(grid.all(), 0.5, 1);
        ledger.homes.put(selector.key(), cells.at(cell.first()));
        cells.put(label, new Body.Given(selector.label()), Look.of(Face.CHOICE_LABEL));
        cells.put(cell, new Body.Choice(selector.key(), selector.choices()), Look.of(Face.CHOICE));
        Look look = Look.of(Face.CHOICE_REMARK);
        cells.put(remark, new Body.Given(selector.remark()), look);
        cells.height(Math.max(17, cells.high(cells.lines(selector.remark(), remark, look), look)));
        cells.next();
        cells.gap(6);
    }

    private void prose(Block.Prose prose, Region region) {
        cells.heading(region, prose.heading());
        Face face =
                switch (prose.tone()) {
                    case PLAIN -> Face.PROSE;
                    case STRONG -> Face.STRONG;
                    case QUIET -> Face.NOTE;
                };
        prose.sentences().forEach(sentence -> sentence(sentence, region, face));
        cells.gap(section.presents() ? 3 : 6);
    }

    // ---------------------------------------------------------------- charts

    /** Charts beside each other, each under its title. */
    private void charts(List<Chart> some, Region region) {
        int top = cells.row();
        for (int i = 0; i < some.size(); i++) {
            cells.goTo(top);
            Region at = grid.part(region, (double) i / some.size(), (double) (i + 1) / some.size());
            cells.line(at, some.get(i).title(), Face.FINDING);
            cells.line(at, some.get(i).unit(), Face.CAPTION);
            chart(some.get(i), at);
        }
        cells.gap(8);
    }

    private void chart(Chart chart, Region region) {
        cells.height(height(chart));
        charts.add(new ChartPlan(chart, cells.row(), region.first(), cells.row() + 1, region.last() + 1));
        cells.next();
    }

    /** A chart of bars is as high as it has bars to show. */
    private double height(Chart chart) {
        double least = section.presents() ? CHART_UPRIGHT : isPage() ? CHART : 1.3 * CHART;
        return Math.min(400, Math.max(least, bars(chart) * BAR_OF_CHART));
    }

    private static int bars(Chart chart) {
        return switch (chart.kind()) {
            case BARS, TORNADO, RANGES -> chart.points();
            default -> 0;
        };
    }

    // ---------------------------------------------------------------- pages

    /** The last rows of charts, with the height down to which each may give way. */
    private Map<Integer, Double> lowest() {
        Map<Integer, Double> lowest = new TreeMap<>();
        for (ChartPlan plan : charts) {
            int last = plan.lastRow() - 1;
            double above = cells.height(plan.row(), last);
            lowest.merge(last, Math.max(0, lowest(plan.chart()) - above), Math::max);
        }
        return lowest;
    }

    private static double lowest(Chart chart) {
        double axis = chart.kind() == Chart.Kind.RANGES ? AXIS : 0;
        return Math.max(LOWEST_CHART, bars(chart) * LOWEST_BAR + axis);
    }

    private Paging paging(ImmutableList<Integer> breaks) {
        if (rows.isPresent()) {
            int first = rows.get().first();
            return new Paging(
                    breaks,
                    ImmutableList.of(first - 1),
                    printedFrom,
                    first,
                    Grid.FIRST + rows.get().table().frozen(),
                    false,
                    paper(),
                    grid.last());
        }
        if (section.presents()) {
            return new Paging(breaks, ImmutableList.of(), printedFrom, printedFrom + 1, 0, true, paper(), grid.last());
        }
        Optional<CellRange> list = list();
        int frozen = list.map(table -> table.first().row() + 1)
                .filter(rows -> cells.height(0, rows) <= MOST_FROZEN)
                .orElse(HEAD);
        int columns = isPage() && list.isEmpty() ? 0 : 2;
        return new Paging(breaks, repeated(breaks), printedFrom, frozen, columns, false, paper(), grid.last());
    }

    /** The table that is all there is on a sheet. */
    private Optional<CellRange> list() {
        return charts.isEmpty() && tables.bodies.size() == 1
                ? tables.bodies.stream().findFirst()
                : Optional.empty();
    }

    /** The list of a backup sheet, if it is too long to be seen at once. */
    private Optional<CellRange> filtered() {
        return list().filter(table ->
                !isPage() && cells.height(table.first().row(), table.last().row() + 1) > room());
    }

    private Paper paper() {
        if (section.isLookedUp()) {
            return Paper.NONE;
        }
        return isPage() && rows.isEmpty() && cells.height(printedFrom, cells.row()) <= FULLEST * room()
                ? Paper.ONE_PAGE
                : Paper.AS_WIDE_AS_A_PAGE;
    }

    /** The rows that begin a printed page after the first: those of a new block, and those that a page has no room for. */
    private List<Integer> starts(List<Integer> breaks) {
        List<Integer> starts = new ArrayList<>();
        double used = 0;
        for (int row = 0; row < cells.row(); row++) {
            double height = cells.height(row, row + 1);
            if (breaks.contains(row) || used + height > room() + HAIR) {
                starts.add(row);
                used = 0;
            }
            used += height;
        }
        return starts;
    }

    /**
     * The header of the table that runs over pages, with the caption of its exhibit, if every page after begins within it: over another
     * table it would be wrong. Else the line that names the sheet: its title tells of the first page, and not of every other.
     */
    private ImmutableList<Integer> repeated(List<Integer> breaks) {
        List<Integer> starts = starts(breaks);
        return tables.bodies.stream()
                .filter(table -> runsOver(table, starts))
                .map(table -> table.first().row())
                .findFirst()
                .map(row -> captions.contains(row - 1) ? ImmutableList.of(row - 1, row) : ImmutableList.of(row))
                .orElse(
                        starts.isEmpty()
                                ? ImmutableList.of()
                                : ContiguousSet.closedOpen(0, NAME).asList());
    }

    private static boolean runsOver(CellRange table, List<Integer> starts) {
        List<Integer> after =
                starts.stream().filter(row -> row > table.first().row()).toList();
        return !after.isEmpty()
                && after.stream().allMatch(row -> row <= table.last().row());
    }
}

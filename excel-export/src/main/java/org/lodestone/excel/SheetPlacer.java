package org.lodestone.excel;

import com.google.common.collect.ArrayListMultimap;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.WebAddress;
import org.lodestone.core.time.Period;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.ChartPlan;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.excel.SheetPlan.Merge;
import org.lodestone.excel.SheetPlan.Rows;
import org.lodestone.excel.SheetPlan.Shade;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Places the blocks of one section on its sheet, from top to bottom. */
final class SheetPlacer {

    private static final int CHART_ROWS = 14;
    /** For the title, the legend, the numbers of the axis and its title. */
    private static final int ROWS_BESIDE_BARS = 7;

    private static final float CHOICE_HEIGHT = 21f;
    private static final float LINE = 13.5f;
    private static final float ROW = 15f;
    /** The height of an A4 page on its side, less margins, and its width, in points. */
    private static final double PAGE_HEIGHT = 505;

    private static final double PAGE_WIDTH = 770;
    private static final double POINTS_PER_CHARACTER = 5.75;
    private static final double LARGEST_SCALE = 0.68;
    private static final int CARDS = 4;
    /** What the arrow of a filter takes of a header, in characters. */
    private static final int ARROW = 4;

    private final Section section;
    private final Report report;
    private final Ledger ledger;
    private final Grid grid;
    private final List<Item> items = new ArrayList<>();
    private final List<Merge> merges = new ArrayList<>();
    private final Map<Integer, Float> heights = new TreeMap<>();
    private final List<ChartPlan> charts = new ArrayList<>();
    private final List<Shade> shades = new ArrayList<>();
    private final ListMultimap<String, Spot> uses = ArrayListMultimap.create();
    private final List<Integer> blockStarts = new ArrayList<>();
    private Optional<Rows> rows = Optional.empty();
    private int row;
    private int firstHeader = -1;

    SheetPlacer(Section section, Report report, Ledger ledger) {
        this.section = section;
        this.report = report;
        this.ledger = ledger;
        this.grid = Grid.of(section, report, ledger.values);
    }

    /** The keys a section shows without being their home. */
    static List<Key> linked(Section section) {
        List<Key> keys = new ArrayList<>();
        for (Block block : section.blocks()) {
            if (block instanceof Block.KeyFigures figures) {
                figures.figures().forEach(figure -> keys.add(figure.key()));
            } else if (block instanceof Table table) {
                table.rows().stream()
                        .flatMap(row -> row.cells().stream())
                        .filter(cell -> cell instanceof Cell.Of of && of.again())
                        .forEach(cell -> keys.add(((Cell.Of) cell).key()));
            } else if (block instanceof Block.Selector selector) {
                keys.addAll(selector.choices().keys());
            }
        }
        return keys;
    }

    SheetPlan place() {
        put(Grid.FIRST, new Body.Words(section.title()), Face.TITLE);
        heights.put(row, 27f);
        row++;
        put(Grid.FIRST, new Body.Words(section.subtitle()), Face.SUBTITLE);
        row += 2;
        for (Block block : section.blocks()) {
            blockStarts.add(row);
            place(block);
        }
        boolean oneTable =
                section.blocks().stream().filter(Table.class::isInstance).count() == 1;
        int frozenRows = rows.map(Rows::first).orElse(oneTable && firstHeader == 4 ? firstHeader + 1 : 3);
        return new SheetPlan(
                section.name(),
                ImmutableList.copyOf(items),
                rows,
                ImmutableList.copyOf(merges),
                ImmutableMap.copyOf(grid.widths()),
                grid.hidden(),
                ImmutableMap.copyOf(heights),
                ImmutableList.copyOf(charts),
                ImmutableList.copyOf(shades),
                section.presents() ? ImmutableList.of() : breaks(),
                section.presents() ? 0 : frozenRows,
                section.presents()
                        ? 0
                        : rows.map(some -> Grid.FIRST + some.table().frozen()).orElse(2),
                (int) (100 * scale()),
                section.presents());
    }

    private void place(Block block) {
        if (block instanceof Block.KeyFigures figures) {
            cards(figures.figures());
        } else if (block instanceof Block.Selector selector) {
            selector(selector);
        } else if (block instanceof Block.Prose prose) {
            prose(prose);
        } else if (block instanceof Table table) {
            table(table);
        } else if (block instanceof Block.Charts some) {
            charts(some.charts());
        } else if (block instanceof LongTable table) {
            longTable(table);
        } else {
            contents((Block.Contents) block);
        }
    }

    private void put(int column, Body body, Face face) {
        put(column, body, face, Shown.TEXT, Row.Kind.BODY);
    }

    private void put(int column, Body body, Face face, Shown shown, Row.Kind kind) {
        items.add(new Item(new Spot(section.name(), row, column), body, face, shown, kind));
    }

    /** A text over the whole width of the sheet, as high as it needs. */
    private void across(Body body, Face face, String text) {
        put(Grid.FIRST, body, face);
        int last = Math.max(grid.last(), Grid.FIRST + 1);
        merges.add(new Merge(row, Grid.FIRST, last));
        int lines = Grid.Texts.lines(text, Grid.Texts.fitting(grid.width(Grid.FIRST, last)));
        heights.put(row, Math.max(ROW, lines * LINE + 2));
        row++;
    }

    private void heading(String text) {
        if (!text.isEmpty()) {
            for (int column = Grid.FIRST; column <= grid.last(); column++) {
                put(column, column == Grid.FIRST ? new Body.Words(text) : new Body.Blank(), Face.HEADING);
            }
            heights.put(row, 18f);
            row++;
        }
    }

    // ---------------------------------------------------------------- blocks

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
                    put(column, body, face, part == 1 ? figure.shown() : Shown.TEXT, Row.Kind.BODY);
                    for (int k = 1; k < span; k++) {
                        put(column + k, new Body.Blank(), face);
                    }
                    merges.add(new Merge(row, column, column + span - 1));
                }
                heights.put(row, part == 1 ? 26f : 2 * LINE + 2);
                row++;
            }
            heights.put(row, 6f);
            row++;
        }
        row++;
    }

    /** Label, framed cell and remark in one line. */
    private void selector(Block.Selector selector) {
        int cell = Math.max(grid.columnAt(0.25), Grid.FIRST + 1);
        int remark = cell + 1;
        while (grid.width(cell, remark - 1) < widest(selector)) {
            remark++;
        }
        int last = Math.max(grid.last(), remark);
        ledger.homes.put(selector.key(), new Spot(section.name(), row, cell));
        merged(Grid.FIRST, cell - 1, new Body.Words(selector.label()), Face.CHOICE_LABEL);
        merged(cell, remark - 1, new Body.Choice(selector.key(), selector.choices()), Face.CHOICE);
        merged(remark, last, new Body.Words(selector.remark()), Face.CHOICE_REMARK);
        int lines = Grid.Texts.lines(selector.remark(), grid.width(remark, last));
        heights.put(row, Math.max(CHOICE_HEIGHT, lines * LINE + 2));
        row += 2;
    }

    /** The width that the longest choice needs in the selector's larger letters, beside the arrow. */
    private int widest(Block.Selector selector) {
        int longest = 0;
        for (Key choice : selector.choices().keys()) {
            longest = Math.max(longest, ledger.values.of(choice).inSentence().length());
        }
        return (int) (longest * 1.25) + 4;
    }

    private void merged(int from, int to, Body body, Face face) {
        put(from, body, face);
        span(new int[] {from, to}, face, Row.Kind.BODY);
    }

    private void prose(Block.Prose prose) {
        heading(prose.heading());
        for (Block.Sentence sentence : prose.sentences()) {
            if (sentence instanceof Block.Sentence.Live live) {
                String text = ledger.values.of(live.key()).inSentence();
                across(home(live.key()), Face.PROSE, text);
            } else {
                String text = ((Block.Sentence.Plain) sentence).text();
                across(new Body.Words(text), Face.PROSE, text);
            }
        }
        row++;
    }

    private Body home(Key key) {
        return home(key, new Spot(section.name(), row, Grid.FIRST));
    }

    private Body home(Key key, Spot here) {
        if (!ledger.selected.contains(key) && ledger.homes.putIfAbsent(key, here) == null) {
            return new Body.Home(key);
        }
        return new Body.Elsewhere(key);
    }

    private void contents(Block.Contents contents) {
        heading("Contents");
        for (Section other : report.sections()) {
            if (!other.name().equals(section.name())) {
                put(Grid.FIRST, new Body.GoTo(other.name(), new Spot(other.name(), 0, 0)), Face.LINK);
                put(Grid.FIRST + 1, new Body.Words(other.title()), Face.WORDS);
                merges.add(new Merge(row, Grid.FIRST + 1, grid.last()));
                row++;
            }
        }
        row++;
        if (!contents.leftOut().isEmpty()) {
            heading("Not available in this dataset");
            contents.leftOut().forEach(text -> across(new Body.Words(text), Face.PROSE, text));
            row++;
        }
    }

    private void charts(List<Chart> some) {
        int rows = some.stream().mapToInt(SheetPlacer::rows).max().orElse(CHART_ROWS);
        for (int i = 0; i < some.size(); i++) {
            int from = grid.columnAt((double) i / some.size());
            int to = i == some.size() - 1 ? grid.last() + 1 : grid.columnAt((double) (i + 1) / some.size());
            charts.add(new ChartPlan(some.get(i), row, from, row + rows, to));
        }
        row += rows + 1;
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

    // ---------------------------------------------------------------- tables

    private void table(Table table) {
        heading(table.heading());
        header(table);
        Notes notes = new Notes();
        int firstRow = row;
        for (Row tableRow : table.rows()) {
            row(table, tableRow, notes);
        }
        for (var span : table.shades()) {
            Spot first = ledger.homes.get(span.keys().get(0));
            Spot last = ledger.homes.get(span.keys().get(span.keys().size() - 1));
            if (first != null && last != null && first.sheet().equals(section.name()) && first.row() >= firstRow) {
                shades.add(new Shade(first, last));
            }
        }
        notes.texts().forEach(text -> across(new Body.Words(text), Face.NOTE, text));
        table.notes().forEach(text -> across(new Body.Words(text), Face.NOTE, text));
        row++;
    }

    /** The header of a long table, whose rows are written apart. */
    private void longTable(LongTable table) {
        table.notes().forEach(text -> across(new Body.Words(text), Face.NOTE, text));
        int lines = 1;
        for (int i = 0; i < table.columns().size(); i++) {
            LongTable.Column column = table.columns().get(i);
            Face face = column instanceof LongTable.Numbers ? Face.HEADER : Face.HEADER_WORDS;
            put(Grid.FIRST + i, new Body.Words(column.header()), face);
            lines = Math.max(
                    lines, Grid.Texts.lines(column.header(), grid.width(Grid.FIRST + i, Grid.FIRST + i) - ARROW));
        }
        heights.put(row, Math.max(18f, lines * LINE + 4));
        row++;
        rows = Optional.of(new Rows(row, table));
        LongRows.requireRoom(section.name(), rows.get());
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
            put(at[0], body, face, Shown.ORDINAL, Row.Kind.BODY);
            span(at, face, Row.Kind.BODY);
            lines = Math.max(lines, Grid.Texts.lines(column.header(), grid.width(at[0], at[1]) - 2));
        }
        fillGaps(table, Face.HEADER, Row.Kind.BODY);
        heights.put(row, Math.max(18f, lines * LINE + 4));
        firstHeader = firstHeader < 0 ? row : firstHeader;
        ledger.headers.put(section.name(), row);
        row++;
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
                put(column, new Body.Blank(), face, Shown.TEXT, kind);
            }
        }
    }

    private void span(int[] at, Face face, Row.Kind kind) {
        for (int column = at[0] + 1; column <= at[1]; column++) {
            put(column, new Body.Blank(), face, Shown.TEXT, kind);
        }
        if (at[1] > at[0]) {
            merges.add(new Merge(row, at[0], at[1]));
        }
    }

    private void row(Table table, Row tableRow, Notes notes) {
        int lines = 1;
        for (int i = 0; i < tableRow.cells().size(); i++) {
            Cell cell = tableRow.cells().get(i);
            Column column = table.columns().get(i);
            int[] at = grid.at(table, i);
            int width = Grid.Texts.fitting(grid.width(at[0], at[1]));
            if (cell instanceof Cell.Of of) {
                Body body = of.again()
                        ? new Body.Elsewhere(of.key())
                        : home(of.key(), new Spot(section.name(), row, at[0]));
                put(at[0], body, face(of, body, column, i), of.shown(), tableRow.kind());
                if (of.shown() == Shown.TEXT) {
                    String text = ledger.values.of(of.key()).inSentence();
                    lines = Math.max(lines, Grid.Texts.lines(text, width));
                }
            } else {
                String text = words(cell, tableRow, notes);
                Face face = face(column, i);
                Body body = new Body.Words(text);
                if (cell instanceof Cell.GoTo goTo) {
                    body = new Body.GoTo(text, new Spot(goTo.section(), 0, 0));
                    face = Face.LINK;
                } else if (cell instanceof Cell.Web web && WebAddress.isOne(web.url())) {
                    body = new Body.Web(text, web.url());
                    face = Face.LINK;
                } else if (cell instanceof Cell.Uses uses) {
                    ledger.sources.put(uses.sourceId(), new Spot(section.name(), row, Grid.FIRST));
                    List<Spot> places = uses(uses.sourceId());
                    body = places.isEmpty() ? body : new Body.GoTo(text, places.get(0));
                    face = places.isEmpty() ? face : Face.LINK;
                } else if (cell instanceof Cell.Cites cites && !text.isEmpty()) {
                    body = new Body.Cite(ImmutableList.copyOf(sourceIds(cites, tableRow)));
                    face = Face.LINK;
                } else if (text.isEmpty()) {
                    body = new Body.Blank();
                }
                put(at[0], body, face, Shown.TEXT, tableRow.kind());
                lines = face == Face.LINK ? lines : Math.max(lines, Grid.Texts.lines(text, width));
            }
            span(at, face(column, i), tableRow.kind());
        }
        fillGaps(table, Face.WORDS, tableRow.kind());
        if (lines > 1) {
            heights.put(row, lines * LINE + 2);
        }
        row++;
    }

    private String words(Cell cell, Row tableRow, Notes notes) {
        if (cell instanceof Cell.Marks) {
            return notes.marks(contents(tableRow));
        }
        if (cell instanceof Cell.Cites cites) {
            ImmutableList<String> ids = ImmutableList.copyOf(sourceIds(cites, tableRow));
            return ids.isEmpty() ? "" : new Body.Cite(ids).text();
        }
        if (cell instanceof Cell.Uses uses) {
            return usesInWords(uses.sourceId());
        }
        return Grid.Texts.of(cell);
    }

    private List<Content> contents(Row tableRow) {
        List<Content> contents = new ArrayList<>();
        for (Cell cell : tableRow.cells()) {
            if (cell instanceof Cell.Of of && !of.again()) {
                contents.add(report.model().content(of.key()));
            }
        }
        return contents;
    }

    private Set<String> sourceIds(Cell.Cites cites, Row tableRow) {
        Set<String> ids = new LinkedHashSet<>(cites.ids());
        contents(tableRow).forEach(content -> ids.addAll(content.citedSources()));
        return ids;
    }

    /** Where a source's figures stand. Asked for once all sheets that show figures are placed. */
    private List<Spot> uses(String sourceId) {
        if (uses.isEmpty()) {
            uses.putAll(ledger.uses(report.model()));
        }
        return uses.get(sourceId);
    }

    private String usesInWords(String sourceId) {
        List<Spot> places = uses(sourceId);
        if (places.isEmpty()) {
            return "";
        }
        Set<String> sheets = new LinkedHashSet<>();
        places.forEach(place -> sheets.add(place.sheet()));
        return String.join(", ", sheets) + ": " + places.size() + (places.size() == 1 ? " figure" : " figures");
    }

    /** Prose beside other columns keeps a distance to them, as words do. */
    private static Face face(Column column, int place) {
        return switch (column.role()) {
            case LABEL -> Face.LABEL;
            case PROSE -> place == 0 ? Face.PROSE : Face.WORDS;
            default -> Face.WORDS;
        };
    }

    private Face face(Cell.Of cell, Body body, Column column, int place) {
        Content content = report.model().content(cell.key());
        if (content instanceof Content.Label) {
            return column.role() == Column.Role.LABEL ? Face.LABEL : Face.WORDS;
        }
        if (body instanceof Body.Elsewhere) {
            return section.presents() ? Face.CALCULATION : Face.OTHER_SHEET;
        }
        if (content instanceof Content.Calculation && column.role() == Column.Role.LABEL) {
            return Face.LABEL;
        }
        if (content instanceof Content.Calculation calculation) {
            return column.role() == Column.Role.PROSE
                    ? face(column, place)
                    : calculation.formula() instanceof Formula.Ref ? Face.OTHER_SHEET : Face.CALCULATION;
        }
        return content instanceof Content.Computed ? Face.COMPUTED : Face.INPUT;
    }

    /** The remarks on a table's figures, numbered in the order in which they come up. */
    private static final class Notes {
        private final List<String> remarks = new ArrayList<>();

        String marks(List<Content> contents) {
            Set<Integer> marks = new LinkedHashSet<>();
            for (Content content : contents) {
                String remark = remark(content);
                if (!remark.isEmpty()) {
                    if (!remarks.contains(remark)) {
                        remarks.add(remark);
                    }
                    marks.add(remarks.indexOf(remark) + 1);
                }
            }
            return marks.stream().map(mark -> Integer.toString(mark)).collect(Collectors.joining(", "));
        }

        private static String remark(Content content) {
            if (content instanceof Content.Figure figure) {
                Citation citation = figure.citation();
                String note = citation.note();
                return citation.isSecondary() ? (note + " Secondary source.").strip() : note;
            }
            if (content instanceof Content.Assumption assumption) {
                return assumption.reason();
            }
            return content instanceof Content.Computed computed ? "Java's value: " + computed.how() : "";
        }

        List<String> texts() {
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < remarks.size(); i++) {
                texts.add((i + 1) + "  " + remarks.get(i));
            }
            return texts;
        }
    }

    // ---------------------------------------------------------------- pages

    /** Starts a new page before a block that would not fit on the rest of the page, if it fits on one at all. */
    private ImmutableList<Integer> breaks() {
        double repeated = height(0, 3);
        double page = PAGE_HEIGHT / scale() - repeated;
        List<Integer> breaks = new ArrayList<>();
        double used = 0;
        for (int i = 0; i < blockStarts.size(); i++) {
            int start = blockStarts.get(i);
            double height = height(start, i + 1 < blockStarts.size() ? blockStarts.get(i + 1) : row);
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

    private double height(int fromRow, int toRow) {
        double height = 0;
        for (int r = fromRow; r < toRow; r++) {
            height += heights.getOrDefault(r, ROW);
        }
        return height;
    }
}

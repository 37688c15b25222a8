package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import com.google.common.primitives.ImmutableIntArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.Numbered;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;

/** Draws a placed report into a workbook, with {@link Style}, {@link ChartDrawer} and {@link Imprint}. */
final class Drawing {

    private final Report report;
    private final Placement placement;
    private final Theme theme;
    private final Values values;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Style style;
    private final ImmutableSet<String> hidden;
    /** The cells outside their homes that formulas, names and charts take as ranges. */
    private final ImmutableSet<Spot> read;

    private final ImmutableMap.Builder<String, WorkbookCells.Sheet> sheets = ImmutableMap.builder();
    private final SharedTexts sharedTexts = new SharedTexts();

    private Drawing(Report report, Placement placement, Theme theme) {
        this.report = report;
        this.placement = placement;
        this.theme = theme;
        this.style = new Style(workbook, theme);
        this.hidden = placement.sheets().stream()
                .filter(plan -> plan.group().isHidden())
                .map(SheetPlan::name)
                .collect(ImmutableSet.toImmutableSet());
        this.read = placement.ranges().values().stream().flatMap(List::stream).collect(ImmutableSet.toImmutableSet());
        this.values = report.model().values();
    }

    /**
     * A workbook, which the caller writes and lets go.
     *
     * @param frame all of it but its cells
     */
    record Drawn(XSSFWorkbook frame, WorkbookCells cells) {}

    static Drawn draw(Report report, Placement placement, Theme theme) {
        Drawing drawing = new Drawing(report, placement, theme);
        drawing.draw();
        return new Drawn(drawing.workbook, new WorkbookCells(drawing.sheets.buildOrThrow(), drawing.sharedTexts));
    }

    private void draw() {
        // sheets must be there before names that mention them
        placement.sheets().forEach(plan -> workbook.createSheet(plan.name()));
        report.model()
                .names()
                .forEach((key, name) -> define(name, placement.home(key).absolute()));
        report.model().spanNames().forEach((span, name) -> define(name, Spot.range(placement.sideBySide(span))));
        placement.sheets().forEach(plan -> plan.areas().forEach((name, area) -> define(name, area.absolute())));
        levers().ifPresent(cells -> define("Levers", cells));
        try (WorkerThread worker = new WorkerThread()) {
            Printer printer = new Printer(report.model(), placement);
            var formulas = onEach(plan -> worker.begin(() -> printer.print(plan))); // a third of the work of drawing
            var charts = onEach(new ChartDrawer(report, placement, theme)::draw);
            var rules = onEach(plan -> Validations.of(plan, report.model(), placement));
            List<SheetText> rows = new ArrayList<>();
            for (int i = 0; i < formulas.size(); i++) {
                rows.add(cells(placement.sheets().get(i), formulas.get(i).get()));
            }
            for (int i = 0; i < rows.size(); i++) {
                SheetPlan plan = placement.sheets().get(i);
                put(rows.get(i), workbook.getSheet(plan.name()), plan.rows().map(this::below), rules.get(i));
                setUp(plan);
            }
            for (int i = 0; i < rows.size(); i++) {
                frame(placement.sheets().get(i)).draw(charts.get(i));
            }
        }
        report.origin().ifPresent(this::imprint);
        workbook.setForceFormulaRecalculation(true);
        workbook.setActiveSheet(0);
    }

    private <T> ImmutableList<T> onEach(Function<SheetPlan, T> work) {
        return placement.sheets().stream().map(work).collect(ImmutableList.toImmutableList());
    }

    private SheetFrame frame(SheetPlan plan) {
        return new SheetFrame(plan, workbook.getSheet(plan.name()), theme);
    }

    private void setUp(SheetPlan plan) {
        frame(plan).setUp(imprintLine());
        if (hidden.contains(plan.name())) {
            workbook.setSheetVisibility(workbook.getSheetIndex(plan.name()), SheetVisibility.HIDDEN);
        }
    }

    /** The line at the foot of printed pages: house, title and edition. */
    private String imprintLine() {
        String edition = report.sections().stream()
                .filter(Section::presents)
                .flatMap(front -> front.aside().stream())
                .map(words -> words.text(values))
                .findFirst()
                .orElse("");
        return Stream.of(report.publication().house(), report.title(), edition)
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("  |  "));
    }

    private void imprint(Report.Origin origin) {
        XSSFSheet sheet = workbook.createSheet(Imprint.SHEET);
        sheet.setColumnWidth(
                Imprint.WHAT, 40 * 256); // without any width, POI leaves an empty element that is not valid
        SheetText rows = new SheetText(sharedTexts);
        Imprint.write(report, origin, placement, values, rows);
        put(rows, sheet, Optional.empty(), Optional.empty());
        workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
    }

    /** Keeps the rows of a sheet for the part of the file that has the sheet. */
    private void put(SheetText rows, XSSFSheet sheet, Optional<LongRows> below, Optional<String> rules) {
        sheet.setDimensionOverride(CellRangeAddress.valueOf(rows.area()));
        String part = sheet.getPackagePart().getPartName().getName().substring(1);
        // the place for them, which POI keeps in its order
        rules.ifPresent(some -> sheet.getCTWorksheet().addNewDataValidations());
        sheets.put(part, new WorkbookCells.Sheet(rows.take(), below, rules));
    }

    private void define(String name, String target) {
        var defined = workbook.createName();
        defined.setNameName(Numbered.free(name, n -> name + "_" + n, free -> workbook.getName(free) == null));
        defined.setRefersToFormula(target);
    }

    /** The cells in which levers are typed, as one area of several parts: rows between them show what is in force. */
    private Optional<String> levers() {
        return placement.sheets().stream()
                .flatMap(plan -> CellRange.rectangles(plan.items().stream()
                                .filter(item -> item.face() == Face.LEVER
                                        && item.body().asHome().isPresent())
                                .map(Item::spot))
                        .stream())
                .map(CellRange::absolute)
                .reduce((some, more) -> some + "," + more);
    }

    // ---------------------------------------------------------------- cells

    /**
     * Writes the cells of a sheet, and has POI keep what stands beside them.
     *
     * @param printed the formulas of what is calculated on the sheet
     */
    private SheetText cells(SheetPlan plan, Map<Key, String> printed) {
        SheetFrame frame = frame(plan);
        frame.lay();
        SheetText rows = new SheetText(sharedTexts);
        ListMultimap<Integer, Item> items = Multimaps.index(
                ImmutableList.sortedCopyOf(Comparator.comparing(Item::spot, Spot.BY_PLACE), plan.items()),
                item -> item.spot().row());
        for (int row : new TreeSet<>(Sets.union(items.keySet(), plan.heights().keySet()))) {
            rows.row(row, OptionalDouble.of(plan.heights().getOrDefault(row, SheetCells.ROW)));
            for (Item item : items.get(row)) {
                Value value = item.body().value(values);
                Optional<String> formula = formula(item, plan, printed);
                // words as a formula: LibreOffice would draw plain words that lead somewhere as those of a web page
                boolean leads = plan.ways().containsKey(item.spot());
                cell(
                        item,
                        value,
                        leads ? formula.or(() -> Optional.of(Printer.quoted(value.inSentence()))) : formula,
                        rows);
                Spot here = item.spot();
                item.body().target(placement.sources()).ifPresent(to -> link(frame, here, to));
                item.body().address().ifPresent(url -> frame.link(here, HyperlinkType.URL, url));
            }
        }
        plan.ways().forEach((from, sheetName) -> link(frame, from, new Spot(sheetName, 0, 0)));
        frame.comment(comments(plan));
        return rows;
    }

    private void cell(Item item, Value value, Optional<String> formula, SheetText rows) {
        int column = item.spot().column();
        int look = style.of(item.look().as(face(item))).getIndex();
        if (formula.isPresent()) {
            rows.formula(column, look, formula.get(), value);
        } else if (value.isEmpty()) {
            rows.blank(column, look);
        } else {
            rows.value(column, look, value);
        }
    }

    /**
     * The formula of a cell. One that repeats one which a reader has emptied says so where it is read.
     *
     * @param printed those of what is calculated on the sheet
     */
    private Optional<String> formula(Item item, SheetPlan plan, Map<Key, String> printed) {
        return item.body()
                .asElsewhere()
                .map(key -> link(key, item, plan))
                .or(() -> item.body().asHome().flatMap(key -> Optional.ofNullable(printed.get(key))));
    }

    /** No words stay none: an empty cell that is repeated would be zero. */
    private String link(Key key, Item item, SheetPlan plan) {
        boolean isRead = plan.group().isCore() || read.contains(item.spot());
        boolean mayBeEmpty = report.model().content(key).isInput() && isRead;
        String link = Printer.link(placement.home(key), mayBeEmpty, item.spot());
        return values.of(key).asText().filter(String::isEmpty).isPresent() ? link + "&\"\"" : link;
    }

    /** A link within the same sheet is no link to another, and one that leads nowhere is a word. */
    private Face face(Item item) {
        if (item.face() == Face.LINK) {
            boolean closed = item.body()
                    .target(placement.sources())
                    .filter(to -> !isOpen(item.spot(), to))
                    .isPresent();
            return closed ? Face.WORDS : Face.LINK;
        }
        if (item.face() != Face.OTHER_SHEET) {
            return item.face();
        }
        Body body = item.body();
        Optional<Key> repeated = body.asElsewhere()
                .or(() -> body.asHome().flatMap(report.model()::calculation).flatMap(Formula::asKey));
        return repeated.map(placement::home)
                        .filter(spot -> spot.sheet().equals(item.spot().sheet()))
                        .isPresent()
                ? Face.CALCULATION
                : Face.OTHER_SHEET;
    }

    private void link(SheetFrame frame, Spot from, Spot to) {
        if (isOpen(from, to)) {
            frame.link(from, to);
        }
    }

    /** Whether a reader can follow a link: none leads from a sheet that is seen to one that is hidden. */
    private boolean isOpen(Spot from, Spot to) {
        return hidden.contains(from.sheet()) || !hidden.contains(to.sheet());
    }

    /** A row that cites several sources says in a comment on each of its figures which one it is from. */
    private Comments comments(SheetPlan plan) {
        var severalSources = plan.items().stream()
                .filter(item -> item.body().asCite().filter(Body.Cite::several).isPresent())
                .map(item -> item.spot().row())
                .collect(Collectors.toSet());
        Comments comments = new Comments();
        for (Item item : plan.items()) {
            if (severalSources.contains(item.spot().row())) {
                item.body()
                        .asHome()
                        .flatMap(key -> report.model().content(key).asFigure())
                        .ifPresent(figure -> comments.add(item.spot(), inWords(figure.citation())));
            }
        }
        return comments;
    }

    private String inWords(Citation citation) {
        return citation.sources().stream()
                .map(id -> Optional.ofNullable(report.sources().get(id))
                        .map(source -> id + ": " + source.citation())
                        .orElse(id))
                .collect(Collectors.joining("\n"));
    }

    private LongRows below(SheetPlan.Rows rows) {
        LongTable table = rows.table();
        return new LongRows(
                rows,
                ImmutableIntArray.copyOf(IntStream.range(0, table.columns().size())
                        .map(column -> style(table, column).getIndex())));
    }

    private XSSFCellStyle style(LongTable table, int column) {
        return table.columns()
                .get(column)
                .fold(
                        numbers -> style.of(Look.of(
                                numbers.computed() ? Face.COMPUTED : Face.LISTED, numbers.shown(), Row.Kind.BODY)),
                        words -> style.of(Look.of(Face.LISTED).indented(table.isAfterNumber(column))));
    }
}

package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFCellStyle;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Source;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;

/** Draws a placed report into a workbook, with {@link Style}, {@link ChartDrawer} and {@link Imprint}. */
final class Drawing {

    private static final int LONGEST_FORMULA = 8_192;
    /** The longest message of an error box. */
    private static final int LONGEST_ERROR = 225;

    private final Report report;
    private final Placement placement;
    private final Printer printer;
    private final Values values;
    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final Style style = new Style(workbook);
    private final Map<Spot, String> texts = new HashMap<>();

    private Drawing(Report report, Placement placement) {
        this.report = report;
        this.placement = placement;
        this.printer = new Printer(report.model(), placement);
        this.values = report.model().values();
    }

    /**
     * A workbook, which the caller closes.
     *
     * @param rows those of long tables, which are still to be written into its file
     */
    record Drawn(XSSFWorkbook workbook, ImmutableList<LongRows.Sheet> rows) {}

    static Drawn draw(Report report, Placement placement) {
        Drawing drawing = new Drawing(report, placement);
        drawing.draw();
        return new Drawn(
                drawing.workbook,
                placement.sheets().stream()
                        .flatMap(plan -> plan.rows().stream().map(rows -> drawing.rows(plan, rows)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private void draw() {
        // sheets and names must be there before formulas that mention them
        placement.sheets().forEach(plan -> workbook.createSheet(plan.name()));
        report.model()
                .names()
                .forEach((key, name) -> define(name, placement.home(key).absolute()));
        report.model().spanNames().forEach((span, name) -> define(name, range(span)));
        placement.sheets().forEach(plan -> cells(plan, workbook.getSheet(plan.name())));
        ChartDrawer charts =
                new ChartDrawer(Selectors.cases(report, values), placement, spot -> texts.getOrDefault(spot, ""));
        placement.sheets().forEach(plan -> {
            XSSFSheet sheet = workbook.getSheet(plan.name());
            plan.charts().forEach(chart -> charts.draw(sheet, chart));
            setUp(plan, sheet);
        });
        report.origin().ifPresent(origin -> Imprint.draw(workbook, report, origin, placement, values));
        workbook.setForceFormulaRecalculation(true);
        workbook.setActiveSheet(0);
    }

    private void define(String name, String target) {
        var defined = workbook.createName();
        defined.setNameName(name);
        defined.setRefersToFormula(target);
    }

    private String range(Formula.Span span) {
        return Spot.range(placement.sideBySide(span));
    }

    // ---------------------------------------------------------------- cells

    private void cells(SheetPlan plan, XSSFSheet sheet) {
        plan.widths().forEach((column, width) -> sheet.setColumnWidth(column, width * 256 + 180));
        plan.hidden().forEach(column -> sheet.setColumnHidden(column, true));
        sheet.setDefaultRowHeightInPoints(15);
        for (Item item : plan.items()) {
            Spot spot = item.spot();
            XSSFRow row = sheet.getRow(spot.row());
            if (row == null) {
                row = sheet.createRow(spot.row());
                row.setHeightInPoints(plan.heights().getOrDefault(spot.row(), 15f));
            }
            XSSFCell cell = row.createCell(spot.column());
            cell.setCellStyle(style.of(face(item), item.shown(), item.row()));
            fill(cell, item);
        }
        comments(plan, sheet);
        plan.merges().forEach(merge -> {
            if (merge.lastColumn() > merge.firstColumn()) {
                sheet.addMergedRegionUnsafe(
                        new CellRangeAddress(merge.row(), merge.row(), merge.firstColumn(), merge.lastColumn()));
            }
        });
    }

    /** A link within the same sheet is no link to another. */
    private Face face(Item item) {
        if (item.face() != Face.OTHER_SHEET) {
            return item.face();
        }
        Optional<Key> repeated = Optional.empty();
        if (item.body() instanceof Body.Elsewhere elsewhere) {
            repeated = Optional.of(elsewhere.key());
        } else if (item.body() instanceof Body.Home home
                && report.model().content(home.key()) instanceof Content.Calculation calculation
                && calculation.formula() instanceof Formula.Ref ref) {
            repeated = Optional.of(ref.key());
        }
        return repeated.map(placement::home)
                        .filter(spot -> spot.sheet().equals(item.spot().sheet()))
                        .isPresent()
                ? Face.CALCULATION
                : Face.OTHER_SHEET;
    }

    private void fill(XSSFCell cell, Item item) {
        Body body = item.body();
        if (body instanceof Body.Home home) {
            home(cell, home.key());
        } else if (body instanceof Body.Choice choice) {
            home(cell, choice.key());
            offer(cell, choice.choices());
        } else if (body instanceof Body.Elsewhere elsewhere) {
            cell.setCellFormula(printer.link(elsewhere.key(), item.spot()));
            value(cell, elsewhere.key());
        } else if (body instanceof Body.Words words) {
            text(cell, words.text());
        } else if (body instanceof Body.Ordinal ordinal) {
            cell.setCellValue(ordinal.number());
            texts.put(item.spot(), Integer.toString(ordinal.number()));
        } else if (body instanceof Body.GoTo goTo) {
            text(cell, goTo.text());
            link(cell, goTo.target());
        } else if (body instanceof Body.Cite cite) {
            text(cell, cite.text());
            Spot source = placement.sources().get(cite.ids().get(0));
            if (source != null) {
                link(cell, source);
            }
        } else if (body instanceof Body.Web web) {
            text(cell, web.text());
            XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.URL);
            link.setAddress(web.url());
            cell.setHyperlink(link);
        }
    }

    /** Lets a reader pick a name from the cells that hold the choices, and says which there are if another is typed. */
    private void offer(XSSFCell cell, Formula.Span choices) {
        XSSFSheet sheet = cell.getSheet();
        var helper = sheet.getDataValidationHelper();
        String names = Selectors.names(choices.keys().stream().map(values::of).toList());
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        var validation = helper.createValidation(
                helper.createFormulaListConstraint(range(choices)), new CellRangeAddressList(row, row, column, column));
        validation.setSuppressDropDownArrow(true); // in this file format, this is what shows the arrow
        validation.setEmptyCellAllowed(false);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.setShowErrorBox(true);
        validation.createErrorBox("Not in the list", shortened("Pick one of these: " + names + "."));
        sheet.addValidationData(validation);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR - 1) + "…";
    }

    /** A row that cites several sources says in a comment on each of its figures which one it is from. */
    private void comments(SheetPlan plan, XSSFSheet sheet) {
        var severalSources = plan.items().stream()
                .filter(item -> item.body() instanceof Body.Cite cite && cite.several())
                .map(item -> item.spot().row())
                .collect(Collectors.toSet());
        for (Item item : plan.items()) {
            if (severalSources.contains(item.spot().row())
                    && item.body() instanceof Body.Home home
                    && report.model().content(home.key()) instanceof Content.Figure figure) {
                comment(sheet, item.spot(), figure.citation());
            }
        }
    }

    private void comment(XSSFSheet sheet, Spot spot, Citation citation) {
        StringBuilder text = new StringBuilder();
        for (String id : citation.sources()) {
            Source source = report.sources().get(id);
            text.append(text.isEmpty() ? "" : "\n").append(id);
            text.append(source == null ? "" : ": " + source.citation());
        }
        var drawing = sheet.createDrawingPatriarch();
        var anchor = drawing.createAnchor(0, 0, 0, 0, spot.column() + 1, spot.row(), spot.column() + 5, spot.row() + 5);
        var comment = drawing.createCellComment(anchor);
        comment.setString(text.toString());
        comment.setAuthor("Lodestone");
        comment.setAddress(spot.row(), spot.column());
    }

    private void home(XSSFCell cell, Key key) {
        if (report.model().content(key) instanceof Content.Calculation) {
            String formula = printer.print(key);
            if (formula.length() > LONGEST_FORMULA) {
                throw new IllegalArgumentException("The formula of '" + key + "' has " + formula.length()
                        + " characters, and a cell takes " + LONGEST_FORMULA
                        + ". Say it in steps, each with a key of its own.");
            }
            cell.setCellFormula(formula);
        }
        value(cell, key);
    }

    /** Writes a value; under a formula, as the result a reader sees before anything is recalculated. */
    private void value(XSSFCell cell, Key key) {
        Value value = values.of(key);
        if (value instanceof Value.Num num) {
            cell.setCellValue(num.amount());
            if (num.amount() == Math.rint(num.amount())) {
                texts.put(spot(cell), value.inSentence()); // a year may name a category of a chart
            }
        } else if (value instanceof Value.Truth truth) {
            cell.setCellValue(truth.holds());
        } else {
            text(cell, value.inSentence());
        }
    }

    /** Writes words. A text that begins like a formula is kept a text, and control characters are made visible. */
    private void text(XSSFCell cell, String text) {
        String safe = SafeText.of(text);
        cell.setCellValue(safe);
        texts.put(spot(cell), safe);
    }

    private static Spot spot(XSSFCell cell) {
        return new Spot(cell.getSheet().getSheetName(), cell.getRowIndex(), cell.getColumnIndex());
    }

    private void link(XSSFCell cell, Spot target) {
        XSSFHyperlink link = workbook.getCreationHelper().createHyperlink(HyperlinkType.DOCUMENT);
        link.setAddress("'" + target.sheet().replace("'", "''") + "'!" + target.address());
        cell.setHyperlink(link);
    }

    private LongRows.Sheet rows(SheetPlan plan, SheetPlan.Rows rows) {
        return new LongRows.Sheet(
                workbook.getSheet(plan.name())
                        .getPackagePart()
                        .getPartName()
                        .getName()
                        .substring(1),
                rows,
                ImmutableIntArray.copyOf(rows.table().columns().stream()
                        .mapToInt(column -> style(column).getIndex())));
    }

    private XSSFCellStyle style(LongTable.Column column) {
        return column instanceof LongTable.Numbers numbers
                ? style.of(numbers.computed() ? Face.COMPUTED : Face.LISTED, numbers.shown(), Row.Kind.BODY)
                : style.of(Face.LISTED, Shown.TEXT, Row.Kind.BODY);
    }

    // ---------------------------------------------------------------- the sheet as a whole

    private void setUp(SheetPlan plan, XSSFSheet sheet) {
        sheet.setDisplayGridlines(false);
        sheet.setZoom(90);
        if (plan.frozenRows() > 0) {
            sheet.createFreezePane(plan.frozenColumns(), plan.frozenRows());
        }
        print(plan, sheet);
        if (plan.rows().isPresent()) {
            makeSortable(plan, plan.rows().get(), sheet);
            return;
        }
        shade(plan, sheet);
        checks(plan, sheet);
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.enableLocking();
    }

    /** A long table has lines, and arrows to sort and filter it by; it is not locked, since nothing follows from it. */
    private static void makeSortable(SheetPlan plan, SheetPlan.Rows rows, XSSFSheet sheet) {
        sheet.setDisplayGridlines(true);
        int last = plan.lastRow();
        sheet.setAutoFilter(new CellRangeAddress(rows.first() - 1, last, Grid.FIRST, plan.lastColumn()));
        sheet.setDimensionOverride(new CellRangeAddress(0, last, Grid.FIRST, plan.lastColumn()));
    }

    private void print(SheetPlan plan, XSSFSheet sheet) {
        workbook.setPrintArea(workbook.getSheetIndex(sheet), 0, plan.lastColumn(), 0, plan.lastRow());
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(!plan.onePage());
        if (plan.onePage()) {
            sheet.setFitToPage(true);
            print.setFitWidth((short) 1);
            print.setFitHeight((short) 1);
        } else {
            print.setScale((short) plan.scale());
        }
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.4);
        sheet.setMargin(PageMargin.RIGHT, 0.4);
        sheet.setMargin(PageMargin.TOP, 0.6);
        sheet.setMargin(PageMargin.BOTTOM, 0.6);
        if (plan.frozenRows() > 0) {
            sheet.setRepeatingRows(new CellRangeAddress(0, plan.frozenRows() - 1, -1, -1));
        }
        plan.breaks().forEach(row -> sheet.setRowBreak(row - 1));
        Footer footer = sheet.getFooter();
        footer.setLeft("&\"" + Style.FONT + "\"&8" + report.title().replace("&", "&&"));
        footer.setCenter("&\"" + Style.FONT + "\"&8" + plan.name().replace("&", "&&"));
        footer.setRight("&\"" + Style.FONT + "\"&8Page &P of &N");
    }

    private static void shade(SheetPlan plan, XSSFSheet sheet) {
        var formatting = sheet.getSheetConditionalFormatting();
        for (SheetPlan.Shade shade : plan.shades()) {
            var rule = formatting.createConditionalFormattingColorScaleRule();
            var scale = rule.getColorScaleFormatting();
            scale.setNumControlPoints(2);
            scale.getThresholds()[0].setRangeType(RangeType.NUMBER);
            scale.getThresholds()[0].setValue(0d);
            scale.getThresholds()[1].setRangeType(RangeType.MAX);
            scale.setColors(new Color[] {Style.colour("FFFFFF"), Style.colour("F0A868")});
            formatting.addConditionalFormatting(
                    new CellRangeAddress[] {
                        new CellRangeAddress(
                                shade.first().row(),
                                shade.last().row(),
                                shade.first().column(),
                                shade.last().column())
                    },
                    rule);
        }
    }

    /** Checks are green where they hold, red where they do not and amber where they cannot be worked out. */
    private static void checks(SheetPlan plan, XSSFSheet sheet) {
        var formatting = sheet.getSheetConditionalFormatting();
        for (Item item : plan.items()) {
            if (item.shown() == Shown.CHECK) {
                String cell = item.spot().address();
                var green = formatting.createConditionalFormattingRule(cell + "=1");
                fill(green.createPatternFormatting(), "C6EFCE");
                var red = formatting.createConditionalFormattingRule(cell + "=0");
                fill(red.createPatternFormatting(), "FFC7CE");
                var amber = formatting.createConditionalFormattingRule("ISTEXT(" + cell + ")");
                fill(amber.createPatternFormatting(), "FFE699");
                formatting.addConditionalFormatting(
                        new CellRangeAddress[] {CellRangeAddress.valueOf(cell)},
                        new ConditionalFormattingRule[] {green, red, amber});
            }
        }
    }

    private static void fill(PatternFormatting pattern, String hex) {
        pattern.setFillBackgroundColor(Style.colour(hex));
        pattern.setFillPattern(FillPatternType.SOLID_FOREGROUND.getCode());
    }
}

package org.lodestone.excel;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.common.usermodel.HyperlinkType;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.ss.usermodel.Color;
import org.apache.poi.ss.usermodel.ConditionalFormattingThreshold.RangeType;
import org.apache.poi.ss.usermodel.Footer;
import org.apache.poi.ss.usermodel.PageMargin;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.util.CellAddress;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.Units;
import org.apache.poi.xssf.usermodel.XSSFHyperlink;
import org.apache.poi.xssf.usermodel.XSSFRelation;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.lodestone.core.internal.text.Words;
import org.lodestone.excel.SheetPlan.ChartPlan;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.excel.SheetPlan.Paging;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTCfRule;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTConditionalFormatting;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTDxf;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.CTPatternFill;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STCfType;
import org.openxmlformats.schemas.spreadsheetml.x2006.main.STPatternType;

/** All of a sheet but its cells: its columns, how it looks and prints, its charts, and what stands beside its cells. */
record SheetFrame(SheetPlan plan, XSSFSheet sheet, Theme theme) {

    /** The grounds of a check, which no theme changes. */
    private static final Colour HOLDS = Colour.parse("#C6EFCE");

    private static final Colour FAILS = Colour.parse("#FFC7CE");
    private static final Colour IN_DOUBT = Colour.parse("#FFE699");

    /** The part of a width that a spreadsheet program cuts off. */
    private static final double HAIR = 0.4;

    private static final int ZOOM = 100;
    private static final int ZOOM_UPRIGHT = 110;

    /** The part of a page's width that a logo has beside the title. */
    static final double LOGO = 0.2;

    /** The room between the title and a logo, in pixels. */
    private static final double BESIDE_TITLE = 10;

    /** Sets the columns and rows, and makes cells one that are to be. */
    void lay() {
        plan.widths()
                .forEach((column, width) ->
                        sheet.setColumnWidth(column, (int) Math.round((width + HAIR) / Grid.DIGIT * 256)));
        plan.hidden().forEach(column -> sheet.setColumnHidden(column, true));
        sheet.setDefaultRowHeightInPoints(SheetCells.ROW);
        plan.merges().forEach(merge -> sheet.addMergedRegionUnsafe(range(merge)));
    }

    // ---------------------------------------------------------------- beside cells

    void link(Spot from, Spot to) {
        link(from, HyperlinkType.DOCUMENT, "'" + to.sheet().replace("'", "''") + "'!" + to.address());
    }

    void link(Spot from, HyperlinkType type, String address) {
        XSSFHyperlink link = sheet.getWorkbook().getCreationHelper().createHyperlink(type);
        link.setAddress(address);
        link.setCellReference(from.address());
        sheet.addHyperlink(link);
    }

    void comment(Comments comments) {
        if (!comments.isEmpty()) {
            PackagePart own = sheet.getPackagePart();
            FilePart.of(XSSFRelation.SHEET_COMMENTS, own, comments.texts());
            FilePart boxes = FilePart.of(XSSFRelation.VML_DRAWINGS, own, comments.boxes());
            sheet.getCTWorksheet().addNewLegacyDrawing().setId(boxes.id());
        }
    }

    // ---------------------------------------------------------------- charts

    void draw(List<ChartDrawer.DrawnChart> charts) {
        Optional<Logo> logo = theme.logo().filter(one -> plan.group() == Section.Group.FRONT);
        if (plan.charts().isEmpty() && logo.isEmpty()) {
            return;
        }
        FilePart drawing = FilePart.empty(XSSFRelation.DRAWINGS, sheet.getPackagePart());
        ChartPlaces places = new ChartPlaces();
        for (int i = 0; i < charts.size(); i++) {
            ChartPlan chart = plan.charts().get(i);
            FilePart part = FilePart.of(
                    XSSFRelation.CHART, drawing.part(), charts.get(i).part());
            places.add(
                    chart,
                    part.id(),
                    plan.width(chart.lastColumn() - 1) - 4, // so that nothing touches what is beside it
                    charts.get(i).inWords());
        }
        logo.ifPresent(one -> draw(one, places, drawing.part()));
        drawing.write(places.part());
        sheet.getCTWorksheet().addNewDrawing().setId(drawing.id());
    }

    /** Draws a logo at the right end of the title, as large as there is room. */
    private void draw(Logo logo, ChartPlaces places, PackagePart drawing) {
        int last = plan.lastColumn();
        int row = plan.items().stream()
                .filter(item -> item.face() == Face.TITLE)
                .map(item -> item.spot().row())
                .findFirst()
                .orElse(0);
        double page = plan.width(Grid.FIRST, last);
        double high = Units.pointsToPixel(plan.heights().getOrDefault(row, SheetCells.ROW));
        double scale = Math.min((page * LOGO - BESIDE_TITLE) / logo.width(), high / logo.height());
        double width = scale * logo.width();
        int column = last;
        double left = plan.width(column) - width;
        while (left < 0 && column > Grid.FIRST) {
            column--;
            left += plan.width(column);
        }
        String id = FilePart.of(XSSFRelation.IMAGE_PNG, drawing, logo.png()).id();
        String inWords = theme.house().map(house -> "Logo of " + house).orElse("Logo");
        places.add(inWords, id, new Spot(plan.name(), row, column), left, width, scale * logo.height());
    }

    // ---------------------------------------------------------------- how it looks and prints

    /**
     * Sets how the sheet looks and prints.
     *
     * @param imprint whose workbook it is, which stands at the foot of each page
     */
    void setUp(String imprint) {
        sheet.setDisplayGridlines(false);
        sheet.setZoom(plan.paging().upright() ? ZOOM_UPRIGHT : ZOOM);
        sheet.setTabColor(Style.colour(theme.colour(tab())));
        Paging paging = plan.paging();
        if (paging.frozenRows() > 0) {
            sheet.createFreezePane(paging.frozenColumns(), paging.frozenRows());
        }
        sheet.setActiveCell(plan.typed()
                .filter(spot -> plan.group() == Section.Group.CONTROL)
                .map(spot -> new CellAddress(spot.row(), spot.column()))
                .orElse(CellAddress.A1));
        print(imprint);
        if (plan.rows().isPresent()) {
            makeSortable(plan.rows().get());
            return;
        }
        if (plan.group() != Section.Group.WORKING) {
            shade();
            quiet();
            checks();
        }
        plan.filtered().ifPresent(table -> sheet.setAutoFilter(range(table)));
        sheet.lockFormatCells(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
        sheet.lockSort(false);
        sheet.lockAutoFilter(false);
        sheet.enableLocking();
    }

    private Theme.Role tab() {
        return switch (plan.group()) {
            case FRONT, CHAIN -> Theme.Role.PRIMARY;
            case CONTROL, CHANGED, BALANCE -> Theme.Role.SERIES_3;
            case COMPANIES -> Theme.Role.SERIES_2;
            case CLAIMS, OWN -> Theme.Role.INK;
            case BACKUP, REFERENCE, WORKING -> Theme.Role.FAINT;
        };
    }

    /** A long table has lines, and arrows to sort and filter it by; it is not locked, since nothing follows from it. */
    private void makeSortable(SheetPlan.Rows rows) {
        sheet.setDisplayGridlines(true);
        int last = plan.lastRow();
        sheet.setAutoFilter(new CellRangeAddress(rows.first() - 1, last, Grid.FIRST, plan.lastColumn()));
        sheet.setDimensionOverride(new CellRangeAddress(0, last, Grid.FIRST, plan.lastColumn()));
    }

    private void print(String imprint) {
        var workbook = sheet.getWorkbook();
        int index = workbook.getSheetIndex(sheet);
        Paging paging = plan.paging();
        if (paging.paper() == Paging.Paper.NONE) {
            workbook.setPrintArea(index, 0, 0, 0, 0); // an empty cell, of which no program prints a page
        } else if (!plan.group().isHidden()) { // LibreOffice prints a hidden sheet that has a print area
            workbook.setPrintArea(index, Grid.FIRST, across(), paging.top(), plan.lastRow());
        }
        PrintSetup print = sheet.getPrintSetup();
        print.setPaperSize(PrintSetup.A4_PAPERSIZE);
        print.setLandscape(!paging.upright());
        sheet.setFitToPage(true);
        print.setFitWidth((short) 1);
        print.setFitHeight((short) (paging.paper() == Paging.Paper.ONE_PAGE ? 1 : 0));
        sheet.setHorizontallyCenter(true);
        sheet.setMargin(PageMargin.LEFT, 0.25);
        sheet.setMargin(PageMargin.RIGHT, 0.25);
        sheet.setMargin(PageMargin.TOP, paging.upright() ? 0.36 : 0.45);
        sheet.setMargin(PageMargin.BOTTOM, paging.upright() ? 0.5 : 0.55);
        sheet.setMargin(PageMargin.HEADER, 0.2);
        sheet.setMargin(PageMargin.FOOTER, 0.25);
        if (!paging.repeated().isEmpty()) {
            sheet.setRepeatingRows(new CellRangeAddress(
                    paging.repeated().get(0),
                    paging.repeated().get(paging.repeated().size() - 1),
                    -1,
                    -1));
        }
        plan.rows()
                .filter(rows -> rows.table().frozen() > 0)
                .ifPresent(rows -> sheet.setRepeatingColumns(new CellRangeAddress(
                        -1, -1, Grid.FIRST, Grid.FIRST + rows.table().frozen() - 1)));
        paging.breaks().forEach(row -> sheet.setRowBreak(row - 1));
        Footer footer = sheet.getFooter();
        // the colour right after the size keeps digits of the text out of the size
        String letters = "&\"" + theme.font() + "\"&" + (paging.upright() ? 9 : 8) + "&K"
                + theme.colour(Theme.Role.GREY).hex();
        footer.setLeft(letters + imprint.replace("&", "&&"));
        footer.setRight(letters + plan.name().replace("&", "&&") + "  |  &P of &N");
    }

    /** The last column that is not for a screen alone. */
    private int across() {
        return Math.min(plan.lastColumn(), plan.paging().across());
    }

    /** Shows values that are missing or zero in a faint colour. */
    private void quiet() {
        if (plan.quiet().isEmpty() && plan.signs().isEmpty()) {
            return;
        }
        // not through POI's own calls, which lose the first byte of a colour
        CTDxf faint = CTDxf.Factory.newInstance();
        faint.addNewFont().addNewColor().setRgb(Style.bytes(theme.colour(Theme.Role.FAINT)));
        long look = put(faint);
        plan.quiet().forEach(area -> rule(area, look, cell -> "OR(ISTEXT(" + cell + ")," + cell + "=0)"));
        plan.signs().forEach(area -> rule(area, look, SheetFrame::isSign));
    }

    private static String isSign(String cell) {
        return Stream.of(Value.NOT_AVAILABLE, Words.NOT_MEANINGFUL, Words.NONE)
                .map(sign -> cell + "=\"" + sign + "\"")
                .collect(Collectors.joining(",", "OR(", ")"));
    }

    private static CellRangeAddress range(CellRange area) {
        return new CellRangeAddress(
                area.first().row(),
                area.last().row(),
                area.first().column(),
                area.last().column());
    }

    private void shade() {
        var formatting = sheet.getSheetConditionalFormatting();
        for (CellRange shade : plan.shades()) {
            var rule = formatting.createConditionalFormattingColorScaleRule();
            var scale = rule.getColorScaleFormatting();
            scale.setNumControlPoints(2);
            scale.getThresholds()[0].setRangeType(RangeType.NUMBER);
            scale.getThresholds()[0].setValue(0d);
            scale.getThresholds()[1].setRangeType(RangeType.MAX);
            scale.setColors(new Color[] {Style.colour(Colour.WHITE), Style.colour(theme.colour(Theme.Role.HEAT))});
            formatting.addConditionalFormatting(new CellRangeAddress[] {range(shade)}, rule);
        }
    }

    /** Checks are green where they hold, red where they do not and amber where they cannot be worked out. */
    private void checks() {
        List<CellRange> areas = CellRange.rectangles(plan.items().stream()
                .filter(item -> item.shown() == Shown.CHECK)
                .map(Item::spot));
        if (areas.isEmpty()) {
            return;
        }
        long green = ground(HOLDS);
        long red = ground(FAILS);
        long amber = ground(IN_DOUBT);
        for (CellRange area : areas) {
            rule(area, green, cell -> cell + "=1");
            rule(area, red, cell -> cell + "=0");
            rule(area, amber, cell -> "ISTEXT(" + cell + ")");
        }
    }

    private long ground(Colour colour) {
        CTDxf look = CTDxf.Factory.newInstance();
        CTPatternFill fill = look.addNewFill().addNewPatternFill();
        fill.setPatternType(STPatternType.SOLID);
        fill.addNewBgColor().setRgb(Style.bytes(colour));
        return put(look);
    }

    private long put(CTDxf look) {
        return sheet.getWorkbook().getStylesSource().putDxf(look) - 1L;
    }

    /** Gives the cells of an area a look where a condition on each holds. */
    private void rule(CellRange area, long look, UnaryOperator<String> condition) {
        CTConditionalFormatting formatting = sheet.getCTWorksheet().addNewConditionalFormatting();
        formatting.setSqref(List.of(range(area).formatAsString()));
        CTCfRule rule = formatting.addNewCfRule();
        rule.setType(STCfType.EXPRESSION);
        rule.setDxfId(look);
        rule.setPriority(sheet.getCTWorksheet().sizeOfConditionalFormattingArray()); // each has one rule
        rule.addFormula(condition.apply(area.first().address()));
    }
}

package org.lodestone.excel;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Report;

/**
 * A hidden sheet by which {@link PackReader} finds a reader's changes again.
 *
 * <p>It says of which dataset the workbook is, and has a row for every input: which value, what it was, and a formula that refers to
 * its cell. A spreadsheet program moves the reference along where rows are inserted or sheets renamed. Formulas are listed as
 * ranges, so that one which was typed over is noticed.
 */
final class Imprint {

    static final String SHEET = "Imprint";

    /** In the first cell, so that a sheet of the same name is not mistaken for it. */
    static final String MARK = "Lodestone";

    /** Raised when the columns below change. */
    static final int VERSION = 2;

    static final String RANGE = "range";
    static final int KIND = 0;
    static final int WHAT = 1;
    static final int OF = 2;
    static final int WHEN = 3;
    static final int IN = 4;
    static final int BEFORE = 5;
    static final int CELL = 6;
    /** How the ids before them are shown. */
    static final int WHAT_NAME = 7;

    static final int OF_NAME = 8;
    /** In the first row. */
    static final int DATASET = 2;

    static final int EDITION = 3;

    private static final int WIDE = 40 * 256;

    private final XSSFSheet sheet;
    private final Placement placement;
    private final Values values;
    private int row;

    private Imprint(XSSFSheet sheet, Placement placement, Values values) {
        this.sheet = sheet;
        this.placement = placement;
        this.values = values;
    }

    /** Adds the sheet, as the last. */
    static void draw(XSSFWorkbook workbook, Report report, Report.Origin origin, Placement placement, Values values) {
        Imprint imprint = new Imprint(workbook.createSheet(SHEET), placement, values);
        imprint.sheet.setColumnWidth(WHAT, WIDE); // without any width, POI leaves an empty element that is not valid
        XSSFRow first = imprint.next();
        first.createCell(0).setCellValue(MARK);
        first.createCell(1).setCellValue(VERSION);
        first.createCell(DATASET).setCellValue(SafeText.of(origin.dataset()));
        first.createCell(EDITION).setCellValue(SafeText.of(origin.edition()));
        for (Map.Entry<Key, Content> entry : report.model().contents().entrySet()) {
            if (entry.getValue().isInput() && placement.homes().containsKey(entry.getKey())) {
                imprint.input(entry.getKey(), PackChanges.Kind.of(entry.getValue()));
            }
        }
        placement.sheets().forEach(plan -> imprint.formulas(plan, report));
        workbook.setSheetVisibility(workbook.getSheetIndex(SHEET), SheetVisibility.VERY_HIDDEN);
    }

    private void input(Key key, PackChanges.Kind kind) {
        XSSFRow line = next();
        line.createCell(KIND).setCellValue(kind.toString());
        line.createCell(WHAT).setCellValue(SafeText.of(key.what().id()));
        line.createCell(OF).setCellValue(SafeText.of(key.of().id()));
        line.createCell(WHEN).setCellValue(SafeText.of(key.when().toString()));
        line.createCell(IN).setCellValue(SafeText.of(key.in().name()));
        set(line.createCell(BEFORE), values.of(key));
        XSSFCell cell = line.createCell(CELL);
        cell.setCellFormula(placement.home(key).absolute());
        set(cell, values.of(key));
        line.createCell(WHAT_NAME).setCellValue(SafeText.of(key.what().name()));
        line.createCell(OF_NAME).setCellValue(SafeText.of(key.of().name()));
    }

    /** The formulas of a sheet, as rectangles without a gap. */
    private void formulas(SheetPlan plan, Report report) {
        List<Spot> spots = plan.items().stream()
                .filter(item -> isFormula(item.body(), report))
                .map(Item::spot)
                .sorted(Comparator.comparingInt(Spot::row).thenComparingInt(Spot::column))
                .toList();
        Map<Integer, Block> open = new LinkedHashMap<>();
        for (int i = 0; i < spots.size(); ) {
            int end = i + 1;
            while (end < spots.size()
                    && spots.get(end).equals(spots.get(end - 1).right(1))) {
                end++;
            }
            Block run = new Block(spots.get(i), spots.get(end - 1));
            Optional<Block> above = Optional.ofNullable(open.get(run.first().column()));
            Optional<Block> continued =
                    above.filter(block -> block.last().down(1).equals(run.last()));
            if (continued.isEmpty()) {
                above.ifPresent(this::range);
            }
            open.put(
                    run.first().column(),
                    continued.map(block -> new Block(block.first(), run.last())).orElse(run));
            i = end;
        }
        open.values().forEach(this::range);
    }

    /** Cells from one corner to the other. */
    private record Block(Spot first, Spot last) {}

    private static boolean isFormula(Body body, Report report) {
        return body instanceof Body.Elsewhere
                || (body instanceof Body.Home home
                        && report.model().content(home.key()) instanceof Content.Calculation);
    }

    private void range(Block block) {
        XSSFRow line = next();
        int rows = block.last().row() - block.first().row() + 1;
        line.createCell(KIND).setCellValue(RANGE);
        line.createCell(BEFORE).setCellValue(rows);
        XSSFCell cell = line.createCell(CELL);
        cell.setCellFormula("ROWS(" + area(block) + ")");
        cell.setCellValue(rows);
    }

    /** As LibreOffice writes it too: of a single cell, once. */
    private static String area(Block block) {
        String first = block.first().absolute();
        return block.first().equals(block.last())
                ? first
                : first + ":" + block.last().anchored();
    }

    private static void set(XSSFCell cell, Value value) {
        if (value instanceof Value.Num num) {
            cell.setCellValue(num.amount());
        } else if (value instanceof Value.Truth truth) {
            cell.setCellValue(truth.holds());
        } else {
            cell.setCellValue(SafeText.of(value.inSentence()));
        }
    }

    private XSSFRow next() {
        return sheet.createRow(row++);
    }
}

package org.lodestone.excel;

import com.sun.star.container.NoSuchElementException;
import com.sun.star.lang.IndexOutOfBoundsException;
import com.sun.star.lang.WrappedTargetException;
import com.sun.star.lang.XComponent;
import com.sun.star.sheet.XCellRangeAddressable;
import com.sun.star.sheet.XCellRangeData;
import com.sun.star.sheet.XSheetCellCursor;
import com.sun.star.sheet.XSpreadsheet;
import com.sun.star.sheet.XSpreadsheetDocument;
import com.sun.star.sheet.XSpreadsheets;
import com.sun.star.sheet.XUsedAreaCursor;
import com.sun.star.table.CellRangeAddress;
import com.sun.star.table.XCell;
import com.sun.star.text.XText;
import com.sun.star.uno.AnyConverter;
import com.sun.star.uno.UnoRuntime;
import java.io.Closeable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A workbook that is open in LibreOffice. */
final class OpenWorkbook implements Closeable {

    private final XComponent document;
    private final XSpreadsheets sheets;
    private final Cells made;
    private final Map<Spot, List<String>> rows = new HashMap<>();

    /** @param made its cells in the file, which have its formulas */
    OpenWorkbook(XComponent document, Cells made) {
        this.document = document;
        this.made = made;
        this.sheets = as(XSpreadsheetDocument.class, document).getSheets();
    }

    private static <T> T as(Class<T> type, Object part) {
        return UnoRuntime.queryInterface(type, part);
    }

    /**
     * The cells after some are typed over, which is taken back then.
     *
     * @param typed texts, where an empty one empties a cell, numbers, and {@link Cells.Cell} for formulas
     */
    Cells typed(Map<Spot, Object> typed) {
        Map<Spot, String> before = new LinkedHashMap<>();
        try {
            typed.forEach((spot, content) -> {
                before.put(spot, cell(spot).getFormula());
                type(cell(spot), content);
            });
            return cells();
        } finally {
            before.forEach((spot, formula) -> cell(spot).setFormula(formula));
        }
    }

    private static void type(XCell cell, Object content) {
        if (content instanceof Cells.Cell other) {
            cell.setFormula("=" + other.formula());
        } else if (content instanceof Double number) {
            cell.setValue(number);
        } else {
            as(XText.class, cell).setString(content.toString());
        }
    }

    /** All that its cells hold, with the formulas of the file. */
    Cells cells() {
        Map<String, Cells.Cell> cells = new LinkedHashMap<>();
        for (String name : sheets.getElementNames()) {
            Object[][] values = values(sheet(name));
            for (int row = 0; row < values.length; row++) {
                List<String> places = places(name, row, values[row].length);
                for (int column = 0; column < values[row].length; column++) {
                    Object value = values[row][column];
                    Cells.Cell before = made.cells().get(places.get(column));
                    String formula = before == null ? "" : before.formula();
                    if (!value.equals("") || !formula.isEmpty()) {
                        Object held = AnyConverter.isVoid(value) ? error(new Spot(name, row, column)) : value;
                        cells.put(places.get(column), new Cells.Cell(formula, held));
                    }
                }
            }
        }
        return new Cells(cells);
    }

    /** Where the first cells of a row are, which is the same after every edit. */
    private List<String> places(String sheet, int row, int columns) {
        List<String> places = rows.computeIfAbsent(new Spot(sheet, row, 0), first -> new ArrayList<>());
        while (places.size() < columns) {
            places.add(sheet + "!" + new Spot(sheet, row, places.size()).address());
        }
        return places;
    }

    /** From the first cell to the last that holds something: numbers, texts, an empty one for an empty cell, and nothing for an error. */
    private static Object[][] values(XSpreadsheet sheet) {
        XSheetCellCursor cursor = sheet.createCursor();
        as(XUsedAreaCursor.class, cursor).gotoEndOfUsedArea(false);
        CellRangeAddress end = as(XCellRangeAddressable.class, cursor).getRangeAddress();
        try {
            return as(XCellRangeData.class, sheet.getCellRangeByPosition(0, 0, end.EndColumn, end.EndRow))
                    .getDataArray();
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalStateException(e);
        }
    }

    private String error(Spot spot) {
        return as(XText.class, cell(spot)).getString();
    }

    private XCell cell(Spot spot) {
        try {
            return sheet(spot.sheet()).getCellByPosition(spot.column(), spot.row());
        } catch (IndexOutOfBoundsException e) {
            throw new IllegalStateException(spot.absolute(), e);
        }
    }

    private XSpreadsheet sheet(String name) {
        try {
            return as(XSpreadsheet.class, sheets.getByName(name));
        } catch (NoSuchElementException | WrappedTargetException e) {
            throw new IllegalStateException(name, e);
        }
    }

    @Override
    public void close() {
        document.dispose();
    }
}

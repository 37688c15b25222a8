package org.lodestone.excel.read;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.TextRow;
import org.lodestone.core.table.TextRows;

/** The rows of a sheet, as they are pulled out of its part. */
final class SheetRows implements TextRows {

    /** In sheets that unpack to no more, which people make by hand, merged cells are looked for before the first row. */
    private static final long LOOKED_AHEAD = 16L << 20;

    /** Longer exponents are of no number that a program could store. */
    private static final int MOST_DIGITS = 400;

    private final Book book;
    private final String name;
    private final Xml xml;
    private final Merges merges;
    private final boolean isAhead;
    private final SheetRow row;
    private final long mostCells;
    private boolean isFirstRead;
    private int line;
    private long cells;

    SheetRows(Book book, Book.Sheet sheet) throws IOException {
        this.book = book;
        this.name = book.file() + ", " + sheet.name();
        this.mostCells = book.parts().limits().cells();
        this.isAhead = book.parts().declaredSize(sheet.part()) <= LOOKED_AHEAD;
        this.merges = isAhead ? Merges.ahead(name, book.parts().read(sheet.part())) : new Merges(name);
        this.row = new SheetRow(name, isAhead ? merges : new Merges(name));
        this.xml = book.parts().read(sheet.part());
        this.isFirstRead = advance();
        if (!isFirstRead) {
            List<String> others = book.visibleSheets().stream()
                    .filter(other -> !other.equals(sheet.name()))
                    .toList();
            throw new DataException(
                    name,
                    "is an empty sheet. "
                            + (others.isEmpty()
                                    ? "Write a header and rows into it."
                                    : "Maybe another is meant: " + String.join(", ", others) + "."));
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public TextRow row() {
        return row;
    }

    @Override
    public boolean next() {
        if (isFirstRead) {
            isFirstRead = false;
            return true;
        }
        return advance();
    }

    private boolean advance() {
        while (xml.next()) {
            if (xml.isStart("row")) {
                readRow();
                if (row.size() > 0) {
                    return true;
                }
            } else if (!isAhead && xml.isStart("mergeCell")) {
                merges.add(xml.attribute("ref"));
            }
        }
        return false;
    }

    private void readRow() {
        String said = xml.attribute("r");
        int number = said.isEmpty() ? line + 1 : CellName.row(said);
        if (number < 0 || number > CellName.MOST_ROWS) {
            throw new DataException(
                    name + "!" + (said.isEmpty() ? number : said),
                    "is no row of a sheet, which has " + CellName.MOST_ROWS + ". Split the table.");
        }
        if (number <= line) {
            throw new DataException(
                    name + "!" + number,
                    "stands below row " + line
                            + " in the file, so that rows may be lost. Open and save the workbook in a"
                            + " spreadsheet program.");
        }
        line = number;
        row.begin(line);
        int column = -1;
        while (xml.next()) {
            if (!xml.isStart()) {
                if (xml.isEnd("row")) {
                    return;
                }
            } else if (xml.element().equals("c")) {
                column = readCell(column + 1);
            }
        }
    }

    /** Reads a cell, which is in {@code expected} where it does not say its column; gives back the column. */
    private int readCell(int expected) {
        int column = expected;
        String type = "n";
        String style = "";
        for (int i = 0; i < xml.attributes(); i++) {
            String attribute = xml.attributeName(i);
            if (attribute.equals("r")) {
                column = column(xml.attributeValue(i));
            } else if (attribute.equals("t")) {
                type = xml.attributeValue(i);
            } else if (attribute.equals("s")) {
                style = xml.attributeValue(i);
            }
        }
        if (column >= CellName.MOST_COLUMNS) {
            throw noColumn(CellName.of(line, column));
        }
        boolean hasValue = false;
        while (xml.next()) {
            if (xml.isStart()) {
                String element = xml.element();
                if (element.equals("v")) {
                    String stored = xml.text();
                    boolean isValue = !stored.isEmpty() || type.equals("str"); // openpyxl leaves <v/> beside a formula
                    hasValue |= isValue;
                    if (isValue || !row.isFormula(column)) {
                        read(column, type, style, stored);
                    }
                } else if (element.equals("f")) {
                    row.formula(column);
                } else if (element.equals("is")) {
                    hasValue = true;
                    put(column, RichText.read(xml, "is"));
                }
            } else if (xml.isEnd("c")) {
                break;
            }
        }
        if (!hasValue && row.isFormula(column)) {
            row.problem(
                    column,
                    "is a formula without a value, as a program leaves it that does not calculate. Open and save the"
                            + " workbook in a spreadsheet program.");
        }
        return column;
    }

    private int column(String cell) {
        int column = CellName.column(cell);
        if (column < 0) {
            throw noColumn(cell);
        }
        return column;
    }

    private DataException noColumn(String cell) {
        return new DataException(
                name + "!" + cell,
                "is in no column of a sheet, which has " + CellName.MOST_COLUMNS
                        + ". Split the table, or export it anew.");
    }

    private void read(int column, String type, String style, String stored) {
        switch (type) {
            case "n" -> readNumber(column, style, stored);
            case "s" -> readShared(column, stored);
            case "b" -> put(column, stored.equals("1") || stored.equals("true") ? "TRUE" : "FALSE");
            case "e" -> readError(column, stored);
            case "d" -> put(column, stored.endsWith("T00:00:00") ? stored.substring(0, stored.indexOf('T')) : stored);
            default -> put(column, stored);
        }
    }

    private void put(int column, String text) {
        if (!text.isEmpty() && ++cells > mostCells) {
            throw new DataException(
                    name + "!" + CellName.of(line, column),
                    "is past the " + mostCells + " cells that are read at most. Split the table, or allow more.");
        }
        if (!row.cell(column).isEmpty()) {
            row.problem(column, "is in the file twice. Open and save the workbook in a spreadsheet program.");
        }
        row.put(column, text);
    }

    private void readShared(int column, String stored) {
        int index = index(stored);
        if (index < 0 || index >= book.texts().size()) {
            put(column, "");
            row.problem(
                    column,
                    "refers to text " + stored
                            + ", which is not there. Open and save the workbook in a spreadsheet program.");
        } else {
            put(column, book.texts().get(index));
        }
    }

    /** A whole number of few digits; -1 where it is none. */
    private static int index(String digits) {
        int index = digits.isEmpty() || digits.length() > 9 ? -1 : 0;
        for (int i = 0; i < digits.length() && index >= 0; i++) {
            char c = digits.charAt(i);
            index = c < '0' || c > '9' ? -1 : index * 10 + (c - '0');
        }
        return index;
    }

    /** Not available is a value; what went wrong is none. */
    private void readError(int column, String stored) {
        put(column, stored);
        if (!stored.equals("#N/A")) {
            row.problem(column, "is the error " + stored + ". Correct its formula, or leave it empty.");
        }
    }

    private void readNumber(int column, String style, String stored) {
        String number = plain(stored);
        if (number.isEmpty()) {
            if (!stored.isEmpty()) {
                put(column, stored);
                row.problem(
                        column,
                        "holds '" + stored + "' as a number, which is none. Open and save the workbook in a spreadsheet"
                                + " program.");
            }
        } else if (!style.isEmpty() && book.dates().isDate(Math.max(0, index(style)))) {
            readDate(column, number);
        } else {
            put(column, number);
        }
    }

    private void readDate(int column, String number) {
        try {
            put(column, book.dates().date(number));
        } catch (IllegalArgumentException e) {
            put(column, number);
            row.problem(column, String.valueOf(e.getMessage()));
        }
    }

    /** A stored number in plain digits, without decimals that are all zero; empty where it is none. */
    static String plain(String stored) {
        int point = -1;
        boolean decimals = false;
        for (int i = 0; i < stored.length(); i++) {
            char c = stored.charAt(i);
            if (c == '.' && point < 0 && i > 0) {
                point = i;
            } else if (c >= '0' && c <= '9') {
                decimals |= point >= 0 && c != '0';
            } else if (c != '-' || i > 0 || stored.length() == 1 || stored.charAt(1) == '.') {
                return unusual(stored);
            }
        }
        return point < 0 || decimals ? stored : stored.substring(0, point);
    }

    /** Most often one with an exponent. */
    private static String unusual(String stored) {
        if (stored.length() > MOST_DIGITS) {
            return "";
        }
        try {
            BigDecimal number = new BigDecimal(stored);
            boolean large = Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS;
            return large ? "" : plain(number.toPlainString());
        } catch (NumberFormatException e) {
            return "";
        }
    }

    @Override
    public ImmutableList<String> notes() {
        return merges.notes();
    }

    @Override
    public void close() {
        try {
            xml.close();
            book.close();
        } catch (IOException e) {
            throw new DataException(name, "cannot be closed (" + e.getMessage() + ").", e);
        }
    }
}

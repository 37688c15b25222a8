package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.lodestone.excel.SheetPlan.Rows;
import org.lodestone.reports.report.LongTable;

/**
 * Writes the rows of long tables straight into the file of a workbook, between those that were drawn.
 *
 * <p>As cells of the workbook they would take gigabytes: here one row is in memory at a time.
 */
final class LongRows {

    /** So many rows a sheet has in this file format. */
    private static final int SHEET_ROWS = 1_048_576;

    private static final String END_OF_ROWS = "</sheetData>";
    /** After the first that a file of this kind can say, which Java takes for an earlier one and writes with its zone. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    private static final double EXACT = 1e15;

    /**
     * The rows of one sheet.
     *
     * @param part the part of the file that has the sheet
     * @param styles the number of the style of each column
     */
    record Sheet(String part, Rows rows, ImmutableIntArray styles) {}

    private LongRows() {}

    /** Throws where a sheet has not as many rows as the table needs. */
    static void requireRoom(String sheet, Rows rows) {
        if (rows.last() >= SHEET_ROWS) {
            throw new IllegalArgumentException("The table of sheet '" + sheet + "' has "
                    + rows.table().rows() + " rows and would end in "
                    + new Spot(sheet, rows.last(), Grid.FIRST).address() + ", but a sheet ends with row " + SHEET_ROWS
                    + ". Show fewer rows.");
        }
    }

    /** Copies a workbook that has the headers of some long tables, with their rows. */
    static void fill(byte[] drawn, ImmutableList<Sheet> sheets, OutputStream out) throws IOException {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(drawn))) {
            ZipOutputStream copy = new ZipOutputStream(out);
            copy.setLevel(Deflater.BEST_SPEED); // the usual level takes a second more for a fifth less
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String name = entry.getName();
                ZipEntry same = new ZipEntry(name);
                same.setTimeLocal(DATE);
                copy.putNextEntry(same);
                Optional<Sheet> sheet =
                        sheets.stream().filter(one -> one.part().equals(name)).findFirst();
                if (sheet.isPresent()) {
                    insert(sheet.get(), new String(in.readAllBytes(), StandardCharsets.UTF_8), copy);
                } else {
                    in.transferTo(copy);
                }
                copy.closeEntry();
            }
            copy.finish();
        }
    }

    private static void insert(Sheet sheet, String xml, OutputStream out) throws IOException {
        int end = xml.indexOf(END_OF_ROWS);
        if (end < 0) {
            throw new IllegalStateException(sheet.part() + " has no rows to follow.");
        }
        out.write(xml.substring(0, end).getBytes(StandardCharsets.UTF_8));
        Rows rows = sheet.rows();
        StringBuilder row = new StringBuilder();
        LongTable.Column[] columns = rows.table().columns().toArray(LongTable.Column[]::new);
        String[] starts = new String[columns.length];
        String[] styles = new String[starts.length];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = "<c r=\"" + Spot.columnName(Grid.FIRST + i);
            styles[i] = "\" s=\"" + sheet.styles().get(i) + "\"";
        }
        for (int i = 0; i < rows.table().rows(); i++) {
            String number = Integer.toString(rows.first() + i + 1);
            row.setLength(0);
            row.append("<row r=\"").append(number).append("\">");
            for (int j = 0; j < starts.length; j++) {
                row.append(starts[j]).append(number).append(styles[j]);
                value(columns[j], i, row);
            }
            row.append("</row>");
            out.write(row.toString().getBytes(StandardCharsets.UTF_8));
        }
        out.write(xml.substring(end).getBytes(StandardCharsets.UTF_8));
    }

    /** The rest of a cell. */
    private static void value(LongTable.Column column, int row, StringBuilder xml) {
        if (column instanceof LongTable.Numbers numbers) {
            double number = numbers.at().applyAsDouble(row);
            if (Double.isFinite(number)) {
                number(number, xml.append("><v>"));
                xml.append("</v></c>");
                return;
            }
        } else {
            String text = ((LongTable.Words) column).at().apply(row);
            if (!text.isEmpty()) {
                xml.append(" t=\"inlineStr\"><is><t");
                xml.append(text.equals(text.strip()) ? ">" : " xml:space=\"preserve\">");
                escape(SafeText.of(text), xml);
                xml.append("</t></is></c>");
                return;
            }
        }
        xml.append("/>");
    }

    private static void number(double number, StringBuilder xml) {
        if (number == Math.rint(number) && Math.abs(number) < EXACT) {
            xml.append((long) number);
        } else {
            xml.append(number);
        }
    }

    /** What has a meaning in XML is written another way, and what it cannot hold becomes a mark. */
    private static void escape(String text, StringBuilder xml) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '_' -> xml.append(isEscape(text, i) ? "_x005F_" : "_");
                default -> {
                    if (isLoneHalf(text, i) || c >= '\uFFFE') {
                        xml.append('\uFFFD');
                    } else {
                        xml.append(c);
                    }
                }
            }
        }
    }

    /** Whether spreadsheets would read {@code _x0041_} here as one character. */
    private static boolean isEscape(String text, int at) {
        return text.startsWith("_x", at) && text.length() > at + 6 && text.charAt(at + 6) == '_';
    }

    /** Whether one half of a character of two stands there without the other. */
    private static boolean isLoneHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}

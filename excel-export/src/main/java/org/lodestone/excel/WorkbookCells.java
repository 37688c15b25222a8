package org.lodestone.excel;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The cells of a workbook, as texts that are put into the frame of it that POI writes.
 *
 * @param sheets the rows of each sheet, by the part of the file that has the sheet, such as {@code xl/worksheets/sheet1.xml}
 * @param texts those that the cells refer to
 */
record WorkbookCells(ImmutableMap<String, Sheet> sheets, SharedTexts texts) {

    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final String NO_ROWS = "<sheetData/>";
    private static final String NO_RULES = "<dataValidations/>";

    /**
     * The rows and rules of a sheet.
     *
     * @param drawn the rows that were drawn
     * @param rows those of a long table below them
     * @param rules what may be typed over its inputs; empty where there are none
     */
    record Sheet(String drawn, Optional<LongRows> rows, Optional<String> rules) {}

    /** Writes a workbook whose sheets have no rows, with these cells, and closes the stream. */
    void write(XSSFWorkbook frame, OutputStream out) throws IOException {
        PackedFile.write(frame, out, this::put);
    }

    private void put(String name, byte[] part, OutputStream zip) throws IOException {
        Optional<Sheet> sheet = Optional.ofNullable(sheets.get(name));
        if (sheet.isPresent()) {
            sheet(sheet.get(), new String(part, StandardCharsets.UTF_8), zip);
        } else if (name.equals(TEXTS)) {
            write(texts.part(), zip);
        } else {
            zip.write(part);
        }
    }

    private static void sheet(Sheet sheet, String xml, OutputStream out) throws IOException {
        int at = xml.indexOf(NO_ROWS);
        if (at < 0) {
            throw new IllegalStateException("POI has written a sheet without a place for its rows.");
        }
        write(xml.substring(0, at) + "<sheetData>", out);
        write(sheet.drawn(), out);
        if (sheet.rows().isPresent()) {
            sheet.rows().get().write(out);
        }
        String after = xml.substring(at + NO_ROWS.length());
        write(
                "</sheetData>"
                        + sheet.rules().map(rules -> withRules(after, rules)).orElse(after),
                out);
    }

    private static String withRules(String xml, String rules) {
        int at = xml.indexOf(NO_RULES);
        if (at < 0) {
            throw new IllegalStateException("POI has written a sheet without a place for the rules of its inputs.");
        }
        return xml.substring(0, at) + rules + xml.substring(at + NO_RULES.length());
    }

    private static void write(String xml, OutputStream out) throws IOException {
        out.write(xml.getBytes(StandardCharsets.UTF_8));
    }
}

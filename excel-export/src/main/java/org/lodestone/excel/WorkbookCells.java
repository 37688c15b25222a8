package org.lodestone.excel;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * The cells of a workbook, as texts that are put into the frame of it that POI writes.
 *
 * @param sheets the rows of each sheet, by the part of the file that has the sheet, such as {@code xl/worksheets/sheet1.xml}
 * @param texts those that the cells refer to
 */
record WorkbookCells(ImmutableMap<String, Sheet> sheets, SharedTexts texts) {

    private static final String TEXTS = "xl/sharedStrings.xml";
    /** The level of packing: as fast as the lowest, and a twentieth larger than the usual one, which takes two thirds longer. */
    private static final int LEVEL = 4;

    private static final String NO_ROWS = "<sheetData/>";
    private static final String NO_RULES = "<dataValidations/>";
    /** After the first that a file of this kind can say, which Java takes for an earlier one and writes with its zone. */
    private static final LocalDateTime DATE = LocalDateTime.of(1980, 2, 1, 0, 0);

    /**
     * The rows and rules of a sheet.
     *
     * @param drawn the rows that were drawn
     * @param rows those of a long table below them
     * @param rules what may be typed over its inputs; empty where there are none
     */
    record Sheet(String drawn, Optional<LongRows> rows, Optional<String> rules) {}

    /** Writes a workbook whose sheets have no rows, with these cells, and closes the stream. A part is compressed while POI writes the next. */
    void write(XSSFWorkbook frame, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out);
                WorkerThread worker = new WorkerThread()) {
            zip.setLevel(LEVEL);
            frame.write(new Parts((name, part) -> worker.begin(() -> put(name, part, zip))));
            worker.finish();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Takes the parts of a file as POI writes them. */
    private static final class Parts extends ZipArchiveOutputStream {
        private final BiConsumer<String, byte[]> taken;
        private final ByteArrayOutputStream part = new ByteArrayOutputStream();
        private String name = "";

        Parts(BiConsumer<String, byte[]> taken) {
            super(OutputStream.nullOutputStream());
            this.taken = taken;
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) {
            name = entry.getName();
            part.reset();
        }

        @Override
        public void write(byte[] bytes, int from, int count) {
            part.write(bytes, from, count);
        }

        @Override
        public void closeArchiveEntry() {
            taken.accept(name, part.toByteArray());
        }

        /** There is nothing left to write. */
        @Override
        public void finish() {}
    }

    private String put(String name, byte[] part, ZipOutputStream zip) throws IOException {
        Optional<Sheet> sheet = Optional.ofNullable(sheets.get(name));
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(DATE);
        zip.putNextEntry(entry);
        if (sheet.isPresent()) {
            sheet(sheet.get(), new String(part, StandardCharsets.UTF_8), zip);
        } else if (name.equals(TEXTS)) {
            write(texts.part(), zip);
        } else {
            zip.write(part);
        }
        zip.closeEntry();
        return name;
    }

    private static void sheet(Sheet sheet, String xml, OutputStream out) throws IOException {
        int at = xml.indexOf(NO_ROWS);
        if (at < 0) {
            throw new IllegalStateException("POI has written a sheet without a place for its rows.");
        }
        write(xml.substring(0, at) + "<sheetData>" + sheet.drawn(), out);
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

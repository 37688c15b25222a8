package org.lodestone.core.table;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lodestone.core.problem.DataException;

/**
 * Text files with a line for each row and a delimiter between its cells.
 *
 * <p>In UTF-8 with or without a byte order mark, in UTF-16 with one, or in an encoding that the caller names; lines end in
 * LF, CRLF or CR. A cell in quotes may hold delimiters and line ends. Bytes that are not of the encoding, a stray quote,
 * and a row that is shorter or longer than the first are problems of their rows; the rows below are still read.
 */
public enum CsvFormat implements TableFormat {
    /** The format, which has no settings of its own: see {@link TableOptions}. */
    INSTANCE;

    /** Put before a text, so that one with which it starts is not taken for this. */
    private static final char MARK = '\uFEFF';

    /** Any bytes are, as long as no other format knows them. */
    @Override
    public boolean recognises(byte[] start) {
        return true;
    }

    @Override
    public TextRows open(Path file, TableOptions options) {
        String name = TableFiles.name(file);
        byte[] start = TableFiles.start(file);
        refuseOthers(name, start);
        if (options.sheet().isPresent()) {
            throw new DataException(
                    name,
                    "is a text file, which has no sheet '" + options.sheet().get() + "'. Leave the sheet out.");
        }
        try {
            long size = Files.size(file);
            if (size > options.limits().fileBytes()) {
                throw new DataException(
                        name,
                        "has " + size + " bytes, and " + options.limits().fileBytes()
                                + " is the most that is read. Split it, or allow more.");
            }
            return rows(name, Bytes.of(file), options);
        } catch (IOException e) {
            throw TableFiles.unreadable(name, e);
        }
    }

    /** Starts to read a table whose text is at hand. */
    public TextRows open(String name, String text, TableOptions options) {
        byte[] bytes = (MARK + text).getBytes(StandardCharsets.UTF_8);
        try {
            return rows(name, Bytes.of(bytes), options.encoding(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw TableFiles.unreadable(name, e);
        }
    }

    private static TextRows rows(String name, Bytes bytes, TableOptions options) throws IOException {
        try {
            return new CsvRows(name, bytes, options);
        } catch (RuntimeException | IOException e) {
            bytes.close();
            throw e;
        }
    }

    private static void refuseOthers(String name, byte[] start) {
        String what = "";
        if (Bytes.startsWith(start, 'P', 'K')) {
            what = "a workbook or another zip file, and not text. Save the sheet as CSV, or open it as a workbook.";
        } else if (Bytes.startsWith(start, 0xD0, 0xCF, 0x11, 0xE0)) {
            what = "an old or encrypted workbook, and not text. Save the sheet as CSV.";
        } else if (Bytes.startsWith(start, '%', 'P', 'D', 'F')) {
            what = "a PDF, and not a table. Copy the table into a spreadsheet and save that.";
        } else if (Bytes.startsWith(start, 0x1F, 0x8B)) {
            what = "packed with gzip. Unpack it first.";
        }
        if (!what.isEmpty()) {
            throw new DataException(name, "is " + what);
        }
    }
}

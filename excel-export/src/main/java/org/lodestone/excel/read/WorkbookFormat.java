package org.lodestone.excel.read;

import static java.nio.charset.StandardCharsets.UTF_16LE;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.table.TableFormat;
import org.lodestone.core.table.TableOptions;
import org.lodestone.core.table.TextRows;

/**
 * Workbooks of spreadsheet programs ({@code .xlsx}, {@code .xlsm}).
 *
 * <pre>
 * try (TextRows rows = TableFiles.open(file, TableOptions.DEFAULT.sheet("Data"), WorkbookFormat.INSTANCE)) {
 * </pre>
 *
 * <p>A cell is the text that is stored: a number in plain digits ({@code 0.0015} for {@code 1.5E-3}), never as its format
 * shows it; a number with the format of a date is the date ({@code 2025-09-30}); a truth is TRUE or FALSE; a formula is
 * what it came to when the workbook was saved. Rows in which no cell holds anything are passed over. Of merged cells only
 * the first holds the text; the others are a problem where the sheet is small enough to look ahead, and in any sheet a note
 * once the last row is read.
 */
public enum WorkbookFormat implements TableFormat {
    /** The format, which has no settings of its own: see {@link TableOptions}. */
    INSTANCE;

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(UTF_16LE);

    /** Zip files, and the files of Office 97, in which encrypted workbooks are wrapped too. */
    @Override
    public boolean recognises(byte[] start) {
        return isZip(start) || isOffice97(start);
    }

    @Override
    public TextRows open(Path file, TableOptions options) {
        String name = String.valueOf(file.getFileName());
        try {
            check(file, name, options);
            Book book = Book.open(file, name, options.limits());
            try {
                return new SheetRows(book, book.sheet(options.sheet()));
            } catch (RuntimeException e) {
                book.close();
                throw e;
            }
        } catch (IOException e) {
            throw new DataException(
                    name,
                    "cannot be read (" + e.getMessage() + "). Check that you may read it, and that it is whole.",
                    e);
        }
    }

    private static void check(Path file, String name, TableOptions options) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new DataException(
                    name, Files.exists(file) ? "is not a file. Name one." : "is not there. Check its name.");
        }
        long size = Files.size(file);
        if (size > options.limits().fileBytes()) {
            throw new DataException(
                    name,
                    "has " + size + " bytes, and " + options.limits().fileBytes()
                            + " is the most that is read. Split it, or allow more.");
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (start.length == 0) {
            throw new DataException(name, "is empty. Export it anew.");
        }
        if (isOffice97(start)) {
            throw new DataException(
                    name,
                    isEncrypted(file)
                            ? "is encrypted. Open it in a spreadsheet program with its password, and save it without one."
                            : "is a workbook of the old kind (.xls). Open it in a spreadsheet program and save it as .xlsx.");
        }
        if (!isZip(start)) {
            throw new DataException(name, "is no workbook, whatever its name ends in: " + what(start));
        }
    }

    private static boolean isZip(byte[] start) {
        return begins(start, 'P', 'K') && start.length > 3 && start[2] < 9 && start[3] < 9;
    }

    private static boolean isOffice97(byte[] start) {
        return begins(start, 0xD0, 0xCF, 0x11, 0xE0);
    }

    private static boolean begins(byte[] start, int... bytes) {
        return start.length >= bytes.length
                && IntStream.range(0, bytes.length).allMatch(i -> start[i] == (byte) bytes[i]);
    }

    private static String what(byte[] start) {
        if (begins(start, '%', 'P', 'D', 'F')) {
            return "it is a PDF. Copy the table into a spreadsheet and save that.";
        }
        return "it does not start like one. If it is text, name it .csv or open it as CSV; else export it anew.";
    }

    /** Whether the name of the stream that holds an encrypted workbook stands in the file. */
    private static boolean isEncrypted(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            int matched = 0;
            for (int b = in.read(); b >= 0; b = in.read()) {
                if (b == ENCRYPTED[matched]) {
                    matched++;
                } else {
                    matched = b == ENCRYPTED[0] ? 1 : 0;
                }
                if (matched == ENCRYPTED.length) {
                    return true;
                }
            }
            return false;
        }
    }
}

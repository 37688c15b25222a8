package org.lodestone.core.table;

import com.google.common.base.Throwables;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lodestone.core.problem.DataException;

/**
 * Opens files of tables by what they hold, and not by what their names end in.
 *
 * <pre>TextRows rows = TableFiles.open(file, TableOptions.DEFAULT, WorkbookFormat.INSTANCE);</pre>
 *
 * <p>{@code WorkbookFormat} is in the module that knows workbooks. What is of no other kind is read as CSV.
 */
public final class TableFiles {

    private static final int START = 16;

    private TableFiles() {}

    /** Starts to read {@code file} in the first of {@code formats} that knows its first bytes, or else as CSV. */
    public static TextRows open(Path file, TableOptions options, TableFormat... formats) {
        byte[] start = start(file);
        for (TableFormat format : formats) {
            if (format.recognises(start)) {
                return format.open(file, options);
            }
        }
        return CsvFormat.INSTANCE.open(file, options);
    }

    /** The name of a file without its folders. */
    static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** The first bytes of a file that is there and holds any. */
    static byte[] start(Path file) {
        String name = name(file);
        if (!Files.isRegularFile(file)) {
            throw new DataException(
                    name, Files.exists(file) ? "is not a file. Name one." : "is not there. Check its name.");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(START);
            if (start.length == 0) {
                throw new DataException(name, "is empty. Write a header and rows into it, or export it anew.");
            }
            return start;
        } catch (IOException e) {
            throw unreadable(name, e);
        }
    }

    static DataException unreadable(String name, Exception e) {
        String said = Throwables.getRootCause(e).getMessage();
        return new DataException(name, "cannot be read (" + said + "). Check that you may read it.", e);
    }
}

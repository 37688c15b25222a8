package org.lodestone.core.internal.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Stream;

/** Prints rows as CSV: LF at the end of each, and quotes only where a cell needs them. */
public final class CsvLines {

    private CsvLines() {}

    /** The lines of these rows, whose cells stand as they are given. */
    public static String of(Stream<? extends List<String>> rows) {
        StringWriter text = new StringWriter();
        try {
            write(rows, text);
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be written.", e);
        }
        return text.toString();
    }

    /** Writes the lines of these rows one after the other, and leaves the writer open. */
    public static void write(Stream<? extends List<String>> rows, Writer out) throws IOException {
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        try {
            rows.forEachOrdered(csv::writeRecord);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        csv.flush();
    }
}

package org.lodestone.core.internal.table;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Prints rows as CSV: LF at the end of each, and quotes only where a cell needs them. */
public final class CsvLines {

    private CsvLines() {}

    /** The lines of these rows, whose cells stand as they are given. */
    public static String of(Stream<? extends List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            rows.forEachOrdered(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be written.", e);
        }
        return text.toString();
    }
}

package org.lodestone.core.internal.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Tables of the library's own, each beside the class that reads it. */
public final class LibraryTable {

    private LibraryTable() {}

    /** The rows of a table; lines that begin with {@code #} say where it is from. */
    public static ImmutableList<NamedCsvRecord> rows(Class<?> reader, String name) {
        return rows(requireNonNull(reader.getResourceAsStream(name)), name);
    }

    /** The same of another module, whose files that module alone can open. */
    public static ImmutableList<NamedCsvRecord> rows(InputStream file, String name) {
        try (InputStream stream = file;
                CsvReader<NamedCsvRecord> rows = CsvReader.builder()
                        .commentStrategy(CommentStrategy.SKIP)
                        .ofNamedCsvRecord(stream, UTF_8)) {
            return ImmutableList.copyOf(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read from the library.", e);
        }
    }
}

package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.file.StagedFolder;

/**
 * Writes a {@link Dataset} as a folder of tables, from which {@link DatasetReader} reads an equal one.
 *
 * <p>The folder has {@code datapackage.json} with a Table Schema for each table, the tables that are not empty, and
 * {@code screen.json} where there is a screen. It is written beside its place, read back, and moved there only if what was
 * read is equal and has no problems.
 */
public final class DatasetWriter {

    /** The files that a dataset may have. */
    static final ImmutableSet<String> FILES = Stream.concat(
                    Layout.ALL.stream().map(Layout::file), Stream.of(Manifest.FILE, ScreenFile.FILE))
            .collect(toImmutableSet());

    private DatasetWriter() {}

    /**
     * Writes a dataset to a folder that is not there yet, or is empty.
     *
     * @throws FileAlreadyExistsException if the folder has anything in it; {@link #replace} is for that
     * @throws DatasetException if the reader would have problems with it; nothing is written then
     * @throws IOException if the folder cannot be written; what was there is then untouched
     */
    public static void write(Dataset dataset, Path folder) throws IOException {
        try (StagedFolder staged = stage(dataset, folder)) {
            staged.moveIntoPlace();
        }
    }

    /** Writes a dataset in the place of the one in the folder. Files that belong to no dataset, such as notes, are kept. */
    public static void replace(Dataset dataset, Path folder) throws IOException {
        try (StagedFolder staged = stage(dataset, folder)) {
            staged.replace();
        }
    }

    private static StagedFolder stage(Dataset dataset, Path folder) throws IOException {
        ImmutableMap<String, String> files = print(dataset);
        StagedFolder staged = StagedFolder.beside(folder, file -> FILES.contains(file) || files.containsKey(file));
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                staged.put(file.getKey(), encode(file.getKey(), file.getValue()));
            }
            requireEqual(
                    dataset, DatasetReader.read(staged.path(), own(dataset)).orElseThrow());
            return staged;
        } catch (IOException | RuntimeException e) {
            staged.close();
            throw e;
        }
    }

    /** The files by name. */
    private static ImmutableMap<String, String> print(Dataset dataset) {
        ImmutableListMultimap<Layout, TableRow> rows = TableRows.of(dataset);
        ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
        List<Table<?>> own = own(dataset);
        Set<Layout> tables = Stream.concat(rows.keySet().stream(), own.stream().map(Table::layout))
                .collect(toImmutableSet());
        files.put(Manifest.FILE, ManifestWriter.print(dataset, tables));
        own.forEach(table -> files.put(table.layout().file(), text(table, dataset)));
        rows.asMap().forEach((table, all) -> files.put(table.file(), CsvText.table(table, rows.get(table))));
        dataset.screen().ifPresent(screen -> files.put(ScreenFile.FILE, ScreenWriter.print(screen)));
        return files.buildOrThrow();
    }

    /** Tables of one's own. */
    private static List<Table<?>> own(Dataset dataset) {
        return dataset.tables().tables().stream()
                .filter(table -> !Table.all().contains(table))
                .toList();
    }

    private static <R> String text(Table<R> table, Dataset dataset) {
        return CsvText.line(table.layout().columns())
                + dataset.rows(table).stream()
                        .map(row -> CsvText.line(table.cells(row)))
                        .collect(joining());
    }

    private static byte[] encode(String file, String text) {
        try {
            ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] content = new byte[bytes.remaining()];
            bytes.get(content);
            return content;
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(file + ": holds half of a character, which no file can. Correct it.", e);
        }
    }

    /** Refuses a dataset that says more than its tables can. */
    private static void requireEqual(Dataset dataset, Dataset written) {
        for (Table<?> table :
                Sets.union(dataset.tables().tables(), written.tables().tables())) {
            requireEqual(table.name(), dataset.rows(table), written.rows(table), dataset);
        }
        for (RecordComponent part : Dataset.class.getRecordComponents()) {
            requireEqual(part.getName(), value(part, dataset), value(part, written), dataset);
        }
    }

    private static void requireEqual(String part, Object said, Object written, Dataset dataset) {
        if (!said.equals(written)) {
            throw new IllegalArgumentException("The dataset '" + dataset.name() + "' says more of its "
                    + part + " than a table can hold: what is read from it differs. Look for notes where"
                    + " there is no such column, and for semicolons in the words of a list.");
        }
    }

    private static Object value(RecordComponent part, Dataset dataset) {
        try {
            return part.getAccessor().invoke(dataset);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record gives out its " + part.getName() + ".", e);
        }
    }
}

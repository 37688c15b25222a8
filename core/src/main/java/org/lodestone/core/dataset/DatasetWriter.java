package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.file.FolderFiles;
import org.lodestone.core.internal.file.FolderTurn;
import org.lodestone.core.internal.file.StagedFolder;
import org.lodestone.core.internal.research.PublicationFile;
import org.lodestone.core.internal.screen.ScreenWriter;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.research.Publication;
import org.lodestone.core.screen.Screen;

/**
 * Writes a {@link Dataset} as a folder of tables, from which {@link DatasetReader} reads an equal one.
 *
 * <p>The folder has {@code datapackage.json} with a Table Schema for each table, the tables that are not empty, and
 * {@code screen.json} where there is a screen, {@code benefit.json} where there is one of who benefits, and {@code report.json} where it
 * says who publishes. It is written only if what is read from it is equal and has no problems, and then all of it or nothing.
 */
final class DatasetWriter {

    private DatasetWriter() {}

    /**
     * Writes a dataset to a folder that is not there yet, or is empty.
     *
     * @throws FileAlreadyExistsException if the folder has anything in it; {@link #replace} is for that
     * @throws DataException if the reader would have problems with it; nothing is written then
     * @throws IOException if the folder cannot be written; what was there is then untouched
     */
    static void write(Dataset dataset, Path folder) throws IOException {
        requireNonNull(folder, "folder");
        Map<String, ByteSource> files = printed(dataset);
        if (!Files.isDirectory(folder)) {
            StagedFolder.make(folder, files);
            return;
        }
        try (FolderTurn turn = FolderTurn.of(folder)) {
            turn.requireEmpty();
            turn.replace(files, own -> false);
        }
    }

    /** Writes a dataset in the place of the one in the folder. Files that belong to no dataset, such as notes, are kept. */
    static void replace(Dataset dataset, Path folder) throws IOException {
        requireNonNull(folder, "folder");
        Map<String, ByteSource> files = printed(dataset);
        if (!Files.isDirectory(folder)) {
            try {
                StagedFolder.make(folder, files);
                return;
            } catch (FileAlreadyExistsException e) {
                // another run has made it in the meantime, and this one is the last
            }
        }
        try (FolderTurn turn = FolderTurn.of(folder)) {
            turn.replace(files, files(dataset.tables())::contains);
        }
    }

    /** The files by name, of which an equal dataset is read. */
    private static Map<String, ByteSource> printed(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        ImmutableMap.Builder<String, byte[]> files = ImmutableMap.builder();
        print(dataset).forEach((name, text) -> files.put(name, encode(name, text)));
        ImmutableMap<String, byte[]> printed = files.buildOrThrow();
        requireEqual(
                dataset,
                DatasetReader.read(FolderFiles.of(printed), own(dataset)).orElseThrow());
        return Maps.transformValues(printed, ByteSource::wrap);
    }

    /** The files that a dataset with these tables may have. */
    static ImmutableSet<String> files(Collection<Table<?>> tables) {
        return Stream.concat(
                        tables.stream().map(Table::file),
                        Stream.of(Manifest.FILE, ScreenFile.SCREEN, ScreenFile.BENEFIT, PublicationFile.FILE))
                .collect(toImmutableSet());
    }

    /** The files by name. */
    private static ImmutableMap<String, String> print(Dataset dataset) {
        List<Table<?>> tables = dataset.tables().stream()
                .filter(table -> !dataset.rows(table).isEmpty())
                .toList();
        ImmutableMap.Builder<String, String> files = ImmutableMap.builder();
        files.put(Manifest.FILE, ManifestWriter.print(dataset, tables));
        tables.forEach(table -> files.put(table.file(), CsvText.table(table, table.rows(dataset))));
        print(dataset.screen(), ScreenFile.SCREEN, files);
        print(dataset.benefit(), ScreenFile.BENEFIT, files);
        PublicationFile.print(dataset.publication(), Publication.of(dataset.resource()))
                .ifPresent(text -> files.put(PublicationFile.FILE, text));
        return files.buildOrThrow();
    }

    private static void print(Optional<Screen> screen, String file, ImmutableMap.Builder<String, String> files) {
        screen.ifPresent(one -> files.put(file, ScreenWriter.print(one, file)));
    }

    private static List<Table<?>> own(Dataset dataset) {
        return dataset.tables().stream()
                .filter(table -> !Table.all().contains(table))
                .toList();
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
        if (!dataset.equals(written)) {
            String part = dataset.tables().stream()
                    .filter(table -> !dataset.rows(table).equals(written.rows(table)))
                    .findFirst()
                    .map(Table::name)
                    .orElse(fileThatDiffers(dataset, written));
            throw new IllegalArgumentException("The dataset '" + dataset.name() + "' says more of its " + part
                    + " than a table can hold: what is read from it differs. Look for notes where there is no such"
                    + " column, and for semicolons in the words of a list.");
        }
    }

    /** The file beside the tables that says less than the dataset. */
    private static String fileThatDiffers(Dataset dataset, Dataset written) {
        if (!dataset.screen().equals(written.screen())) {
            return ScreenFile.SCREEN;
        }
        if (!dataset.benefit().equals(written.benefit())) {
            return ScreenFile.BENEFIT;
        }
        return dataset.publication().equals(written.publication()) ? Manifest.FILE : PublicationFile.FILE;
    }
}

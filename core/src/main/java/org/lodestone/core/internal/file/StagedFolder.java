package org.lodestone.core.internal.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.google.common.io.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * A folder in the making, beside the place it is meant for. Closed without having been moved there, it is gone. As long as it
 * is open, nobody else can make one for the same place. The files of a folder that is there are changed by a {@link FolderTurn}.
 *
 * <pre>
 * try (StagedFolder staged = StagedFolder.beside(folder)) {
 *     staged.put("sources.csv", sources);
 *     staged.moveIntoPlace();
 * }
 * </pre>
 */
public final class StagedFolder implements Closeable {

    private final Path place;
    private final Temporary temporary;

    private StagedFolder(Path place, Temporary temporary) {
        this.place = place;
        this.temporary = temporary;
    }

    /**
     * Starts an empty folder beside {@code place}, whose parent must be there.
     *
     * @throws NotWrittenException if the parent is missing
     * @throws IOException if another run has been writing the place for long
     */
    public static StagedFolder beside(Path place) throws IOException {
        Path whole = place.toAbsolutePath().normalize();
        if (whole.getFileName() == null) {
            throw new IOException("'" + place + "' is no place for a folder. Name one in it.");
        }
        SafeFiles.requireFolder(whole.resolveSibling(""), place);
        StagedFolder staged = new StagedFolder(whole, Temporary.of(whole));
        try {
            // into a folder of its owner alone, within which it is what any new folder is
            Files.createDirectory(staged.temporary.path(), Access.ownerOnlyFolder(staged.temporary.path()));
            Files.createDirectory(staged.path());
            return staged;
        } catch (IOException e) {
            staged.close();
            throw e;
        }
    }

    /**
     * Makes a folder of these files, by their names.
     *
     * @throws FileAlreadyExistsException if a folder is there
     * @throws NotWrittenException if the parent is missing
     */
    public static void make(Path place, Map<String, ByteSource> files) throws IOException {
        try (StagedFolder staged = beside(place)) {
            for (Map.Entry<String, ByteSource> file : files.entrySet()) {
                staged.put(file.getKey(), file.getValue());
            }
            staged.moveIntoPlace();
        }
    }

    /** Where it is while in the making. */
    public Path path() {
        return temporary.path().resolve("folder");
    }

    /** Adds a file of this name. */
    public void put(String name, byte[] content) throws IOException {
        put(name, ByteSource.wrap(content));
    }

    private void put(String name, ByteSource content) throws IOException {
        Path file = path().resolve(name);
        SafeFiles.write(file, content, file);
    }

    /**
     * Moves it to its place.
     *
     * @throws FileAlreadyExistsException if a folder is there
     */
    public void moveIntoPlace() throws IOException {
        if (Files.isDirectory(place)) {
            throw new FileAlreadyExistsException(place.toString(), null, "is a folder that is there already");
        }
        if (Files.exists(place, NOFOLLOW_LINKS)) {
            throw new NotWrittenException(place, "it is a file, and no folder. Name another");
        }
        SafeFiles.onDisk(path());
        Files.move(path(), place, ATOMIC_MOVE);
        SafeFiles.onDisk(place.resolveSibling(""));
    }

    @Override
    public void close() {
        temporary.close();
    }
}

package org.lodestone.core.internal.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.google.common.collect.ImmutableList;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder in the making, beside the place it is meant for. Closed without having been moved there, it is gone. As long as it
 * is open, nobody else can make one for the same place.
 *
 * <pre>
 * try (StagedFolder staged = StagedFolder.beside(folder, name -> name.endsWith(".csv"))) {
 *     staged.put("sources.csv", sources);
 *     staged.moveIntoPlace();
 * }
 * </pre>
 */
public final class StagedFolder implements Closeable {

    private static final String REPLACED = ".replaced";

    private final Path place;
    private final Temporary temporary;
    private final Predicate<String> own;

    private StagedFolder(Path place, Temporary temporary, Predicate<String> own) {
        this.place = place;
        this.temporary = temporary;
        this.own = own;
    }

    /**
     * Starts an empty folder beside {@code place}, whose parent must be there.
     *
     * @param own names of the files that a replacement takes away; it keeps all others that are there
     * @throws NotWrittenException if the parent is missing
     * @throws IOException if another run has been writing the place for long
     */
    public static StagedFolder beside(Path place, Predicate<String> own) throws IOException {
        Path real = Files.isDirectory(place)
                ? place.toRealPath()
                : place.toAbsolutePath().normalize();
        if (real.getFileName() == null) {
            throw new IOException("'" + place + "' is no place for a folder. Name one in it.");
        }
        SafeFiles.requireFolder(real.resolveSibling(""), place);
        StagedFolder staged = new StagedFolder(real, Temporary.of(real), own);
        try {
            staged.finishReplacing();
            Files.createDirectory(staged.path(), Access.ownerOnlyFolder(staged.path()));
            return staged;
        } catch (IOException e) {
            staged.close();
            throw e;
        }
    }

    /** Where it is while in the making. */
    public Path path() {
        return temporary.path();
    }

    /** Adds a file of this name. */
    public void put(String name, byte[] content) throws IOException {
        Path file = path().resolve(name);
        Files.write(file, content);
        SafeFiles.onDisk(file);
    }

    /**
     * Moves it to its place.
     *
     * @throws FileAlreadyExistsException if something other than an empty folder is there
     */
    public void moveIntoPlace() throws IOException {
        if (!Files.exists(place, NOFOLLOW_LINKS)) {
            move(Access.ofNewFolder(temporary.sibling(".probe")));
            return;
        }
        requireFolder();
        if (!list(place).isEmpty()) {
            throw new FileAlreadyExistsException(place.toString(), null, "is a folder that is not empty");
        }
        Access access = Access.of(place);
        Files.delete(place);
        move(access);
    }

    /**
     * Puts it in the place of the folder that is there, if any. What that holds besides its own files is kept, and who may do
     * what with them.
     */
    public void replace() throws IOException {
        if (!Files.exists(place, NOFOLLOW_LINKS)) {
            moveIntoPlace();
            return;
        }
        requireFolder();
        for (Path file : list(path())) {
            Path before = place.resolve(file.getFileName());
            if (Files.isRegularFile(before, NOFOLLOW_LINKS)) {
                Access.of(before).giveTo(file);
            }
        }
        Access access = Access.of(place);
        Files.move(place, replaced(), ATOMIC_MOVE);
        try {
            move(access);
        } catch (IOException e) {
            Files.move(replaced(), place, ATOMIC_MOVE);
            throw e;
        }
        finishReplacing();
    }

    @Override
    public void close() throws IOException {
        temporary.close();
    }

    private void move(Access access) throws IOException {
        access.giveTo(path());
        SafeFiles.onDisk(path());
        Files.move(path(), place, ATOMIC_MOVE);
        SafeFiles.onDisk(place.resolveSibling(""));
    }

    private void requireFolder() throws IOException {
        if (!Files.isDirectory(place)) {
            throw new NotWrittenException(place, "it is a file, and no folder. Name another");
        }
    }

    /** Moves what is to be kept out of the folder that was replaced; where none has taken its place yet, it goes back. */
    private void finishReplacing() throws IOException {
        if (!Files.isDirectory(replaced(), NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.exists(place, NOFOLLOW_LINKS)) {
            Files.move(replaced(), place, ATOMIC_MOVE);
            return;
        }
        for (Path kept : list(replaced())) {
            Path target = place.resolve(kept.getFileName());
            if (!own.test(kept.getFileName().toString()) && !Files.exists(target, NOFOLLOW_LINKS)) {
                Files.move(kept, target, ATOMIC_MOVE);
            }
        }
        Temporary.delete(replaced());
    }

    /** Where the folder that was there is for the moment between the two moves, or longer where the process was killed. */
    private Path replaced() {
        return temporary.sibling(REPLACED);
    }

    private static ImmutableList<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().collect(ImmutableList.toImmutableList());
        }
    }

    @Override
    public String toString() {
        return "folder " + place + ", not yet in its place";
    }
}

package org.lodestone.core.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import com.google.common.collect.ImmutableList;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A folder in the making, beside the place it is meant for. Closed without having been moved there, it is gone.
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
    private final Path staged;
    private final Predicate<String> own;

    private StagedFolder(Path place, Path staged, Predicate<String> own) {
        this.place = place;
        this.staged = staged;
        this.own = own;
    }

    /**
     * Starts an empty folder beside {@code place}, whose parent must be there.
     *
     * @param own names of the files that a replacement takes away; it keeps all others that are there
     */
    public static StagedFolder beside(Path place, Predicate<String> own) throws IOException {
        Path real = Files.isDirectory(place)
                ? place.toRealPath()
                : place.toAbsolutePath().normalize();
        if (real.getFileName() == null) {
            throw new IOException("'" + place + "' is no place for a folder. Name one in it.");
        }
        finishReplacing(real, own);
        Path staged = SafeFiles.unfinished(real);
        delete(staged);
        Files.createDirectory(staged);
        staged.toFile().deleteOnExit(); // where the process is interrupted, after the files in it
        return new StagedFolder(real, staged, own);
    }

    /** Where it is while in the making. */
    public Path path() {
        return staged;
    }

    /** Adds a file of this name. */
    public void put(String name, byte[] content) throws IOException {
        Path file = staged.resolve(name);
        file.toFile().deleteOnExit();
        Files.write(file, content);
    }

    /**
     * Moves it to its place.
     *
     * @throws FileAlreadyExistsException if something other than an empty folder is there
     */
    public void moveIntoPlace() throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            requireFolder();
            if (!isEmpty(place)) {
                throw new FileAlreadyExistsException(place.toString(), null, "is a folder that is not empty");
            }
            Files.delete(place);
        }
        Files.move(staged, place, ATOMIC_MOVE);
    }

    /** Puts it in the place of the folder that is there, if any. What that holds besides its own files is kept. */
    public void replace() throws IOException {
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            moveIntoPlace();
            return;
        }
        requireFolder();
        Path replaced = replaced(place);
        Files.move(place, replaced, ATOMIC_MOVE);
        try {
            Files.move(staged, place, ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(replaced, place, ATOMIC_MOVE);
            throw e;
        }
        finishReplacing(place, own);
    }

    /**
     * Moves single files of it to their places, in this order, over those that are there. All of them, or, where one fails,
     * none.
     */
    public void moveFiles(List<String> names) throws IOException {
        Map<Path, byte[]> before = new LinkedHashMap<>();
        List<Path> added = new ArrayList<>();
        try {
            for (String name : names) {
                Path file = place.resolve(name);
                if (Files.exists(file)) {
                    before.put(file, Files.readAllBytes(file));
                } else {
                    added.add(file);
                }
                SafeFiles.replace(staged.resolve(name), file);
            }
        } catch (IOException e) {
            for (Map.Entry<Path, byte[]> file : before.entrySet()) {
                SafeFiles.write(file.getKey(), file.getValue());
            }
            for (Path file : added) {
                Files.deleteIfExists(file);
            }
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        delete(staged);
    }

    private void requireFolder() throws IOException {
        if (!Files.isDirectory(place)) {
            throw new NotDirectoryException(place.toString());
        }
    }

    /** Moves what is to be kept out of the folder that was replaced; where none has taken its place yet, it goes back. */
    private static void finishReplacing(Path place, Predicate<String> own) throws IOException {
        Path replaced = replaced(place);
        if (!Files.isDirectory(replaced)) {
            return;
        }
        if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            Files.move(replaced, place, ATOMIC_MOVE);
            return;
        }
        for (Path kept : list(replaced)) {
            Path target = place.resolve(kept.getFileName());
            if (!own.test(kept.getFileName().toString()) && !Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
                Files.move(kept, target, ATOMIC_MOVE);
            }
        }
        delete(replaced);
    }

    private static Path replaced(Path place) {
        return place.resolveSibling(place.getFileName() + REPLACED);
    }

    private static boolean isEmpty(Path folder) throws IOException {
        return list(folder).isEmpty();
    }

    private static ImmutableList<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().collect(ImmutableList.toImmutableList());
        }
    }

    private static void delete(Path path) throws IOException {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}

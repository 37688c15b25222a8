package org.lodestone.core.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import com.google.common.collect.Maps;
import com.google.common.io.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A turn at changing the files of a folder, which one run has at a time.
 *
 * <p>The new files are made in a folder within that folder. When they are complete and on disk, that folder gets another name,
 * and with this one step the change is decided: what follows, that each file takes its place, is completed by the next run
 * that reads or changes the folder, where this one is killed.
 *
 * <pre>
 * .lodestone-….new        files in the making, which nobody looks at; the next run takes it away
 * .lodestone-….decided    files that are to take their places, and the names of those that are to go
 * </pre>
 */
public final class FolderTurn implements Closeable {

    /** The words that follow the name of a folder that is being written. */
    static final String BUSY = "is being written by another run. Try again in a moment.";

    private static final String DECIDED = ".decided";
    private static final String GONE = ".gone";

    private final Path folder;
    private final Temporary turn;

    private FolderTurn(Path folder, Temporary turn) {
        this.folder = folder;
        this.turn = turn;
    }

    /**
     * Waits for a turn. A change that a killed run left is completed.
     *
     * @throws IOException if another run has had it for long
     */
    public static FolderTurn of(Path folder) throws IOException {
        Path real = folder.toRealPath();
        FolderTurn turn = new FolderTurn(real, Temporary.of(place(real)));
        try {
            turn.finish();
            return turn;
        } catch (IOException e) {
            turn.close();
            throw e;
        }
    }

    /** Everybody who changes the folder has the same name for what is in the making, and so waits for the others. */
    private static Path place(Path folder) {
        return folder.resolve("change");
    }

    private static Path decided(Path folder) {
        return Temporary.sibling(place(folder), DECIDED);
    }

    /** Whether files of a folder are taking their places, or would be had their run not been killed. */
    static boolean isInLastStep(Path folder) {
        return Files.exists(decided(folder), NOFOLLOW_LINKS);
    }

    /** Completes the change that a killed run left in a folder, if there is one. Why that cannot be done, if so. */
    static Optional<String> finish(Path folder) {
        if (!isInLastStep(folder)) {
            return Optional.empty();
        }
        try {
            Path real = folder.toRealPath();
            Optional<Temporary> free = Temporary.ofFree(place(real));
            if (free.isEmpty()) {
                return Optional.of(BUSY);
            }
            try (FolderTurn turn = new FolderTurn(real, free.get())) {
                turn.finish();
                return Optional.empty();
            }
        } catch (IOException e) {
            return Optional.of("holds a change that is not complete, and cannot be completed (" + e.getMessage()
                    + "). Let the user who began it run any command on it.");
        }
    }

    /** Those files of the folder that were read before, as they are now. */
    public FolderFiles read(FolderFiles before) throws IOException {
        return FolderFiles.read(folder, before.wanted());
    }

    /** Throws {@link FileAlreadyExistsException} if there is anything in the folder. */
    public void requireEmpty() throws IOException {
        if (!list(folder).stream().allMatch(Temporary::isOne)) {
            throw new FileAlreadyExistsException(folder.toString(), null, "is a folder that is not empty");
        }
    }

    /** Writes files of the folder, by name: all of them, or none where one cannot be written. */
    public void write(Map<String, byte[]> files) throws IOException {
        change(Maps.transformValues(files, ByteSource::wrap), ImmutableSet.of());
    }

    /** Writes files of the folder, and takes away those of its own that are not among them: all of it, or nothing. */
    public void replace(Map<String, ByteSource> files, Predicate<String> own) throws IOException {
        change(
                files,
                list(folder).stream()
                        .filter(file -> !Files.isDirectory(file, NOFOLLOW_LINKS))
                        .map(FolderTurn::name)
                        .filter(name -> own.test(name) && !files.containsKey(name))
                        .collect(ImmutableSet.toImmutableSet()));
    }

    private void change(Map<String, ByteSource> files, Set<String> gone) throws IOException {
        for (String name : Iterables.concat(files.keySet(), gone)) {
            requireWritable(name);
        }
        Path made = turn.path();
        Files.createDirectory(made, Access.ownerOnlyFolder(made));
        for (Map.Entry<String, ByteSource> file : files.entrySet()) {
            SafeFiles.write(made.resolve(file.getKey()), file.getValue(), target(file.getKey()));
        }
        Path list = made.resolve(GONE);
        SafeFiles.write(list, ByteSource.wrap(String.join("\n", gone).getBytes(UTF_8)), list);
        SafeFiles.onDisk(made);
        Files.move(made, decided(folder), ATOMIC_MOVE);
        SafeFiles.onDisk(folder);
        finish();
    }

    /** Refuses, before anything is decided, a file that another could not take the place of. */
    private void requireWritable(String name) throws IOException {
        Path target = target(name);
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new NotWrittenException(target, "'" + name + "' is read-only. Allow writing");
        }
    }

    /** Where a file of the folder is written: where its links lead. */
    private Path target(String name) throws IOException {
        Path target = SafeFiles.target(folder.resolve(name));
        if (!target.startsWith(folder)) {
            throw new NotWrittenException(
                    folder.resolve(name),
                    "it is a link that leads out of the folder. Put a copy of the file in its place");
        }
        return target;
    }

    /**
     * Lets each file of a change that is decided take its place, however many have already.
     *
     * @throws UnfinishedException if one cannot
     */
    private void finish() throws IOException {
        Path decided = decided(folder);
        if (!Files.isDirectory(decided, NOFOLLOW_LINKS)) {
            return;
        }
        turn.requireOurs(decided);
        try {
            takePlaces(decided);
        } catch (IOException e) {
            throw new UnfinishedException(e);
        }
        SafeFiles.onDisk(folder);
        Temporary.delete(decided);
    }

    private void takePlaces(Path decided) throws IOException {
        Path list = decided.resolve(GONE);
        Set<String> gone = Files.exists(list) ? ImmutableSet.copyOf(Files.readAllLines(list)) : ImmutableSet.of();
        for (Path file : list(decided)) {
            if (!file.equals(list)) {
                Files.move(file, target(name(file)), REPLACE_EXISTING, ATOMIC_MOVE);
            }
        }
        for (Path file : list(folder)) {
            if (gone.contains(name(file))) {
                Files.delete(file);
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static ImmutableList<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().collect(ImmutableList.toImmutableList());
        }
    }

    @Override
    public void close() {
        turn.close();
    }
}

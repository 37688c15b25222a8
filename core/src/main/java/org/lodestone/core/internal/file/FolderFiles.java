package org.lodestone.core.internal.file;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The files of a folder at one moment: all as they were before a {@link FolderTurn} changed them, or all as they are after it.
 *
 * <p>A change that is in its last step, or that a killed run left there, is told by a folder in it; who finds the latter
 * completes it first. So a reader looks whether there is a change and who the files are, reads them, and looks again.
 */
public final class FolderFiles {

    private static final long LONGEST_WAIT_MS = 1_000;
    private static final long PAUSE_MS = 5;

    private final ImmutableSet<String> wanted;
    private final ImmutableSet<String> names;
    private final ImmutableMap<String, FileContent> contents;

    private FolderFiles(Set<String> wanted, Set<String> names, Map<String, FileContent> contents) {
        this.wanted = ImmutableSet.copyOf(wanted);
        this.names = ImmutableSet.copyOf(names);
        this.contents = ImmutableMap.copyOf(contents);
    }

    /** Files that are in no folder. */
    public static FolderFiles of(Map<String, byte[]> files) {
        return new FolderFiles(files.keySet(), ImmutableSet.of(), ImmutableMap.of()).with(files);
    }

    /**
     * Reads those files of a folder that are named. Of a folder that is not there, there are none.
     *
     * @throws IOException if the folder cannot be listed, or has been written for a second, with a message that reads on after
     *     its name
     */
    public static FolderFiles read(Path folder, Set<String> wanted) throws IOException {
        if (!Files.isDirectory(folder)) {
            return new FolderFiles(wanted, ImmutableSet.of(), ImmutableMap.of());
        }
        long end = System.nanoTime() + LONGEST_WAIT_MS * 1_000_000;
        while (true) {
            Optional<String> hindrance = FolderTurn.finish(folder);
            if (hindrance.isEmpty()) {
                ImmutableMap<String, List<?>> before = identities(folder, wanted);
                FolderFiles files = new FolderFiles(wanted, before.keySet(), contents(folder, before.keySet(), wanted));
                if (!FolderTurn.isInLastStep(folder)
                        && identities(folder, wanted).equals(before)) {
                    return files;
                }
            }
            if (System.nanoTime() > end) {
                throw new IOException(hindrance.orElse(FolderTurn.BUSY));
            }
            Temporary.pause(PAUSE_MS);
        }
    }

    private static ImmutableMap<String, FileContent> contents(Path folder, Set<String> names, Set<String> wanted) {
        return Sets.intersection(names, wanted).stream()
                .collect(ImmutableMap.toImmutableMap(name -> name, name -> FileContent.in(folder, name)));
    }

    /** All names in a folder; of files that are wanted also who they are, which is another where one takes the place of another. */
    private static ImmutableMap<String, List<?>> identities(Path folder, Set<String> wanted) throws IOException {
        ImmutableMap.Builder<String, List<?>> identities = ImmutableMap.builder();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                identities.put(name, wanted.contains(name) ? identity(file) : List.of());
            }
        }
        return identities.buildKeepingLast();
    }

    private static List<?> identity(Path file) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Arrays.asList(attributes.fileKey(), attributes.lastModifiedTime(), attributes.size());
        } catch (IOException e) {
            return List.of(); // which its content tells
        }
    }

    /** These files with others in their place, or beside them. */
    public FolderFiles with(Map<String, byte[]> others) {
        Map<String, FileContent> all = new HashMap<>(contents);
        others.forEach((name, bytes) -> all.put(name, FileContent.of(bytes)));
        return new FolderFiles(wanted, Sets.union(names, others.keySet()), all);
    }

    /** The names by which these were read. */
    ImmutableSet<String> wanted() {
        return wanted;
    }

    /** All names in the folder. */
    public ImmutableSet<String> names() {
        return names;
    }

    /** Whether there is a file of this name. */
    public boolean has(String name) {
        return names.contains(name);
    }

    /** A file that was named when these were read. */
    public FileContent content(String name) {
        return contents.getOrDefault(name, FileContent.MISSING);
    }

    /** The first of the files that were read that others say something else of; empty where none does. */
    public Optional<String> firstChanged(FolderFiles others) {
        return Sets.union(contents.keySet(), others.contents.keySet()).stream()
                .filter(name -> !content(name).isSame(others.content(name)))
                .sorted()
                .findFirst();
    }
}

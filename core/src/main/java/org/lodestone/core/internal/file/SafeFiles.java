package org.lodestone.core.internal.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.google.common.io.Closer;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Writes files whole or not at all: one that is there is replaced only once the new one is complete, and is on disk.
 *
 * <p>A link stays a link, and the file it leads to is replaced. That keeps its permissions, and its owner and group where this
 * process may give files away. What is neither a file nor missing, such as a folder, a device or a pipe, is refused.
 */
public final class SafeFiles {

    /** As Linux: more links than these are a loop. */
    private static final int MOST_LINKS = 40;

    private SafeFiles() {}

    /**
     * Writes a file.
     *
     * @throws IOException if it cannot be written, such as a {@link NotWrittenException} where its folder is missing; what was there is then untouched
     */
    public static void write(Path file, byte[] content) throws IOException {
        write(file, ByteSource.wrap(content));
    }

    /**
     * Writes a file.
     *
     * @throws IOException if it cannot be written, or {@code content} cannot be read; what was there is then untouched
     */
    public static void write(Path file, ByteSource content) throws IOException {
        writeAll(ImmutableMap.of(file, content));
    }

    /**
     * Writes several files, in this order: all of them, or none where one cannot be written. A process that is killed may have
     * replaced the first of them, each whole.
     */
    public static void writeAll(Map<Path, ByteSource> contents) throws IOException {
        Map<Path, Temporary> complete = new LinkedHashMap<>();
        try (Closer closer = Closer.create()) {
            for (Map.Entry<Path, ByteSource> content : contents.entrySet()) {
                Path target = target(content.getKey());
                Temporary temporary = closer.register(Temporary.in(folderOf(target)));
                write(temporary.path(), content.getValue(), target);
                complete.put(target, temporary);
            }
            moveAll(complete);
        }
    }

    /**
     * The file that is written in place of {@code file}: where its links lead.
     *
     * @throws NotWrittenException if what is there is no file, or the folder for it is missing
     */
    public static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int links = 0; Files.isSymbolicLink(target); links++) {
            if (links == MOST_LINKS) {
                throw new NotWrittenException(file, "it is a link that leads in a circle. Name a file");
            }
            target = folderOf(target).toRealPath().resolve(Files.readSymbolicLink(target));
        }
        if (Files.isDirectory(target, NOFOLLOW_LINKS)) {
            throw new NotWrittenException(file, "it is a folder. Name a file");
        }
        if (Files.exists(target, NOFOLLOW_LINKS) && !Files.isRegularFile(target, NOFOLLOW_LINKS)) {
            throw new NotWrittenException(file, "it is a device or a pipe, and no file. Name a file");
        }
        requireFolder(folderOf(target), file);
        return target;
    }

    /** Refuses to write {@code file} where the folder that it is to stand in is missing. */
    static void requireFolder(Path folder, Path file) throws NotWrittenException {
        if (!Files.isDirectory(folder)) {
            throw new NotWrittenException(
                    file,
                    Files.exists(folder)
                            ? "'" + folder + "' is a file, and no folder. Name another"
                            : "there is no folder '" + folder + "'. Create it first");
        }
    }

    private static Path folderOf(Path target) {
        return target.resolveSibling("");
    }

    // ---------------------------------------------------------------- complete, then in its place

    private static void write(Path unfinished, ByteSource content, Path target) throws IOException {
        Access access = Files.exists(target, NOFOLLOW_LINKS) ? Access.of(target) : Access.ofNew(unfinished);
        Files.createFile(unfinished, Access.ownerOnlyFile(unfinished));
        try (FileChannel channel = FileChannel.open(unfinished, WRITE, NOFOLLOW_LINKS)) {
            content.copyTo(Channels.newOutputStream(channel));
            channel.force(true);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + need(content), e);
        }
        access.giveTo(unfinished);
    }

    /** A full disk says neither how much it lacks nor of what. */
    private static String need(ByteSource content) {
        return content.sizeIfKnown()
                .transform(bytes -> String.format(Locale.ROOT, " (the file has %,d bytes)", bytes))
                .or("");
    }

    private static void moveAll(Map<Path, Temporary> complete) throws IOException {
        Map<Path, Optional<byte[]>> moved = new LinkedHashMap<>();
        try {
            for (Map.Entry<Path, Temporary> file : complete.entrySet()) {
                Path target = file.getKey();
                Optional<byte[]> before = complete.size() > 1 && Files.exists(target)
                        ? Optional.of(Files.readAllBytes(target))
                        : Optional.empty();
                Files.move(file.getValue().path(), target, REPLACE_EXISTING, ATOMIC_MOVE);
                moved.put(target, before);
                onDisk(folderOf(target));
            }
        } catch (IOException e) {
            for (Map.Entry<Path, Optional<byte[]>> file : moved.entrySet()) {
                if (file.getValue().isPresent()) {
                    write(file.getKey(), file.getValue().get());
                } else {
                    Files.deleteIfExists(file.getKey());
                }
            }
            throw e;
        }
    }

    /** Waits until the names in a folder, or the bytes of a file, are on disk; Windows lets no folder be opened. */
    static void onDisk(Path path) {
        try (FileChannel channel = FileChannel.open(path, READ)) {
            channel.force(true);
        } catch (IOException e) {
            // a file system that cannot tell is trusted
        }
    }
}

package org.lodestone.core.internal.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Writes files whole or not at all: one that is there is replaced only once the new one is complete, and is on disk.
 *
 * <p>A link stays a link, and the file it leads to is replaced. That keeps its permissions, and its owner and group where this
 * process may give files away. What is neither a file nor missing, such as a folder, a device or a pipe, is refused.
 */
public final class SafeFiles {

    /** The number of links above which, as in Linux, they are a loop. */
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
        Path target = target(file);
        try (Temporary temporary = Temporary.in(folderOf(target))) {
            write(temporary.path(), content, target);
            Files.move(temporary.path(), target, REPLACE_EXISTING, ATOMIC_MOVE);
            onDisk(folderOf(target));
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

    /** Writes a new file that is to take the place of {@code target}, as which it may be used by the same users. */
    static void write(Path unfinished, ByteSource content, Path target) throws IOException {
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

    /** Waits until the names in a folder, or the bytes of a file, are on disk; Windows lets no folder be opened. */
    static void onDisk(Path path) {
        try (FileChannel channel = FileChannel.open(path, READ)) {
            channel.force(true);
        } catch (IOException e) {
            // a file system that cannot tell is trusted
        }
    }
}

package org.lodestone.core.internal.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An empty file that one process at a time can hold, and one thread of it. Closed, the file is gone, if it can be deleted.
 *
 * <p>The hold is a lock of the operating system, which ends with the process, however that ends. So it tells what a killed
 * run left from what a living one works on. The number of a process would not: in time another process is given it, and in
 * a container it is another process from the start.
 */
final class Hold implements Closeable {

    /** Those of this process. Opening and closing one of them again would end its lock, so none is opened twice. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private Hold(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** Holds a file, which is made where it is not there; empty while another holds it. */
    static Optional<Hold> of(Path file) throws IOException {
        try {
            Files.createFile(file, Access.ownerOnlyFile(file));
        } catch (FileAlreadyExistsException e) {
            requireFile(file);
        }
        return take(file, true);
    }

    private static void requireFile(Path file) throws IOException {
        try {
            if (!Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS)
                    .isRegularFile()) {
                throw new FileSystemException(
                        file.toString(), null, "'" + file + "' is in the way. Delete it, if you know why it is there");
            }
        } catch (NoSuchFileException e) {
            // who held it has let go of it since, so that it cannot be taken: the same as while it is held
            return;
        }
    }

    /** Holds a file that is there; empty while another holds it, or where it is gone. */
    static Optional<Hold> ofLeft(Path file) throws IOException {
        return take(file, false);
    }

    private static Optional<Hold> take(Path file, boolean alsoWithoutLocks) throws IOException {
        if (!HELD.add(file)) {
            return Optional.empty();
        }
        Optional<Hold> hold = Optional.empty();
        try {
            hold = opened(file, alsoWithoutLocks);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } finally {
            if (hold.isEmpty()) {
                HELD.remove(file);
            }
        }
        return hold;
    }

    private static Optional<Hold> opened(Path file, boolean alsoWithoutLocks) throws IOException {
        List<?> before = identity(file);
        FileChannel channel = FileChannel.open(file, WRITE, NOFOLLOW_LINKS);
        boolean held = false;
        try {
            // who held it before may have deleted it since, so that the lock would be on a file without a name
            held = isLocked(channel, alsoWithoutLocks) && identity(file).equals(before);
            return held ? Optional.of(new Hold(file, channel)) : Optional.empty();
        } finally {
            if (!held) {
                channel.close();
            }
        }
    }

    /** Some file systems, such as mounted stores of objects, have no locks. Files there can be written all the same. */
    private static boolean isLocked(FileChannel channel, boolean alsoWithoutLocks) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (IOException e) {
            if (alsoWithoutLocks) {
                return true;
            }
            throw e;
        }
    }

    private static List<?> identity(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
        return Arrays.asList(attributes.fileKey(), attributes.creationTime());
    }

    @Override
    public void close() {
        close(true);
    }

    /**
     * Lets go of the file, and deletes it if so wished. One that cannot be deleted holds nobody up, since nobody holds it any more.
     */
    void close(boolean delete) {
        try (channel) {
            if (delete) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return; // the next run in the folder takes it away
        } finally {
            HELD.remove(file);
        }
    }
}

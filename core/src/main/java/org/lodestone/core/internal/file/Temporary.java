package org.lodestone.core.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.google.common.hash.Hashing;
import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name for a file or folder in the making, which nobody else uses. Closed, or where the process is interrupted, what was
 * made under it and not moved elsewhere is gone.
 *
 * <pre>
 * .lodestone-0123456789abcdef.new     what is in the making
 * .lodestone-0123456789abcdef.lock    held as long as somebody works on it
 * </pre>
 *
 * <p>What a killed run left has a lock that nobody holds. The next temporary in the same folder takes it away, unless it is
 * another user's.
 */
final class Temporary implements Closeable {

    private static final String PREFIX = ".lodestone-";
    private static final String NEW = ".new";
    private static final String LOCK = ".lock";
    private static final Pattern LOCKS = Pattern.compile(Pattern.quote(PREFIX) + "([0-9a-f]{16})" + LOCK);

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long LONGEST_WAIT_MS = 60_000;
    private static final long PAUSE_MS = 10;
    private static final int TRIES_AT_END = 100;

    /** Those to be taken away where the process is interrupted. */
    private static final Set<Temporary> OPEN = ConcurrentHashMap.newKeySet();

    private static boolean ended;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Temporary::closeAll));
    }

    private final Path folder;
    private final String id;
    private final Hold hold;

    private Temporary(Path folder, String id, Hold hold) {
        this.folder = folder;
        this.id = id;
        this.hold = hold;
        OPEN.add(this);
    }

    /** A name in a folder. What killed runs left there is taken away. */
    static Temporary in(Path folder) throws IOException {
        Path real = folder.toRealPath();
        Optional<Temporary> temporary = Optional.empty();
        while (temporary.isEmpty()) {
            // one who clears the folder may take the lock in the moment between its making and our hold
            temporary = held(real, HexFormat.of().toHexDigits(RANDOM.nextLong()));
        }
        temporary.get().clearLeft();
        return temporary.get();
    }

    /** The only name for what is to stand at {@code place}, whose folder must be there. Who else wants it waits. */
    static Temporary of(Path place) throws IOException {
        Path folder = place.resolveSibling("").toRealPath();
        String id = Hashing.sha256()
                .hashString(String.valueOf(place.getFileName()), UTF_8)
                .toString()
                .substring(0, 16);
        long end = System.nanoTime() + LONGEST_WAIT_MS * 1_000_000;
        for (Optional<Temporary> temporary = held(folder, id); ; temporary = held(folder, id)) {
            if (temporary.isPresent()) {
                temporary.get().clearLeft();
                return temporary.get();
            }
            if (System.nanoTime() > end) {
                throw new IOException("another run has been writing it for a minute. Try again when that has ended");
            }
            pause();
        }
    }

    /** One at a time, so that at the end of the process none is between its making and its being known. */
    private static synchronized Optional<Temporary> held(Path folder, String id) throws IOException {
        if (ended) {
            throw new IOException("the process is ending");
        }
        try {
            return Hold.of(folder.resolve(PREFIX + id + LOCK)).map(hold -> new Temporary(folder, id, hold));
        } catch (AccessDeniedException e) {
            throw new NotWrittenException(folder, "you may not write in it. Allow writing, or name another");
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the wait for another run was interrupted", e);
        }
    }

    /** Where it is while in the making. Nothing is there yet. */
    Path path() {
        return sibling(NEW);
    }

    /** Another name that nobody else uses, which is left as it is. */
    Path sibling(String ending) {
        return folder.resolve(PREFIX + id + ending);
    }

    @Override
    public void close() throws IOException {
        if (OPEN.remove(this)) {
            try (hold) {
                delete(path());
            }
        }
    }

    private static synchronized void closeAll() {
        ended = true;
        OPEN.forEach(Temporary::closeAtEnd);
    }

    /**
     * Takes away what is in the making while other threads may still add to it. What cannot be taken away keeps its lock, which
     * nobody holds any more once the process has ended, so that the next run does it.
     */
    private void closeAtEnd() {
        for (int tries = 0; tries < TRIES_AT_END; tries++) {
            try {
                delete(path());
                pause();
                if (!Files.exists(path(), NOFOLLOW_LINKS)) {
                    close();
                    return;
                }
            } catch (IOException e) {
                // a file came into it at this moment
            }
        }
    }

    // ---------------------------------------------------------------- what killed runs left

    private void clearLeft() throws IOException {
        UserPrincipal ours = Files.getOwner(sibling(LOCK), NOFOLLOW_LINKS);
        deleteOf(ours, path());
        try (DirectoryStream<Path> locks = Files.newDirectoryStream(folder, PREFIX + "*" + LOCK)) {
            for (Path lock : locks) {
                Matcher name = LOCKS.matcher(String.valueOf(lock.getFileName()));
                if (name.matches() && Files.isRegularFile(lock, NOFOLLOW_LINKS) && isOf(ours, lock)) {
                    clear(lock, folder.resolve(PREFIX + name.group(1) + NEW), ours);
                }
            }
        } catch (IOException e) {
            // a folder that cannot be listed can be written all the same
        }
    }

    private static void clear(Path lock, Path left, UserPrincipal ours) {
        try {
            Optional<Hold> hold = Hold.ofLeft(lock);
            if (hold.isPresent()) {
                takeAway(left, ours, hold.get());
            }
        } catch (IOException e) {
            // another run clears it at this moment, or it cannot be taken away: neither is this run's concern
        }
    }

    private static void takeAway(Path left, UserPrincipal ours, Hold hold) throws IOException {
        try (hold) {
            deleteOf(ours, left);
        }
    }

    private static void deleteOf(UserPrincipal owner, Path path) throws IOException {
        if (Files.exists(path, NOFOLLOW_LINKS) && isOf(owner, path)) {
            delete(path);
        }
    }

    private static boolean isOf(UserPrincipal owner, Path path) throws IOException {
        return Files.getOwner(path, NOFOLLOW_LINKS).equals(owner);
    }

    /** Takes a file away, or a folder with all that is in it; links are not followed. */
    static void delete(Path path) throws IOException {
        if (Files.exists(path, NOFOLLOW_LINKS)) {
            MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }
}

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
    private static final Pattern OURS = Pattern.compile(Pattern.quote(PREFIX) + "[0-9a-f]{16}[.][a-z]+");

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
            temporary = held(real, randomId());
        }
        temporary.get().clearLeft();
        return temporary.get();
    }

    /** The only name for what is to stand at {@code place}, whose folder must be there. Who else wants it waits. */
    static Temporary of(Path place) throws IOException {
        long end = System.nanoTime() + LONGEST_WAIT_MS * 1_000_000;
        for (Optional<Temporary> temporary = ofFree(place); ; temporary = ofFree(place)) {
            if (temporary.isPresent()) {
                return temporary.get();
            }
            if (System.nanoTime() > end) {
                throw new IOException("another run has been writing it for a minute. Try again when that has ended");
            }
            pause(PAUSE_MS);
        }
    }

    /** The same, without waiting; empty while somebody else has it. */
    static Optional<Temporary> ofFree(Path place) throws IOException {
        Path folder = place.resolveSibling("").toRealPath();
        Path lock = folder.resolve(PREFIX + id(place) + LOCK);
        boolean wasThere = Files.isRegularFile(lock, NOFOLLOW_LINKS);
        Optional<Temporary> temporary;
        try {
            temporary = held(folder, id(place));
        } catch (NotWrittenException e) {
            throw wasThere ? others(folder, lock).orElse(e) : e;
        }
        if (temporary.isPresent()) {
            temporary.get().takeOver(wasThere);
        }
        return temporary;
    }

    /** A name beside {@code place} that nobody uses but who has the only one for it. */
    static Path sibling(Path place, String ending) {
        return place.resolveSibling(PREFIX + id(place) + ending);
    }

    private static String id(Path place) {
        return Hashing.sha256()
                .hashString(String.valueOf(place.getFileName()), UTF_8)
                .toString()
                .substring(0, 16);
    }

    private static String randomId() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    /** Whether a file is one in the making, or what belongs to it. */
    static boolean isOne(Path file) {
        return OURS.matcher(String.valueOf(file.getFileName())).matches();
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

    static void pause(long millis) throws IOException {
        try {
            Thread.sleep(millis);
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

    /** Takes the files away. Those that cannot be are left to the next run in the folder; those that were moved to their places stay. */
    @Override
    public void close() {
        if (OPEN.remove(this)) {
            hold.close(isGone());
        }
    }

    private boolean isGone() {
        try {
            delete(path());
            return true;
        } catch (IOException e) {
            return false;
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
                pause(PAUSE_MS);
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

    private static void takeAway(Path left, UserPrincipal ours, Hold hold) {
        boolean gone = false;
        try {
            deleteOf(ours, left);
            gone = !Files.exists(left, NOFOLLOW_LINKS);
        } catch (IOException e) {
            // the lock stays beside it, by which the next run knows it
        } finally {
            hold.close(gone);
        }
    }

    // ---------------------------------------------------------------- whose it is

    /** The user to whom new files in a folder belong, for which one is made there for a moment. */
    private static UserPrincipal ownerOfNew(Path folder) throws IOException {
        Path probe = folder.resolve(
                PREFIX + randomId() + LOCK); // so that it is taken away like any lock where this run is killed
        Files.createFile(probe, Access.ownerOnlyFile(probe));
        try {
            return Files.getOwner(probe, NOFOLLOW_LINKS);
        } finally {
            Files.delete(probe);
        }
    }

    /** Clears what a killed run of this user left under this name, and leaves alone what is another's. */
    private void takeOver(boolean wasThere) throws IOException {
        Optional<NotWrittenException> ofLock = wasThere ? others(folder, sibling(LOCK)) : Optional.empty();
        Optional<NotWrittenException> others = ofLock;
        if (ofLock.isEmpty()) {
            clearLeft();
            others = Files.exists(path(), NOFOLLOW_LINKS) ? others(folder, path()) : Optional.empty();
        }
        if (others.isPresent()) {
            OPEN.remove(this);
            hold.close(ofLock.isEmpty());
            throw others.get();
        }
    }

    /** Refuses what another user left in the same folder. */
    void requireOurs(Path path) throws IOException {
        Optional<NotWrittenException> others = others(folder, path);
        if (others.isPresent()) {
            throw others.get();
        }
    }

    /** That a file is another user's; empty where it is this one's. */
    private static Optional<NotWrittenException> others(Path folder, Path path) throws IOException {
        UserPrincipal owner = Files.getOwner(path, NOFOLLOW_LINKS);
        return owner.equals(ownerOfNew(folder))
                ? Optional.empty()
                : Optional.of(new NotWrittenException(
                        folder,
                        "the user '" + owner.getName()
                                + "' writes there, or did when that run was killed. Wait for it, or let"
                                + " this user delete '" + path + "'"));
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

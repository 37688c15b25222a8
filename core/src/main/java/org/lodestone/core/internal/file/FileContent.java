package org.lodestone.core.internal.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The bytes of a file as they were read, or the reason why they were not. */
public final class FileContent {

    private static final long MOST_BYTES = 256L << 20;

    /** That of a file which is not there. */
    static final FileContent MISSING = refused("is not there. Check its name.");

    private final byte[] bytes;
    private final Optional<String> refusal;

    private FileContent(byte[] bytes, Optional<String> refusal) {
        this.bytes = bytes;
        this.refusal = refusal;
    }

    private static FileContent refused(String reason) {
        return new FileContent(new byte[0], Optional.of(reason));
    }

    /** That of bytes that are in no file yet. */
    static FileContent of(byte[] bytes) {
        return new FileContent(bytes, Optional.empty());
    }

    /** That of a file. */
    public static FileContent of(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return Files.exists(file, NOFOLLOW_LINKS)
                        ? refused("is not a file. Put a text file in its place.")
                        : MISSING;
            }
            return Files.size(file) > MOST_BYTES
                    ? refused("has more than " + (MOST_BYTES >> 20) + " MB. Split the dataset.")
                    : of(Files.readAllBytes(file));
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    /** That of a file of a folder. A link may point elsewhere in the folder, never out of it. */
    public static FileContent in(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return file.toRealPath().startsWith(folder.toRealPath())
                    ? of(file)
                    : refused("is a link that leads out of the folder. Put a copy of the file in its place.");
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    private static FileContent unreadable(IOException e) {
        return refused("cannot be read (" + e.getMessage() + "). Check that you may read it.");
    }

    /** The bytes; none where they were refused. */
    public byte[] bytes() {
        return bytes;
    }

    /** Why the file was not read, as it reads on after its name, with the remedy; empty where it was. */
    public Optional<String> refusal() {
        return refusal;
    }

    /** Whether the file says the same as another, or was refused as that was. */
    boolean isSame(FileContent other) {
        return refusal.equals(other.refusal) && Arrays.equals(bytes, other.bytes);
    }
}

package org.lodestone.core.file;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes single files. One that is there is replaced only once the new one is complete. */
public final class SafeFiles {

    private static final String UNFINISHED = ".unfinished";

    private SafeFiles() {}

    /**
     * Writes a file.
     *
     * @throws IOException if it cannot be written; what was there is then untouched
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path unfinished = unfinished(file);
        unfinished.toFile().deleteOnExit(); // where the process is interrupted
        try {
            Files.write(unfinished, content);
            replace(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** Where something is written before it takes its place. */
    static Path unfinished(Path place) {
        return place.resolveSibling(place.getFileName() + UNFINISHED);
    }

    static void replace(Path complete, Path place) throws IOException {
        Files.move(complete, place, REPLACE_EXISTING, ATOMIC_MOVE);
    }
}

package org.lodestone.core.internal.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary folder of files, which nobody else may read. Closed, or where the process is interrupted, it is gone; what a
 * killed run left is taken away by the next.
 *
 * <pre>
 * try (ScratchFolder scratch = ScratchFolder.create()) {
 *     scratch.put("sources.csv", sources);
 *     DatasetReader.read(scratch.path());
 * }
 * </pre>
 */
public final class ScratchFolder implements Closeable {

    private final Temporary temporary;

    private ScratchFolder(Temporary temporary) {
        this.temporary = temporary;
    }

    /** An empty folder, where the system keeps temporary files. */
    public static ScratchFolder create() throws IOException {
        Temporary temporary = Temporary.in(Path.of(System.getProperty("java.io.tmpdir")));
        Files.createDirectory(temporary.path(), Access.ownerOnlyFolder(temporary.path()));
        return new ScratchFolder(temporary);
    }

    public Path path() {
        return temporary.path();
    }

    /** Adds a file of this name. */
    public void put(String name, byte[] content) throws IOException {
        Files.write(path().resolve(name), content);
    }

    @Override
    public void close() throws IOException {
        temporary.close();
    }

    @Override
    public String toString() {
        return "scratch folder " + path();
    }
}

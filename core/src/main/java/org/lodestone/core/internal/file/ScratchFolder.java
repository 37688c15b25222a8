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
 *     Datasets.read(scratch.path());
 * }
 * </pre>
 */
public final class ScratchFolder implements Closeable {

    private final Path folder;
    private final Temporary temporary;

    private ScratchFolder(Path folder, Temporary temporary) {
        this.folder = folder;
        this.temporary = temporary;
    }

    /** An empty folder, where the system keeps temporary files. */
    public static ScratchFolder create() throws IOException {
        return in(Path.of(System.getProperty("java.io.tmpdir")));
    }

    static ScratchFolder in(Path folder) throws IOException {
        try {
            Temporary temporary = Temporary.in(folder);
            Files.createDirectory(temporary.path(), Access.ownerOnlyFolder(temporary.path()));
            return new ScratchFolder(folder, temporary);
        } catch (IOException e) {
            throw named(folder, e);
        }
    }

    /** Names the folder, which a full disk does not, and which who runs a command did not name. */
    private static IOException named(Path folder, IOException e) {
        NotWrittenException named = new NotWrittenException(
                folder,
                "temporary files cannot be written to '" + folder + "' (" + e.getMessage()
                        + "). Make room there, or name another folder with -Djava.io.tmpdir");
        named.initCause(e);
        return named;
    }

    public Path path() {
        return temporary.path();
    }

    /** Adds a file of this name. */
    public void put(String name, byte[] content) throws IOException {
        try {
            Files.write(path().resolve(name), content);
        } catch (IOException e) {
            throw named(folder, e);
        }
    }

    @Override
    public void close() {
        temporary.close();
    }
}

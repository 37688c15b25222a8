package org.lodestone.core.file;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A temporary folder of files. Closed, or where the process is interrupted, it is gone.
 *
 * <pre>
 * try (ScratchFolder scratch = ScratchFolder.create()) {
 *     scratch.put("sources.csv", sources);
 *     DatasetReader.read(scratch.path());
 * }
 * </pre>
 */
public final class ScratchFolder implements Closeable {

    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /** An empty folder. */
    public static ScratchFolder create() throws IOException {
        Path path = Files.createTempDirectory("lodestone");
        path.toFile().deleteOnExit(); // where the process is interrupted, after the files in it
        return new ScratchFolder(path);
    }

    public Path path() {
        return path;
    }

    /** Adds a file of this name. */
    public void put(String name, byte[] content) throws IOException {
        Path file = path.resolve(name);
        file.toFile().deleteOnExit();
        Files.write(file, content);
    }

    @Override
    public void close() throws IOException {
        MoreFiles.deleteRecursively(path, RecursiveDeleteOption.ALLOW_INSECURE);
    }
}

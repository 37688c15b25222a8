package org.lodestone.core.internal.file;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A turn at changing the files of a folder. One run has it at a time, and who makes the whole folder anew waits for it too. */
public final class FolderTurn implements Closeable {

    private final Path folder;
    private final Temporary turn;

    private FolderTurn(Path folder, Temporary turn) {
        this.folder = folder;
        this.turn = turn;
    }

    /**
     * Waits for a turn.
     *
     * @throws IOException if another run has had it for long
     */
    public static FolderTurn of(Path folder) throws IOException {
        Path real = folder.toRealPath();
        return new FolderTurn(real, Temporary.of(real));
    }

    /** Writes files of the folder, by name and in this order: all of them, or none where one cannot be written. */
    public void write(Map<String, ByteSource> files) throws IOException {
        ImmutableMap.Builder<Path, ByteSource> contents = ImmutableMap.builder();
        for (Map.Entry<String, ByteSource> file : files.entrySet()) {
            Path target = SafeFiles.target(folder.resolve(file.getKey()));
            if (!target.startsWith(folder)) {
                throw new IOException(folder.resolve(file.getKey()) + " is a link that leads out of the folder");
            }
            contents.put(target, file.getValue());
        }
        SafeFiles.writeAll(contents.buildOrThrow());
    }

    @Override
    public void close() throws IOException {
        turn.close();
    }

    @Override
    public String toString() {
        return "turn at " + folder;
    }
}

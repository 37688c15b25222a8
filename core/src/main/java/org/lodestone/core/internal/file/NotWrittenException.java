package org.lodestone.core.internal.file;

import java.nio.file.FileSystemException;
import java.nio.file.Path;

/**
 * A file or folder cannot be written.
 *
 * <pre>'out/pack.xlsx' cannot be written: there is no folder '/home/ann/out'. Create it first.</pre>
 */
public final class NotWrittenException extends FileSystemException {

    private static final long serialVersionUID = 1L;

    /** Takes a reason, which stands after a colon, and the remedy; the full stop is added. */
    NotWrittenException(Path file, String reason) {
        super(file.toString(), null, reason);
    }

    @Override
    public String getMessage() {
        return "'" + getFile() + "' cannot be written: " + getReason() + ".";
    }
}

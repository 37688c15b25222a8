package org.lodestone.examples.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.internal.file.SafeFiles;
import org.lodestone.core.internal.file.UnfinishedException;

/** Tells before any work is done whether a file can be written. */
final class OutputFile {

    private static final Set<PosixFilePermission> WRITE = EnumSet.of(
            PosixFilePermission.OWNER_WRITE, PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private OutputFile() {}

    /** Throws {@link WrongUse} if {@code file} cannot be written. */
    static void requireWritable(Path file) {
        problem(file).ifPresent(problem -> {
            throw new WrongUse("'" + file + "' cannot be written: " + problem);
        });
    }

    private static Optional<String> problem(Path file) {
        Path target;
        try {
            target = SafeFiles.target(file);
        } catch (IOException e) {
            return Optional.of(reason(e) + ".");
        }
        Path folder = target.resolveSibling("");
        if (Files.exists(target) && isReadOnly(target)) {
            return Optional.of("it is read-only. Allow writing, or name another file.");
        }
        return isReadOnly(folder)
                ? Optional.of("its folder is read-only. Allow writing, or name a file elsewhere.")
                : Optional.empty();
    }

    /** Whether nobody may write. The owner of the machine may in any case, but would hardly mean to. */
    private static boolean isReadOnly(Path path) {
        return !Files.isWritable(path) || hasNoWriters(path);
    }

    private static boolean hasNoWriters(Path path) {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        try {
            return view != null && Collections.disjoint(view.readAttributes().permissions(), WRITE);
        } catch (IOException e) {
            return true;
        }
    }

    /** The wrong use that it is to ask for a file, or a folder, that could not be written after all. */
    static WrongUse failed(Path file, IOException e) {
        return failed(file, "written", e);
    }

    /** The same of what could not be {@code changed}. */
    static WrongUse failed(Path file, String done, IOException e) {
        return e instanceof UnfinishedException && e.getCause() instanceof IOException hindrance
                ? new WrongUse(
                        "'" + file + "' is " + done + ", but not all of its files could take their places: "
                                + reason(hindrance) + ". Any command on it completes that once they can.",
                        e)
                : new WrongUse("'" + file + "' cannot be " + done + ": " + reason(e) + ". What was there is kept.", e);
    }

    /** The reason of a failure, in words: some exceptions say it only by their name, and their message is the file. */
    static String reason(IOException e) {
        if (!(e instanceof FileSystemException failure)) {
            return String.valueOf(e.getMessage());
        }
        if (failure.getReason() != null) {
            return failure.getReason();
        }
        if (e instanceof NoSuchFileException) {
            return "'" + failure.getFile() + "' is not there";
        }
        if (e instanceof AccessDeniedException) {
            return "you may not write '" + failure.getFile() + "'";
        }
        return e.getClass().getSimpleName() + ", " + failure.getFile();
    }
}

package org.lodestone.core.internal.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do what with a file or folder, as far as its file system knows.
 *
 * @param posix owner, group and permissions; empty elsewhere than on Unix
 * @param list who may do what on Windows
 */
record Access(Optional<PosixFileAttributes> posix, ImmutableList<AclEntry> list) {

    /** That of a file. */
    static Access of(Path file) throws IOException {
        if (isPosix(file)) {
            return new Access(
                    Optional.of(Files.readAttributes(file, PosixFileAttributes.class, NOFOLLOW_LINKS)),
                    ImmutableList.of());
        }
        AclFileAttributeView view = Files.getFileAttributeView(file, AclFileAttributeView.class, NOFOLLOW_LINKS);
        return new Access(Optional.empty(), view == null ? ImmutableList.of() : ImmutableList.copyOf(view.getAcl()));
    }

    /** That of a new file in the folder of {@code free}. Java cannot ask for it, so an empty file is made there for a moment. */
    static Access ofNew(Path free) throws IOException {
        Files.createFile(free);
        try {
            return of(free);
        } finally {
            Files.delete(free);
        }
    }

    /** Gives a file this access. Its owner and group change only where this process may give files away. */
    void giveTo(Path file) throws IOException {
        if (posix.isPresent()) {
            PosixFileAttributeView view =
                    Files.getFileAttributeView(file, PosixFileAttributeView.class, NOFOLLOW_LINKS);
            ifAllowed(() -> view.setGroup(posix.get().group()));
            ifAllowed(() -> view.setOwner(posix.get().owner()));
            view.setPermissions(posix.get().permissions());
        } else if (!list.isEmpty()) {
            Files.getFileAttributeView(file, AclFileAttributeView.class, NOFOLLOW_LINKS)
                    .setAcl(list);
        }
    }

    private interface Change {
        void make() throws IOException;
    }

    private static void ifAllowed(Change change) {
        try {
            change.make();
        } catch (IOException e) {
            // the file then belongs to its writer, as every new file does
        }
    }

    // ---------------------------------------------------------------- of what is in the making

    /** For a new file that only its owner may read and write. */
    static FileAttribute<?>[] ownerOnlyFile(Path file) {
        return ownerOnly(file, "rw-------");
    }

    /** For a new folder that only its owner may enter. */
    static FileAttribute<?>[] ownerOnlyFolder(Path folder) {
        return ownerOnly(folder, "rwx------");
    }

    private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)}
                : new FileAttribute<?>[] {};
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}

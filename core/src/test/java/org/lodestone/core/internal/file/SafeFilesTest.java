package org.lodestone.core.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Strings;
import com.google.common.io.ByteSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SafeFilesTest {

    private static final String NO_UNIX = "Windows has neither these permissions nor pipes in folders";

    @TempDir
    Path folder;

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** Gives the first half of what is asked for, and then fails. */
    private static final class Failing extends ByteSource {
        @Override
        public InputStream openStream() {
            return new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), new InputStream() {
                @Override
                public int read() throws IOException {
                    throw new IOException("no more of it");
                }
            });
        }
    }

    // ---------------------------------------------------------------- whole or not at all

    @Test
    void a_file_that_is_not_there_is_written() throws IOException {
        SafeFiles.write(folder.resolve("new.csv"), bytes("new"));

        assertThat(folder.resolve("new.csv")).hasContent("new");
        assertThat(names()).containsExactly("new.csv");
    }

    @Test
    void a_write_that_fails_halfway_leaves_the_old_file() throws IOException {
        Path file = Files.writeString(folder.resolve("pack.xlsx"), "old");

        assertThatThrownBy(() -> SafeFiles.write(file, new Failing()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no more of it");

        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("pack.xlsx");
    }

    @Test
    void what_is_written_is_not_told_as_kept_where_its_lock_cannot_be_deleted() throws IOException {
        Path file = Files.writeString(folder.resolve("pack.xlsx"), "old");
        ByteSource blocks = new ByteSource() {
            @Override
            public InputStream openStream() throws IOException {
                String lock = names().stream()
                        .filter(name -> name.endsWith(".lock"))
                        .findFirst()
                        .orElseThrow();
                Files.delete(folder.resolve(lock));
                Files.createDirectories(folder.resolve(lock).resolve("full"));
                return new ByteArrayInputStream(bytes("new"));
            }
        };

        SafeFiles.write(file, blocks);

        assertThat(file).hasContent("new");
        assertThat(names()).hasSize(2);
    }

    @Test
    void of_two_writers_at_once_one_is_last_and_its_file_is_whole() throws Exception {
        Path file = folder.resolve("pack.xlsx");
        byte[] a = WritingProcess.content('a', 300_000);
        byte[] b = WritingProcess.content('b', 200_000);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 300; i++) {
                CyclicBarrier start = new CyclicBarrier(2);
                List<Callable<Void>> writers = List.of(writer(start, file, a), writer(start, file, b));
                for (Future<Void> writer : threads.invokeAll(writers)) {
                    writer.get();
                }
                byte[] found = Files.readAllBytes(file);
                assertThat(found.length == a.length && WritingProcess.isOnly(found, 'a')
                                || found.length == b.length && WritingProcess.isOnly(found, 'b'))
                        .as("run " + i)
                        .isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(names()).containsExactly("pack.xlsx");
    }

    private static Callable<Void> writer(CyclicBarrier start, Path file, byte[] content) {
        return () -> {
            start.await();
            SafeFiles.write(file, content);
            return null;
        };
    }

    // ---------------------------------------------------------------- what is there already

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_UNIX)
    void a_file_keeps_its_permissions_and_a_new_one_has_those_of_any_new_file() throws IOException {
        Path shared = Files.writeString(folder.resolve("shared.csv"), "old");
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rw-rw-r--"));
        Path secret = Files.writeString(folder.resolve("secret.csv"), "old");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        Path plain = Files.writeString(folder.resolve("plain.csv"), "as any");

        SafeFiles.write(shared, bytes("new"));
        SafeFiles.write(secret, bytes("new"));
        SafeFiles.write(folder.resolve("new.csv"), bytes("new"));

        assertThat(Files.getPosixFilePermissions(shared)).isEqualTo(PosixFilePermissions.fromString("rw-rw-r--"));
        assertThat(Files.getPosixFilePermissions(secret)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("new.csv")))
                .isEqualTo(Files.getPosixFilePermissions(plain));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_UNIX)
    void what_is_in_the_making_can_be_read_by_its_owner_only() throws IOException {
        ByteSource looksAround = new ByteSource() {
            @Override
            public InputStream openStream() throws IOException {
                StringBuilder permissions = new StringBuilder();
                for (String name : names()) {
                    permissions
                            .append(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                            .append('\n');
                }
                return new ByteArrayInputStream(bytes(permissions.toString()));
            }
        };

        SafeFiles.write(folder.resolve("new.csv"), looksAround);

        assertThat(folder.resolve("new.csv")).hasContent("rw-------\nrw-------\n");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_UNIX)
    void a_link_stays_a_link_and_the_file_it_leads_to_is_replaced() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Path file = Files.writeString(elsewhere.resolve("pack.xlsx"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.xlsx"), Path.of("elsewhere", "pack.xlsx"));
        Path second = Files.createSymbolicLink(folder.resolve("second.xlsx"), link);

        SafeFiles.write(second, bytes("new"));

        assertThat(second).isSymbolicLink();
        assertThat(link).isSymbolicLink();
        assertThat(file).isRegularFile().hasContent("new");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_UNIX)
    void where_a_link_leads_to_nothing_yet_the_file_is_made() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("latest.xlsx"), Path.of("pack.xlsx"));

        SafeFiles.write(link, bytes("new"));

        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("pack.xlsx")).hasContent("new");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_UNIX)
    void links_in_a_circle_are_refused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(folder.resolve("b"), Path.of("a"));

        refused(link, "it is a link that leads in a circle. Name a file");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_UNIX)
    void a_link_planted_under_a_name_like_ours_is_not_followed() throws IOException {
        Path victim = Files.writeString(folder.resolve("victim"), "precious");
        String name = ".lodestone-0123456789abcdef";
        Files.createSymbolicLink(folder.resolve(name + ".new"), victim);
        Files.createSymbolicLink(folder.resolve(name + ".lock"), victim);
        Files.createSymbolicLink(folder.resolve("pack.xlsx.unfinished"), victim);

        SafeFiles.write(folder.resolve("pack.xlsx"), bytes("new"));

        assertThat(folder.resolve("pack.xlsx")).isRegularFile().hasContent("new");
        assertThat(victim).hasContent("precious");
    }

    @Test
    void a_folder_is_refused() throws IOException {
        refused(Files.createDirectory(folder.resolve("tin")), "it is a folder. Name a file");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_UNIX)
    void a_pipe_and_a_device_are_refused_and_stay_what_they_are() throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "there is no mkfifo");

        refused(pipe, "it is a device or a pipe, and no file. Name a file");
        refused(Path.of("/dev/null"), "it is a device or a pipe, and no file. Name a file");
        Path link = Files.createSymbolicLink(folder.resolve("nowhere"), Path.of("/dev/null"));
        refused(link, "it is a device or a pipe, and no file. Name a file");
        Files.delete(link);

        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(Files.isRegularFile(Path.of("/dev/null"))).isFalse();
    }

    @Test
    void a_folder_that_is_missing_is_named() throws IOException {
        Path missing = folder.resolve("packs");
        Path file = missing.resolve("pack.xlsx");

        refused(file, "there is no folder '" + missing + "'. Create it first");
        assertThatThrownBy(() -> SafeFiles.write(file, bytes("new")))
                .hasMessage("'" + file + "' cannot be written: there is no folder '" + missing + "'. Create it first.");
        Files.writeString(missing, "a file");
        refused(file, "'" + missing + "' is a file, and no folder. Name another");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_UNIX)
    void a_folder_that_may_not_be_written_in_is_named() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-x------"));
        assumeTrue(!Files.isWritable(locked), "who runs this may write everywhere");

        assertThatThrownBy(() -> SafeFiles.write(locked.resolve("pack.xlsx"), bytes("new")))
                .hasMessage("'" + locked.toRealPath()
                        + "' cannot be written: you may not write in it. Allow writing, or name another.");
    }

    private static void refused(Path path, String reason) {
        assertThatThrownBy(() -> SafeFiles.write(path, bytes("new")))
                .isInstanceOfSatisfying(
                        FileSystemException.class,
                        e -> assertThat(e.getReason()).isEqualTo(reason));
    }

    @Test
    void a_name_may_be_as_long_as_the_system_allows() throws IOException {
        Path file = folder.resolve(Strings.repeat("n", 250) + ".xlsx");

        SafeFiles.write(file, bytes("new"));

        assertThat(file).hasContent("new");
    }
}

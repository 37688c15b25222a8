package org.lodestone.core.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class StagedFolderTest {

    @TempDir
    Path parent;

    private StagedFolder staged(Path place) throws IOException {
        return StagedFolder.beside(place, name -> name.endsWith(".csv"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(parent)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void a_replacement_that_was_killed_between_its_two_moves_is_undone_by_the_next() throws IOException {
        Path place = parent.resolve("tin");
        WritingProcess.replace(place, 'a');
        Files.writeString(place.resolve("README.md"), "mine");
        try (Temporary killed = Temporary.of(place)) {
            Files.move(place, killed.sibling(".replaced"));
        }

        staged(place).close();

        assertThat(place.resolve("README.md")).hasContent("mine");
        assertThat(place.resolve("0.csv")).hasBinaryContent(WritingProcess.content('a', 10_000));
        assertThat(names()).containsExactly("tin");
    }

    @Test
    void a_replacement_that_was_killed_after_its_moves_is_finished_by_the_next() throws IOException {
        Path place = parent.resolve("tin");
        WritingProcess.replace(place, 'a');
        try (Temporary killed = Temporary.of(place)) {
            Files.createDirectory(killed.sibling(".replaced"));
            Files.writeString(killed.sibling(".replaced").resolve("README.md"), "mine");
            Files.writeString(killed.sibling(".replaced").resolve("old.csv"), "old");
        }

        staged(place).close();

        assertThat(place.resolve("README.md")).hasContent("mine");
        assertThat(place.resolve("old.csv")).doesNotExist();
        assertThat(names()).containsExactly("tin");
    }

    @Test
    void folders_of_a_user_that_are_named_alike_are_left_alone() throws IOException {
        Path place = parent.resolve("tin");
        Files.createDirectory(parent.resolve("tin.replaced"));
        Files.createDirectory(parent.resolve("tin.unfinished"));

        WritingProcess.replace(place, 'a');
        WritingProcess.replace(place, 'b');

        assertThat(names()).containsExactly("tin", "tin.replaced", "tin.unfinished");
    }

    @Test
    void of_two_that_replace_a_folder_at_once_one_is_last_and_its_folder_is_whole() throws Exception {
        Path place = parent.resolve("tin");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 30; i++) {
                for (Future<Void> writer : threads.invokeAll(List.of(writer(place, 'a'), writer(place, 'b')))) {
                    writer.get();
                }
                byte[] first = Files.readAllBytes(place.resolve("0.csv"));
                for (int file = 1; file < 10; file++) {
                    assertThat(place.resolve(file + ".csv")).hasBinaryContent(first);
                }
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(names()).containsExactly("tin");
    }

    private static Callable<Void> writer(Path place, char letter) {
        return () -> {
            WritingProcess.replace(place, letter);
            return null;
        };
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has other permissions")
    void a_folder_and_its_files_keep_their_permissions() throws IOException {
        Path place = parent.resolve("tin");
        WritingProcess.replace(place, 'a');
        Files.setPosixFilePermissions(place, PosixFilePermissions.fromString("rwxrwx---"));
        Files.setPosixFilePermissions(place.resolve("3.csv"), PosixFilePermissions.fromString("rw-rw----"));

        WritingProcess.replace(place, 'b');

        assertThat(Files.getPosixFilePermissions(place)).isEqualTo(PosixFilePermissions.fromString("rwxrwx---"));
        assertThat(Files.getPosixFilePermissions(place.resolve("3.csv")))
                .isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
    }
}

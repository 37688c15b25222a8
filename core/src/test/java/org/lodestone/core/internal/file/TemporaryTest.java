package org.lodestone.core.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class TemporaryTest {

    @TempDir
    Path folder;

    private Path left(String name, String content) throws IOException {
        Files.writeString(folder.resolve(".lodestone-" + name + ".lock"), "");
        return Files.writeString(folder.resolve(".lodestone-" + name + ".new"), content);
    }

    @Test
    void what_a_killed_run_left_is_taken_away_and_nothing_else_is() throws IOException {
        Path file = left("0123456789abcdef", "half a pack");
        Path copy = folder.resolve(".lodestone-00000000000000ff.new");
        Files.createFile(folder.resolve(".lodestone-00000000000000ff.lock"));
        Files.createDirectory(copy);
        Files.writeString(copy.resolve("figures.csv"), "half a table");
        Path another = left("mine", "not sixteen digits");
        Path unfinished = Files.writeString(folder.resolve("pack.xlsx.unfinished"), "not ours");
        Path withoutLock = Files.writeString(folder.resolve(".lodestone-1111111111111111.new"), "nobody knows whose");

        Temporary.in(folder).close();

        assertThat(file).doesNotExist();
        assertThat(copy).doesNotExist();
        assertThat(folder).isDirectoryNotContaining("glob:**0123456789abcdef*");
        assertThat(another).exists();
        assertThat(unfinished).exists();
        assertThat(withoutLock).exists();
    }

    @Test
    void what_is_still_worked_on_stays() throws IOException {
        try (Temporary first = Temporary.in(folder)) {
            Files.writeString(first.path(), "half a pack");

            Temporary.in(folder).close();

            assertThat(first.path()).hasContent("half a pack");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_another_process_works_on_stays_until_that_is_killed() throws IOException, InterruptedException {
        Path file = folder.resolve("pack.xlsx");
        Process writer = WritingProcess.start("file", file.toString(), "a");
        try {
            while (!Files.exists(file)) {
                Thread.sleep(1);
            }
            for (int i = 0; i < 200; i++) {
                Temporary.in(folder).close();
            }
            assertThat(writer.waitFor(500, TimeUnit.MILLISECONDS))
                    .as("it ended, as it does when a file that it made is gone")
                    .isFalse();
        } finally {
            writer.destroyForcibly().waitFor();
        }
        Temporary.in(folder).close();

        assertThat(folder).isDirectoryContaining(path -> path.equals(file)).isDirectoryNotContaining("glob:**.lock");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only the owner of a Linux machine can give files away")
    void what_is_another_users_stays() throws IOException, InterruptedException {
        Path file = left("0123456789abcdef", "half a pack");
        Process given =
                new ProcessBuilder("chown", "1", file.toString(), lock(file).toString()).start();
        assumeTrue(given.waitFor() == 0, "this user cannot give files away");

        Temporary.in(folder).close();

        assertThat(file).hasContent("half a pack");
        assertThat(lock(file)).exists();
    }

    private static Path lock(Path file) {
        return file.resolveSibling(String.valueOf(file.getFileName()).replace(".new", ".lock"));
    }
}

package org.lodestone.core.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they write, or that the disk has no room for. */
@Order(1)
class KilledTest {

    private static final int KILLS = 20;

    private final Random moments = new Random(20260112);

    @TempDir
    Path folder;

    private Path path;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    /** Lets two processes write, and kills both at a moment soon after the first has written for the first time. */
    private void killed(String what, String one, String other) throws IOException, InterruptedException {
        FileTime before = Files.getLastModifiedTime(path);
        List<Process> processes = new ArrayList<>();
        try {
            processes.add(WritingProcess.start(what, path.toString(), one));
            processes.add(WritingProcess.start(what, path.toString(), other));
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            while (isAsBefore(before)) {
                assertThat(System.nanoTime()).as("a process writes within 20 s").isLessThan(end);
                Thread.sleep(1);
            }
            Thread.sleep(moments.nextInt(150));
        } finally {
            for (Process process : processes) {
                process.destroyForcibly().waitFor();
            }
        }
    }

    /** A folder is not there for the moment in which the new one takes its place. */
    private boolean isAsBefore(FileTime before) throws IOException {
        try {
            return Files.getLastModifiedTime(path).equals(before);
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    @Test
    void after_each_of_20_kills_the_file_is_an_old_one_or_a_new_one_whole_and_the_next_run_clears_what_is_left()
            throws IOException, InterruptedException {
        path = folder.resolve("pack.xlsx");
        SafeFiles.write(path, WritingProcess.content('a', 1));
        int left = 0;
        for (int i = 0; i < KILLS; i++) {
            killed("file", "ab", "cd");

            assertThat(WritingProcess.isWhole(path, "abcd")).as("kill " + i).isTrue();
            left += names().size() - 1;
        }
        assertThat(left).as("files left, without which nothing was tried").isPositive();

        SafeFiles.write(path, WritingProcess.content('z', 1));

        assertThat(path).hasContent("z");
        assertThat(names()).containsExactly("pack.xlsx");
    }

    @Test
    void after_each_kill_a_folder_is_an_old_one_or_a_new_one_whole_and_keeps_what_is_not_of_it()
            throws IOException, InterruptedException {
        path = folder.resolve("tin");
        WritingProcess.replace(path, 'a');
        Files.writeString(path.resolve("README.md"), "mine");
        for (int i = 0; i < KILLS / 2; i++) {
            killed("folder", "ab", "cd");

            try (StagedFolder next = StagedFolder.beside(path, name -> name.endsWith(".csv"))) {
                assertThat(next.path()).isEmptyDirectory();
            }
            assertThat(path.resolve("README.md")).hasContent("mine");
            byte[] first = Files.readAllBytes(path.resolve("0.csv"));
            for (int file = 0; file < 10; file++) {
                assertThat(path.resolve(file + ".csv")).hasBinaryContent(first);
            }
            assertThat(first).hasSize(10_000).containsOnly(first[0]);
            assertThat(names()).containsExactly("tin");
        }
    }

    @Test
    void a_file_that_the_disk_has_no_room_for_leaves_the_old_one_and_says_what_it_needs()
            throws IOException, InterruptedException {
        Path shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "only a Unix shell can limit the size of files");
        path = Files.writeString(folder.resolve("pack.xlsx"), "the old one");
        List<String> words = new ArrayList<>(List.of(shell.toString(), "-c", "ulimit -f 1024; exec \"$@\"", "sh"));
        words.addAll(WritingProcess.command("once", path.toString(), "a"));

        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("too large").contains("4,194,304 bytes");
        assertThat(path).hasContent("the old one");
        assertThat(names()).containsExactly("pack.xlsx");
    }
}

package org.lodestone.core.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ConcurrentHashMultiset;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multiset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed while they write, or that the disk has no room for. */
@Order(1)
class KilledTest {

    private static final int KILLS = 6;
    private static final int AT_NIGHT = Integer.getInteger("lodestone.kills", 20);

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
            while (Files.getLastModifiedTime(path).equals(before)) {
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

    @Test
    void after_each_kill_the_file_is_an_old_one_or_a_new_one_whole_and_the_next_run_clears_what_is_left()
            throws IOException, InterruptedException {
        requireWholeFile(KILLS);
    }

    @Test
    @Tag("nightly")
    void after_each_of_many_kills_it_is_so_too() throws IOException, InterruptedException {
        requireWholeFile(AT_NIGHT);
    }

    private void requireWholeFile(int kills) throws IOException, InterruptedException {
        path = folder.resolve("pack.xlsx");
        SafeFiles.write(path, WritingProcess.content('a', 1));
        int left = 0;
        for (int i = 0; i < kills; i++) {
            killed("file", "ab", "cd");

            assertThat(WritingProcess.isWhole(path, "abcd")).as("kill " + i).isTrue();
            left += names().size() - 1;
        }
        assertThat(left).as("files left, without which nothing was tried").isPositive();

        SafeFiles.write(path, WritingProcess.content('z', 1));

        assertThat(path).hasContent("z");
        assertThat(names()).containsExactly("pack.xlsx");
    }

    /** What readers of a folder found beside its writers. */
    private enum Found {
        WHOLE,
        MIXTURE,
        NOTHING,
        TOLD
    }

    private static final ImmutableSet<String> TABLES =
            IntStream.range(0, 10).mapToObj(table -> table + ".csv").collect(ImmutableSet.toImmutableSet());

    private Found read() {
        FolderFiles files;
        try {
            files = FolderFiles.read(path, TABLES);
        } catch (IOException e) {
            assertThat(e).hasMessage("is being written by another run. Try again in a moment.");
            return Found.TOLD;
        }
        if (!files.has("0.csv")) {
            return Found.NOTHING;
        }
        int letter = files.content("0.csv").bytes()[0];
        boolean whole = IntStream.range(0, 10).allMatch(table -> {
            String name = table + ".csv";
            byte[] content = files.content(name).bytes();
            return table < WritingProcess.tables(letter)
                    ? content.length == 10_000 && WritingProcess.isOnly(content, letter)
                    : !files.has(name);
        });
        return whole && files.has("README.md") ? Found.WHOLE : Found.MIXTURE;
    }

    @Test
    void beside_two_writers_that_are_killed_again_and_again_every_reader_finds_the_old_folder_or_the_new_one_whole()
            throws Exception {
        requireWholeFolder(KILLS);
    }

    @Test
    @Tag("nightly")
    void beside_two_writers_that_are_killed_many_times_every_reader_finds_it_whole_too() throws Exception {
        requireWholeFolder(AT_NIGHT);
    }

    private void requireWholeFolder(int kills) throws Exception {
        path = Files.createDirectory(folder.resolve("tin"));
        WritingProcess.replace(path, 'a');
        Files.writeString(path.resolve("README.md"), "mine");
        Multiset<Found> found = ConcurrentHashMultiset.create();
        AtomicBoolean done = new AtomicBoolean();
        ExecutorService reader = Executors.newSingleThreadExecutor();
        int completed = 0;
        try {
            Future<?> reading = reader.submit(() -> {
                while (!done.get()) {
                    found.add(read());
                }
            });
            for (int i = 0; i < kills; i++) {
                killed("folder", "ab", "cd");
                completed += FolderTurn.isInLastStep(path) ? 1 : 0;
                found.add(read());
            }
            done.set(true);
            reading.get();
        } finally {
            reader.shutdownNow();
        }
        System.getLogger(KilledTest.class.getName()).log(System.Logger.Level.DEBUG, "{0} kills: {1}", kills, found);
        assertThat(found.count(Found.WHOLE))
                .as("%s, %s to be completed", found, completed)
                .isGreaterThan(kills);
        assertThat(found.count(Found.MIXTURE)).as(found.toString()).isZero();
        assertThat(found.count(Found.NOTHING)).as(found.toString()).isZero();
        assertThat(found.count(Found.TOLD)).as(found.toString()).isLessThan(found.size() / 10);

        FolderTurn.of(path).close();
        assertThat(names()).containsExactly("tin");
        assertThat(path).isDirectoryNotContaining("glob:**.lodestone-*");
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

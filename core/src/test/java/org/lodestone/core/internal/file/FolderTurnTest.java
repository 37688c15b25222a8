package org.lodestone.core.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FolderTurnTest {

    private static final Set<String> TABLES = ImmutableSet.of("a.csv", "b.csv", "c.csv", "d.csv");

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void make_a_folder() throws IOException {
        folder = Files.createDirectory(parent.resolve("tin"));
        for (String table : List.of("a.csv", "b.csv", "c.csv")) {
            Files.writeString(folder.resolve(table), "old");
        }
        Files.writeString(folder.resolve("README.md"), "mine");
    }

    private static Map<String, byte[]> files(String content, String... names) {
        ImmutableMap.Builder<String, byte[]> files = ImmutableMap.builder();
        Stream.of(names).forEach(name -> files.put(name, content.getBytes(UTF_8)));
        return files.buildOrThrow();
    }

    private void write(Map<String, byte[]> files) throws IOException {
        try (FolderTurn turn = FolderTurn.of(folder)) {
            turn.write(files);
        }
    }

    private void replace(String content, String... names) throws IOException {
        try (FolderTurn turn = FolderTurn.of(folder)) {
            turn.replace(Maps.transformValues(files(content, names), ByteSource::wrap), TABLES::contains);
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            Set<String> names = new TreeSet<>();
            files.forEach(file -> names.add(String.valueOf(file.getFileName())));
            return names;
        }
    }

    private String content(String name) throws IOException {
        return Files.readString(folder.resolve(name));
    }

    private Path named(String ending) {
        return Temporary.sibling(folder.resolve("change"), ending);
    }

    // ---------------------------------------------------------------- changes

    @Test
    void files_are_written_whether_they_were_there_or_not_and_others_stay() throws IOException {
        write(files("new", "a.csv", "d.csv"));

        assertThat(content("a.csv")).isEqualTo("new");
        assertThat(content("d.csv")).isEqualTo("new");
        assertThat(content("b.csv")).isEqualTo("old");
        assertThat(names()).containsExactly("README.md", "a.csv", "b.csv", "c.csv", "d.csv");
    }

    @Test
    void a_replacement_takes_away_those_of_its_own_that_it_has_not() throws IOException {
        replace("new", "a.csv", "d.csv");

        assertThat(names()).containsExactly("README.md", "a.csv", "d.csv");
        assertThat(content("README.md")).isEqualTo("mine");
    }

    @Test
    void a_replacement_leaves_folders_alone_whatever_they_are_called() throws IOException {
        Files.createFile(Files.createDirectory(folder.resolve("d.csv")).resolve("mine"));

        replace("new", "a.csv");

        assertThat(names()).containsExactly("README.md", "a.csv", "d.csv");
        assertThat(folder.resolve("d.csv").resolve("mine")).exists();
    }

    @Test
    void what_is_decided_and_cannot_be_completed_is_told_as_such_until_it_can() throws IOException {
        killedAfter(1);
        Files.delete(folder.resolve("c.csv"));
        Path hindrance =
                Files.createFile(Files.createDirectory(folder.resolve("c.csv")).resolve("mine"));

        assertThatThrownBy(() -> FolderTurn.of(folder))
                .isInstanceOf(UnfinishedException.class)
                .hasMessageEndingWith("c.csv");
        assertThat(content("a.csv")).isEqualTo("new");

        Files.delete(hindrance);
        FolderTurn.of(folder).close();
        assertThat(names()).doesNotContain("c.csv");
    }

    @Test
    void where_one_of_several_files_has_no_place_none_is_written() throws IOException {
        Files.createDirectory(folder.resolve("d.csv"));

        assertThatThrownBy(() -> write(files("new", "a.csv", "d.csv", "e.csv")))
                .isInstanceOf(NotWrittenException.class)
                .hasMessageContaining("d.csv' cannot be written: it is a folder. Name a file");

        assertThat(content("a.csv")).isEqualTo("old");
        assertThat(names()).containsExactly("README.md", "a.csv", "b.csv", "c.csv", "d.csv");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has other permissions")
    void a_file_that_may_not_be_changed_is_told_before_any_is() throws IOException, InterruptedException {
        Path locked = folder.resolve("c.csv");
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r--r--r--"));
        if (Files.isWritable(locked)) { // by the owner of the machine
            assumeTrue(chattr("+i") == 0, "this file system cannot lock a file");
        }
        try {
            assertThatThrownBy(() -> write(files("new", "a.csv", "c.csv")))
                    .hasMessageEndingWith("'c.csv' is read-only. Allow writing.");
            assertThatThrownBy(() -> replace("new", "a.csv", "b.csv"))
                    .hasMessageEndingWith("'c.csv' is read-only. Allow writing.");
        } finally {
            chattr("-i");
        }
        assertThat(content("a.csv")).isEqualTo("old");
        assertThat(names()).containsExactly("README.md", "a.csv", "b.csv", "c.csv");
    }

    private int chattr(String change) throws InterruptedException {
        try {
            return new ProcessBuilder("chattr", change, folder.resolve("c.csv").toString())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            return 1;
        }
    }

    @Test
    void a_folder_is_empty_if_there_is_nothing_in_it_but_what_belongs_to_the_turn() throws IOException {
        Path empty = Files.createDirectory(parent.resolve("empty"));
        try (FolderTurn turn = FolderTurn.of(empty)) {
            turn.requireEmpty();
        }
        try (FolderTurn turn = FolderTurn.of(folder)) {
            assertThatThrownBy(turn::requireEmpty).isInstanceOf(FileAlreadyExistsException.class);
        }
    }

    @Test
    @DisabledOnOs(
            value = OS.WINDOWS,
            disabledReason = "Windows has other permissions, and links are for administrators")
    void links_and_permissions_stay_and_no_link_leads_out() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("b.csv"), PosixFilePermissions.fromString("rw-rw----"));
        Files.createDirectory(folder.resolve("tables"));
        Files.move(folder.resolve("a.csv"), folder.resolve("tables/a.csv"));
        Files.createSymbolicLink(folder.resolve("a.csv"), Path.of("tables", "a.csv"));

        replace("new", "a.csv", "b.csv", "d.csv");

        assertThat(folder.resolve("a.csv")).isSymbolicLink().hasContent("new");
        assertThat(folder.resolve("tables/a.csv")).isRegularFile();
        assertThat(Files.getPosixFilePermissions(folder.resolve("b.csv")))
                .isEqualTo(PosixFilePermissions.fromString("rw-rw----"));
        assertThat(Files.getPosixFilePermissions(folder.resolve("d.csv")))
                .isEqualTo(Files.getPosixFilePermissions(folder.resolve("README.md")));

        Path outside = Files.writeString(parent.resolve("outside.csv"), "theirs");
        Files.createSymbolicLink(folder.resolve("c.csv"), outside);
        assertThatThrownBy(() -> write(files("newer", "b.csv", "c.csv")))
                .hasMessageContaining("c.csv' cannot be written: it is a link that leads out of the folder.");
        assertThat(outside).hasContent("theirs");
        assertThat(content("b.csv")).isEqualTo("new");
    }

    @Test
    void of_two_that_replace_the_files_at_once_one_is_last_and_they_are_all_its_own() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 30; i++) {
                for (Future<Void> writer : threads.invokeAll(List.of(writer("one"), writer("other")))) {
                    writer.get();
                }
                String first = content("a.csv");
                assertThat(List.of(content("b.csv"), content("d.csv"))).containsOnly(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(names()).containsExactly("README.md", "a.csv", "b.csv", "d.csv");
    }

    private Callable<Void> writer(String content) {
        return () -> {
            replace(content, "a.csv", "b.csv", "d.csv");
            return null;
        };
    }

    // ---------------------------------------------------------------- killed

    /** A decided change, of which some files have taken their places when its run is killed. */
    private void killedAfter(int moves) throws IOException {
        Path decided = Files.createDirectory(named(".decided"));
        Files.writeString(decided.resolve(".gone"), "c.csv");
        List<String> changed = List.of("a.csv", "b.csv", "d.csv");
        for (int i = 0; i < changed.size(); i++) {
            Files.writeString((i < moves ? folder : decided).resolve(changed.get(i)), "new");
        }
        if (moves > changed.size()) {
            Files.delete(folder.resolve("c.csv"));
        }
        if (moves > changed.size() + 1) {
            Files.delete(decided.resolve(".gone"));
        }
        Files.createFile(named(".lock"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void a_change_whose_run_was_killed_at_any_of_its_moves_is_completed_by_the_next_reader(int moves)
            throws IOException {
        killedAfter(moves);

        FolderFiles files = FolderFiles.read(folder, TABLES);

        assertThat(files.names())
                .contains("a.csv", "b.csv", "d.csv", "README.md")
                .doesNotContain("c.csv");
        for (String name : List.of("a.csv", "b.csv", "d.csv")) {
            assertThat(new String(files.content(name).bytes(), UTF_8)).isEqualTo("new");
        }
        assertThat(names()).containsExactly("README.md", "a.csv", "b.csv", "d.csv");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void and_by_the_next_writer(int moves) throws IOException {
        killedAfter(moves);

        FolderTurn.of(folder).close();

        assertThat(content("a.csv") + content("b.csv") + content("d.csv")).isEqualTo("newnewnew");
        assertThat(names()).containsExactly("README.md", "a.csv", "b.csv", "d.csv");
    }

    @Test
    void what_was_not_decided_is_as_if_it_had_never_begun() throws IOException {
        Files.createDirectory(named(".new"));
        Files.writeString(named(".new").resolve("a.csv"), "half");
        Files.createFile(named(".lock"));

        FolderFiles files = FolderFiles.read(folder, TABLES);
        assertThat(new String(files.content("a.csv").bytes(), UTF_8)).isEqualTo("old");

        FolderTurn.of(folder).close();
        assertThat(content("a.csv")).isEqualTo("old");
        assertThat(names()).containsExactly("README.md", "a.csv", "b.csv", "c.csv");
    }

    // ---------------------------------------------------------------- readers beside it

    @Test
    void who_reads_while_another_lets_files_take_their_places_is_told_within_two_seconds() throws IOException {
        killedAfter(2);
        try (Temporary busy = Temporary.of(folder.resolve("change"))) {
            assertThat(busy.path()).doesNotExist();
            assertTimeout(
                    Duration.ofSeconds(2),
                    () -> assertThatThrownBy(() -> FolderFiles.read(folder, TABLES))
                            .isInstanceOf(IOException.class)
                            .hasMessage("is being written by another run. Try again in a moment."));
        }
        assertThat(FolderFiles.read(folder, TABLES).has("c.csv")).isFalse();
    }

    @Test
    void of_a_folder_that_is_not_there_there_are_no_files() throws IOException {
        assertThat(FolderFiles.read(parent.resolve("zinc"), TABLES).names()).isEmpty();
    }

    // ---------------------------------------------------------------- other users

    private static void give(Path... files) throws IOException, InterruptedException {
        for (Path file : files) {
            Process given = new ProcessBuilder("chown", "-R", "1", file.toString()).start();
            assumeTrue(given.waitFor() == 0, "this user cannot give files away");
        }
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only the owner of a Linux machine can give files away")
    void a_lock_of_another_user_is_not_taken_over() throws IOException, InterruptedException {
        Files.createFile(named(".lock"));
        Files.createDirectory(named(".new"));
        give(named(".lock"), named(".new"));

        assertThatThrownBy(() -> FolderTurn.of(folder))
                .isInstanceOf(NotWrittenException.class)
                .hasMessageContaining("the user '")
                .hasMessageContaining(
                        "writes there, or did when that run was killed. Wait for it, or let this user delete")
                .hasMessageContaining(".lock'.");

        assertThat(named(".lock")).exists();
        assertThat(named(".new")).exists();
        assertThat(new String(FolderFiles.read(folder, TABLES).content("a.csv").bytes(), UTF_8))
                .isEqualTo("old");
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "only the owner of a Linux machine can give files away")
    void what_another_user_has_in_the_making_or_decided_is_left_to_that_user()
            throws IOException, InterruptedException {
        Files.createDirectory(named(".new"));
        give(named(".new"));
        assertThatThrownBy(() -> FolderTurn.of(folder)).hasMessageContaining(".new'.");
        assertThat(named(".new")).exists();
        Files.delete(named(".new"));

        killedAfter(1);
        give(named(".decided"));
        Files.deleteIfExists(named(".lock"));

        assertThatThrownBy(() -> FolderFiles.read(folder, TABLES))
                .hasMessageStartingWith("holds a change that is not complete, and cannot be completed ('")
                .hasMessageEndingWith("Let the user who began it run any command on it.");
        assertThatThrownBy(() -> FolderTurn.of(folder)).hasMessageContaining(".decided'.");
        assertThat(content("b.csv")).isEqualTo("old");
        assertThat(named(".decided")).exists();
    }
}

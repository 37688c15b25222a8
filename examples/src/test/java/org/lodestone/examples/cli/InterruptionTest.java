package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.internal.file.SafeFiles;

/** A command in a process of its own, to be interrupted as Ctrl-C does. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has no SIGINT that one process sends another")
@Order(1)
class InterruptionTest {

    /** The bit of SIGINT, the second signal, in the mask of those that are ignored. */
    private static final long INTERRUPT = 1L << 1;

    @TempDir
    Path folder;

    @TempDir
    Path temporary;

    /** A shell that runs in the background makes its children ignore Ctrl-C. */
    private static boolean isIgnored() throws IOException {
        Path status = Path.of("/proc/self/status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .anyMatch(line ->
                                (Long.parseUnsignedLong(line.substring(7).strip(), 16) & INTERRUPT) != 0);
    }

    private Process start(String command, String dataset, String... options) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                command,
                Cli.BUNDLED
                        .find(dataset)
                        .flatMap(DatasetName::folder)
                        .orElseThrow()
                        .toAbsolutePath()
                        .toString()));
        words.addAll(List.of(options));
        return start(words);
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Lodestone.class.getName()));
        words.addAll(arguments);
        return new ProcessBuilder(words).directory(folder.toFile()).start();
    }

    private static void interrupt(Process process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    @Test
    void an_interrupted_pack_exits_with_130_and_writes_nothing() throws IOException, InterruptedException {
        assumeFalse(isIgnored());
        Process pack = start("pack", "germanium");
        Thread.sleep(200);

        interrupt(pack);

        assertThat(pack.exitValue()).isEqualTo(130);
        assertThat(files()).isEmpty();
    }

    @Test
    void an_interrupted_simulation_exits_with_130_and_prints_nothing() throws IOException, InterruptedException {
        assumeFalse(isIgnored());
        Process risk = start("risk", "gallium", "--draws", "2000000");
        Thread.sleep(1200);

        interrupt(risk);

        assertThat(risk.exitValue()).isEqualTo(130);
        assertThat(risk.getInputStream().readAllBytes()).isEmpty();
        assertThat(risk.getErrorStream().readAllBytes()).isEmpty();
    }

    @Test
    void a_pack_that_is_interrupted_while_it_is_written_leaves_nothing_unfinished()
            throws IOException, InterruptedException {
        assumeFalse(isIgnored());
        Process pack = start("pack", "germanium");
        while (pack.isAlive() && files().isEmpty()) {
            Thread.sleep(1);
        }

        interrupt(pack);

        assertThat(files()).isSubsetOf("germanium.xlsx");
    }

    @Test
    void a_pack_that_is_killed_while_it_is_written_leaves_the_old_one_and_the_next_clears_its_rest()
            throws IOException, InterruptedException {
        Path pack = folder.resolve("germanium.xlsx");

        stopAtWork(killed -> killed.destroyForcibly().waitFor() != 0 && files().size() > 1, () -> {
            Files.writeString(pack, "the old one");
            return start("pack", "germanium");
        });

        assertThat(pack).hasContent("the old one");
        SafeFiles.write(pack, new byte[1]);
        assertThat(files()).containsExactly("germanium.xlsx");
    }

    @Test
    void a_start_of_a_dataset_asks_for_no_temporary_folder() throws IOException, InterruptedException {
        Files.delete(temporary);

        assertThat(start(List.of("new", "zinc")).waitFor()).isZero();
    }

    /** Stops a process, and tells whether that was in time. */
    private interface Stop {
        boolean inTime(Process process) throws IOException, InterruptedException;
    }

    private interface Start {
        Process process() throws IOException;
    }

    /**
     * Stops a command as soon as the folder has a file more than at its start. The work takes moments, and on a busy machine it is
     * finished before it is seen: then a command is started anew.
     */
    private void stopAtWork(Stop stop, Start start) throws IOException, InterruptedException {
        for (int tries = 0; tries < 20; tries++) {
            Process process = start.process();
            int before = files().size();
            while (process.isAlive() && files().size() == before) {
                Thread.sleep(1);
            }
            if (stop.inTime(process)) {
                return;
            }
        }
        throw new AssertionError("none of 20 commands was stopped in time");
    }
}

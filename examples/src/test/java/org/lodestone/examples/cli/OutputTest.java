package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.core.internal.file.UnfinishedException;

/** Results that cannot be written, and files that cannot be named. */
class OutputTest {

    private static final File FULL = new File("/dev/full");

    @TempDir
    Path folder;

    /** A place that takes so many characters, and then is full. */
    private static class Full extends Writer {

        private int room;

        Full(int room) {
            this.room = room;
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            room -= length;
            if (room < 0) {
                throw new IOException("No space left on device");
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void only_of_what_is_as_it_was_it_is_said_that_it_is_kept() {
        Path tin = Path.of("tin");
        IOException locked = new AccessDeniedException("tin/stakes.csv");

        assertThat(OutputFile.failed(tin, "changed", locked))
                .hasMessage("'tin' cannot be changed: you may not write 'tin/stakes.csv'. What was there is kept.");
        assertThat(OutputFile.failed(tin, "changed", new UnfinishedException(locked)))
                .hasMessage("'tin' is changed, but not all of its files could take their places: you may not write"
                        + " 'tin/stakes.csv'. Any command on it completes that once they can.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "check --help",
                "list",
                "check cobalt",
                "check cobalt --format json",
                "chain cobalt",
                "chain cobalt --format csv",
                "chain cobalt --format json",
                "forecast cobalt",
                "forecast cobalt --format csv",
                "forecast cobalt --format json",
                "risk cobalt --draws 256",
                "risk cobalt --draws 256 --format csv",
                "risk cobalt --draws 256 --format json",
                "screen cobalt",
                "screen cobalt --format csv",
                "screen cobalt --format json",
                "compare cobalt@MCS2024 cobalt@MCS2026",
                "compare cobalt@MCS2024 cobalt@MCS2026 --format json",
                "usgs --list examples/notebooks/usgs-2026-vanadium.csv",
                "new tin --in FOLDER",
                "pack gallium -o FOLDER/gallium.xlsx",
                "note gallium -o FOLDER/gallium.html"
            })
    void results_that_cannot_be_written_are_told_and_are_no_success(String command) {
        List<String> words = Splitter.on(' ').splitToList(command.replace("FOLDER", folder.toString()));
        StringWriter err = new StringWriter();

        int code = Lodestone.run(
                new Terminal(new Full(20), new PrintWriter(err), () -> false, 80),
                Cli.BUNDLED,
                words.toArray(String[]::new));

        assertThat(code).isEqualTo(1);
        assertThat(err.toString().replace(System.lineSeparator(), "\n"))
                .endsWith("The results could not be written in full: No space left on device.\n");
    }

    @Test
    void who_stops_reading_is_told_nothing() {
        StringWriter err = new StringWriter();
        Writer closed = new Full(0) {
            @Override
            public void write(char[] characters, int offset, int length) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        assertThat(Lodestone.run(new Terminal(closed, err, () -> false, 80), Cli.BUNDLED, "list"))
                .isEqualTo(1);
        assertThat(err.toString()).isEmpty();
    }

    private Process start(ProcessBuilder builder) throws IOException {
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.directory(folder.toFile()).start();
    }

    private static List<String> java(String... arguments) {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "-Dlodestone.data=" + Path.of("examples", "data").toAbsolutePath(),
                Lodestone.class.getName()));
        words.addAll(List.of(arguments));
        return words;
    }

    private static String said(Process process) throws IOException {
        return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void a_device_that_is_full_is_told() throws IOException, InterruptedException {
        assumeTrue(FULL.exists(), "this system has no device that is always full");
        for (List<String> words : List.of(java("list"), java("check", "germanium", "--format", "json"))) {
            Process process = start(new ProcessBuilder(words).redirectOutput(FULL));

            assertThat(said(process)).isEqualTo("The results could not be written in full: No space left on device.\n");
            assertThat(process.waitFor()).isEqualTo(1);
        }
    }

    @Test
    void a_name_that_is_no_utf_8_is_refused_instead_of_another_being_written()
            throws IOException, InterruptedException {
        Path shell = Path.of("/bin/sh");
        assumeTrue(Files.isExecutable(shell), "only a Unix shell can give a name that is no UTF-8");
        List<String> words =
                new ArrayList<>(List.of(shell.toString(), "-c", "exec \"$@\" \"$(printf 'caf\\351.xlsx')\"", "sh"));
        words.addAll(java("pack", "gallium", "-o"));

        Process process = start(new ProcessBuilder(words));

        assertThat(said(process))
                .startsWith(
                        "'caf\uFFFD.xlsx' has bytes that are no letters in UTF-8, so that it would name another file.");
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(folder).isEmptyDirectory();
    }
}

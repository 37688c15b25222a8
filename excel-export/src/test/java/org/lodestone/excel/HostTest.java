package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that takes Lodestone as a dependency keeps its XML parsers, and its console to itself. */
class HostTest {

    private static final String HOST = "org/lodestone/excel/Host.class";

    @TempDir
    private Path folder;

    private record Ended(int code, String out, String errors) {}

    /** The program with what Maven puts on the class path of whoever names Lodestone, and nothing of our tests. */
    private Ended host(List<String> libraries, String... args) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes");
        Files.createDirectories(classes.resolve(HOST).resolveSibling(""));
        Files.copy(
                Path.of("target", "test-classes").resolve(HOST),
                classes.resolve(HOST),
                StandardCopyOption.REPLACE_EXISTING);
        List<String> classPath = new ArrayList<>(libraries);
        classPath.add(classes.toString());
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                String.join(File.pathSeparator, classPath),
                "org.lodestone.excel.Host"));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return new Ended(process.exitValue(), Files.readString(out), Files.readString(errors));
    }

    private static List<String> libraries() throws IOException {
        List<String> libraries =
                new ArrayList<>(List.of(Path.of("target", "classes").toString()));
        libraries.addAll(List.of(Files.readString(Path.of("target", "consumer-classpath"))
                .strip()
                .split(File.pathSeparator)));
        return libraries;
    }

    @Test
    void it_gets_the_parsers_that_it_gets_without_lodestone() throws IOException, InterruptedException {
        Ended with = host(libraries(), "parsers");

        assertThat(with).isEqualTo(host(List.of(), "parsers"));
        assertThat(with.out().lines()).hasSize(10).allMatch(factory -> factory.startsWith("com.sun."));
    }

    @Test
    void packs_and_notes_are_written_and_read_without_a_word_on_its_console() throws IOException, InterruptedException {
        Ended ended = host(libraries(), "../examples/data/gallium", folder.toString());

        assertThat(ended).isEqualTo(new Ended(0, "", ""));
        assertThat(folder.resolve("pack.xlsx")).isNotEmptyFile();
        assertThat(folder.resolve("note.docx")).isNotEmptyFile();
        assertThat(folder.resolve("note.html")).isNotEmptyFile();
    }
}

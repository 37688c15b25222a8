package org.lodestone.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that takes the notebook library keeps its own log. */
class ServerTest {

    private static final Path BUILD = Path.of(System.getProperty("basedir"), "target");
    private static final String SERVER = "org/lodestone/notebook/Server.class";

    @TempDir
    private Path folder;

    /** With what Maven puts on its class path, Lodestone first, and nothing else of our tests. */
    @Test
    void with_logback_beside_it_it_starts_and_logs_through_logback() throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve(SERVER).getParent());
        Files.copy(
                BUILD.resolve("test-classes").resolve(SERVER),
                folder.resolve(SERVER),
                StandardCopyOption.REPLACE_EXISTING);
        Path out = folder.resolve("out");
        Path errors = folder.resolve("errors");
        Process server = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        String.join(
                                File.pathSeparator,
                                BUILD.resolve("classes").toString(),
                                Files.readString(BUILD.resolve("consumer-classpath"))
                                        .strip(),
                                Files.readString(BUILD.resolve("server-classpath"))
                                        .strip(),
                                folder.toString()),
                        "org.lodestone.notebook.Server")
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();

        assertThat(server.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(errors).isEmptyFile();
        assertThat(Files.readAllLines(out))
                .satisfiesExactly(
                        logged -> assertThat(logged).endsWith("INFO server -- It runs."),
                        backend -> assertThat(backend).isEqualTo("ch.qos.logback.classic.LoggerContext"));
    }
}

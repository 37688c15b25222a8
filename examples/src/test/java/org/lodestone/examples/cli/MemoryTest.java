package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said where there is not enough memory. */
class MemoryTest {

    @TempDir
    Path folder;

    @Test
    void what_does_not_fit_is_told_with_what_it_needs() throws IOException, InterruptedException {
        Process pack = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx16m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dlodestone.data=" + Path.of("examples", "data").toAbsolutePath(),
                        Lodestone.class.getName(),
                        "pack",
                        "gallium",
                        "-o",
                        folder.resolve("gallium.xlsx").toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();

        assertThat(new String(pack.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).replace('\n', ' '))
                .contains("MB of memory that Java has are too few for")
                .contains("set LODESTONE_OPTS=-Xmx100m");
        assertThat(pack.waitFor()).isEqualTo(70);
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void memory_that_runs_out_while_java_links_code_is_no_fault_of_the_library() {
        assertThat(Memory.isShortBy(new InternalError(new OutOfMemoryError("Java heap space"))))
                .isTrue();
        assertThat(Memory.isShortBy(new IllegalStateException(new ExecutionException(new OutOfMemoryError()))))
                .isTrue();
        assertThat(Memory.isShortBy(new InternalError(new IllegalStateException("java.lang.OutOfMemoryError"))))
                .isFalse();
    }

    @Test
    void more_companies_need_more() {
        assertThat(Memory.told(Cli.BUNDLED, 40, "pack", "gallium", "-o", "some.xlsx"))
                .isEqualTo("The 40 MB of memory that Java has are too few for gallium with 61 figures and 6 companies."
                        + " Allow 100 MB: set LODESTONE_OPTS=-Xmx100m, and run it again.");
        assertThat(Memory.told(Cli.BUNDLED, 40, "pack", "rare-earths"))
                .isEqualTo(
                        "The 40 MB of memory that Java has are too few for rare-earths with 239 figures and 25 companies."
                                + " Allow 200 MB: set LODESTONE_OPTS=-Xmx200m, and run it again.");
    }

    @Test
    void twice_what_there_is_is_asked_for_where_nothing_else_is_known() {
        assertThat(Memory.told(Cli.BUNDLED, 320, "usgs", "none.csv"))
                .isEqualTo(
                        "The 320 MB of memory that Java has are too few for this. Allow 700 MB: set LODESTONE_OPTS=-Xmx700m,"
                                + " and run it again.");
    }
}

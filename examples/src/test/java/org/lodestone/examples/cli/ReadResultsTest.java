package org.lodestone.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The script that users start from reads an export with pandas, and with DuckDB where that is installed; tried where Python has pandas. */
class ReadResultsTest {

    private static final List<String> PYTHONS = List.of("python3", "/usr/bin/python3");

    @ParameterizedTest
    @ValueSource(strings = {"rare-earths", "gallium"})
    void pandas_reads_every_table_without_an_option(String dataset, @TempDir Path folder)
            throws IOException, InterruptedException {
        List<String> pythons =
                PYTHONS.stream().filter(python -> Python.hasPandas(python)).toList();
        assumeTrue(!pythons.isEmpty(), "no Python here has pandas");
        Path data = folder.resolve("data");
        assertThat(Cli.run("export", dataset, "-o", data.toString()).code()).isZero();

        Python.Said read = Python.run(pythons.get(0), "examples/read-results.py", data.toString());

        assertThat(read.code()).as(read.text()).isZero();
        try (var files = Files.list(data)) {
            assertThat(read.text().lines()).hasSize((int)
                    files.filter(file -> file.toString().endsWith(".csv")).count());
        }
    }

    /** A program beside Java. */
    private static final class Python {

        private Python() {}

        record Said(int code, String text) {}

        static boolean hasPandas(String python) {
            try {
                return run(python, "-c", "import pandas").code() == 0;
            } catch (IOException | InterruptedException e) {
                return false;
            }
        }

        static Said run(String... command) throws IOException, InterruptedException {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Said(process.waitFor(), text);
        }
    }
}

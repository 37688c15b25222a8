package org.lodestone.examples;

import java.nio.file.Path;
import java.util.Objects;

/** Where the inputs of the benchmarks are: the folder {@code data} in {@code BENCH_HOME}, or else in {@code ~/.cache/lodestone-bench}. */
final class BenchmarkFiles {

    private BenchmarkFiles() {}

    static Path path(String file) {
        String home = Objects.requireNonNullElse(
                System.getenv("BENCH_HOME"), System.getProperty("user.home") + "/.cache/lodestone-bench");
        return Path.of(home, "data", file);
    }
}

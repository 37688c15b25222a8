package org.lodestone.core.dataset;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.core.ProcessorTime.assertAtMost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.universe.UniverseReader;

/** Small files of JSON that were made to be slow: they took up to minutes. */
class SlowJsonTest {

    private static final Duration MOST = Duration.ofSeconds(3);

    @TempDir
    private Path folder;

    private static String each(int count, IntFunction<String> text) {
        return IntStream.range(0, count).mapToObj(text).collect(joining(",\n"));
    }

    private Path write(String name, String text) {
        try {
            return Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void each_of_20000_unknown_keys_is_told_with_its_line() {
        String keys = "{\n" + each(20_000, i -> "\"key" + i + "\": 1") + "\n}\n";
        write("datapackage.json", keys);
        Path universe = write("mine.json", keys);

        assertAtMost(
                MOST,
                () -> assertThat(Datasets.read(folder).problems())
                        .extracting(Problem::toString)
                        .anyMatch(problem -> problem.startsWith("datapackage.json:20001: key19999: is not a field")));
        assertAtMost(
                MOST,
                () -> assertThat(UniverseReader.read(universe).problems())
                        .extracting(Problem::toString)
                        .anyMatch(problem -> problem.startsWith("mine.json:20001: key19999: is not a field")));
    }

    @Test
    void a_key_of_49000_letters_around_20000_others_takes_the_memory_of_one() {
        String inside = each(20_000, i -> "\"key" + i + "\": 1");
        Path file = write("mine.json", "{\"numbers\": {\"" + "k".repeat(49_000) + "\": {\n" + inside + "}}}");

        assertAtMost(
                MOST,
                () -> assertThat(UniverseReader.read(file).problems())
                        .extracting(Problem::toString)
                        .anyMatch(problem -> problem.startsWith("mine.json:20001: key19999: is not a field")));
    }

    @Test
    void a_table_of_20000_columns_is_read_by_names_that_are_looked_up() {
        String names = IntStream.range(0, 20_000).mapToObj(i -> "c" + i).collect(joining(","));
        write("wide.csv", "id," + names + "\nA" + ",1".repeat(20_000) + "\n");
        Path file = write(
                "mine.json",
                "{\"universe\": \"wide.csv\", \"id\": \"id\", \"numbers\": {\n"
                        + each(20_000, i -> "\"n" + i + "\": \"c" + i + "\"") + "}}");

        assertAtMost(
                MOST,
                () -> assertThat(UniverseReader.read(file)
                                .orElseThrow()
                                .universe()
                                .orElseThrow()
                                .number("n19999", 0))
                        .isEqualTo(1));
    }
}

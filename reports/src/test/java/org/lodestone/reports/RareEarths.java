package org.lodestone.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetReader;

/** The rare earth dataset, as it is or with a table changed. */
public final class RareEarths {

    private static final Path FOLDER = Path.of("../examples/data/rare-earths");

    private RareEarths() {}

    /** The dataset as it is. */
    public static Dataset dataset() {
        return DatasetReader.read(FOLDER).orElseThrow();
    }

    /**
     * The dataset with the lines of a table changed, read without a problem.
     *
     * @param folder an empty folder for the copy
     * @param table the name of its file without the ending
     */
    public static Dataset with(Path folder, String table, UnaryOperator<List<String>> change) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            Path changed = folder.resolve(table + ".csv");
            List<String> before = Files.readAllLines(changed);
            List<String> after = change.apply(before);
            assertThat(after).as("lines of " + table).isNotEqualTo(before);
            Files.write(changed, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return DatasetReader.read(folder).orElseThrow();
    }
}

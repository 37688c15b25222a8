package org.lodestone.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.reports.analysis.Analyses;

/** The rare earth dataset, as it is or with a table changed. */
public final class RareEarths {

    public static final Path FOLDER = Path.of("../examples/data/rare-earths");

    private RareEarths() {}

    /** The dataset as it is: read once, for all tests. */
    public static Dataset dataset() {
        return BundledPack.of("rare-earths").dataset();
    }

    /** The analyses of the dataset as it is: each worked out once, for all tests. */
    public static Analyses analyses() {
        return BundledPack.of("rare-earths").analyses();
    }

    /** Copies the files of the dataset into an empty folder. */
    public static void copy(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
    }

    /**
     * A copy of the dataset with the text of a table changed.
     *
     * @param folder an empty folder for the copy
     * @param table the name of its file without the ending
     */
    public static Dataset with(Path folder, String table, UnaryOperator<String> change) {
        try {
            copy(folder);
            Path changed = folder.resolve(table + ".csv");
            String before = Files.readString(changed);
            String after = change.apply(before);
            assertThat(after).as(table).isNotEqualTo(before);
            Files.writeString(changed, after);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Datasets.read(folder).orElseThrow();
    }
}

package org.lodestone.excel.fuzz;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Datasets;

/** A dataset with the first rows of each table of the one on rare earths, of which one file is changed. */
public final class DatasetFuzz {

    private static final int LINES = 4;

    private static final Scratch SCRATCH = new Scratch();
    private static final ImmutableMap<String, String> FILES = files();

    private DatasetFuzz() {}

    private static ImmutableMap<String, String> files() {
        try (Stream<Path> files = Files.list(Path.of("../examples/data/rare-earths"))) {
            ImmutableMap<String, String> texts = files.filter(
                            file -> file.toString().matches(".*[.](csv|json)"))
                    .sorted()
                    .collect(ImmutableMap.toImmutableMap(
                            file -> file.getFileName().toString(), DatasetFuzz::start));
            texts.forEach((name, text) -> SCRATCH.write(name, text.getBytes(StandardCharsets.UTF_8)));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String start(Path file) {
        String text = Scratch.text(file);
        return file.toString().endsWith(".json")
                ? text
                : text.lines().limit(LINES).map(line -> line + "\n").collect(Collectors.joining());
    }

    public static void fuzzerTestOneInput(byte[] data) {
        Changes changes = new Changes(data);
        String name = changes.oneOf(FILES.keySet().asList());
        String valid = FILES.get(name);
        SCRATCH.write(name, changes.encoded(changes.in(valid)));
        Datasets.read(SCRATCH.path());
        SCRATCH.write(name, valid.getBytes(StandardCharsets.UTF_8));
    }
}

package org.lodestone.examples.print;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;

/** The papers of all other bundled datasets, and of a file of the USGS. */
@Order(1)
@Tag("nightly")
class OtherPrintedPagesTest extends PagesOnPaper {

    OtherPrintedPagesTest() throws IOException {
        super("other-pages", others());
    }

    private static List<String> others() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("examples", "data"))) {
            return Stream.concat(folders.map(folder -> folder.getFileName().toString()), Stream.of("vanadium"))
                    .filter(name -> !PrintedPagesTest.PRINTED.contains(name))
                    .sorted()
                    .toList();
        }
    }
}

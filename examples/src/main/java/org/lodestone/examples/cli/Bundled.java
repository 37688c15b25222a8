package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Datasets;

/**
 * The datasets that come with Lodestone: those of the checkout, whose folders may be changed, or else those in the command's jar.
 *
 * @param home the folder of the checkout that holds one folder for each; empty outside a checkout
 * @param extensions the tables that other datasets may have, and the parts of packs, that do not come with it
 */
record Bundled(Optional<Path> home, Extensions extensions) {

    Bundled(Optional<Path> home) {
        this(home, new Extensions());
    }

    private static final String PROPERTY = "lodestone.data";

    /** Where the system property {@code lodestone.data} says, or else {@code examples/data} of this checkout. */
    static Bundled find() {
        Stream<Path> places = Stream.concat(
                Stream.ofNullable(System.getProperty(PROPERTY)).map(Path::of),
                Stream.concat(besideCode().stream(), Stream.of(Path.of("examples", "data"))));
        return new Bundled(places.filter(Files::isDirectory).findFirst());
    }

    /** The jar and the classes both lie two folders below {@code examples}: {@code examples/target/lodestone.jar}. */
    private static Optional<Path> besideCode() {
        CodeSource source = Bundled.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return Optional.empty();
        }
        try {
            Path code = Path.of(source.getLocation().toURI());
            return Optional.ofNullable(code.getParent()).map(Path::getParent).map(examples -> examples.resolve("data"));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Their names, in the order of the alphabet. */
    ImmutableList<String> names() {
        if (home.isEmpty()) {
            return Datasets.names().asList();
        }
        try {
            return datasets(home.get())
                    .map(folder -> String.valueOf(folder.getFileName()))
                    .collect(toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of bundled datasets, " + home.get() + ", cannot be read.", e);
        }
    }

    /** The folders in a folder that are datasets, in the order of their names. */
    static Stream<Path> datasets(Path folder) throws IOException {
        try (Stream<Path> folders = Files.list(folder)) {
            return folders.filter(one -> Files.exists(one.resolve("datapackage.json"))).sorted().toList().stream();
        }
    }

    /** The dataset of a name, if it is one of these. */
    Optional<DatasetName> find(String name) {
        return names().contains(name)
                ? Optional.of(new DatasetName(
                        name, home.map(folder -> folder.resolve(name)), Optional.empty(), ImmutableList.of()))
                : Optional.empty();
    }
}

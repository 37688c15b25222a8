package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Datasets;
import org.lodestone.core.dataset.Reading;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.problem.UnknownIdException;

/**
 * A dataset as somebody names it: {@code rare-earths}, {@code ./my-data}, {@code rare-earths@MCS2026}.
 *
 * @param name that of its folder
 * @param folder where it is; empty for one in the jar of the command
 * @param edition the edition that is meant, if another than the default
 * @param own the tables of the user's own that it may have
 */
record DatasetName(String name, Optional<Path> folder, Optional<String> edition, ImmutableList<Table<?>> own) {

    static final String HELP =
            "A bundled dataset or the path of a folder, with @EDITION for another edition than its default, as in"
                    + " rare-earths@MCS2026. Where both have a name, the bundled one is meant, and the folder by its path";

    /** The same for a command that takes a universe of one's own too. */
    static final String OR_UNIVERSE = HELP + ". Or a JSON file that describes a table of your own companies";

    /** The dataset that {@code text} names. A bundled one goes before a folder: write {@code ./NAME} for the folder. */
    static DatasetName parse(String text, Bundled bundled) {
        DatasetName found = parsed(text, bundled);
        return new DatasetName(
                found.name, found.folder, found.edition, bundled.extensions().tables());
    }

    private static DatasetName parsed(String text, Bundled bundled) {
        int at = text.lastIndexOf('@');
        String name = at < 0 ? text : text.substring(0, at);
        return find(text, bundled)
                .or(() -> find(name, bundled)
                        .map(found -> new DatasetName(
                                found.name, found.folder, Optional.of(text.substring(at + 1)), found.own)))
                .orElseThrow(() -> none(name, bundled));
    }

    private static WrongUse none(String name, Bundled bundled) {
        if (path(name).filter(Files::isRegularFile).isPresent()) {
            return new WrongUse(
                    "'" + name + "' is a file, and a dataset is a folder. Name the folder with its tables.");
        }
        return new WrongUse("'" + name + "' is neither a bundled dataset nor a folder. "
                + UnknownIdException.remedy(
                        name,
                        Iterables.concat(bundled.names(), beside(name)),
                        "Run 'lodestone list' to see those that are bundled."));
    }

    private static Optional<DatasetName> find(String name, Bundled bundled) {
        return bundled.find(name).or(() -> path(name).filter(Files::isDirectory).map(DatasetName::of));
    }

    /** The folders of datasets beside the one that {@code name} would be, as they are typed. */
    private static ImmutableList<String> beside(String name) {
        Optional<Path> path = path(name);
        Path parent = path.map(Path::getParent).orElse(Path.of(""));
        try {
            return Bundled.datasets(parent).map(Path::toString).collect(toImmutableList());
        } catch (IOException e) {
            return ImmutableList.of();
        }
    }

    private static DatasetName of(Path folder) {
        String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
        return new DatasetName(name, Optional.of(folder), Optional.empty(), ImmutableList.of());
    }

    static Optional<Path> path(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** The dataset as far as it could be read, with the edition that is meant as its default. */
    Reading read() {
        Reading reading = whole();
        return new Reading(reading.dataset().map(this::inEdition), reading.problems(), reading.notes());
    }

    /** The datasets that two names mean, the other first; a folder that both name is read once. */
    List<Dataset> readAfter(DatasetName other) {
        Dataset whole = whole().orElseThrow();
        Dataset before = other.name.equals(name) && other.folder.equals(folder)
                ? whole
                : other.whole().orElseThrow();
        return List.of(other.inEdition(before), inEdition(whole));
    }

    private Reading whole() {
        return folder.map(this::whole).orElseGet(() -> Datasets.read(name));
    }

    private Reading whole(Path files) {
        return own.isEmpty() ? Datasets.read(files) : Extensions.asked(() -> Datasets.read(files, own));
    }

    /** The folder to change it in. */
    Path requireFolder() {
        return folder.orElseThrow(
                () -> new WrongUse(
                        "The dataset '" + name
                                + "' is part of Lodestone and cannot be changed. Name a folder of your own, as 'lodestone new' makes one."));
    }

    private Dataset inEdition(Dataset dataset) {
        return WrongUse.unlessRefused(
                "", () -> edition.map(dataset::withEdition).orElse(dataset));
    }

    /** Its name, with the edition where one was named: {@code rare-earths-MCS2026}. */
    String withEdition() {
        return name + edition.map(one -> "-" + one).orElse("");
    }

    @Override
    public String toString() {
        return name;
    }
}

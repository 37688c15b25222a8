package org.lodestone.core.dataset;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.internal.file.FolderFiles;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.UnknownIdException;

/**
 * Opens datasets, those on the class path by name, others by their folder; and writes and changes them.
 *
 * <pre>
 * Dataset dataset = Datasets.open("rare-earths");
 * Dataset newer = Datasets.open("rare-earths@MCS2026");
 * Dataset own = Datasets.open(Path.of("my-dataset"));
 * </pre>
 *
 * <p>The jar {@code lodestone-data} has the datasets that come with Lodestone. Any jar or folder on the class path or module
 * path may bring more: each is a folder in {@code META-INF/lodestone}, and of two with one name the first counts.
 */
public final class Datasets {

    private static final String HOME = "META-INF/lodestone";

    /** The protocol of what is in a Java, and not beside it. */
    private static final String LINKED = "jrt";

    private static final String NONE =
            "There is none on the class path. Add the jar lodestone-data for those of Lodestone, or open a folder by its path.";

    private Datasets() {}

    /** The names of the datasets on the class path, in the order of the alphabet. */
    public static ImmutableSortedSet<String> names() {
        ImmutableSortedSet.Builder<String> names = ImmutableSortedSet.naturalOrder();
        for (Home home : homes()) {
            try (home) {
                names.addAll(home.folders().keySet());
            }
        }
        return names.build();
    }

    /**
     * A dataset on the class path.
     *
     * @param name such as {@code rare-earths}, or {@code rare-earths@MCS2026} for another edition than its usual one
     * @throws UnknownIdException if there is none of that name, or no such edition in it
     * @throws DataException if there are problems in it
     */
    public static Dataset open(String name) {
        int at = name.indexOf('@');
        return at < 0 ? read(name).orElseThrow() : open(name.substring(0, at)).withEdition(name.substring(at + 1));
    }

    /**
     * The dataset in a folder.
     *
     * @throws DataException if there are problems in it: it lists them all, each with file, line and remedy
     */
    public static Dataset open(Path folder) {
        return read(folder).orElseThrow();
    }

    /** A dataset on the class path as far as it could be read, with every problem. */
    public static Reading read(String name) {
        for (Home home : homes()) {
            try (home) {
                Optional<Path> folder = Optional.ofNullable(home.folders().get(name));
                if (folder.isPresent()) {
                    return read(folder.get());
                }
            }
        }
        if (isPath(name)) {
            throw UnknownIdException.of(
                    name,
                    "a dataset on the class path",
                    ImmutableSortedSet.of(),
                    "For a folder write Datasets.open(Path.of(\"" + name + "\")).");
        }
        throw UnknownIdException.of(name, "a dataset on the class path", names(), NONE);
    }

    /** The dataset in a folder as far as it could be read, every problem with it, and what was put right. */
    public static Reading read(Path folder) {
        return read(folder, List.of());
    }

    /** The same of a dataset whose files, by their names, are in no folder. */
    public static Reading read(Map<String, byte[]> files) {
        return DatasetReader.read(FolderFiles.of(files), List.of());
    }

    /** The same of a dataset that has tables of one's own; {@link Dataset#rows} gives their records. */
    public static Reading read(Path folder, List<Table<?>> own) {
        return DatasetReader.read(folder, own);
    }

    /**
     * Writes a dataset to a folder that is not there yet, or is empty: {@code datapackage.json} with a Table Schema for each table, the
     * tables that are not empty, and {@code screen.json}, {@code benefit.json} and {@code report.json} where they say something. From it an
     * equal one is read.
     *
     * @throws FileAlreadyExistsException if the folder has anything in it; {@link #replace} is for that
     * @throws DataException if the reader would have problems with it; nothing is written then
     * @throws IOException if the folder cannot be written; what was there is then untouched
     */
    public static void write(Dataset dataset, Path folder) throws IOException {
        DatasetWriter.write(dataset, folder);
    }

    /** Writes a dataset in the place of the one in the folder. Files that belong to no dataset, such as notes, are kept. */
    public static void replace(Dataset dataset, Path folder) throws IOException {
        DatasetWriter.replace(dataset, folder);
    }

    /**
     * Works out what putting rows into the dataset of a folder does. Nothing is written until {@link DatasetChange#write} is called.
     *
     * @throws IllegalArgumentException if two rows of one key differ
     * @throws IOException if the folder cannot be read
     */
    public static DatasetChange change(Path folder, Collection<TableRow> rows) throws IOException {
        return DatasetChange.plan(folder, rows, List.of(), Map.of());
    }

    /**
     * The same, where some rows of tables without a key take the place of others.
     *
     * @param replacements what stands there, and what is to; where the former does not stand there, the latter is added
     */
    public static DatasetChange change(
            Path folder, Collection<TableRow> rows, Collection<DatasetChange.Replaced> replacements)
            throws IOException {
        return DatasetChange.plan(folder, rows, replacements, Map.of());
    }

    /**
     * The same as with rows alone, with other weights of the screen.
     *
     * @param weights by the names of criteria of {@code screen.json}
     */
    public static DatasetChange change(Path folder, Collection<TableRow> rows, Map<String, Double> weights)
            throws IOException {
        return DatasetChange.plan(folder, rows, List.of(), weights);
    }

    /** Whether a folder was probably meant: it is there, or is written as one. */
    private static boolean isPath(String name) {
        try {
            return name.contains("/") || name.contains("\\") || Files.isDirectory(Path.of(name));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private static Iterable<Home> homes() {
        try {
            List<Home> homes = new ArrayList<>();
            for (URL folder : Collections.list(Datasets.class.getClassLoader().getResources(HOME))) {
                homes.add(new Home(folder));
            }
            if (requireNonNull(Datasets.class.getResource("Datasets.class"))
                    .getProtocol()
                    .equals(LINKED)) {
                addLinked(homes);
            }
            return homes;
        } catch (IOException e) {
            throw new UncheckedIOException("The class path cannot be searched for datasets.", e);
        }
    }

    /** Adds those in a Java that {@code jlink} made, whose class loader tells files and no folders. */
    private static void addLinked(Collection<Home> homes) throws IOException {
        Path modules = FileSystems.getFileSystem(URI.create(LINKED + ":/")).getPath("modules");
        try (DirectoryStream<Path> each = Files.newDirectoryStream(modules)) {
            for (Path module : each) {
                if (Files.isDirectory(module.resolve(HOME))) {
                    homes.add(new Home(module.resolve(HOME).toUri().toURL()));
                }
            }
        }
    }

    /** A place on the class path that has datasets. A jar is open only while they are read: a dataset holds no file. */
    private static final class Home implements AutoCloseable {

        private final URL url;
        private Optional<FileSystem> jar = Optional.empty();

        Home(URL url) {
            this.url = url;
        }

        /** The folders of datasets by their names. */
        ImmutableMap<String, Path> folders() {
            ImmutableMap.Builder<String, Path> folders = ImmutableMap.builder();
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder())) {
                for (Path folder : inside) {
                    if (Files.exists(folder.resolve(Manifest.FILE))) {
                        folders.put(folder.getFileName().toString().replace("/", ""), folder);
                    }
                }
            } catch (IOException | URISyntaxException e) {
                throw new IllegalStateException("The datasets in " + url + " cannot be listed.", e);
            }
            return folders.buildOrThrow();
        }

        private Path folder() throws IOException, URISyntaxException {
            URLConnection connection = url.openConnection();
            if (connection instanceof JarURLConnection inJar) {
                FileSystem files =
                        FileSystems.newFileSystem(Path.of(inJar.getJarFileURL().toURI()));
                jar = Optional.of(files);
                return files.getPath(HOME);
            }
            return Path.of(url.toURI());
        }

        @Override
        public void close() {
            if (jar.isPresent()) {
                try {
                    jar.get().close();
                } catch (IOException e) {
                    throw new UncheckedIOException("The datasets in " + url + " cannot be closed.", e);
                }
            }
        }
    }
}

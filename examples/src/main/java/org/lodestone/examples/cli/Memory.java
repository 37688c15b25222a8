package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.universe.Universe;

/**
 * The words for what does not fit into the memory that Java has.
 *
 * <p>What a pack needs was measured on datasets of 1,600 to 160,000 figures and of 100 to 400 companies, and is about as much as any
 * command needs.
 */
final class Memory {

    private static final long BYTES = 1L << 20;

    /** The megabytes that a pack of next to nothing takes. */
    private static final double START = 80;

    /** A figure comes with its share, rank and growth. */
    private static final double OF_A_FIGURE = 0.009;
    /** A company of a dataset comes with a formula for each step of the screen. */
    private static final double OF_A_COMPANY = 1.0;
    /** A company of a table of one's own is a row of numbers. */
    private static final double OF_A_ROW = 0.006;

    /** Heaps are asked for in hundreds of megabytes. */
    private static final int STEP = 100;

    /** Data that were to fit, in words, with the megabytes that they take beside {@link #START}. */
    private record Load(String words, double megabytes) {

        static Load of(String name, Path folder) {
            int figures = rows(folder.resolve("figures.csv"));
            int companies = rows(folder.resolve("companies.csv"));
            return new Load(
                    name + " with "
                            + Stream.of(OneLine.some(figures, "figure"), OneLine.some(companies, "company"))
                                    .filter(words -> !words.isEmpty())
                                    .collect(Collectors.joining(" and ")),
                    figures * OF_A_FIGURE + companies * OF_A_COMPANY);
        }

        /** The lines below the header, which are nearly always rows, and are counted in next to no memory; none where there is no file. */
        private static int rows(Path file) {
            try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
                return (int) lines.skip(1).count();
            } catch (IOException e) {
                return 0;
            }
        }

        static Load of(String name, Universe universe) {
            return new Load(name + " with " + OneLine.count(universe.size(), "company"), universe.size() * OF_A_ROW);
        }
    }

    private Memory() {}

    /** Whether something failed for want of memory, which Java hands on as the cause of another error where it was linking code. */
    static boolean isShortBy(Throwable failure) {
        return Throwables.getCausalChain(failure).stream().anyMatch(OutOfMemoryError.class::isInstance);
    }

    /** The message for data that do not fit into the memory that Java has: which they are, and how to allow what they need. */
    static String told(Bundled bundled, String... args) {
        return told(bundled, Runtime.getRuntime().maxMemory() / BYTES, args);
    }

    /** The same where Java has so many megabytes: at least twice as many are asked for, since these were too few. */
    static String told(Bundled bundled, long has, String... args) {
        ImmutableList<Load> loads =
                Stream.of(args).skip(1).flatMap(arg -> load(arg, bundled)).collect(toImmutableList());
        double needed = START + loads.stream().mapToDouble(Load::megabytes).sum();
        long asked = STEP * (long) Math.ceil(Math.max(needed, 2.0 * has) / STEP);
        String what = loads.isEmpty() ? "this" : loads.stream().map(Load::words).collect(Collectors.joining(", and "));
        return String.format(
                Locale.ROOT,
                "The %,d MB of memory that Java has are too few for %s. Allow %,d MB: set LODESTONE_OPTS=-Xmx%dm, and run it again.",
                has,
                what,
                asked,
                asked);
    }

    /** The data that an argument names; none where it names something else, or where they cannot be read in the memory there is. */
    private static Stream<Load> load(String arg, Bundled bundled) {
        try {
            return UniverseFile.parse(arg)
                    .map(file -> Stream.of(
                            Load.of(file.toString(), file.read().universe().orElseThrow())))
                    .orElseGet(() -> {
                        DatasetName name = DatasetName.parse(arg, bundled);
                        return name.folder().stream().map(folder -> Load.of(name.toString(), folder));
                    });
        } catch (WrongUse | DataException | OutOfMemoryError e) {
            return Stream.empty();
        }
    }
}

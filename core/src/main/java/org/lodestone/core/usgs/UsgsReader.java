package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.usgs.Entries.At;
import org.lodestone.core.usgs.Entries.Printed;
import org.lodestone.core.usgs.UsgsReading.UsgsFile;

/**
 * Reads the data of Mineral Commodity Summaries, by what the files hold: one for each commodity (2022 to 2024), a wide one
 * (2025), a long one (2026).
 *
 * <p>Nothing is filled in and nothing is dropped: what cannot be read as a figure is a problem with file, line and remedy.
 */
public final class UsgsReader {

    private UsgsReader() {}

    /**
     * Reads {@code files}, of one release or of several, in whatever order they are given. A file that is none, or holds the
     * same as another, is a problem, and the others are read.
     */
    public static UsgsReading read(Collection<Path> files) {
        Entries entries = new Entries();
        Map<String, String> byHash = new HashMap<>();
        List<UsgsFile> read = new ArrayList<>();
        named(files).forEach((name, file) -> read.add(read(name, file, byHash, entries)));
        return entries.reading(read);
    }

    /** The files by the name they are told apart by: their own, or with the folder where two have the same. */
    private static SortedMap<String, Path> named(Collection<Path> files) {
        SortedMap<String, Path> named = new TreeMap<>();
        for (Path file : ImmutableSet.copyOf(files)) {
            String name = String.valueOf(file.getFileName());
            boolean isAlone = files.stream()
                    .filter(other -> !other.equals(file))
                    .noneMatch(other -> String.valueOf(other.getFileName()).equals(name));
            named.put(isAlone ? name : file.toString(), file);
        }
        return named;
    }

    private static UsgsFile read(String name, Path file, Map<String, String> byHash, Entries entries) {
        int before = entries.size();
        try {
            RawTable table = RawTable.read(name, file);
            String other = byHash.putIfAbsent(table.sha256(), name);
            if (other != null) {
                throw new DataException(
                        name, "holds the same as " + other + ", which is read. Leave one of the two out.");
            }
            String edition = edition(table, entries);
            return new UsgsFile(name, edition, table.sha256(), entries.size() - before, 0, 0, 0);
        } catch (DataException e) {
            e.problems()
                    .forEach(problem -> entries.problem(At.wholeFile(name), "", Printed.NOTHING, problem.message()));
            return new UsgsFile(name, "", "", 0, 0, 0, 0);
        }
    }

    private static String edition(RawTable table, Entries entries) {
        ReleaseName.of(table.file()).ifPresent(name -> requireSaid(name, table));
        if (LongShape.fits(table)) {
            return LongShape.read(table, entries);
        }
        if (WideShape.fits(table)) {
            return WideShape.read(table, entries);
        }
        if (SalientShape.fits(table)) {
            return SalientShape.read(table, entries);
        }
        throw new DataException(
                table.file(),
                "is no release that is known: its header is "
                        + table.columns().stream().limit(8).collect(Collectors.joining(", "))
                        + ". Give the CSV files of Mineral Commodity Summaries 2022 to 2026.");
    }

    /** Refuses a file that holds the other of the two tables than its name says: both names would then be of one table. */
    private static void requireSaid(ReleaseName name, RawTable table) {
        if (name.saysSalient() && WideShape.fits(table)) {
            throw new DataException(
                    table.file(),
                    "is called salient and holds a world table, so that its figures would stand beside those of the world"
                            + " file as if they were others. It is left out. Fetch the file again, or rename it if it is the"
                            + " world table that is wanted.");
        }
        if (name.saysWorld() && SalientShape.fits(table)) {
            throw new DataException(
                    table.file(),
                    "is called world and holds salient statistics of the United States. It is left out. Fetch the file"
                            + " again, or rename it.");
        }
    }
}

package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
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

    private final Entries entries = new Entries();
    private final Map<String, String> byHash = new HashMap<>();
    private final SortedMap<String, UsgsFile> read = new TreeMap<>();
    private final List<RawTable> misnamed = new ArrayList<>();

    private UsgsReader() {}

    /**
     * Reads {@code files}, of one release or of several, in whatever order they are given. A file that is none, or holds the
     * same as another, or the other of the two tables than its name says, is a problem, and the others are read.
     */
    public static UsgsReading read(Collection<Path> files) {
        UsgsReader reader = new UsgsReader();
        named(files).forEach(reader::read);
        reader.misnamed.forEach(reader::refuse);
        return reader.entries.reading(ImmutableList.copyOf(reader.read.values()));
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

    private void read(String name, Path file) {
        try {
            RawTable table = RawTable.read(name, file);
            if (isMisnamed(table)) {
                misnamed.add(table);
                return;
            }
            String other = byHash.get(table.sha256());
            if (other != null) {
                throw new DataException(
                        name, "holds the same as " + other + ", which is read. Leave one of the two out.");
            }
            int before = entries.size();
            String edition = edition(table, entries);
            byHash.put(table.sha256(), name);
            read.put(name, new UsgsFile(name, edition, table.sha256(), entries.size() - before, 0, 0, 0));
        } catch (DataException e) {
            refuse(e, name);
        }
    }

    private void refuse(DataException why, String name) {
        why.problems().forEach(problem -> entries.problem(At.wholeFile(name), "", Printed.NOTHING, problem.message()));
        read.put(name, new UsgsFile(name, "", "", 0, 0, 0, 0));
    }

    /** Whether a file holds the other of the two tables than its name says: both names would then be of one table. */
    private static boolean isMisnamed(RawTable table) {
        return ReleaseName.of(table.file())
                .filter(name -> (name.content().equals("salient") && WideShape.fits(table))
                        || (name.content().equals("world") && SalientShape.fits(table)))
                .isPresent();
    }

    /** Refuses a file under the name of another table, which is missing then, after all others were read. */
    private void refuse(RawTable misnamed) {
        boolean isWorld = WideShape.fits(misnamed);
        String called = isWorld ? "is called salient and holds " : "is called world and holds ";
        String table = isWorld ? "a world table" : "salient statistics of the United States";
        String lacking = isWorld ? "salient statistics" : "the world table";
        String other = byHash.get(misnamed.sha256());
        String why = other == null
                ? table
                        + ". It is left out, so that its figures do not stand beside those of the file of that name as if they"
                        + " were others. Fetch the file again, or rename it if it is " + table + " that is wanted."
                : table + ", the same as " + other + ", which is read. What is missing is " + lacking
                        + ": fetch the file again.";
        refuse(new DataException(misnamed.file(), called + why), misnamed.file());
    }

    private static String edition(RawTable table, Entries entries) {
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
}

package org.lodestone.core.usgs;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.lodestone.core.table.TableException;
import org.lodestone.core.usgs.Entries.At;
import org.lodestone.core.usgs.UsgsReading.UsgsFile;

/**
 * Reads the data of Mineral Commodity Summaries, by what the files hold: one for each commodity (2022 to 2024), a wide one
 * (2025), a long one (2026).
 *
 * <p>Nothing is filled in and nothing is dropped: what cannot be read as a figure is a problem with file, line and remedy.
 */
public final class UsgsReader {

    private UsgsReader() {}

    /** Reads {@code files}, of one release or of several. A file that is none is a problem, and the others are read. */
    public static UsgsReading read(Collection<Path> files) {
        Entries entries = new Entries();
        List<UsgsFile> read = new ArrayList<>();
        for (Path file : files) {
            read.add(read(file, entries));
        }
        entries.settleRepetitions();
        ImmutableList<UsgsFigure> figures = entries.figures();
        return new UsgsReading(
                read.stream().map(file -> counted(file, entries)).collect(ImmutableList.toImmutableList()),
                figures,
                entries.problems());
    }

    private static UsgsFile read(Path file, Entries entries) {
        int before = entries.size();
        try {
            RawTable table = RawTable.read(file);
            String edition = edition(table, entries);
            return new UsgsFile(table.file(), edition, table.sha256(), entries.size() - before, 0, 0);
        } catch (TableException e) {
            String name = String.valueOf(file.getFileName());
            entries.problem(new At(name, 0, "", ""), "", e.reason());
            return new UsgsFile(name, "", "", 0, 0, 0);
        }
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
        throw new TableException(
                table.file(),
                "is no release that is known: its header is "
                        + table.columns().stream().limit(8).collect(Collectors.joining(", "))
                        + ". Give the CSV files of Mineral Commodity Summaries 2022 to 2026.");
    }

    private static UsgsFile counted(UsgsFile file, Entries entries) {
        int figures = entries.figures(file.name());
        return new UsgsFile(
                file.name(), file.edition(), file.sha256(), file.entries(), figures, file.entries() - figures);
    }
}

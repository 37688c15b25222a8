package org.lodestone.examples.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.universe.UniverseReader;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.excel.Workbooks;
import org.lodestone.excel.read.WorkbookFormat;
import org.lodestone.reports.pack.ScreenPack;

/**
 * The file that describes a universe of one's own, as somebody names it: {@code my-universe.json}.
 *
 * @param path where it is
 */
record UniverseFile(Path path) {

    private static final String ENDING = ".json";

    /** The file that {@code text} names; empty where it names a folder or a bundled dataset. */
    static Optional<UniverseFile> parse(String text) {
        return DatasetName.path(text).filter(UniverseFile::isMeant).map(UniverseFile::new);
    }

    /** A name of a JSON file is one even where there is none, so that the message speaks of files. */
    private static boolean isMeant(Path path) {
        return Files.isRegularFile(path) || (isJson(path) && !Files.isDirectory(path));
    }

    private static boolean isJson(Path path) {
        return path.toString().toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /** The folder it is in, where a theme may lie beside it. */
    Path folder() {
        return path.toAbsolutePath().resolveSibling("");
    }

    /**
     * The universe with its screen, without rows that have a problem. Throws where the problem is another, and {@link
     * WrongUse} without a screen.
     */
    UniverseReading read() {
        return withScreen(asFarAsRead().withoutBrokenRows());
    }

    /** The universe with all that is wrong with it. Throws {@link WrongUse} where nothing is, and there is no screen. */
    UniverseReading readToCheck() {
        UniverseReading reading = asFarAsRead();
        return reading.problems().isEmpty() ? withScreen(reading) : reading;
    }

    private UniverseReading asFarAsRead() {
        requireFile(path);
        if (!isJson(path)) {
            throw new WrongUse(
                    "'" + path + "' is not a JSON file. Write one that names the table and its columns, with the"
                            + " screen, and give its path.");
        }
        return UniverseReader.read(path, WorkbookFormat.INSTANCE);
    }

    static void requireFile(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new WrongUse("'" + path + "' is not a file. Check the path.");
        }
    }

    private UniverseReading withScreen(UniverseReading reading) {
        if (reading.screen().isEmpty()) {
            throw new WrongUse("'" + path + "' has no screen. Add one, such as \"screen\": {\"name\": \"Good\","
                    + " \"criteria\": [{\"name\": \"margin\"}]}.");
        }
        return reading;
    }

    /** The same, if a workbook has room for it. */
    UniverseReading readForWorkbook() {
        UniverseReading reading = read();
        int criteria = reading.screen().orElseThrow().criteria().size();
        if (criteria > ScreenPack.MOST_CRITERIA) {
            throw new WrongUse("The screen of '" + path + "' has " + criteria + " criteria, and a workbook takes "
                    + ScreenPack.MOST_CRITERIA + ". Leave out those that weigh least.");
        }
        int rows = reading.universe().orElseThrow().size();
        if (rows > Workbooks.MOST_ROWS) {
            throw new WrongUse(String.format(
                    Locale.ROOT,
                    "%s has %,d companies, and a sheet has room for %,d. Leave those out that no filter would pass.",
                    reading.table(),
                    rows,
                    Workbooks.MOST_ROWS));
        }
        return reading;
    }

    /** The name of the file without its ending. */
    @Override
    public String toString() {
        String name = String.valueOf(path.getFileName());
        return name.substring(0, name.length() - ENDING.length());
    }
}

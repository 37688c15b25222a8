package org.lodestone.excel;

import com.google.common.collect.ImmutableMap;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.ooxml.POIXMLDocument;
import org.apache.poi.ooxml.POIXMLProperties;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.lodestone.core.internal.file.SafeFiles;
import org.lodestone.core.research.Publication;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;

/**
 * Writes reports as workbooks. The same report gives the same bytes, whatever the machine's locale and time zone.
 *
 * <p>Any number of threads may write at once, the same report too. Each takes two more for itself, which end with it.
 */
public final class Workbooks {

    private static final String ENDING = ".xlsx";

    /** The most rows that a long table may have: a sheet has a few more, for its title and header. */
    public static final int MOST_ROWS = 1_048_000;

    private Workbooks() {}

    /**
     * Loads what writing takes, on a thread of its own, so that a command that reads and works out first does not wait for it
     * afterwards. What is written is the same without it.
     */
    public static void prepare() {
        Thread loading = WorkerThread.thread("loads what writing takes", Workbooks::writeLittle);
        loading.setUncaughtExceptionHandler((thread, error) -> {}); // writing meets it again, and tells
        loading.start();
    }

    /** A sheet without cells, of which nothing is kept. */
    private static void writeLittle() {
        XSSFWorkbook workbook = new XSSFWorkbook();
        try {
            new Style(workbook, Theme.STANDARD).of(Look.of(Face.HEADER, Shown.WHOLE, Row.Kind.TOTAL));
            XSSFSheet sheet = workbook.createSheet("Little");
            SheetFrame frame = new SheetFrame(SheetPlan.empty(sheet.getSheetName()), sheet, Theme.STANDARD);
            frame.lay();
            frame.link(new Spot(sheet.getSheetName(), 0, 0), new Spot(sheet.getSheetName(), 1, 0));
            frame.setUp("");
            new WorkbookCells(ImmutableMap.of(), new SharedTexts()).write(workbook, OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            workbook.getPackage().revert();
        }
    }

    /**
     * Writes a report to a file. A file that is there is replaced only once the new one is complete.
     *
     * @throws IllegalArgumentException if the name of the file does not end in {@code .xlsx}
     * @throws IOException if the file cannot be written; what was there is then untouched
     */
    public static void write(Report report, Path file) throws IOException {
        write(report, Theme.STANDARD, file);
    }

    /** Writes a report to a file in the look of a house. */
    public static void write(Report report, Theme theme, Path file) throws IOException {
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new IllegalArgumentException(
                    "'" + file + "' has an ending that is not that of a workbook. Let it end in " + ENDING + ".");
        }
        SafeFiles.write(SafeFiles.target(file), bytes(report, theme));
    }

    /** Writes a report to a stream. */
    public static void write(Report report, OutputStream out) throws IOException {
        write(report, Theme.STANDARD, out);
    }

    /** Writes a report to a stream in the look of a house. Nothing is written of one that fails. */
    public static void write(Report report, Theme theme, OutputStream out) throws IOException {
        out.write(bytes(report, theme));
    }

    /** In memory first, since POI keeps to itself why a stream fails, such as a full disk. */
    private static byte[] bytes(Report report, Theme theme) throws IOException {
        return WorkerThread.done(() -> drawn(theme.signed(report), theme));
    }

    private static byte[] drawn(Report report, Theme theme) throws IOException {
        ByteArrayOutputStream workbook = new ByteArrayOutputStream();
        Drawing.Drawn drawn = Drawing.draw(report, Placer.place(report, theme), theme);
        try {
            describe(drawn.frame(), report.title(), report);
            drawn.cells().write(drawn.frame(), workbook);
        } finally {
            drawn.frame().getPackage().revert(); // to close it would write all of it once more
        }
        return workbook.toByteArray();
    }

    /** Sets the properties that programs show of a file without opening it. */
    static void describe(POIXMLDocument file, String title, Report report) {
        Publication by = report.publication();
        Date date = Date.from(report.date().atStartOfDay().toInstant(ZoneOffset.UTC));
        POIXMLProperties.CoreProperties core = file.getProperties().getCoreProperties();
        core.setTitle(SafeText.of(title));
        core.setSubjectProperty(SafeText.of(report.subtitle()));
        core.setCreator(SafeText.of(by.author().isEmpty() ? by.house() : by.author()));
        core.setCreated(Optional.of(date));
        core.setModified(Optional.of(date));
        POIXMLProperties.ExtendedProperties extended = file.getProperties().getExtendedProperties();
        extended.setApplication("Lodestone");
        extended.setCompany(SafeText.of(by.house()));
    }
    /**
     * The changes that were made in a pack.
     *
     * @throws IOException if the file is no workbook that can be read, or none that this program wrote from a dataset
     */
    public static PackChanges read(Path file) throws IOException {
        return PackReader.read(file);
    }
}

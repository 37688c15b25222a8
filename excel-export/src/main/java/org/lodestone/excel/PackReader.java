package org.lodestone.excel;

import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.lodestone.core.time.Period;
import org.lodestone.excel.PackChanges.Edit;
import org.lodestone.excel.PackChanges.Kind;
import org.lodestone.excel.PackChanges.Overwritten;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Report;

/** Reads a pack that this program wrote, after somebody worked with it in a spreadsheet program: what was changed. */
public final class PackReader {

    /** A pack has a few megabytes; what says it has far more is no pack. */
    private static final long MOST_BYTES = 256L << 20;

    /** LibreOffice writes the frames of many comments so evenly that they shrink to less than a hundredth, POI's own limit. */
    private static final double LEAST_RATIO = 0.001;

    private static final int MOST_PARTS = 5_000;

    private final XSSFWorkbook workbook;
    private final ImmutableMap.Builder<Key, Value> inputs = ImmutableMap.builder();
    private final ImmutableList.Builder<Edit> edits = ImmutableList.builder();
    private final ImmutableList.Builder<Overwritten> overwritten = ImmutableList.builder();
    private final ImmutableList.Builder<Key> lost = ImmutableList.builder();

    private PackReader(XSSFWorkbook workbook) {
        this.workbook = workbook;
    }

    /**
     * What was changed in a pack.
     *
     * @throws IOException if the file is no workbook that can be read, or none that this program wrote from a dataset
     */
    public static synchronized PackChanges read(Path file) throws IOException {
        requireModest(file);
        double ratio = ZipSecureFile.getMinInflateRatio(); // a static of POI, so reads take turns
        ZipSecureFile.setMinInflateRatio(LEAST_RATIO);
        try (OPCPackage parts = OPCPackage.open(file.toFile(), PackageAccess.READ);
                XSSFWorkbook workbook = new XSSFWorkbook(parts)) {
            return new PackReader(workbook).changes(file.getFileName());
        } catch (InvalidFormatException | POIXMLException | OpenXML4JRuntimeException e) {
            throw new IOException(
                    "'" + file + "' is no workbook that can be read (" + firstLine(Throwables.getRootCause(e))
                            + "). Save it as .xlsx, and try again.",
                    e);
        } finally {
            ZipSecureFile.setMinInflateRatio(ratio);
        }
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    /** Refuses what is no archive, or one that says it becomes larger than any pack. */
    private static void requireModest(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("'" + file + "' is not a file. Name the pack.");
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            long bytes = zip.stream().mapToLong(ZipEntry::getSize).sum();
            if (zip.size() > MOST_PARTS || bytes > MOST_BYTES) {
                throw new IOException("'" + file + "' becomes " + (bytes >> 20) + " MB in " + zip.size()
                        + " parts, more than a pack has. Check where it is from.");
            }
        } catch (ZipException e) {
            throw new IOException(
                    "'" + file
                            + "' is not an .xlsx workbook. If it has a password, save it without; if it is in another"
                            + " format, save it as .xlsx.",
                    e);
        }
    }

    private PackChanges changes(Path name) throws IOException {
        XSSFSheet imprint = workbook.getSheet(Imprint.SHEET);
        if (imprint == null || !text(imprint.getRow(0), 0).equals(Imprint.MARK)) {
            throw new IOException("'" + name + "' is not a pack that was made from a dataset: its hidden sheet "
                    + Imprint.SHEET + " is missing. Start from a workbook that 'lodestone pack' has made.");
        }
        Row first = imprint.getRow(0);
        if (first.getCell(1).getNumericCellValue() != Imprint.VERSION) {
            throw new IOException("'" + name + "' was made by another version of Lodestone. Make the pack anew.");
        }
        Report.Origin origin = new Report.Origin(text(first, Imprint.DATASET), text(first, Imprint.EDITION));
        Iterator<Row> rows = imprint.rowIterator();
        rows.next();
        while (rows.hasNext()) {
            Row row = rows.next();
            if (text(row, Imprint.KIND).equals(Imprint.RANGE)) {
                range(row);
            } else if (!text(row, Imprint.KIND).isEmpty()) {
                input(row);
            }
        }
        return new PackChanges(origin, inputs.buildOrThrow(), edits.build(), overwritten.build(), lost.build());
    }

    private void input(Row row) {
        Kind kind = Kind.valueOf(text(row, Imprint.KIND).toUpperCase(Locale.ROOT));
        Key key = new Key(
                Term.of(text(row, Imprint.WHAT)),
                Subject.of(text(row, Imprint.OF)),
                Period.parse(text(row, Imprint.WHEN)),
                Case.of(text(row, Imprint.IN)));
        String reference = formula(row);
        if (reference.isEmpty() || reference.contains("#REF!")) {
            lost.add(key);
            return;
        }
        CellReference place = new CellReference(reference);
        if (workbook.getSheet(place.getSheetName()) == null) {
            lost.add(key);
            return;
        }
        Cell cell = cell(place.getSheetName(), place.getRow(), place.getCol());
        Value before = value(row.getCell(Imprint.BEFORE));
        Value now = value(cell);
        inputs.put(key, now);
        if (!now.equals(before)) {
            edits.add(new Edit(kind, key, address(place), before, now, isFormula(cell)));
        }
    }

    private void range(Row row) {
        String formula = formula(row);
        if (!formula.startsWith("ROWS(") || formula.contains("#REF!")) {
            return; // the row was deleted, and whatever leaned on it shows that itself
        }
        AreaReference area = new AreaReference(
                formula.substring("ROWS(".length(), formula.length() - 1), SpreadsheetVersion.EXCEL2007);
        if (workbook.getSheet(area.getFirstCell().getSheetName()) == null) {
            return;
        }
        int rows = area.getLastCell().getRow() - area.getFirstCell().getRow() + 1;
        if (!value(row.getCell(Imprint.BEFORE)).equals(Value.of((double) rows))) {
            return; // rows were put in or taken out, and which of its cells held formulas is not known any more
        }
        for (CellReference place : area.getAllReferencedCells()) {
            Cell cell = cell(area.getFirstCell().getSheetName(), place.getRow(), place.getCol());
            if (!isFormula(cell)) {
                CellReference where = new CellReference(
                        area.getFirstCell().getSheetName(), place.getRow(), place.getCol(), false, false);
                overwritten.add(new Overwritten(address(where), value(cell)));
            }
        }
    }

    private static String formula(Row row) {
        Cell cell = row.getCell(Imprint.CELL);
        return isFormula(cell) ? cell.getCellFormula() : "";
    }

    private static boolean isFormula(@Nullable Cell cell) {
        return cell != null && cell.getCellType() == CellType.FORMULA;
    }

    private @Nullable Cell cell(String sheet, int row, int column) {
        XSSFSheet of = workbook.getSheet(sheet);
        Row line = of == null ? null : of.getRow(row);
        return line == null ? null : line.getCell(column);
    }

    /** {@code Scenarios!F12}, without the dollar signs of what does not move. */
    private static String address(CellReference place) {
        return place.formatAsString().replace("$", "");
    }

    private static Value value(@Nullable Cell cell) {
        if (cell == null) {
            return new Value.Missing("", "the cell is empty");
        }
        CellType type = isFormula(cell) ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> Value.of(cell.getNumericCellValue());
            case BOOLEAN -> Value.of(cell.getBooleanCellValue());
            case STRING -> Value.of(cell.getStringCellValue());
            case ERROR -> {
                String error = FormulaError.forInt(cell.getErrorCellValue()).getString();
                yield new Value.Missing(error, "the cell shows " + error);
            }
            default -> new Value.Missing("", "the cell is empty");
        };
    }

    private static String text(@Nullable Row row, int column) {
        Cell cell = row == null ? null : row.getCell(column);
        return cell == null || cell.getCellType() != CellType.STRING ? "" : cell.getStringCellValue();
    }
}

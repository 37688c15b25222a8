package org.lodestone.excel;

import com.google.common.base.Strings;
import com.google.common.base.Throwables;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteStreams;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Row.MissingCellPolicy;
import org.apache.poi.ss.util.AreaReference;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.usermodel.XSSFCell;
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
final class PackReader {

    /** A spreadsheet program's copy of the largest bundled pack has 8 MB, and 0.8 million tags and attributes. */
    private static final long MOST_BYTES = 64L << 20;

    private static final int MOST_PARTS = 5_000;

    /** Each takes up to 300 bytes of memory once it is opened: so many fit the gigabyte that Java takes of 4 by itself. */
    static final long MOST_PIECES = 3_000_000;

    /** The highest ratio of a part to its packed size, where it is not small: in bundled packs it is below 15. */
    private static final long RATIO = 200;

    private static final long SMALL = 1 << 20;

    /** All formulas of the largest bundled pack are some 20,000. */
    static final long MOST_SPANNED = 2_000_000;

    private final String name;
    private final XSSFWorkbook workbook;
    private final Map<Key, Value> inputs = new LinkedHashMap<>();
    private final ImmutableList.Builder<Edit> edits = ImmutableList.builder();
    private final Map<String, String> terms = new HashMap<>();
    private final Map<String, String> subjects = new HashMap<>();
    private final ImmutableList.Builder<Overwritten> overwritten = ImmutableList.builder();
    private final ImmutableList.Builder<Key> lost = ImmutableList.builder();
    private long spanned;

    private PackReader(String name, XSSFWorkbook workbook) {
        this.name = name;
        this.workbook = workbook;
    }

    /**
     * The changes that were made in a pack.
     *
     * @throws IOException if the file is no workbook that can be read, or none that this program wrote from a dataset
     */
    static PackChanges read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("'" + file + "' is not "
                    + (Files.exists(file) ? "a file. Name the pack." : "there. Check its path."));
        }
        return WorkerThread.done(() -> readHere(file));
    }

    private static PackChanges readHere(Path file) throws IOException {
        try (Parts zip = Parts.open(file)) {
            zip.requireModest();
            try (OPCPackage parts = OPCPackage.open(zip);
                    XSSFWorkbook workbook = open(parts)) {
                return new PackReader(String.valueOf(file.getFileName()), workbook).changes();
            }
        } catch (InvalidFormatException | POIXMLException | OpenXML4JRuntimeException | ZipException e) {
            throw unreadable(file, e);
        } catch (IOException e) {
            throw declaresEntities(e) ? unreadable(file, e) : e;
        }
    }

    /**
     * The parts of a file, none of which becomes larger than the file says. POI's own limit on how well they are packed is
     * the same for the whole program, and LibreOffice writes the frames of many comments so evenly that they exceed it.
     */
    private static final class Parts extends ZipFileZipEntrySource {

        private final Path file;

        private Parts(Path file) throws IOException {
            super(org.apache.commons.compress.archivers.zip.ZipFile.builder()
                    .setPath(file)
                    .get());
            this.file = file;
        }

        static Parts open(Path file) throws IOException {
            try {
                return new Parts(file);
            } catch (ZipException e) {
                throw new IOException(
                        "'" + file
                                + "' is not an .xlsx workbook. If it has a password, save it without; if it is in another"
                                + " format, save it as .xlsx.",
                        e);
            }
        }

        @Override
        public InputStream getInputStream(ZipArchiveEntry part) throws IOException {
            return ByteStreams.limit(super.getInputStream(part), part.getSize());
        }

        /** Refuses what would take more memory than any pack once it is opened, which POI does whole. */
        void requireModest() throws IOException {
            List<? extends ZipArchiveEntry> parts = Collections.list(getEntries());
            require(parts.size(), MOST_PARTS, "parts");
            long all = 0;
            long pieces = 0;
            byte[] read = new byte[1 << 16];
            for (ZipArchiveEntry part : parts) {
                long before = all;
                try (InputStream in = getInputStream(part)) {
                    for (int bytes = in.read(read); bytes >= 0; bytes = in.read(read)) {
                        all += bytes;
                        pieces += pieces(read, bytes);
                        require(all, MOST_BYTES, "bytes once it is unpacked");
                        require(pieces, MOST_PIECES, "cells, tags and attributes");
                    }
                }
                long ofPart = all - before;
                if (ofPart > SMALL && ofPart / Math.max(1, part.getCompressedSize()) >= RATIO) {
                    throw tooMuch(
                            "unpacks " + part.getName() + " to over " + RATIO + " times its size, as a zip bomb does");
                }
            }
        }

        /** The number of bytes with which a tag begins, or the value of an attribute. */
        private static long pieces(byte[] read, int count) {
            return IntStream.range(0, count)
                    .filter(i -> read[i] == '<' || read[i] == '=')
                    .count();
        }

        private void require(long found, long most, String what) throws IOException {
            if (found > most) {
                throw tooMuch(String.format(Locale.ROOT, "has over %,d %s, more than a pack has", most, what));
            }
        }

        private IOException tooMuch(String what) {
            return new IOException("'" + file + "' " + what + ". Check where it is from.");
        }
    }

    /** POI throws whatever a damaged part leads it to: an address that is none, a number that is missing. */
    private static XSSFWorkbook open(OPCPackage parts) throws IOException {
        try {
            return new XSSFWorkbook(parts);
        } catch (RuntimeException e) {
            throw new POIXMLException(e);
        }
    }

    private static IOException unreadable(Path file, Exception e) {
        String message = declaresEntities(e)
                ? "' declares entities, which no spreadsheet program writes: they may read other files or fill the memory."
                        + " It is not opened."
                : "' is no workbook that can be read (" + firstLine(Throwables.getRootCause(e))
                        + "). Save it as .xlsx, and try again.";
        return new IOException("'" + file + message, e);
    }

    /** Whether it was refused by the rule that POI sets its XML parsers, which they name in every language. */
    private static boolean declaresEntities(Exception e) {
        return String.valueOf(Throwables.getRootCause(e).getMessage()).contains("disallow-doctype-decl");
    }

    private static String firstLine(Throwable cause) {
        return String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    }

    private PackChanges changes() throws IOException {
        XSSFSheet imprint = workbook.getSheet(Imprint.SHEET);
        if (imprint == null || !isMarked(imprint.getRow(0))) {
            throw new IOException("'" + name + "' is not a pack that was made from a dataset: its hidden sheet "
                    + Imprint.SHEET + " is missing. Start from a workbook that 'lodestone pack' has made.");
        }
        Row first = imprint.getRow(0);
        if (!value(needed(first, 1)).equals(Value.of((double) Imprint.VERSION))) {
            throw new IOException("'" + name + "' was made by another version of Lodestone. Make the pack again.");
        }
        Report.Origin origin = new Report.Origin(word(first, Imprint.DATASET), word(first, Imprint.EDITION));
        Iterator<Row> rows = imprint.rowIterator();
        rows.next();
        while (rows.hasNext()) {
            read(rows.next());
        }
        return new PackChanges(origin, ImmutableMap.copyOf(inputs), edits.build(), overwritten.build(), lost.build());
    }

    private static boolean isMarked(@Nullable Row first) {
        return first != null && value(first.getCell(0)).equals(Value.of(Imprint.MARK));
    }

    private void read(Row row) throws IOException {
        if (row.getLastCellNum() < 0) {
            return; // some programs keep rows without cells
        }
        try {
            if (word(row, Imprint.KIND).equals(Imprint.RANGE)) {
                range(row);
            } else {
                input(row);
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw damaged(row, String.valueOf(e.getMessage()), e);
        }
    }

    private IOException damaged(Row row, String what, @Nullable Throwable cause) {
        return new IOException(
                "'" + name + "': its hidden sheet " + Imprint.SHEET + ", by which changes are found, is damaged in row "
                        + (row.getRowNum() + 1) + " (" + what
                        + "). Make the pack again, and type the changes into that.",
                cause);
    }

    private void input(Row row) throws IOException {
        Kind kind = kind(row);
        Key key = new Term(word(row, Imprint.WHAT), named(row, Imprint.WHAT, Imprint.WHAT_NAME, terms))
                .of(new Subject(text(row, Imprint.OF), named(row, Imprint.OF, Imprint.OF_NAME, subjects)))
                .at(Period.parse(text(row, Imprint.WHEN)))
                .in(Case.of(text(row, Imprint.IN)));
        String formula = formula(row);
        String reference = referred(formula);
        if (reference.contains("#REF!")) {
            lost.add(key);
            return;
        }
        CellReference place = new CellReference(reference);
        if (place.getSheetName() == null || place.getRow() < 0 || place.getCol() < 0) {
            throw damaged(row, "'" + reference + "' is no cell", null);
        }
        if (workbook.getSheet(place.getSheetName()) == null) {
            lost.add(key);
            return;
        }
        Cell cell = cell(place.getSheetName(), place.getRow(), place.getCol());
        boolean wasEmpty = !reference.equals(formula);
        Value before = wasEmpty ? Value.empty() : value(needed(row, Imprint.BEFORE));
        requireCalculated(cell, address(place));
        Value now = value(cell);
        if (inputs.put(key, now) != null) {
            throw damaged(row, "'" + key + "' stands in it twice", null);
        }
        if (!now.equals(before)) {
            edits.add(new Edit(kind, key, address(place), before, now, isFormula(cell)));
        }
    }

    /** The name of an id: in its row, or in the first that has the id. */
    private String named(Row row, int id, int name, Map<String, String> known) throws IOException {
        String said = text(row, name);
        if (!said.isEmpty()) {
            known.putIfAbsent(text(row, id), said);
        }
        return known.getOrDefault(text(row, id), "");
    }

    private Kind kind(Row row) throws IOException {
        String word = word(row, Imprint.KIND);
        return Stream.of(Kind.values())
                .filter(kind -> kind.toString().equals(word))
                .findFirst()
                .orElseThrow(() -> damaged(row, "'" + word + "' is not a kind of value", null));
    }

    private void requireCalculated(@Nullable Cell cell, String address) throws IOException {
        if (cell == null || !isFormula(cell)) {
            return;
        }
        String stored = Strings.nullToEmpty(((XSSFCell) cell).getRawValue());
        if (stored.isEmpty() && cell.getCachedFormulaResultType() != CellType.STRING) {
            throw new IOException("'" + name + "': " + address + " holds a formula without a value, as a program leaves"
                    + " it that does not calculate. Open and save the workbook in a spreadsheet program.");
        }
    }

    private void range(Row row) throws IOException {
        String formula = formula(row);
        if (formula.contains("#REF!")) {
            return; // the row was deleted, and whatever leaned on it shows that itself
        }
        if (referred(formula).equals(formula)) {
            throw damaged(row, "'" + formula + "' counts no rows", null);
        }
        AreaReference area = new AreaReference(referred(formula), SpreadsheetVersion.EXCEL2007);
        String sheet = area.getFirstCell().getSheetName();
        if (sheet == null) {
            throw damaged(row, "'" + formula + "' names no sheet", null);
        }
        if (workbook.getSheet(sheet) == null) {
            return;
        }
        int rows = area.getLastCell().getRow() - area.getFirstCell().getRow() + 1;
        int columns = area.getLastCell().getCol() - area.getFirstCell().getCol() + 1;
        spanned += (long) rows * columns;
        if (spanned > MOST_SPANNED) {
            String most = String.format(Locale.ROOT, "%,d", MOST_SPANNED);
            throw damaged(row, "with '" + formula + "' it spans over " + most + " cells, more than a pack has", null);
        }
        if (!value(needed(row, Imprint.BEFORE)).equals(Value.of((double) rows))) {
            return; // rows were put in or taken out, and which of its cells held formulas is not known any more
        }
        for (CellReference place : area.getAllReferencedCells()) {
            Cell cell = cell(sheet, place.getRow(), place.getCol());
            if (!isFormula(cell)) {
                CellReference where = new CellReference(sheet, place.getRow(), place.getCol(), false, false);
                overwritten.add(new Overwritten(address(where), value(cell)));
            }
        }
    }

    private String formula(Row row) throws IOException {
        Cell cell = needed(row, Imprint.CELL);
        if (!isFormula(cell)) {
            throw damaged(row, "its last cell is no formula", null);
        }
        return cell.getCellFormula();
    }

    /** The reference in a formula of the imprint: a cell, or of ROWS its cells. */
    private static String referred(String formula) {
        return formula.startsWith(Imprint.ROWS) && formula.endsWith(")")
                ? formula.substring(Imprint.ROWS.length(), formula.length() - 1)
                : formula;
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
            return Value.empty();
        }
        CellType type = isFormula(cell) ? cell.getCachedFormulaResultType() : cell.getCellType();
        return switch (type) {
            case NUMERIC -> Value.of(cell.getNumericCellValue());
            case BOOLEAN -> Value.of(cell.getBooleanCellValue());
            case STRING -> cell.getStringCellValue().isEmpty() ? Value.empty() : Value.of(cell.getStringCellValue());
            case ERROR -> {
                String error = FormulaError.forInt(cell.getErrorCellValue()).getString();
                yield new Value.Missing(error, "the cell shows " + error);
            }
            default -> Value.empty();
        };
    }

    private Cell needed(Row row, int column) throws IOException {
        Cell cell = row.getCell(column, MissingCellPolicy.RETURN_BLANK_AS_NULL);
        if (cell == null) {
            throw damaged(row, "cell " + CellReference.convertNumToColString(column) + " is missing", null);
        }
        return cell;
    }

    /** A text that is not empty. */
    private String word(Row row, int column) throws IOException {
        needed(row, column);
        return text(row, column);
    }

    /** A text, or an empty one, of which some programs leave no cell. */
    private String text(Row row, int column) throws IOException {
        Cell cell = row.getCell(column, MissingCellPolicy.RETURN_BLANK_AS_NULL);
        if (cell != null && cell.getCellType() != CellType.STRING) {
            throw damaged(row, "cell " + CellReference.convertNumToColString(column) + " is no text", null);
        }
        return cell == null ? "" : cell.getStringCellValue();
    }
}

package org.lodestone.excel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.CellValue;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.FormulaEvaluator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Compares the results a workbook carries with what another program makes of its formulas. */
final class Recalculation {

    private static final Pattern RESULT = Pattern.compile("(<c [^>]*>)(<f>[^<]*</f>)<v>[^<]*</v>");

    private Recalculation() {}

    /** Every formula cell: where, the formula, the value the workbook carries. */
    record Result(String where, String formula, Object value) {}

    static List<Result> results(Path workbook) throws IOException {
        try (XSSFWorkbook book = open(workbook)) {
            List<Result> results = new ArrayList<>();
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            results.add(new Result(
                                    sheet.getSheetName() + "!" + cell.getAddress(),
                                    cell.getCellFormula(),
                                    cached(cell)));
                        }
                    }
                }
            }
            return results;
        }
    }

    static XSSFWorkbook open(Path workbook) throws IOException {
        return new XSSFWorkbook(Files.newInputStream(workbook));
    }

    private static Object cached(Cell cell) {
        return switch (cell.getCachedFormulaResultType()) {
            case NUMERIC -> cell.getNumericCellValue();
            case BOOLEAN -> cell.getBooleanCellValue() ? 1.0 : 0.0;
            case STRING -> cell.getStringCellValue();
            case ERROR -> FormulaError.forInt(cell.getErrorCellValue()).getString();
            default -> "no result";
        };
    }

    /** The formula cells on which two workbooks differ, each with both values. */
    static List<String> differences(Path ours, Path theirs) throws IOException {
        try (XSSFWorkbook other = open(theirs)) {
            List<String> differences = new ArrayList<>();
            for (Result result : results(ours)) {
                int mark = result.where().lastIndexOf('!');
                var address =
                        new org.apache.poi.ss.util.CellAddress(result.where().substring(mark + 1));
                Cell cell = other.getSheet(result.where().substring(0, mark))
                        .getRow(address.getRow())
                        .getCell(address.getColumn());
                Object value = cell.getCellType() == CellType.FORMULA ? cached(cell) : plain(cell);
                if (!same(result.value(), value)) {
                    differences.add(result.where() + " =" + result.formula() + ": ours " + result.value() + ", theirs "
                            + value);
                }
            }
            return differences;
        }
    }

    private static Object plain(Cell cell) {
        return cell.getCellType() == CellType.NUMERIC ? (Object) cell.getNumericCellValue() : cell.toString();
    }

    /** What LibreOffice makes of each formula under a locale, where that differs; skips the test where it is missing. */
    static List<String> differencesFromOffice(Path workbook, String locale, Path folder) throws IOException {
        Office.assumeInstalled();
        Path poisoned = poisoned(workbook, folder.resolve("poisoned-" + locale + ".xlsx"));
        return differences(workbook, Office.recalculate(poisoned, locale, folder));
    }

    /** What POI's own evaluator makes of each formula, where that differs from the value the workbook carries. */
    static List<String> differencesFromPoi(Path workbook) throws IOException {
        try (XSSFWorkbook book = open(workbook)) {
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            List<String> differences = new ArrayList<>();
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA) {
                            Object ours = cached(cell);
                            CellValue theirs = evaluator.evaluate(cell);
                            Object value =
                                    switch (theirs.getCellType()) {
                                        case NUMERIC -> (Object) theirs.getNumberValue();
                                        case BOOLEAN -> theirs.getBooleanValue() ? 1.0 : 0.0;
                                        case STRING -> theirs.getStringValue();
                                        default -> theirs.formatAsString();
                                    };
                            if (!same(ours, value)) {
                                differences.add(sheet.getSheetName() + "!" + cell.getAddress() + " ="
                                        + cell.getCellFormula() + ": ours " + ours + ", POI " + value);
                            }
                        }
                    }
                }
            }
            return differences;
        }
    }

    private static boolean same(Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) {
            return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
        }
        return a.equals(b);
    }

    /** A copy in which every result is wrong, so that a program that does not recalculate is caught. */
    static Path poisoned(Path workbook, Path copy) throws IOException {
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                if (entry.getName().matches("xl/worksheets/sheet\\d+\\.xml")) {
                    String xml = new String(bytes, StandardCharsets.UTF_8);
                    bytes = RESULT.matcher(xml)
                            .replaceAll(cell -> cell.group(1).replaceFirst(" t=\"(str|b|e)\"", "")
                                    + java.util.regex.Matcher.quoteReplacement(cell.group(2)) + "<v>-987654</v>")
                            .getBytes(StandardCharsets.UTF_8);
                }
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(bytes);
                out.closeEntry();
            }
        }
        return copy;
    }

    static Path save(XSSFWorkbook book, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        return Files.write(file, bytes.toByteArray());
    }
}

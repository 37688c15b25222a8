package org.lodestone.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.Deflater;
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
public final class Recalculation {

    private static final Pattern RESULT = Pattern.compile("(<c [^>]*>)(<f>[^<]*</f>)<v>[^<]*</v>");

    private static final Pattern STYLE = Pattern.compile("(<(?:c|row) [^>]*?) s=\"\\d+\"");
    private static final Pattern SHEET = Pattern.compile("<sheet name=\"([^\"]*)\"");
    private static final Pattern SHEET_PART = Pattern.compile("xl/worksheets/sheet(\\d+)\\.xml");

    private Recalculation() {}

    /** Every formula cell: where, the formula, the value the workbook carries. */
    record Result(String where, String formula, Object value) {}

    static List<Result> results(Path workbook) throws IOException {
        return results(Cells.of(workbook));
    }

    static List<Result> results(Cells cells) {
        return cells.cells().entrySet().stream()
                .filter(cell -> cell.getValue().isFormula())
                .map(cell -> new Result(
                        cell.getKey(),
                        cell.getValue().formula(),
                        cell.getValue().value()))
                .toList();
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
        return differences(ours, Cells.of(theirs));
    }

    static List<String> differences(Path ours, Cells theirs) throws IOException {
        List<String> differences = new ArrayList<>();
        for (Result result : results(ours)) {
            Cells.Cell cell = theirs.cells().get(result.where());
            Object value = cell == null ? "nothing" : cell.value();
            if (!same(result.value(), value)) {
                differences.add(
                        result.where() + " =" + result.formula() + ": ours " + result.value() + ", theirs " + value);
            }
        }
        return differences;
    }

    /** The results of LibreOffice for each formula under a locale, where they differ; skips the test where it is missing. */
    public static List<String> differencesFromOffice(Path workbook, String locale) throws IOException {
        Office.assumeInstalled();
        try (OpenWorkbook open = Office.in(locale).open(workbook)) {
            return differences(workbook, open.cells());
        }
    }

    /** The results of POI's own evaluator for each formula, where they differ from the values the workbook carries. */
    static List<String> differencesFromPoi(Path workbook) throws IOException {
        return differencesFromPoi(workbook, sheet -> true);
    }

    static List<String> differencesFromPoi(Path workbook, Predicate<String> sheets) throws IOException {
        try (XSSFWorkbook book = open(workbook)) {
            FormulaEvaluator evaluator = book.getCreationHelper().createFormulaEvaluator();
            List<String> differences = new ArrayList<>();
            for (Sheet sheet : book) {
                for (Row row : sheet) {
                    for (Cell cell : row) {
                        if (cell.getCellType() == CellType.FORMULA && sheets.test(sheet.getSheetName())) {
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

    static boolean same(Object a, Object b) {
        if (a instanceof Double x && b instanceof Double y) {
            return Math.abs(x - y) <= 1e-9 * Math.max(1, Math.max(Math.abs(x), Math.abs(y)));
        }
        return a.equals(b);
    }

    /** A copy in which every result is wrong, so that a program that does not recalculate is caught. */
    static Path poisoned(Path workbook, Path copy) throws IOException {
        return copied(workbook, copy, (sheet, xml) -> poisoned(xml));
    }

    private static String poisoned(String xml) {
        return RESULT.matcher(xml)
                .replaceAll(cell -> cell.group(1).replaceFirst(" t=\"(str|b|e)\"", "")
                        + Matcher.quoteReplacement(cell.group(2)) + "<v>-987654</v>");
    }

    /**
     * The cells of a workbook after some are typed over, recalculated by LibreOffice, which takes each edit back before the next.
     *
     * @param typed the inputs of each edit, by a name for it
     * @return by their names, with the formulas of the workbook; none where LibreOffice is missing
     */
    static <N> Map<N, Cells> recalculated(Path workbook, Map<N, Map<Spot, Object>> typed) throws IOException {
        if (!Office.isThere()) {
            return Map.of();
        }
        Map<N, Cells> recalculated = new HashMap<>();
        for (Map.Entry<N, Map<Spot, Object>> edit : typed.entrySet()) {
            recalculated.put(edit.getKey(), edited(workbook, edit.getValue()));
        }
        return recalculated;
    }

    /** So it does after one edit. */
    static Cells edited(Path workbook, Map<Spot, Object> typed) throws IOException {
        return Office.in("en-US").keptOpen(workbook).typed(typed);
    }

    /**
     * A copy of a workbook with some cells typed over, which is written sooner than through POI.
     *
     * @param typed numbers, texts, where an empty one empties the cell, and {@link Cells.Cell} for formulas with their results
     */
    static Path typed(Path workbook, Map<Spot, Object> typed, Path copy) throws IOException {
        return copied(workbook, copy, (sheet, xml) -> typed(typed, sheet, xml));
    }

    /** A copy in which every result is wrong, without how cells look, which takes LibreOffice a third of its time. */
    static Path bare(Path workbook) throws IOException {
        Path copy = Files.createTempFile(Path.of("target"), "bare-", ".xlsx");
        return copied(workbook, copy, (sheet, xml) -> bare(poisoned(xml)));
    }

    /** The cells of a sheet, without their styles, and nothing around them. */
    private static String bare(String xml) {
        int end = xml.lastIndexOf("</sheetData>");
        return end < 0
                ? xml
                : xml.substring(0, xml.indexOf('>', xml.indexOf("<worksheet")) + 1)
                        + STYLE.matcher(xml.substring(xml.indexOf("<sheetData>"), end))
                                .replaceAll("$1")
                        + "</sheetData></worksheet>";
    }

    private static String typed(Map<Spot, Object> inputs, String sheet, String xml) {
        String changed = xml;
        for (Map.Entry<Spot, Object> input : inputs.entrySet()) {
            if (input.getKey().sheet().equals(sheet)) {
                String at = "<c r=\"" + input.getKey().address() + "\"";
                Matcher cell = Pattern.compile(at + "[^>]*?(/>|>.*?</c>)").matcher(changed);
                assertThat(cell.find()).as(input.getKey().absolute()).isTrue();
                changed = changed.substring(0, cell.start())
                        + at
                        + content(input.getValue())
                        + changed.substring(cell.end());
            }
        }
        return changed;
    }

    /** The rest of the XML of a cell, after its address. */
    private static String content(Object typed) {
        if (typed instanceof Cells.Cell cell) {
            return "><f>" + cell.formula() + "</f><v>" + cell.value() + "</v></c>";
        }
        if (typed instanceof Double number) {
            return "><v>" + number + "</v></c>";
        }
        return typed.equals("") ? "/>" : " t=\"inlineStr\"><is><t>" + typed + "</t></is></c>";
    }

    /** A copy of a workbook that Lodestone wrote, with the XML of each sheet changed. */
    private static Path copied(Path workbook, Path copy, BinaryOperator<String> change) throws IOException {
        try (ZipFile in = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(copy))) {
            out.setLevel(Deflater.BEST_SPEED);
            List<String> sheets = SHEET.matcher(text(in, in.getEntry("xl/workbook.xml")))
                    .results()
                    .map(sheet -> sheet.group(1))
                    .toList();
            for (ZipEntry entry : in.stream().toList()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                Matcher sheet = SHEET_PART.matcher(entry.getName());
                if (sheet.matches()) {
                    String name = sheets.get(Integer.parseInt(sheet.group(1)) - 1);
                    out.write(change.apply(name, text(in, entry)).getBytes(StandardCharsets.UTF_8));
                } else {
                    in.getInputStream(entry).transferTo(out);
                }
                out.closeEntry();
            }
        }
        return copy;
    }

    private static String text(ZipFile zip, ZipEntry entry) throws IOException {
        return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }

    static Path save(XSSFWorkbook book, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        book.write(bytes);
        return Files.write(file, bytes.toByteArray());
    }
}

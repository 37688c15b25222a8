package org.lodestone.excel;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.model.SharedStrings;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.xml.sax.SAXException;

/**
 * The content of the cells of a workbook, without how they look, which is read sooner than a workbook is opened.
 *
 * @param cells by where they are, such as {@code Production!AR10}, in the order of the workbook
 */
record Cells(Map<String, Cell> cells) {

    /**
     * A cell that holds something.
     *
     * @param formula without the equals sign, empty for a cell that was typed
     * @param value a number or a text; a truth value is 1 or 0, an error its text, such as {@code #DIV/0!}
     */
    record Cell(String formula, Object value) {

        boolean isFormula() {
            return !formula.isEmpty();
        }
    }

    static Cells of(Path workbook) throws IOException {
        Map<String, Cell> cells = new LinkedHashMap<>();
        try (OPCPackage parts = OPCPackage.open(workbook.toFile(), PackageAccess.READ)) {
            SharedStrings shared = new ReadOnlySharedStringsTable(parts);
            List<String> texts = IntStream.range(0, shared.getUniqueCount())
                    .mapToObj(i -> shared.getItemAt(i).getString())
                    .toList();
            var sheets = (XSSFReader.SheetIterator) new XSSFReader(parts).getSheetsData();
            while (sheets.hasNext()) {
                try (InputStream sheet = sheets.next()) {
                    read(sheets.getSheetName(), sheet, texts, cells);
                }
            }
        } catch (OpenXML4JException | SAXException | XMLStreamException e) {
            throw new IOException(workbook + " cannot be read.", e);
        }
        return new Cells(cells);
    }

    private static void read(String name, InputStream sheet, List<String> texts, Map<String, Cell> cells)
            throws XMLStreamException {
        XMLStreamReader xml = XMLInputFactory.newFactory().createXMLStreamReader(sheet);
        String at = "";
        String type = "";
        String formula = "";
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "c" -> {
                        at = name + "!" + xml.getAttributeValue(null, "r");
                        type = String.valueOf(xml.getAttributeValue(null, "t"));
                        formula = "";
                    }
                    case "f" -> {
                        formula = xml.getElementText();
                        cells.put(at, new Cell(formula, "no result"));
                    }
                    case "v" -> cells.put(at, new Cell(formula, value(type, xml.getElementText(), texts)));
                    case "t" -> cells.put(at, new Cell(formula, xml.getElementText()));
                    default -> {}
                }
            }
        }
    }

    private static Object value(String type, String text, List<String> texts) {
        return switch (type) {
            case "s" -> texts.get(Integer.parseInt(text));
            case "str", "e" -> text;
            default -> text.isEmpty() ? "no result" : (Object) Double.valueOf(text);
        };
    }

    Cell at(Spot spot) {
        Cell cell = cells.get(spot.sheet() + "!" + spot.address());
        if (cell == null) {
            throw new AssertionError(spot.absolute() + " is empty.");
        }
        return cell;
    }

    Object value(Spot spot) {
        return at(spot).value();
    }

    double number(Spot spot) {
        return (Double) value(spot);
    }

    String text(Spot spot) {
        return (String) value(spot);
    }

    /** Holds a cell against what Java has for its value: numbers to nine digits, all else as it is told. */
    void requireEqual(Spot spot, Key key, Value expected) {
        Object found = value(spot);
        Object ours = found instanceof Double && expected.number().isPresent()
                ? (Object) expected.number().getAsDouble()
                : expected.inSentence();
        if (!Recalculation.same(found, ours)) {
            throw new AssertionError(spot.absolute() + ", " + key + ": " + found + ", where Java has " + ours + ".");
        }
    }
}

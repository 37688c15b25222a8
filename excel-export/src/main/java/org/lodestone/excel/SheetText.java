package org.lodestone.excel;

import java.util.OptionalDouble;
import java.util.regex.Pattern;
import org.lodestone.reports.formula.Value;

/**
 * The rows of a sheet as the text that its file holds, written from top to bottom and from left to right.
 *
 * <pre>{@code
 * <row r="5" ht="15.0" customHeight="true"><c r="C5" s="7"><f>B5/B$9</f><v>0.68537</v></c></row>
 * }</pre>
 *
 * <p>POI would hold each cell as a tree of XML and take four fifths of a pack's time to write them.
 */
final class SheetText {

    /** The beginning of what spreadsheets would read as one character: {@code _x0041_}. */
    private static final Pattern ONE_CHARACTER = Pattern.compile("_(?=x.{4}_)", Pattern.DOTALL);

    private final SharedTexts texts;
    private final StringBuilder xml = new StringBuilder();
    /** The number of the row that is written; empty before the first. */
    private String row = "";
    /** The first column of it that may be written. */
    private int next;

    private int firstRow = -1;
    private int lastRow;
    private int firstColumn = Integer.MAX_VALUE;
    private int lastColumn;

    /** @param texts what cells without a formula say, which the sheets of a workbook share */
    SheetText(SharedTexts texts) {
        this.texts = texts;
    }

    /** Starts a row; all count from 0. Without a height in points it has the usual one of its sheet. */
    void row(int number, OptionalDouble height) {
        end();
        firstRow = firstRow < 0 ? number : firstRow;
        lastRow = number;
        next = 0;
        row = Integer.toString(number + 1);
        xml.append("<row r=\"").append(row);
        height.ifPresent(
                points -> xml.append("\" ht=\"").append(inTwentieths(points)).append("\" customHeight=\"true"));
        xml.append("\">");
    }

    private static double inTwentieths(double points) {
        return (int) (points * 20) / 20.0;
    }

    /** A cell that only has a look. */
    void blank(int column, int style) {
        cell(column, style);
        xml.append("/>");
    }

    void value(int column, int style, Value value) {
        if (isWords(value)) {
            cell(column, style);
            xml.append(" t=\"s\"><v>").append(texts.number(SafeText.of(value.inSentence())));
            xml.append("</v></c>");
        } else {
            calculated(column, style, "", value);
        }
    }

    private static boolean isWords(Value value) {
        return value.fold(number -> false, text -> true, truth -> false, missing -> true);
    }

    /** @param result what a reader sees before anything is recalculated */
    void formula(int column, int style, String formula, Value result) {
        calculated(column, style, "<f>" + XmlText.of(formula) + "</f>", result);
    }

    private void calculated(int column, int style, String formula, Value result) {
        cell(column, style);
        String type = result.fold(number -> "", text -> " t=\"str\"", truth -> " t=\"b\"", missing -> " t=\"str\"");
        String shown = result.fold(
                Double::toString,
                text -> escaped(SafeText.of(text)),
                truth -> truth ? "1" : "0",
                missing -> escaped(missing.code()));
        xml.append(type).append('>').append(formula).append("<v>").append(shown).append("</v></c>");
    }

    /** Words that are not among the shared texts, so that those of very many rows are not kept. */
    void ownWords(int column, int style, String text) {
        cell(column, style);
        xml.append(" t=\"inlineStr\">");
        item("is", SafeText.of(text), xml);
        xml.append("</c>");
    }

    private void cell(int column, int style) {
        if (column < next) {
            throw new IllegalStateException("Column " + Spot.columnName(column) + " of row " + row
                    + " comes after a cell to its right, or twice. A row is written from left to right.");
        }
        next = column + 1;
        firstColumn = Math.min(firstColumn, column);
        lastColumn = Math.max(lastColumn, column);
        xml.append("<c r=\"" + Spot.columnName(column) + row + "\" s=\"" + style + "\"");
    }

    private void end() {
        if (!row.isEmpty()) {
            xml.append("</row>");
            row = "";
        }
    }

    /** The range from the first to the last cell that was written: {@code B1:K78}. */
    String area() {
        return Spot.columnName(firstColumn) + (firstRow + 1) + ":" + Spot.columnName(lastColumn) + (lastRow + 1);
    }

    /** The text that was written since this was last asked, with its last row closed. */
    String take() {
        end();
        String written = xml.toString();
        xml.setLength(0);
        return written;
    }

    /** A text in an element of a name. */
    static void item(String name, String text, StringBuilder xml) {
        xml.append('<').append(name).append("><t");
        xml.append(text.equals(text.strip()) ? ">" : " xml:space=\"preserve\">").append(escaped(text));
        xml.append("</t></").append(name).append('>');
    }

    private static String escaped(String text) {
        return XmlText.of(text.contains("_x") ? ONE_CHARACTER.matcher(text).replaceAll("_x005F_") : text);
    }
}

package org.lodestone.excel;

import java.util.LinkedHashMap;
import java.util.Map;

/** The texts of a workbook's cells, each once, in the order in which they are first used. Cells refer to them by number. */
final class SharedTexts {

    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private int uses;

    /** The number of a text, which counts from 0. */
    int number(String text) {
        uses++;
        Integer next = numbers.size();
        Integer known = numbers.putIfAbsent(text, next);
        return known == null ? next : known;
    }

    /** The part of a workbook's file that holds them. */
    String part() {
        StringBuilder xml = new StringBuilder(XmlText.START
                + "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" count=\"" + uses
                + "\" uniqueCount=\"" + numbers.size() + "\">");
        for (String text : numbers.keySet()) {
            SheetText.item("si", text, xml);
        }
        return xml.append("</sst>").toString();
    }
}

package org.lodestone.excel.read;

import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.problem.DataException;

/** Texts whose parts may look different each, without what they look like. */
final class RichText {

    private RichText() {}

    /** The text of the element {@code parent}, up to its end; without the notes on how to pronounce it. */
    static String read(Xml xml, String parent) {
        StringBuilder text = new StringBuilder();
        boolean phonetic = false;
        while (xml.next()) {
            if (xml.isEnd(parent)) {
                return text.toString();
            }
            if (xml.isStart("rPh") || xml.isEnd("rPh")) {
                phonetic = xml.isStart();
            } else if (xml.isStart("t")) {
                String run = xml.text();
                text.append(phonetic ? "" : run);
            }
        }
        return text.toString();
    }

    /** The texts that cells share. */
    static List<String> shared(Parts parts, String part) throws java.io.IOException {
        List<String> texts = new ArrayList<>();
        long characters = 0;
        int most = parts.limits().texts();
        try (Xml xml = parts.read(part)) {
            while (xml.find("si")) {
                String text = read(xml, "si");
                texts.add(text);
                characters += text.length();
                if (texts.size() > most || characters > 100L * most) {
                    throw new DataException(
                            parts.file(),
                            "has over " + most
                                    + " texts that cells share, or 100 times as many characters in them. Split"
                                    + " the workbook, or allow more.");
                }
            }
        }
        return texts;
    }
}

package org.lodestone.excel;

import com.google.common.xml.XmlEscapers;
import java.util.regex.Pattern;

/** Text within XML: what has a meaning there is written another way, and what XML cannot hold becomes a mark. */
final class XmlText {

    /** The first line of each part of a file. */
    static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    /** One half of a character of two that stands there without the other. */
    private static final Pattern LONE_HALF = Pattern.compile("\\p{Cs}");

    private XmlText() {}

    /** A text as it stands in an element. */
    static String of(String text) {
        return isPlain(text) ? text : XmlEscapers.xmlContentEscaper().escape(whole(text));
    }

    /** Most texts are: these are read once, and not by each rule. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '&' || c == '<' || c == '>' || c >= Character.MIN_SURROGATE) {
                return false;
            }
        }
        return true;
    }

    /** The text with a mark for each half of a character that stands alone. A formula has none, and is not searched for them. */
    private static String whole(String text) {
        boolean hasHalves = text.chars().anyMatch(c -> Character.isSurrogate((char) c));
        return hasHalves ? LONE_HALF.matcher(text).replaceAll("\uFFFD") : text;
    }

    /** A text as it stands in the quotes of an attribute. */
    static String quoted(String text) {
        return of(text).replace("\"", "&quot;").replace("\n", "&#10;");
    }
}

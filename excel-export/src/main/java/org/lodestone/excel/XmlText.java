package org.lodestone.excel;

/** Text within XML: what has a meaning there is written another way, and what XML cannot hold becomes a mark. */
final class XmlText {

    /** The first line of each part of a file. */
    static final String START = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private XmlText() {}

    /** A text as it stands in an element. */
    static String of(String text) {
        StringBuilder xml = new StringBuilder();
        append(text, xml);
        return xml.toString();
    }

    /** A text as it stands in the quotes of an attribute. */
    static String quoted(String text) {
        return of(text).replace("\"", "&quot;").replace("\n", "&#10;");
    }

    static void append(String text, StringBuilder xml) {
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            if (!isPlain(text.charAt(i))) {
                xml.append(text, written, i);
                append(text, i, xml);
                written = i + 1;
            }
        }
        xml.append(text, written, text.length());
    }

    /** Whether a character stands for itself, whatever is beside it. */
    private static boolean isPlain(char c) {
        return c != '&'
                && c != '<'
                && c != '>'
                && (c < Character.MIN_SURROGATE || (c > Character.MAX_SURROGATE && c < '\uFFFE'));
    }

    /** Appends the character at a place of a text. */
    private static void append(String text, int at, StringBuilder xml) {
        char c = text.charAt(at);
        switch (c) {
            case '&' -> xml.append("&amp;");
            case '<' -> xml.append("&lt;");
            case '>' -> xml.append("&gt;");
            default -> xml.append(isLoneHalf(text, at) || c >= '\uFFFE' ? '\uFFFD' : c);
        }
    }

    /** Whether one half of a character of two stands there without the other. */
    private static boolean isLoneHalf(String text, int at) {
        char c = text.charAt(at);
        if (Character.isHighSurrogate(c)) {
            return at + 1 == text.length() || !Character.isLowSurrogate(text.charAt(at + 1));
        }
        return Character.isLowSurrogate(c) && (at == 0 || !Character.isHighSurrogate(text.charAt(at - 1)));
    }
}

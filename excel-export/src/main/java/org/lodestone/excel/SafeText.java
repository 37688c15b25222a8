package org.lodestone.excel;

/** Texts as a cell can take them. */
final class SafeText {

    private static final int LONGEST = 32_767;

    private SafeText() {}

    /** The text with control characters made visible, and cut, with a mark, where it is longer than a cell can hold. */
    static String of(String text) {
        String safe = text.chars().allMatch(c -> c >= ' ') ? text : visible(text);
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST - 1) + "…";
    }

    private static String visible(String text) {
        return text.codePoints()
                .map(c -> c < ' ' && c != '\n' ? 0x2400 + c : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package org.lodestone.excel;

import org.lodestone.core.internal.text.Visible;

/** Texts as a cell can take them. */
final class SafeText {

    private static final int LONGEST = 32_767;

    private SafeText() {}

    /** The text with control characters made visible, and cut, with a mark, where it is longer than a cell can hold. */
    static String of(String text) {
        String safe = Visible.lines(text).replace("\t", "␉").replace("\r", "␍");
        if (safe.length() <= LONGEST) {
            return safe;
        }
        int end = Character.isHighSurrogate(safe.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1; // no half character
        return safe.substring(0, end) + "…";
    }
}

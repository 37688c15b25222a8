package org.lodestone.core.internal.text;

import com.google.common.base.CharMatcher;

/** How long a text of a dataset may be: as a formula, a sentence with several of them has room in a cell. */
public final class Room {

    /** The most letters of a name that have room in a sentence with others, which as a formula has room in a cell. */
    private static final int LONGEST_NAME = 200;

    /** The most letters of a remark, or of any other text, that have room in the formula of a sentence that ends with it. */
    private static final int LONGEST_TEXT = 2_000;

    private Room() {}

    /** Refuses a name that has no room in a heading or a sentence. */
    public static String requireName(String text) {
        require(text, LONGEST_NAME);
        if (CharMatcher.anyOf("\n\r\t").matchesAnyOf(text)) {
            throw new IllegalArgumentException("'" + Visible.text(text)
                    + "' has a tab or the end of a line in it. Write it in one line, with blanks between words.");
        }
        return text;
    }

    /** Refuses a text that has no room in a note. */
    public static String requireText(String text) {
        return require(text, LONGEST_TEXT);
    }

    private static String require(String text, int longest) {
        if (text.length() > longest) {
            throw new IllegalArgumentException("'" + text.substring(0, 40) + "…' has " + text.length()
                    + " characters, and there is room for " + longest + ". Shorten it"
                    + (longest == LONGEST_NAME ? "; what else is to be said belongs in a note." : "."));
        }
        return text;
    }
}

package org.lodestone.core.internal.text;

/** A message that quotes a page of text, without its middle: it begins with the place, and its end says what to do. */
public final class Shortened {

    private static final int LONGEST = 1_000;

    private Shortened() {}

    /** The text as it is, or the beginning and the end of one that is too long to read. */
    public static String text(String text) {
        return text.length() <= LONGEST
                ? text
                : text.substring(0, LONGEST / 2) + " … " + text.substring(text.length() - LONGEST / 2);
    }
}

package org.lodestone.core.usgs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lodestone.core.figure.Observation;

/**
 * An entry that stands for a number in a table.
 *
 * @param estimated whether the letter e was printed with it
 */
record PrintedValue(Observation value, boolean estimated) {

    private static final Pattern ESTIMATED = Pattern.compile("e(?=[0-9<>])(.+)|([0-9,.]+)e");
    private static final Pattern WORDS = Pattern.compile("[^0-9]*[a-z]{2}[^0-9]*");
    private static final Pattern NEGATIVE = Pattern.compile("[-−]([0-9][0-9.,]*)");
    private static final Pattern SPACED_RANGE = Pattern.compile("([0-9.,]+) - ([0-9.,]+)");

    /** The value that {@code text} states; refuses what is neither a number nor a published code. */
    static PrintedValue parse(String text) {
        Matcher estimated = ESTIMATED.matcher(text);
        if (estimated.matches()) {
            String number = estimated.group(1) == null ? estimated.group(2) : estimated.group(1);
            return new PrintedValue(observation(number), true);
        }
        Matcher range = SPACED_RANGE.matcher(text);
        String printed = range.matches() ? range.group(1) + "–" + range.group(2) : text;
        return new PrintedValue(observation(printed), false);
    }

    /** Whether {@code text} is a number or a code: what stands for an amount, and never for words. */
    static boolean isOne(String text) {
        try {
            parse(text);
            return !text.isEmpty();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Observation observation(String text) {
        Matcher negative = NEGATIVE.matcher(text);
        if (negative.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is below zero. Maybe stocks changed by it, or a spreadsheet"
                            + " made it of the footnote (" + negative.group(1) + "). Look it up in the chapter.");
        }
        try {
            return Observation.parse(text);
        } catch (IllegalArgumentException e) {
            if (WORDS.matcher(text).matches()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is neither a number nor a code, but words. Read them in the chapter.", e);
            }
            throw e;
        }
    }
}

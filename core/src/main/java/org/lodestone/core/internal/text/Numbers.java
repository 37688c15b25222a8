package org.lodestone.core.internal.text;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * Reads a number as statistics print it: {@code 270000}, {@code 270,000}, {@code -10}, {@code 48.40}.
 *
 * <p>A sign, digits that are plain or grouped in threes by commas, and a decimal point. No exponent, no blanks, no
 * decimal comma: what {@code 1.234,5} means depends on who reads it.
 */
public final class Numbers {

    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}(,[0-9]{3})+)([.][0-9]+)?");
    private static final Pattern LETTERS_AMONG_DIGITS = Pattern.compile("[+-]?[0-9OoIl,.]*[0-9][0-9OoIl,.]*");
    private static final Pattern DECIMAL_COMMA =
            Pattern.compile("[+-]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+),([0-9]{1,2}|[0-9]{4,})");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9,]+([.][0-9]+)?");
    private static final Pattern EXPONENT = Pattern.compile("[+-]?[0-9.]+[eE][+-]?[0-9]+");

    /** No figure needs more digits, and arithmetic on thousands of them would stall. */
    private static final int MOST_CHARACTERS = 40;

    /** The largest double has 309 digits. */
    private static final int LONGEST_DOUBLE = 320;

    /** The number of digits that a double holds exactly; so it does the power of ten of as many decimals. */
    private static final int EXACT_DIGITS = 15;

    private static final double[] POWERS_OF_TEN = {
        1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15
    };

    private Numbers() {}

    /** The exact value of {@code text}; refuses what is no number with a guess at what happened. */
    public static BigDecimal parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("'" + text.substring(0, MOST_CHARACTERS) + "…' has " + text.length()
                    + " characters, more than a number needs. Maybe two cells ran together.");
        }
        if (!NUMBER.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a number. " + remedy(text));
        }
        return new BigDecimal(text.replace(",", ""));
    }

    /**
     * The double next to the value of {@code text}, as of {@link #parse}. Most numbers have few digits: these and a power of
     * ten are exact in a double, so that one division gives the nearest.
     */
    public static double parseDouble(CharSequence text) {
        int length = text.length();
        int from = length > 0 && (text.charAt(0) == '-' || text.charAt(0) == '+') ? 1 : 0;
        int point = length;
        long digits = 0;
        for (int i = from; i < length; i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                digits = digits * 10 + (c - '0');
            } else if (c == '.' && point == length) {
                point = i;
            } else {
                return parse(text.toString()).doubleValue();
            }
        }
        if (point == from || point == length - 1 || length > MOST_CHARACTERS) {
            return parse(text.toString()).doubleValue();
        }
        if (length - from - (point < length ? 1 : 0) > EXACT_DIGITS) {
            return 0 + Double.parseDouble(text.toString());
        }
        double value = point == length ? digits : digits / POWERS_OF_TEN[length - point - 1];
        return text.charAt(0) == '-' ? 0 - value : value;
    }

    /**
     * Whether a number as JSON writes it is one that a double can hold. {@code 1e2147483647} takes a few bytes as text and two
     * billion as digits.
     */
    public static boolean isOfSoundSize(String number) {
        int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
        if (exponent < 0) {
            return number.length() <= LONGEST_DOUBLE;
        }
        String digits = number.substring(exponent + 1).replaceFirst("^[+-]?0*", "");
        return digits.length() <= 3 && number.length() <= LONGEST_DOUBLE && Double.isFinite(Double.parseDouble(number));
    }

    private static String remedy(String text) {
        if (text.isBlank()) {
            return "Write the number, or its code if it is missing (NA, W, XX).";
        }
        if (!text.strip().equals(text)) {
            return "Remove the blanks around it.";
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return "Maybe a comma was typed for the decimal point.";
        }
        if (GROUPED.matcher(text).matches()) {
            return "Group digits in threes, or not at all.";
        }
        if (LETTERS_AMONG_DIGITS.matcher(text).matches()) {
            return mistypedLetter(text);
        }
        if (EXPONENT.matcher(text).matches()) {
            return "Write all its digits, without an exponent.";
        }
        if (text.startsWith("−") || text.startsWith("?")) {
            return "Maybe a minus sign was lost: write it as '-'.";
        }
        return "Write plain digits with a decimal point, such as 31000 or 48.40.";
    }

    private static String mistypedLetter(String text) {
        if (text.contains("O") || text.contains("o")) {
            return "Maybe the letter O was typed for a zero.";
        }
        if (text.contains("l") || text.contains("I")) {
            return "Maybe the letter " + (text.contains("l") ? "l" : "I") + " was typed for a one.";
        }
        return "Write one decimal point, with digits on both sides.";
    }
}

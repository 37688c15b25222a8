package org.lodestone.excel;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A colour as the web writes it: {@code #10304F}.
 *
 * @param red from 0 to 255
 * @param green from 0 to 255
 * @param blue from 0 to 255
 */
public record Colour(int red, int green, int blue) {

    /** White, {@code #FFFFFF}: the ground of a page. */
    public static final Colour WHITE = new Colour(255, 255, 255);

    private static final Pattern WRITTEN = Pattern.compile("#[0-9A-Fa-f]{6}");

    /** Throws if a part is not from 0 to 255. */
    public Colour {
        requireByte(red);
        requireByte(green);
        requireByte(blue);
    }

    private static void requireByte(int part) {
        if (part < 0 || part > 255) {
            throw new IllegalArgumentException("'" + part + "' is no part of a colour. Each part is from 0 to 255.");
        }
    }

    /** Reads {@code #10304F}. */
    public static Colour parse(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            throw new IllegalArgumentException("'" + text + "' is not a colour. Write # and six digits from 0 to F, two"
                    + " each for red, green and blue: #10304F.");
        }
        int value = Integer.parseInt(text.substring(1), 16);
        return new Colour(value >> 16, value >> 8 & 0xFF, value & 0xFF);
    }

    /** Its six digits, as the files of a workbook have them: {@code 10304F}. */
    String hex() {
        return String.format(Locale.ROOT, "%02X%02X%02X", red, green, blue);
    }

    /**
     * How far it stands out from another, as the Web Content Accessibility Guidelines measure it.
     *
     * <pre>contrast = (lighter + 0.05) / (darker + 0.05)</pre>
     *
     * <p>From 1 for the same colour to 21 for black on white; the guidelines ask 4.5 of text.
     */
    public double contrast(Colour other) {
        double one = luminance();
        double two = other.luminance();
        return (Math.max(one, two) + 0.05) / (Math.min(one, two) + 0.05);
    }

    /** The light that it gives: 0 is black, 1 white. */
    private double luminance() {
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    private static double linear(int part) {
        double share = part / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    @Override
    public String toString() {
        return "#" + hex();
    }
}

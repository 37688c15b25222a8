package org.lodestone.excel;

/**
 * How the text of a chart looks: the font and colours of a palette in one size.
 *
 * @param points the size of text
 */
record ChartInk(Palette palette, double points) {

    /** Text that stands back: numbers and years along an axis. */
    String quiet() {
        return ChartText.uprightLetters(palette.font(), points, palette.grey());
    }

    /** Names of categories. */
    String plain() {
        return ChartText.uprightLetters(palette.font(), points, palette.ink());
    }

    /** Numbers at points, and names of lines. */
    String strong(String colour) {
        return ChartText.labelLetters(palette.font(), points, colour, true);
    }

    /** A sign that stands for a number. */
    String faint() {
        return ChartText.labelLetters(palette.font(), points, palette.grey(), false);
    }

    /** Text on a fill: white on a dark one. */
    String onFill(String fill) {
        return strong(lettersOn(fill));
    }

    /** The colour of text on a fill. */
    String lettersOn(String fill) {
        return isLight(fill) ? palette.ink() : Palette.WHITE;
    }

    /** A colour for text beside a mark: the mark's own where it can be read on white. */
    String readable(String colour) {
        return isLight(colour) ? palette.ink() : colour;
    }

    /** Whether a colour is lighter to the eye than the middle between black and white. */
    private static boolean isLight(String hex) {
        int colour = Integer.parseInt(hex, 16);
        return 0.299 * (colour >> 16) + 0.587 * (colour >> 8 & 0xFF) + 0.114 * (colour & 0xFF) > 150;
    }
}

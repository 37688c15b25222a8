package org.lodestone.excel;

import org.lodestone.excel.Theme.Colour;

/**
 * How the text of a chart looks: the font and colours of a theme in one size.
 *
 * @param points the size of text
 */
record ChartInk(Theme theme, double points) {

    /** Text that stands back: numbers and years along an axis. */
    String quiet() {
        return ChartText.uprightLetters(theme.font(), points, theme.colour(Theme.Role.GREY));
    }

    /** Names of categories. */
    String plain() {
        return ChartText.uprightLetters(theme.font(), points, theme.colour(Theme.Role.INK));
    }

    /** Numbers at points, and names of lines. */
    String strong(Colour colour) {
        return ChartText.labelLetters(theme.font(), points, colour, true);
    }

    /** A sign that stands for a number. */
    String faint() {
        return ChartText.labelLetters(theme.font(), points, theme.colour(Theme.Role.GREY), false);
    }

    /** Text on a fill: white on a dark one. */
    String onFill(Colour fill) {
        return strong(lettersOn(fill));
    }

    /** The colour of text on a fill. */
    Colour lettersOn(Colour fill) {
        return isLight(fill) ? theme.colour(Theme.Role.INK) : Colour.WHITE;
    }

    /** A colour for text beside a mark: the mark's own where it can be read on white. */
    Colour readable(Colour colour) {
        return isLight(colour) ? theme.colour(Theme.Role.INK) : colour;
    }

    /** Whether a colour is lighter to the eye than the middle between black and white. */
    private static boolean isLight(Colour colour) {
        return 0.299 * colour.red() + 0.587 * colour.green() + 0.114 * colour.blue() > 150;
    }
}

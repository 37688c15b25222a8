package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import org.lodestone.excel.Theme.Colour;

/**
 * The colours of a theme as charts use them, in the six digits of a file. Each meaning has a dash, a hatch or a label beside its
 * colour, so that a grey print tells as much.
 */
record Palette(Theme theme) {

    static final String WHITE = Colour.WHITE.hex();

    String font() {
        return theme.font();
    }

    /** The colour of text. */
    String ink() {
        return hex(Theme.Role.INK);
    }

    /** The colour of text that stands back. */
    String grey() {
        return hex(Theme.Role.GREY);
    }

    /** The colour of lines across the plot. */
    String hairline() {
        return hex(Theme.Role.HAIRLINE);
    }

    /** The colour of the outer part of a band. */
    String fanLight() {
        return hex(Theme.Role.FAN_LIGHT);
    }

    /** The colour of the inner part of a band. */
    String fanDark() {
        return hex(Theme.Role.FAN_DARK);
    }

    /** The colour of the first series, which is China or the leading place. */
    String navy() {
        return hex(Theme.Role.SERIES_1);
    }

    String teal() {
        return hex(Theme.Role.SERIES_2);
    }

    /** The colour of the one point or line that the title is about. */
    String orange() {
        return hex(Theme.Role.SERIES_3);
    }

    /** The colour of forecasts, low ends and printed shares. */
    String sky() {
        return hex(Theme.Role.SERIES_4);
    }

    /** The colour of all others. */
    String sand() {
        return hex(Theme.Role.SERIES_5);
    }

    /** The colour of the lines of a hatch. */
    String hatch() {
        return towardsWhite(theme.colour(Theme.Role.FAINT), 0.5).hex();
    }

    /**
     * The colour of a named part of a whole: when all colours are taken, paler ones in the same order.
     *
     * @param all whether sand is free too, since there are no others
     */
    String part(int number, boolean all) {
        ImmutableList<Colour> series = theme.series();
        int colours = all ? series.size() : series.size() - 1;
        String own = series.get(number % colours).hex();
        return number < colours ? own : pale(own);
    }

    /** The same colour in a forecast. */
    static String pale(String hex) {
        return towardsWhite(Colour.parse("#" + hex), 0.4).hex();
    }

    private static Colour towardsWhite(Colour colour, double part) {
        return new Colour(
                towardsWhite(colour.red(), part),
                towardsWhite(colour.green(), part),
                towardsWhite(colour.blue(), part));
    }

    private static int towardsWhite(int own, double part) {
        return (int) Math.round(own + part * (255 - own));
    }

    private String hex(Theme.Role role) {
        return theme.colour(role).hex();
    }
}

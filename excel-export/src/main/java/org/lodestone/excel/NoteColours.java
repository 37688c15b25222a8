package org.lodestone.excel;

import java.util.Locale;
import org.lodestone.excel.Theme.Colour;

/** The colours of a theme on white paper, and what they become on a dark screen. */
record NoteColours(Theme theme) {

    /** A colour on white, and one of its kind on a dark ground. */
    record Pair(Colour light, Colour dark) {}

    static final Colour GROUND = new Colour(0x14, 0x18, 0x1E);

    /** The contrasts that the Web Content Accessibility Guidelines ask for: of text, and of graphics. */
    private static final double TEXT = 4.5;

    /** The contrast of text that is to be seen first. */
    private static final double BRIGHT_TEXT = 7.5;

    private static final double MARK = 3.5;

    /** The share of a ground of its own that is left on a dark screen. */
    private static final double GROUND_KEPT = 0.22;

    /** That of a line between rows, which is thin. */
    private static final double HAIRLINE_KEPT = 0.3;

    Pair of(Theme.Role role) {
        Colour light = theme.colour(role);
        return switch (role) {
            case INK, PRIMARY, GREY, FAINT, WARNING, INPUT, LINK, SIMULATED ->
                new Pair(
                        light,
                        lighter(light, role == Theme.Role.FAINT ? MARK : role == Theme.Role.GREY ? TEXT : BRIGHT_TEXT));
            case HAIRLINE -> new Pair(light, GROUND.mixed(light, HAIRLINE_KEPT));
            case STRIP, INPUT_FILL, FAN_LIGHT, FAN_DARK, HEAT -> ground(light);
            case SERIES_1, SERIES_2, SERIES_3, SERIES_4, SERIES_5 -> mark(light);
        };
    }

    /** The colours of a bar. */
    static Pair mark(Colour light) {
        return new Pair(light, lighter(light, MARK));
    }

    /** The colours of words in a plot, and of a line, which is thin and may cross a band. */
    static Pair text(Colour light) {
        return new Pair(light, lighter(light, BRIGHT_TEXT));
    }

    /** The colours of what stands behind marks. */
    static Pair ground(Colour light) {
        return new Pair(light, GROUND.mixed(light, GROUND_KEPT));
    }

    /** The colour, mixed with as much white as it needs to stand out from the dark ground. */
    private static Colour lighter(Colour colour, double contrast) {
        Colour lighter = colour;
        for (int part = 1; part <= 20 && lighter.contrast(GROUND) < contrast; part++) {
            lighter = colour.mixed(Colour.WHITE, part / 20.0);
        }
        return lighter;
    }

    /** The variables that the style sheet is written with. */
    String css(String font) {
        StringBuilder light = new StringBuilder();
        StringBuilder dark = new StringBuilder();
        for (Theme.Role role : Theme.Role.values()) {
            String name = "--" + role.toString().replace('_', '-') + ": ";
            light.append(name).append(of(role).light()).append("; ");
            dark.append(name).append(of(role).dark()).append("; ");
        }
        return String.format(
                        Locale.ROOT,
                        ":root { color-scheme: light dark; --font: %s; --ground: #FFFFFF; %s}%n"
                                + "@media screen and (prefers-color-scheme: dark) { :root { --ground: %s; %s} }%n",
                        font,
                        light,
                        GROUND,
                        dark)
                .replace("\r\n", "\n");
    }
}

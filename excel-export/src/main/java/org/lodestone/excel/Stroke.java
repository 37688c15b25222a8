package org.lodestone.excel;

import com.google.common.collect.ImmutableList;

/** How the lines of a chart are drawn, in this order, so that they are told apart without colours. */
enum Stroke {
    SOLID(Theme.Role.SERIES_1, 2.75, "solid"),
    DASHED(Theme.Role.SERIES_3, 2, "dash", 4.0, 3.0),
    DOTTED(Theme.Role.SERIES_2, 2, "sysDot", 1.0, 1.5),
    LONG_DASHED(Theme.Role.SERIES_4, 2, "lgDash", 8.0, 3.0),
    DASH_DOTTED(Theme.Role.GREY, 2, "dashDot", 4.0, 3.0, 1.0, 3.0);

    private final Theme.Role colour;
    private final double width;
    private final String dash;
    private final ImmutableList<Double> dashes;

    Stroke(Theme.Role colour, double width, String dash, Double... dashes) {
        this.colour = colour;
        this.width = width;
        this.dash = dash;
        this.dashes = ImmutableList.copyOf(dashes);
    }

    /** That of a line by its number, from 0. */
    static Stroke ofLine(int number) {
        return values()[number % values().length];
    }

    Theme.Role colour() {
        return colour;
    }

    double width() {
        return width;
    }

    /** Its name in a workbook. */
    String dash() {
        return dash;
    }

    /** The lengths of its dashes and gaps in turn, where it is drawn as a picture. */
    ImmutableList<Double> dashes() {
        return dashes;
    }
}

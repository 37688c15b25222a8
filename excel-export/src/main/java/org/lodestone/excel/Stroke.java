package org.lodestone.excel;

import com.google.common.collect.ImmutableList;

/**
 * How a line of a chart is drawn.
 *
 * @param dash as a file of a chart names it
 * @param dashes lengths of strokes and gaps, in widths of the line; none for a whole line
 */
record Stroke(Theme.Role colour, double width, String dash, ImmutableList<Double> dashes) {

    static final Stroke DASHED = new Stroke(Theme.Role.SERIES_3, 2, "dash", ImmutableList.of(4.0, 3.0));

    /** Those of the lines of a chart, in this order, so that they are told apart without colours. */
    private static final ImmutableList<Stroke> LINES = ImmutableList.of(
            new Stroke(Theme.Role.SERIES_1, 2.75, "solid", ImmutableList.of()),
            DASHED,
            new Stroke(Theme.Role.SERIES_2, 2, "sysDot", ImmutableList.of(1.0, 1.5)),
            new Stroke(Theme.Role.SERIES_4, 2, "lgDash", ImmutableList.of(8.0, 3.0)),
            new Stroke(Theme.Role.GREY, 2, "dashDot", ImmutableList.of(4.0, 3.0, 1.0, 3.0)));

    /** The stroke of a line by its number, the most important first. */
    static Stroke ofLine(int number) {
        return LINES.get(number % LINES.size());
    }
}

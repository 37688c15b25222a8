package org.lodestone.excel;

import java.util.Collection;

/**
 * The room of a chart, in pixels, and what stands beside its plot.
 *
 * <p>Left to themselves, programs cut long names, or leave some out.
 *
 * @param letters of its text
 * @param points the size of its text
 */
record ChartRoom(
        double width,
        double height,
        Letters letters,
        double points,
        double left,
        double top,
        double right,
        double bottom) {

    static final double PIXELS_OF_A_POINT = 96 / 72.0;
    private static final double LINE = 1.25;
    /** Between a text and what it names. */
    private static final double GAP = 10;

    static ChartRoom of(double width, double height, Letters letters, double points) {
        return new ChartRoom(width, height, letters, points, 2, 3, 2, 3);
    }

    ChartRoom left(double room) {
        return new ChartRoom(width, height, letters, points, room, top, right, bottom);
    }

    ChartRoom right(double room) {
        return new ChartRoom(width, height, letters, points, left, top, room, bottom);
    }

    ChartRoom top(double room) {
        return new ChartRoom(width, height, letters, points, left, room, right, bottom);
    }

    ChartRoom bottom(double room) {
        return new ChartRoom(width, height, letters, points, left, top, right, room);
    }

    double plotWidth() {
        return Math.max(1, width - left - right);
    }

    double plotHeight() {
        return Math.max(1, height - top - bottom);
    }

    /** Where the plot stands. */
    String layout() {
        return ChartText.layout("inner", left / width, top / height, plotWidth() / width, plotHeight() / height);
    }

    /** The height of a line of text. */
    double line() {
        return points * PIXELS_OF_A_POINT * LINE;
    }

    /** The room for the widest of some texts, which takes no more than a part of the chart. */
    double widest(Collection<String> texts, double largestPart) {
        double widest = texts.stream().mapToDouble(this::width).max().orElse(0);
        return Math.min(largestPart * width, widest + GAP);
    }

    /** How wide a text is, bold at most. */
    double width(String text) {
        return letters.width(text, points, true);
    }
}

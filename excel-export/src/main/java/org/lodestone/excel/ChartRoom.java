package org.lodestone.excel;

import java.util.Collection;

/**
 * The room of a chart, in pixels, and what stands beside its plot.
 *
 * <p>Left to themselves, programs cut long names, or leave some out.
 *
 * @param points the size of its text
 */
record ChartRoom(double width, double height, double points, double left, double top, double right, double bottom) {

    private static final double PIXELS_OF_A_POINT = 96 / 72.0;
    private static final double LINE = 1.25;
    /** Between a text and what it names. */
    private static final double GAP = 12;

    static ChartRoom of(double width, double height, double points) {
        return new ChartRoom(width, height, points, 2, 3, 2, 3);
    }

    ChartRoom left(double room) {
        return new ChartRoom(width, height, points, room, top, right, bottom);
    }

    ChartRoom right(double room) {
        return new ChartRoom(width, height, points, left, top, room, bottom);
    }

    ChartRoom top(double room) {
        return new ChartRoom(width, height, points, left, room, right, bottom);
    }

    ChartRoom bottom(double room) {
        return new ChartRoom(width, height, points, left, top, right, room);
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

    /** About how wide a text is in Calibri, bold at most. */
    double width(String text) {
        return text.codePoints().mapToDouble(ChartRoom::ofAnEm).sum() * points * PIXELS_OF_A_POINT;
    }

    private static double ofAnEm(int letter) {
        if (letter >= 0x2E80) {
            return 1; // East Asian
        }
        if ("ijlItfr.,;:|!'()[] -·".indexOf(letter) >= 0) {
            return 0.29;
        }
        if ("mwMW%".indexOf(letter) >= 0) {
            return 0.8;
        }
        return Character.isUpperCase(letter) ? 0.6 : 0.52;
    }
}

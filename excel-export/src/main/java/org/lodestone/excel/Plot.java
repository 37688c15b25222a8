package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.excel.Theme.Colour;

/**
 * A chart as a browser draws it: marks at categories, counted from 0, and numbers. Its numbers, words and colours are
 * those of the native chart.
 *
 * @param words what a reader is told who does not see it
 * @param lying whether categories stand one under the other, the first on top, and numbers grow to the right
 * @param names what the categories are called
 * @param axis of the numbers
 * @param legend names of series that have none in the plot
 * @param areas behind everything
 * @param bars over the areas
 * @param lines over the bars
 * @param texts over everything, none of which stands on another
 * @param told what each series says at each category
 * @param scatter the points of a chart that has an axis of numbers along the bottom too, and no categories
 */
record Plot(
        String words,
        boolean lying,
        ImmutableList<String> names,
        Axis axis,
        ImmutableList<Entry> legend,
        ImmutableList<Area> areas,
        ImmutableList<Bar> bars,
        ImmutableList<Line> lines,
        ImmutableList<Text> texts,
        ImmutableList<Told> told,
        Optional<Scatter> scatter) {

    /** Whether a category is a place between two lines, as under columns, and no point on a line. */
    boolean hasBars() {
        return !bars.isEmpty() || lines.isEmpty();
    }

    /**
     * The axis of the numbers.
     *
     * @param ticks where lines cross the plot; none where the points have their numbers
     */
    record Axis(double from, double to, boolean logarithmic, ImmutableList<Tick> ticks) {}

    /** A number along an axis, as it is written. */
    record Tick(double number, String text) {}

    /** A series that is named beside the plot. */
    record Entry(String name, Colour colour) {}

    /** From a low to a high number at each category. */
    record Area(ImmutableList<Double> low, ImmutableList<Double> high, Colour colour) {}

    /**
     * A bar or a column.
     *
     * @param middle where it stands among the categories: 2.0 is in the middle of the third
     * @param width as a part of the room of a category
     */
    record Bar(double middle, double width, double from, double to, Colour fill, Look look) {}

    /** How a bar looks. */
    enum Look {
        /** Filled with its colour, of a number that is measured. */
        PLAIN,
        /** A number that a source prints as it is: with a dashed outline. */
        OUTLINED,
        /** An amount that is not measured. */
        HATCHED
    }

    /**
     * A line over the categories.
     *
     * @param across whether it goes from edge to edge of the plot, as a level does
     * @param dashes lengths of strokes and gaps, in widths of the line; none for a whole line
     */
    record Line(
            ImmutableList<OptionalDouble> numbers,
            Colour colour,
            double width,
            ImmutableList<Double> dashes,
            boolean across) {}

    /**
     * A word or number at a point of the plot.
     *
     * @param strong whether it is bold
     */
    record Text(double category, double number, String words, Colour colour, boolean strong, Side side) {

        Text coloured(Colour other) {
            return new Text(category, number, words, other, strong, side);
        }

        Text lowered(double by) {
            return new Text(category, number - by, words, colour, strong, side);
        }
    }

    /** On which side of its point a text stands. */
    enum Side {
        /** Where numbers grow: right of the end of a bar that lies, above a column. */
        BEYOND,
        /** Where they fall. */
        BEFORE,
        /** Within the end of a bar. */
        INSIDE,
        /** To the right, at the same height. */
        BESIDE
    }

    /**
     * Points over two axes of numbers; that of the plot goes upwards.
     *
     * @param up what is measured upwards
     * @param across what is measured along the bottom
     * @param axis along the bottom
     * @param points by their names, the first of which stand beside them where they have room
     * @param others points without a name, behind those
     * @param levels lines from one point to another, behind both
     */
    record Scatter(
            String up,
            String across,
            Axis axis,
            ImmutableList<Point> points,
            ImmutableList<Point> others,
            ImmutableList<ImmutableList<Point>> levels) {}

    /** A number on each of two axes. */
    record Point(double across, double up) {}

    /** The texts of a series at each category; empty where it says nothing. */
    record Told(String name, ImmutableList<String> texts) {}
}

package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The names beside the first points of a chart, none of which stands on another, on a point or beyond the plot: each at the first side
 * that is free, and one that has none is left out.
 *
 * @param width of the plot, in pixels
 * @param line the height of a name
 */
record PointNames(double width, double height, double line) {

    /** The number of points that have their names beside them. */
    static final int MOST = 8;

    /** From the middle of a point to its edge, and to its name. */
    private static final double RADIUS = 3.5;

    private static final double GAP = 6;

    /** From a point that may have a name to that of another, which would be taken for its own where it is no farther than that. */
    private static final double OTHER = 8;

    /** The height of letters as a part of that of a line. */
    private static final double HIGH = 0.8;

    /** The sides of a point in the order in which they are tried; most names are read from a point to the right. */
    private static final ImmutableList<Side> SIDES = ImmutableList.of(
            new Side("r", 0, 0),
            new Side("l", -1, 0),
            new Side("t", -0.5, -1),
            new Side("b", -0.5, 1),
            new Side("r", 0, -0.7),
            new Side("r", 0, 0.7),
            new Side("l", -1, -0.7),
            new Side("l", -1, 0.7),
            new Side("r", 0, -1.4),
            new Side("r", 0, 1.4),
            new Side("l", -1, -1.4),
            new Side("l", -1, 1.4));

    /**
     * Where a name stands.
     *
     * @param place as a file tells it
     * @param across where it begins, in its own width from the point
     * @param down how far its middle is below the point, in lines
     */
    record Side(String place, double across, double down) {

        /** How far it is below the place that a file can tell, in lines. */
        double moved() {
            return across == -0.5 ? 0 : down;
        }
    }

    /** A point in the plot from its upper left corner, with the width of its name. */
    record Named(double across, double down, double wide) {

        private Box within(double reach) {
            return new Box(across - reach, down - reach, across + reach, down + reach);
        }

        private Box name(Side side, double line) {
            double left = across + side.across * wide + GAP * Math.signum(side.across + 0.5);
            double middle = down + side.down * line;
            return new Box(left, middle - HIGH * line / 2, left + wide, middle + HIGH * line / 2);
        }
    }

    /** A rectangle in the plot; one without a width is a line. */
    record Box(double left, double top, double right, double bottom) {

        boolean crosses(Box other) {
            return left <= other.right && other.left <= right && top <= other.bottom && other.top <= bottom;
        }
    }

    /**
     * The side of each point on which its name stands, in their order; empty for one that has none.
     *
     * @param lines across the plot, on which a name stands where there is no other side
     */
    List<Optional<Side>> sides(List<Named> points, List<Box> lines) {
        List<Box> taken = new ArrayList<>();
        List<Optional<Side>> sides = new ArrayList<>();
        for (Named point : points) {
            List<Side> free = sides.size() < MOST && point.wide > 0
                    ? SIDES.stream()
                            .filter(side -> isFree(point.name(side, line), point, points, taken))
                            .toList()
                    : List.of();
            Optional<Side> best = free.stream()
                    .filter(side -> lines.stream().noneMatch(point.name(side, line)::crosses))
                    .findFirst()
                    .or(() -> free.stream().findFirst());
            best.ifPresent(side -> taken.add(point.name(side, line)));
            sides.add(best);
        }
        return sides;
    }

    private boolean isFree(Box name, Named own, List<Named> points, List<Box> taken) {
        return name.left >= 0
                && name.right <= width
                && name.top >= 0
                && name.bottom <= height
                && taken.stream().noneMatch(name::crosses)
                && IntStream.range(0, points.size())
                        .filter(i -> !points.get(i).equals(own))
                        .mapToObj(i -> points.get(i).within(i < MOST ? OTHER : RADIUS))
                        .noneMatch(name::crosses);
    }
}

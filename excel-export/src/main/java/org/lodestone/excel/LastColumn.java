package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.lodestone.excel.ChartContent.Drawn;
import org.lodestone.reports.report.Chart.Kind;
import org.lodestone.reports.report.Chart.Role;

/**
 * The names beside the last column of a chart: of the parts of a stack, of columns side by side, and of a level across them. Each
 * stands as high as what it names, or as close to that as the others leave room.
 *
 * <p>A program puts a name in the middle of its part, and is told how far from there it is moved.
 */
record LastColumn(ChartContent content, ChartRoom room, double spread) {

    /** Between a column and a name, in pixels. */
    private static final double GAP = 6;

    /** Between two categories, in widths of a column. */
    static final double BETWEEN = 0.45;

    /** The parts that are named there; none where there is but one, or one of them has no number there. */
    static ImmutableList<Drawn> named(ChartContent content) {
        boolean standing =
                content.chart().kind() == Kind.STACK || content.chart().kind() == Kind.COLUMNS;
        ImmutableList<Drawn> parts = parts(content);
        return standing
                        && parts.size() > 1
                        && !content.chart().isLabelled()
                        && parts.stream().allMatch(part -> part.values().last().isPresent())
                ? parts
                : ImmutableList.of();
    }

    private static ImmutableList<Drawn> parts(ChartContent content) {
        return content.as(Role.VALUES, Role.OTHERS);
    }

    /** Whether a level is named there, and not above the end of its line, where a column would stand behind the words. */
    static boolean namesLevel(ChartContent content) {
        return content.as(Role.LEVEL).stream()
                .anyMatch(level -> parts(content).size() > 1
                        || parts(content).get(0).values().last().orElse(0)
                                >= level.values().last().orElse(Double.POSITIVE_INFINITY));
    }

    /** The room for the names, in pixels. */
    static double width(ChartContent content, ChartRoom all) {
        List<Drawn> names = new ArrayList<>(named(content));
        names.addAll(namesLevel(content) ? content.as(Role.LEVEL) : List.of());
        return names.stream()
                .mapToDouble(one -> all.width(one.name()) + GAP)
                .max()
                .orElse(0);
    }

    /** Where the name of a part is moved to, from the middle of what it names. */
    String moved(Drawn part) {
        int number = named(content).indexOf(part);
        double middle = isStack() ? 0 : (number - (named(content).size() - 1) / 2.0) * column();
        return moved(half() - middle + GAP + room.width(part.name()) / 2, number);
    }

    /** Where the name of a level is moved to, from the end of its line. */
    String movedFromEnd() {
        return moved(half(), named(content).size());
    }

    private String moved(double right, int number) {
        double down = new LineEnds(heights(), spread, room.plotHeight(), room.line())
                .moves()
                .get(number);
        return ChartText.moved(right / room.width(), down / room.height());
    }

    /** How high the middle of each part is, and then the level. */
    private List<OptionalDouble> heights() {
        List<OptionalDouble> heights = new ArrayList<>();
        double below = 0;
        for (Drawn part : named(content)) {
            double size = part.values().last().orElse(0);
            heights.add(OptionalDouble.of(below + size / 2));
            below += isStack() ? size : 0;
        }
        content.as(Role.LEVEL).forEach(level -> heights.add(level.values().last()));
        return heights;
    }

    private boolean isStack() {
        return content.chart().kind() == Kind.STACK;
    }

    private int side() {
        return isStack() ? 1 : parts(content).size();
    }

    private double column() {
        return room.plotWidth() / content.names().size() / (side() + BETWEEN);
    }

    /** From the middle of a category to the edge of its last column. */
    private double half() {
        return side() * column() / 2;
    }
}

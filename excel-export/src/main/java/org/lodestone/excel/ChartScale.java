package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Chart.Kind;
import org.lodestone.reports.report.Chart.Role;
import org.lodestone.reports.report.Shown;

/** The scale of a chart that suits its numbers: where its axis starts and ends, and how numbers are written. */
final class ChartScale {

    /** An axis has about so many marks: over a shorter range, marks at whole numbers would be too far apart. */
    private static final double AXIS_MARKS = 5;

    /** From so high a number on, those at points have no decimals. */
    private static final double LARGE = 20;
    /** The same of the numbers of lines, which stand in words only. */
    private static final double LARGE_IN_WORDS = 100;
    /** The part of the plot below zero from which on a reader asks on which side a number is. */
    private static final double BELOW_ZERO = 0.2;

    /** The days of the longest year, and of the longest quarter: so many on from the first day of one is the same month of another. */
    private static final double YEAR = 366;

    private static final double QUARTER = 92;

    /** An axis of more quarters marks every other one. */
    private static final int FEW_QUARTERS = 5;

    /** An axis of more quarters marks years. */
    private static final int MOST_QUARTERS = 14;

    /** A bar on a logarithmic scale that starts so many times below its end is seen. */
    private static final double LONG_ENOUGH = 3;

    /** Series whose numbers measure nothing. */
    private static final ImmutableSet<Shown> RATIOS =
            ImmutableSet.of(Shown.PERCENT, Shown.PERCENT_2, Shown.PART_OF_DRAWS);

    /** Series that measure nothing; ranges are measured by their band. */
    static final ImmutableList<Role> UNMEASURED = ImmutableList.of(
            Role.UNMEASURED, Role.BASE, Role.ABOVE_ZERO, Role.BELOW_ZERO, Role.PASSED, Role.EXACT, Role.ZERO);

    private final ImmutableList<Values> cases;
    private final Map<Spot, Shown> shown = new HashMap<>();
    private final IdentityHashMap<ChartContent, double[]> inEachCase = new IdentityHashMap<>();

    /** Charts of the first case; the others are what a reader's choices make of it, and must fit the charts too. */
    ChartScale(ImmutableList<Values> cases, Placement placement) {
        this.cases = cases;
        placement.sheets().forEach(plan -> plan.items().forEach(item -> shown.put(item.spot(), item.shown())));
    }

    // ---------------------------------------------------------------- how numbers are written

    /** How the marks of the axis are written. */
    NumberFormat axis(ChartContent content) {
        if (content.chart().scale().isOfDays()) {
            return NumberFormat.ofDays(isOfYears(content) ? "yyyy" : "mmm yy");
        }
        if (content.chart().scale().logarithmic()) {
            return NumberFormat.ofAnySize(thousands(content));
        }
        double range = isFewWholes(content) ? 0 : highest(content) - lowest(content);
        return new NumberFormat(
                decimals(range, content, AXIS_MARKS), isRatio(content), isSigned(content), thousands(content));
    }

    /** How the numbers of points are written. */
    NumberFormat labels(ChartContent content) {
        if (content.chart().scale().isOfDays()) {
            return NumberFormat.ofDays("d mmm yy");
        }
        boolean ratio = isRatio(content);
        boolean signed = isSigned(content);
        if (content.chart().kind() == Kind.POINTS && content.chart().shown().orElse(Shown.AS_IS) == Shown.AS_IS) {
            return NumberFormat.ofAnySize(0);
        }
        return content.chart()
                .shown()
                .filter(said -> said.thousands() == 0 || content.chart().kind() == Kind.POINTS)
                .map(said -> NumberFormat.of(said, signed))
                .orElseGet(() -> new NumberFormat(
                        isAllWhole(content) && thousands(content) == 0
                                ? 0
                                : decimals(
                                        Math.max(highest(content), -lowest(content)),
                                        content,
                                        content.chart().kind() == Kind.LINES ? LARGE_IN_WORDS : LARGE),
                        ratio,
                        signed,
                        thousands(content)));
    }

    /** The step from mark to mark; empty where a program decides. */
    OptionalDouble step(ChartContent content) {
        if (content.chart().scale().isOfDays()) {
            return OptionalDouble.of(
                    isOfYears(content) ? YEAR : days(content) > FEW_QUARTERS * QUARTER ? 2 * QUARTER : QUARTER);
        }
        return isFewWholes(content) ? OptionalDouble.of(1) : OptionalDouble.empty(); // there is no half country
    }

    /** Whether it has marks at years, and not at quarters, for which there are too many. */
    private static boolean isOfYears(ChartContent content) {
        return days(content) > MOST_QUARTERS * QUARTER;
    }

    private static double days(ChartContent content) {
        Chart.Scale scale = content.chart().scale();
        return scale.to().orElse(0) - scale.from().orElse(0);
    }

    /** The fewest decimals that tell numbers of some size apart: none from {@code whole} on, then one, then two. */
    private int decimals(double size, ChartContent content, double whole) {
        double seen = isRatio(content) ? 100 * size : size / Math.pow(1_000, thousands(content));
        return seen == 0 || seen >= whole ? 0 : seen >= whole / 10 ? 1 : 2;
    }

    private static int thousands(ChartContent content) {
        return content.chart().shown().map(Shown::thousands).orElse(0);
    }

    /** Changes have their sign; so have amounts that are as well below zero as above, such as a balance. */
    private boolean isSigned(ChartContent content) {
        return content.chart().kind() == Kind.TORNADO
                || (content.chart().kind() != Kind.POINTS
                        && -lowest(content) > BELOW_ZERO * (highest(content) - lowest(content)));
    }

    private boolean isRatio(ChartContent content) {
        return content.chart().unit().startsWith("%")
                || measured(content)
                        .allMatch(series ->
                                series.cells().stream().map(shown::get).allMatch(RATIOS::contains));
    }

    /** Whether all are shown as ordinals, as small counts are, and so low that an axis would have marks between them. */
    boolean isFewWholes(ChartContent content) {
        return highest(content) - lowest(content) < AXIS_MARKS && isAllWhole(content);
    }

    private boolean isAllWhole(ChartContent content) {
        return measured(content)
                .flatMap(series -> series.cells().stream())
                .map(shown::get)
                .allMatch(one -> one == Shown.ORDINAL || one == Shown.WHOLE);
    }

    // ---------------------------------------------------------------- where an axis starts and ends

    /** Where an axis starts and ends; empty where it is to scale itself, since a fixed end cuts what a reader makes of inputs. */
    record Ends(OptionalDouble from, OptionalDouble to) {}

    /** @param room the part of the axis that a number at the end of a bar takes */
    Ends ends(ChartContent content, double room) {
        Chart.Scale scale = content.chart().scale();
        return switch (content.chart().kind()) {
            case LINES -> new Ends(startOfLines(content), OptionalDouble.empty());
            case TORNADO -> {
                double headroom = room * (highest(content) - lowest(content)) / Math.max(0.2, 1 - 2 * room);
                yield headroom > 0
                        ? new Ends(
                                OptionalDouble.of(lowest(content) - headroom),
                                OptionalDouble.of(highest(content) + headroom))
                        : new Ends(OptionalDouble.empty(), OptionalDouble.empty());
            }
            case POINTS ->
                new Ends(
                        scale.logarithmic() ? decadeBelow(content, 1) : OptionalDouble.empty(), OptionalDouble.empty());
            case BARS, COLUMNS, STACK, RANGES -> {
                OptionalDouble from = scale.logarithmic() ? decadeBelow(content, LONG_ENOUGH) : startOfBars(content);
                yield new Ends(
                        scale.from().isPresent() ? scale.from() : from,
                        scale.to().isPresent() ? scale.to() : endOfBars(content));
            }
        };
    }

    /** Shares start at zero, as columns do. */
    private OptionalDouble startOfLines(ChartContent content) {
        return isRatio(content) ? startOfBars(content) : startOfBand(content);
    }

    /** Columns that start elsewhere than at zero mislead. */
    private OptionalDouble startOfBars(ChartContent content) {
        return lowest(content) < 0 ? OptionalDouble.empty() : OptionalDouble.of(0);
    }

    /** The power of ten that lies below the lowest number, as many times smaller as is said or more. */
    private OptionalDouble decadeBelow(ChartContent content, double times) {
        double lowest = inEachCase(content).filter(number -> number > 0).min().orElse(1);
        return OptionalDouble.of(Math.pow(10, Math.floor(Math.log10(lowest / times))));
    }

    /** The axis of points as programs scale it, which have it do so itself. */
    MarkedAxis ofPoints(ChartContent content) {
        return MarkedAxis.over(
                inEachCase(content).min().orElse(0),
                inEachCase(content).max().orElse(1),
                content.chart().scale().logarithmic());
    }

    /** Bars that all lie below zero end at it. */
    private OptionalDouble endOfBars(ChartContent content) {
        boolean below = lowest(content) < 0 && highest(content) == 0;
        return below ? OptionalDouble.of(0) : wholeLength(content);
    }

    /** Bars of what is not measured are as long as all there is, and so is the plot. */
    private static OptionalDouble wholeLength(ChartContent content) {
        return content.as(Role.UNMEASURED).stream()
                .flatMapToDouble(one -> one.values().known())
                .max();
    }

    /**
     * Where the axis of a band starts: well below its lowest edge where that is far from zero, since its spread is what a reader
     * looks for.
     */
    private OptionalDouble startOfBand(ChartContent content) {
        double lowest = inEachCase(content).min().orElse(0);
        double spread = inEachCase(content).max().orElse(0) - lowest;
        if (content.band().isEmpty() || lowest <= 0 || spread <= 0 || 2 * spread >= lowest) {
            return OptionalDouble.empty();
        }
        double step = Math.pow(10, Math.floor(Math.log10(spread)));
        return OptionalDouble.of(Math.floor((lowest - spread / 2) / step) * step);
    }

    // ---------------------------------------------------------------- the numbers

    /** From the lowest to the highest number that is drawn, with zero where the axis has it. */
    double spread(ChartContent content) {
        OptionalDouble from = startOfLines(content);
        return from.isPresent()
                ? inEachCase(content).max().orElse(0) - from.getAsDouble()
                : highest(content) - lowest(content);
    }

    /** Whether numbers are on both sides of zero, or all below. */
    boolean isAcrossZero(ChartContent content) {
        return lowest(content) < 0;
    }

    private double lowest(ChartContent content) {
        return Math.min(0, inEachCase(content).min().orElse(0));
    }

    private double highest(ChartContent content) {
        return Math.max(0, inEachCase(content).max().orElse(0));
    }

    /** The numbers that are measured, in every case that a reader can choose. */
    private DoubleStream inEachCase(ChartContent content) {
        return Arrays.stream(inEachCase.computeIfAbsent(content, one -> all(one).toArray()));
    }

    private DoubleStream all(ChartContent content) {
        List<Key> keys = measured(content)
                .flatMap(series -> series.span().keys().stream())
                .toList();
        boolean adds = !content.band().isEmpty();
        return DoubleStream.concat(
                cases.stream()
                        .flatMapToDouble(values -> keys.stream().flatMapToDouble(key -> values.number(key).stream())),
                adds ? cases.stream().flatMapToDouble(values -> upperEdge(content, values)) : DoubleStream.empty());
    }

    /** The upper edge of a band: its lower edge and all that is added. */
    private static DoubleStream upperEdge(ChartContent content, Values values) {
        int points = content.band().get(0).span().keys().size();
        return IntStream.range(0, points)
                .mapToDouble(i -> content.band().stream()
                        .mapToDouble(
                                part -> values.number(part.span().keys().get(i)).orElse(0))
                        .sum());
    }

    /** The series of numbers, and the lower edge of a band. */
    private static Stream<ChartSeries> measured(ChartContent content) {
        return Stream.concat(
                content.series().stream()
                        .filter(one -> !UNMEASURED.contains(one.series().role()))
                        .map(ChartContent.Drawn::values),
                content.band().stream().limit(1));
    }
}

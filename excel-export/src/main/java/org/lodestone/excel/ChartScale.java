package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Shown;

/** What the numbers of a chart ask of its axis: where it starts, and how its marks are written. */
final class ChartScale {

    private final Values values;
    private final ImmutableList<Values> cases;
    private final Map<Spot, Shown> shown = new HashMap<>();

    /** Charts of the first case; the others are what a reader's choices make of it, and must fit the charts too. */
    ChartScale(ImmutableList<Values> cases, Placement placement) {
        this.values = cases.get(0);
        this.cases = cases;
        placement.sheets().forEach(plan -> plan.items().forEach(item -> shown.put(item.spot(), item.shown())));
    }

    /** How the marks of the axis are written. */
    String format(Chart what, List<ChartSeries> all, boolean fromZero) {
        boolean ratios = what.unit().startsWith("%") || all.stream().allMatch(this::showsRatios);
        String format = Style.axisFormat(isFewWholes(all) ? 0 : range(all, fromZero), ratios);
        return what.kind() == Chart.Kind.TORNADO ? Style.signed(format) : format;
    }

    /** How the marks of an axis of ratios are written that scales itself. */
    String ratios(List<ChartSeries> all) {
        return Style.axisFormat(range(all, false), true);
    }

    /** Whether all are shown as ordinals, as small counts are, and so low that an axis would have marks between them. */
    boolean isFewWholes(List<ChartSeries> all) {
        return range(all, true) < Style.AXIS_MARKS
                && all.stream()
                        .flatMap(plan -> plan.values().stream())
                        .allMatch(spot -> shown.get(spot) == Shown.ORDINAL);
    }

    private boolean showsRatios(ChartSeries plan) {
        return plan.values().stream().map(shown::get).allMatch(s -> s == Shown.PERCENT || s == Shown.PERCENT_2);
    }

    /** From the lowest to the highest value that is known, and from zero where the axis has it; zero if none is known. */
    private double range(List<ChartSeries> all, boolean fromZero) {
        double[] known = all.stream()
                .flatMap(plan -> plan.series().values().keys().stream())
                .map(values::number)
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        double highest = Arrays.stream(known).max().orElse(0);
        double lowest = Arrays.stream(known).min().orElse(0);
        return fromZero ? Math.max(highest, 0) - Math.min(lowest, 0) : highest - lowest;
    }

    /** Whether no value is negative, nor becomes so when a reader picks another case. */
    boolean nowhereNegative(ChartSeries plan) {
        return cases.stream()
                .allMatch(some -> plan.series().values().keys().stream()
                        .allMatch(key -> some.number(key).orElse(0) >= 0));
    }

    /**
     * Where the axis of a fan starts: below its lowest line where that is far from zero, since its spread is what a reader looks for.
     * The lowest is taken over all cases that can be chosen, and what is drawn does not follow other inputs.
     */
    OptionalDouble startOfFan(List<ChartSeries> lines) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        for (ChartSeries line : lines) {
            for (Key key : line.series().values().keys()) {
                for (Values one : cases) {
                    double value = one.number(key).orElse(Double.NaN);
                    lowest = value < lowest ? value : lowest;
                    highest = value > highest ? value : highest;
                }
            }
        }
        double spread = highest - lowest;
        if (lowest > 0 && spread > 0 && spread < lowest) {
            double step = Math.pow(10, Math.floor(Math.log10(spread)));
            return OptionalDouble.of(Math.floor(lowest / step) * step);
        }
        return OptionalDouble.empty();
    }
}

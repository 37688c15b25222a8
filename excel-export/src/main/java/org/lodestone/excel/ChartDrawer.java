package org.lodestone.excel;

import static org.lodestone.excel.ChartText.dashed;
import static org.lodestone.excel.ChartText.element;
import static org.lodestone.excel.ChartText.fill;
import static org.lodestone.excel.ChartText.line;
import static org.lodestone.excel.ChartText.shape;
import static org.lodestone.excel.ChartText.value;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodestone.excel.SheetPlan.ChartPlan;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;

/** Draws native charts, which follow the cells they are drawn from. */
final class ChartDrawer {

    private static final String LABELS_FROM_3_PERCENT = "[>=0.03]0%;;";

    /** Room for a letter of a category's name, and for what stands above and below the bars, in pixels. */
    private static final double LETTER = 5.5;

    private static final double ABOVE_BARS = 48;
    private static final double BELOW_BARS = 80;
    private static final double RIGHT_OF_BARS = 36;
    private static final double LARGEST_PART_FOR_NAMES = 0.55;

    private static final String MARKER = element("marker", value("symbol", "circle"), value("size", 6), "%s");
    private static final String NO_MARKER = element("marker", value("symbol", "none"));

    private final Values values;
    private final Placement placement;
    private final CategoryNames names;
    private final ChartScale scale;
    private final Theme theme;

    /** What stands in a cell that names a category. */
    interface CategoryNames {
        String at(Spot spot);
    }

    /** Charts of the first case; the others are what a reader's choices make of it, and must fit the charts too. */
    ChartDrawer(ImmutableList<Values> cases, Placement placement, CategoryNames names, Theme theme) {
        this.values = cases.get(0);
        this.placement = placement;
        this.names = names;
        this.scale = new ChartScale(cases, placement);
        this.theme = theme;
    }

    /**
     * The part of a file that holds a chart of a sheet.
     *
     * @param width of the chart in pixels
     * @param height of the chart in pixels
     */
    String draw(String sheet, ChartPlan plan, double width, double height) {
        Chart chart = plan.chart();
        Appearances near = placement.on(sheet);
        List<ChartSeries> all = chart.series().stream()
                .map(series -> ChartSeries.of(series, near, placement))
                .toList();
        String plot =
                switch (chart.kind()) {
                    case DOUGHNUT -> "<c:layout/>" + doughnut(all.get(0));
                    case LINES, FAN -> "<c:layout/>" + overAxes(chart, List.of(), all);
                    case BARS, COLUMNS, STACKED_COLUMNS -> "<c:layout/>" + overAxes(chart, all, List.of());
                    case TORNADO -> roomForNames(all.get(0), width, height) + overAxes(chart, all, List.of());
                    case COLUMNS_AND_LINES, STACKED_COLUMNS_AND_LINES ->
                        "<c:layout/>"
                                + overAxes(
                                        chart,
                                        all.stream()
                                                .filter(one -> !one.series().line())
                                                .toList(),
                                        all.stream()
                                                .filter(one -> one.series().line())
                                                .toList());
                };
        return ChartText.part(chart, plot, theme);
    }

    // ---------------------------------------------------------------- columns and lines

    /** Columns, lines or both; where there are both, the lines have an axis of ratios of their own. */
    private String overAxes(Chart chart, List<ChartSeries> columns, List<ChartSeries> lines) {
        boolean lying = isLying(chart);
        boolean tornado = chart.kind() == Chart.Kind.TORNADO;
        var categories = new ChartText.Axis(0, lying ? "l" : "b");
        var amounts = new ChartText.Axis(1, lying ? "b" : "l");
        List<ChartSeries> measured = columns.isEmpty() ? lines : columns;
        String axes = categories.ofNames(lying, tornado)
                + amounts.ofNumbers(
                        Optional.of(chart.unit()),
                        scale.format(chart, measured, !columns.isEmpty()),
                        minimum(chart, columns, lines),
                        lying,
                        scale.isFewWholes(measured)); // there is no half country
        if (columns.isEmpty()) {
            return lines(chart, lines, 0, categories) + axes;
        }
        if (lines.isEmpty()) {
            return columns(chart, columns, categories) + axes;
        }
        var hidden = new ChartText.Axis(2, "b");
        var ratios = new ChartText.Axis(3, "r");
        return columns(chart, columns, categories)
                + lines(chart, lines, columns.size(), hidden)
                + axes
                + hidden.ofHiddenNames()
                + ratios.ofNumbers(Optional.empty(), scale.ratios(lines), OptionalDouble.empty(), true, false);
    }

    private static boolean isLying(Chart chart) {
        return chart.kind() == Chart.Kind.BARS || chart.kind() == Chart.Kind.TORNADO;
    }

    /** Where the axis starts if it is not to scale itself: a fixed end would cut what a reader makes of the inputs. */
    private OptionalDouble minimum(Chart chart, List<ChartSeries> columns, List<ChartSeries> lines) {
        if (chart.kind() == Chart.Kind.FAN) {
            return scale.startOfFan(lines);
        }
        boolean fromZero = chart.kind() != Chart.Kind.TORNADO
                && !columns.isEmpty()
                && columns.stream().allMatch(scale::nowhereNegative);
        return fromZero ? OptionalDouble.of(0) : OptionalDouble.empty(); // columns that start elsewhere mislead
    }

    private String columns(Chart chart, List<ChartSeries> columns, ChartText.Axis axis) {
        boolean stacked =
                chart.kind() == Chart.Kind.STACKED_COLUMNS || chart.kind() == Chart.Kind.STACKED_COLUMNS_AND_LINES;
        boolean tornado = chart.kind() == Chart.Kind.TORNADO;
        String[] colours = tornado ? Style.TORNADO : Style.SERIES;
        String series = IntStream.range(0, columns.size())
                .mapToObj(i -> ChartText.series(
                        i,
                        columns.get(i).name(),
                        shape(fill(colours[i % colours.length])) + value("invertIfNegative", false),
                        data(columns.get(i)),
                        ""))
                .collect(Collectors.joining());
        return element(
                "barChart",
                value("barDir", isLying(chart) ? "bar" : "col"),
                value("grouping", stacked ? "stacked" : "clustered"),
                value("varyColors", false),
                series,
                value("gapWidth", 45),
                stacked || tornado ? value("overlap", 100) : "",
                axis.pair());
    }

    /** @param before how many series stand before these */
    private String lines(Chart chart, List<ChartSeries> lines, int before, ChartText.Axis axis) {
        boolean fan = chart.kind() == Chart.Kind.FAN;
        String series = IntStream.range(0, lines.size())
                .mapToObj(i -> ChartText.series(
                        before + i,
                        lines.get(i).name(),
                        fan ? rib(Math.abs(i - lines.size() / 2)) : marked(before + i),
                        data(lines.get(i)),
                        value("smooth", false)))
                .collect(Collectors.joining());
        return element("lineChart", value("grouping", "standard"), value("varyColors", false), series, axis.pair());
    }

    private static String marked(int series) {
        String hex = Style.SERIES[series % Style.SERIES.length];
        String marker = shape(fill(hex) + "<a:ln>" + fill("FFFFFF") + "</a:ln>");
        return shape(line(hex, 2.25)) + MARKER.formatted(marker);
    }

    /** A line of a fan: the further from the middle one, the lighter and thinner, and dashed from the second pair on. */
    private static String rib(int fromMiddle) {
        String hex = Style.FAN[Math.min(fromMiddle, Style.FAN.length - 1)];
        double points = fromMiddle == 0 ? 3 : Math.max(1, 2 - 0.5 * (fromMiddle - 1));
        return shape(fromMiddle > 1 ? dashed(hex, points) : line(hex, points)) + NO_MARKER;
    }

    /** Gives names of categories the room they need: left to themselves, programs cut long ones or leave some out. */
    private String roomForNames(ChartSeries bars, double width, double height) {
        int longest = bars.categories().stream()
                .mapToInt(spot -> names.at(spot).length())
                .max()
                .orElse(0);
        double left = Math.min(LARGEST_PART_FOR_NAMES, (longest + 3) * LETTER / width);
        return element(
                "layout",
                element(
                        "manualLayout",
                        value("layoutTarget", "inner"),
                        value("xMode", "edge"),
                        value("yMode", "edge"),
                        value("x", left),
                        value("y", ABOVE_BARS / height),
                        value("w", 1 - left - RIGHT_OF_BARS / width),
                        value("h", 1 - (ABOVE_BARS + BELOW_BARS) / height)));
    }

    // ---------------------------------------------------------------- parts of a whole

    private String doughnut(ChartSeries parts) {
        String looks = IntStream.range(0, parts.values().size())
                .mapToObj(i -> element(
                        "dPt",
                        value("idx", i),
                        shape(fill(Style.SERIES[Math.min(i, Style.SERIES.length - 1)]) + line("FFFFFF", 1))))
                .collect(Collectors.joining());
        return element(
                "doughnutChart",
                value("varyColors", true),
                ChartText.series(
                        0, parts.name(), looks + ChartText.percentages(LABELS_FROM_3_PERCENT), data(parts), ""),
                value("firstSliceAng", 0),
                value("holeSize", 58));
    }

    // ---------------------------------------------------------------- data

    private String data(ChartSeries series) {
        List<String> categories = series.categories().stream().map(names::at).toList();
        List<OptionalDouble> numbers =
                series.series().values().keys().stream().map(this::number).toList();
        return ChartText.names(series.rangeOfNames(), categories) + ChartText.numbers(series.range(), numbers);
    }

    /** The number as Java works it out. */
    private OptionalDouble number(Key key) {
        return values.of(key)
                .fold(
                        OptionalDouble::of,
                        text -> OptionalDouble.empty(),
                        truth -> OptionalDouble.empty(),
                        missing -> OptionalDouble.empty());
    }
}

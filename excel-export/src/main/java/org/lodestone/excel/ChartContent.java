package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Band;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Chart.Kind;
import org.lodestone.reports.report.Chart.Role;

/**
 * A chart with the cells it is drawn from and what these hold.
 *
 * @param names what the categories are called
 * @param rangeOfNames the cells that say so
 * @param colours the number of the colour that a part of a stack has, by its name
 */
record ChartContent(
        Chart chart,
        ImmutableList<Drawn> series,
        ImmutableList<ChartSeries> band,
        ImmutableList<String> names,
        String rangeOfNames,
        ImmutableMap<String, Integer> colours) {

    /** A number above a column, with the space below it, in heights of a number. */
    private static final double ROOM_OF_A_NUMBER = 1.4;

    /**
     * A series as it is drawn.
     *
     * @param name what it is called
     * @param cellOfName the cell that says so; empty where no cell does
     * @param across where its points stand along the bottom; empty where that is measured by no number
     */
    record Drawn(
            Chart.Series series,
            ChartSeries values,
            String name,
            Optional<String> cellOfName,
            Optional<ChartSeries> across) {

        private Drawn turned() {
            return new Drawn(series, across.orElseThrow(), name, cellOfName, Optional.of(values));
        }
    }

    static ChartContent of(
            Chart chart,
            Appearances near,
            Placement placement,
            Values values,
            Function<Spot, String> names,
            PartColours colours) {
        ImmutableList<Drawn> series = chart.series().stream()
                .map(one -> new Drawn(
                        one,
                        ChartSeries.of(one.values(), near, placement, values),
                        one.name().text(values),
                        one.name().fold(key -> Optional.of(placement.home(key).absolute()), words -> Optional.empty()),
                        one.across().map(span -> ChartSeries.of(span, near, placement, values))))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<ChartSeries> band = chart.band().stream()
                .flatMap(Band::spans)
                .map(span -> ChartSeries.of(span, near, placement, values))
                .collect(ImmutableList.toImmutableList());
        if (chart.kind() == Kind.POINTS) {
            return new ChartContent(
                    chart,
                    series,
                    band,
                    ofPoints(series),
                    "",
                    colours.of(List.of())); // each point has a name of its own
        }
        List<Spot> named = chart.names()
                .map(span -> ChartSeries.of(span, near, placement, values).cells())
                .orElseGet(() -> categories(
                        as(series, Role.VALUES).stream()
                                .map(Drawn::values)
                                .findFirst()
                                .orElseGet(() -> band.get(0)),
                        placement));
        return new ChartContent(
                chart,
                series,
                band,
                named.stream().map(names).collect(ImmutableList.toImmutableList()),
                Spot.range(named),
                colours.of(as(series, Role.VALUES).stream().map(Drawn::name).toList()));
    }

    private static ImmutableList<String> ofPoints(List<Drawn> series) {
        return as(series, Role.VALUES).stream().map(Drawn::name).collect(ImmutableList.toImmutableList());
    }

    /** The same points with the axes in each other's place. */
    ChartContent turned() {
        return new ChartContent(
                chart.turned(),
                series.stream().map(Drawn::turned).collect(ImmutableList.toImmutableList()),
                band,
                names,
                rangeOfNames,
                colours);
    }

    /** The same chart whose categories are called otherwise. */
    ChartContent withNames(ImmutableList<String> others) {
        return new ChartContent(chart, series, band, others, rangeOfNames, colours);
    }

    private static List<Spot> categories(ChartSeries first, Placement placement) {
        return first.cells().stream()
                .map(spot -> placement.category(spot, first.isInRow()))
                .toList();
    }

    /** Those that are something in the chart. */
    ImmutableList<Drawn> as(Role... roles) {
        return as(series, roles);
    }

    private static ImmutableList<Drawn> as(List<Drawn> series, Role... roles) {
        List<Role> wanted = List.of(roles);
        return series.stream()
                .filter(one -> wanted.contains(one.series().role()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The cells from which a series is drawn, and those that name its points, as the file of a chart has them. */
    String data(ChartSeries values) {
        return ChartText.categories(rangeOfNames, names) + ChartText.numbers("val", values.range(), values.numbers());
    }

    /** The upper edge of the band at each point; empty where a part of it is not known. */
    ImmutableList<OptionalDouble> upperEdge() {
        return IntStream.range(0, band.get(0).numbers().size())
                .mapToObj(point ->
                        band.stream().map(part -> part.numbers().get(point)).toList())
                .map(parts -> parts.stream().allMatch(OptionalDouble::isPresent)
                        ? OptionalDouble.of(parts.stream()
                                .mapToDouble(OptionalDouble::getAsDouble)
                                .sum())
                        : OptionalDouble.empty())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Whether the number above a column would stand on the line of a level, and has room within the column.
     *
     * @param line the height of a number, in the unit of the scale
     */
    boolean isUnderLevel(double number, double line) {
        return number >= line
                && as(Role.LEVEL).stream()
                        .flatMapToDouble(level -> level.values().numbers().get(0).stream())
                        .map(level -> level - number)
                        .anyMatch(above -> above >= 0 && above < ROOM_OF_A_NUMBER * line);
    }

    /** All that is drawn upwards, or along bars that lie. */
    Stream<ChartSeries> all() {
        return Stream.concat(series.stream().map(Drawn::values), band.stream());
    }
}

package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Band;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Chart.Role;

/**
 * A chart with the cells it is drawn from and what these hold.
 *
 * @param names what the categories are called
 * @param rangeOfNames the cells that say so
 */
record ChartContent(
        Chart chart,
        ImmutableList<Drawn> series,
        ImmutableList<ChartSeries> band,
        ImmutableList<String> names,
        String rangeOfNames) {

    /**
     * A series as it is drawn.
     *
     * @param name what it is called
     * @param cellOfName the cell that says so; empty where no cell does
     */
    record Drawn(Chart.Series series, ChartSeries values, String name, Optional<String> cellOfName) {}

    /** The text in a cell that names a category. */
    interface CategoryNames {
        String at(Spot spot);
    }

    static ChartContent of(Chart chart, Appearances near, Placement placement, Values values, CategoryNames names) {
        ImmutableList<Drawn> series = chart.series().stream()
                .map(one -> new Drawn(
                        one,
                        ChartSeries.of(one.values(), near, placement, values),
                        one.name().text(values),
                        one.name().fold(key -> Optional.of(placement.home(key).absolute()), words -> Optional.empty())))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<ChartSeries> band = chart.band().stream()
                .flatMap(Band::spans)
                .map(span -> ChartSeries.of(span, near, placement, values))
                .collect(ImmutableList.toImmutableList());
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
                named.stream().map(names::at).collect(ImmutableList.toImmutableList()),
                ChartSeries.range(named));
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

    /** All that is drawn. */
    Stream<ChartSeries> all() {
        return Stream.concat(series.stream().map(Drawn::values), band.stream());
    }
}

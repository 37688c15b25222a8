package org.lodestone.excel;

import java.util.List;
import org.lodestone.reports.report.Chart;

/** The cells of a series of a chart: its values, and beside each the cell that names its category. */
record ChartSeries(Chart.Series series, List<Spot> values, List<Spot> categories) {

    /** The cells of its own sheet where these have the values side by side; else those of another. */
    static ChartSeries of(Chart.Series series, Appearances near, Placement placement) {
        List<Spot> spots = near.line(series.values())
                .<List<Spot>>map(line -> line)
                .orElseGet(() -> placement.sideBySide(series.values()));
        boolean inRow = spots.size() > 1 && spots.get(0).row() == spots.get(1).row();
        return new ChartSeries(
                series,
                spots,
                spots.stream().map(spot -> placement.category(spot, inRow)).toList());
    }

    String name() {
        return series.name();
    }

    String range() {
        return range(values);
    }

    String rangeOfNames() {
        return range(categories);
    }

    /** From the first cell to the last: between them may be hidden columns of years, which no chart shows. */
    private static String range(List<Spot> spots) {
        return spots.get(0).absolute() + ":" + spots.get(spots.size() - 1).anchored();
    }
}

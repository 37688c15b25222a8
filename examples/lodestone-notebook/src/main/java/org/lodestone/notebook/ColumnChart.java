package org.lodestone.notebook;

import com.google.common.collect.ImmutableList;
import java.awt.Color;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;

/**
 * A chart of a ratio for each of some things, as columns; several parts of a whole stand on each other. Its title is the finding,
 * its note says where that comes from.
 */
public final class ColumnChart extends Picture {

    private static final int[] COLOURS = {0x1F4E79, 0x4A7EB0, 0x8FB4D9, 0xC3D7EC, 0xCDD2D8, 0xE4E7EA};

    private final ImmutableList<String> names;
    private final CategoryChart chart;

    private ColumnChart(ImmutableList<String> names, CategoryChart chart) {
        super(chart);
        this.names = names;
        this.chart = chart;
    }

    /**
     * An empty chart.
     *
     * @param names of the columns
     * @param what the ratio is of
     */
    public static ColumnChart of(Collection<String> names, String title, String what, String note) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(what)
                .xAxisTitle(note)
                .build();
        style(chart.getStyler());
        chart.getStyler().setStacked(true).setAvailableSpaceFill(0.7).setLegendVisible(false);
        chart.getStyler()
                .setXAxisLabelRotation(15)
                .setYAxisTickLabelsFormattingFunction(share -> String.format(Locale.ROOT, "%.0f%%", 100 * share));
        return new ColumnChart(ImmutableList.copyOf(names), chart);
    }

    /** Adds a part to every column, in the next colour: a ratio for each, by the number of the column from 0. */
    public ColumnChart part(String name, ToDoubleFunction<Integer> ratio) {
        double[] ratios = new double[names.size()];
        Arrays.setAll(ratios, at -> ratio.applyAsDouble(at));
        int colour = chart.getSeriesCollection().size();
        chart.addSeries(name, names, Arrays.stream(ratios).boxed().toList())
                .setFillColor(new Color(COLOURS[Math.min(colour, COLOURS.length - 1)]));
        chart.getStyler().setLegendVisible(colour > 0);
        return this;
    }

    /** Sets where the axis begins and ends, as ratios. */
    public ColumnChart between(double least, double most) {
        chart.getStyler().setYAxisMin(least).setYAxisMax(most);
        return this;
    }

    @Override
    public String toString() {
        return chart.getTitle() + ": " + names.size() + " columns of "
                + chart.getSeriesCollection().size() + " parts";
    }
}

package org.lodestone.notebook;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;

/**
 * A chart of amounts over years, with lines and bands. Its title is the finding, its note says where that comes from.
 *
 * <pre>
 * YearChart.of(mined.years(), "Supply grows 2.6% a year to 2030", "t REO", "Source: USGS.")
 *         .band("9 in 10 draws", year -&gt; low(year), year -&gt; high(year))
 *         .line("Base scenario", year -&gt; values.of(mined.total(year)))
 *         .save("supply");
 * </pre>
 */
public final class YearChart extends Picture {

    private static final int[] LINES = {0x1F4E79, 0xC55A11, 0x5B7F3B, 0x7A4E9E, 0x6B7280};
    private static final int[] BANDS = {0xD3E0EE, 0x9DBBDA};

    private final ImmutableList<Period> years;
    private final XYChart chart;
    private int lines;
    private int bands;

    private YearChart(ImmutableList<Period> years, XYChart chart) {
        super(chart);
        this.years = years;
        this.chart = chart;
    }

    /**
     * An empty chart.
     *
     * @param unit of the amounts
     */
    public static YearChart of(List<Period> years, String title, String unit, String note) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title)
                .yAxisTitle(unit)
                .xAxisTitle(note)
                .build();
        style(chart.getStyler());
        chart.getStyler()
                .setXAxisTickMarkSpacingHint(100)
                .setYAxisTickMarkSpacingHint(70)
                .setXAxisTickLabelsFormattingFunction(
                        year -> year % 1 == 0 ? String.format(Locale.ROOT, "%.0f", year) : "")
                .setYAxisTickLabelsFormattingFunction(amount -> String.format(Locale.ROOT, "%,.0f", amount));
        return new YearChart(ImmutableList.copyOf(years), chart);
    }

    /** Fills what is between two amounts of each year. A band within another comes after it. */
    public YearChart band(String name, Function<Period, Value> low, Function<Period, Value> high) {
        List<Period> back = Lists.reverse(years);
        XYSeries band = chart.addSeries(
                name,
                Stream.concat(years.stream(), back.stream())
                        .mapToDouble(Period::year)
                        .toArray(),
                DoubleStream.concat(amounts(years, low), amounts(back, high)).toArray());
        Color colour = new Color(BANDS[bands++ % BANDS.length]);
        band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
        band.setFillColor(colour);
        band.setLineColor(colour);
        band.setMarker(SeriesMarkers.NONE);
        return this;
    }

    /** Draws a line through the amounts, in the next colour. */
    public YearChart line(String name, Function<Period, Value> amount) {
        draw(name, lines++, amount).setLineStyle(new BasicStroke(3));
        return this;
    }

    /** Draws a dashed line, in the colour of the line before it: the same thing seen in another way. */
    public YearChart dashed(String name, Function<Period, Value> amount) {
        draw(name, Math.max(0, lines - 1), amount).setLineStyle(SeriesLines.DASH_DASH);
        return this;
    }

    private XYSeries draw(String name, int colour, Function<Period, Value> amount) {
        XYSeries line = chart.addSeries(
                name,
                years.stream().mapToDouble(Period::year).toArray(),
                amounts(years, amount).toArray());
        line.setLineColor(new Color(LINES[colour % LINES.length]));
        line.setMarker(SeriesMarkers.NONE);
        return line;
    }

    private static DoubleStream amounts(List<Period> years, Function<Period, Value> amount) {
        return years.stream().mapToDouble(year -> amount.apply(year).number().orElse(Double.NaN));
    }

    /** Writes an amount at the end of the last year. */
    public YearChart label(Shown shown, Value amount) {
        int last = years.get(years.size() - 1).year();
        chart.getStyler().setXAxisMax(last + 0.7); // room for it
        amount.number()
                .ifPresent(at -> chart.addAnnotation(new AnnotationText(shown.text(amount), last + 0.37, at, false)));
        return this;
    }

    @Override
    public String toString() {
        return chart.getTitle() + ": " + chart.getSeriesCollection().size() + " lines and bands over " + years.size()
                + " years";
    }
}

// What a notebook begins with: imports, a few ways to print, and a few to draw.
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.io.*;
import java.nio.file.*;
import java.util.*;
import java.util.function.*;
import java.util.stream.*;
import org.knowm.xchart.*;
import org.knowm.xchart.style.*;
import org.knowm.xchart.style.lines.*;
import org.knowm.xchart.style.markers.*;
import org.lodestone.core.chain.*;
import org.lodestone.core.dataset.*;
import org.lodestone.core.figure.*;
import org.lodestone.core.forecast.*;
import org.lodestone.core.place.*;
import org.lodestone.core.problem.*;
import org.lodestone.core.screen.*;
import org.lodestone.core.time.*;
import org.lodestone.core.universe.*;
import org.lodestone.core.usgs.*;
import org.lodestone.excel.*;
import org.lodestone.reports.claim.*;
import org.lodestone.reports.comparison.*;
import org.lodestone.reports.concentration.*;
import org.lodestone.reports.forecast.*;
import org.lodestone.reports.formula.*;
import org.lodestone.reports.growth.*;
import org.lodestone.reports.pack.*;
import org.lodestone.reports.report.*;
import org.lodestone.reports.risk.*;
import org.lodestone.reports.robustness.*;
import org.lodestone.reports.scenario.*;
import org.lodestone.reports.screen.*;
import org.lodestone.reports.supply.*;

void println(Object what) { System.out.println(what); }
void printf(String format, Object... what) { System.out.print(String.format(Locale.ROOT, format, what)); }

/** A number as printf formats it; what is missing as its published code, which is not zero. */
String shown(Value value, String format) {
    return value.number().isPresent()
            ? String.format(Locale.ROOT, format, value.number().getAsDouble())
            : value.inSentence();
}

/** The number behind a value; throws where it is missing. */
double number(Value value) { return value.number().orElseThrow(); }

/** A ratio in percent. */
String percent(Value ratio) {
    return ratio.number().isPresent()
            ? String.format(Locale.ROOT, "%.2f%%", 100 * ratio.number().getAsDouble())
            : ratio.inSentence();
}

// Pictures are files, so that they need no screen. They lie where jshell was started, or in the folder of
// -R-Dlodestone.pictures=FOLDER.
System.setProperty("java.awt.headless", "true");
Path pictures = Path.of(System.getProperty("lodestone.pictures", "")).toAbsolutePath();

/** Sets fonts, colours and margins as in every picture here. */
void style(AxesChartStyler styler) {
    styler.setPlotGridVerticalLinesVisible(false)
            .setPlotGridLinesColor(new Color(0xD9DDE2))
            .setAxisTickLabelsFont(new Font(Font.SANS_SERIF, Font.PLAIN, 14))
            .setAxisTitleFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
            .setAnnotationTextFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
            .setLegendFont(new Font(Font.SANS_SERIF, Font.PLAIN, 13))
            .setLegendPosition(Styler.LegendPosition.OutsideS)
            .setLegendLayout(Styler.LegendLayout.Horizontal)
            .setLegendBorderColor(Color.WHITE)
            .setLegendPadding(12)
            .setChartTitleFont(new Font(Font.SANS_SERIF, Font.BOLD, 16))
            .setChartTitlePadding(12)
            .setChartPadding(14)
            .setChartBackgroundColor(Color.WHITE)
            .setPlotBorderVisible(false);
}

/** An empty chart over years. Its title is the finding, and the note below says where that comes from. */
XYChart chart(String title, String unit, String note) {
    XYChart chart = new XYChartBuilder().width(1000).height(600).title(title).yAxisTitle(unit).xAxisTitle(note).build();
    chart.getStyler()
            .setXAxisTickMarkSpacingHint(100)
            .setYAxisTickMarkSpacingHint(70)
            .setxAxisTickLabelsFormattingFunction(year -> year % 1 == 0 ? String.format(Locale.ROOT, "%.0f", year) : "")
            .setyAxisTickLabelsFormattingFunction(amount -> String.format(Locale.ROOT, "%,.0f", amount));
    style(chart.getStyler());
    return chart;
}

/** An empty chart of columns that are stacked to 100%. */
CategoryChart stackedColumns(String title, String unit, String note) {
    CategoryChart chart = new CategoryChartBuilder().width(1000).height(600)
            .title(title).yAxisTitle(unit).xAxisTitle(note).build();
    chart.getStyler().setStacked(true).setAvailableSpaceFill(0.7);
    chart.getStyler()
            .setXAxisLabelRotation(15)
            .setYAxisMax(1.0)
            .setyAxisTickLabelsFormattingFunction(share -> String.format(Locale.ROOT, "%.0f%%", 100 * share));
    style(chart.getStyler());
    return chart;
}

/** Fills what is between two amounts of each year. */
void band(XYChart chart, String name, int rgb, List<Period> years,
        ToDoubleFunction<Period> low, ToDoubleFunction<Period> high) {
    List<Period> back = new ArrayList<>(years);
    Collections.reverse(back);
    XYSeries band = chart.addSeries(name,
            Stream.concat(years.stream(), back.stream()).mapToDouble(Period::year).toArray(),
            DoubleStream.concat(years.stream().mapToDouble(low), back.stream().mapToDouble(high)).toArray());
    band.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.PolygonArea);
    band.setFillColor(new Color(rgb));
    band.setLineColor(new Color(rgb));
    band.setMarker(SeriesMarkers.NONE);
}

/** Draws a line through an amount of each year. */
void line(XYChart chart, String name, int rgb, BasicStroke stroke, List<Period> years,
        ToDoubleFunction<Period> amount) {
    XYSeries line = chart.addSeries(name,
            years.stream().mapToDouble(Period::year).toArray(),
            years.stream().mapToDouble(amount).toArray());
    line.setLineColor(new Color(rgb));
    line.setLineStyle(stroke);
    line.setMarker(SeriesMarkers.NONE);
}

/** Writes words to the right of a year. */
void label(XYChart chart, String words, Period year, double amount) {
    chart.getStyler().setXAxisMax(year.year() + 0.7); // room for them
    chart.addAnnotation(new AnnotationText(words, year.year() + 0.37, amount, false));
}

/** Writes a chart as a PNG that is sharp enough to print, and says where. */
Path save(org.knowm.xchart.internal.chartpart.Chart<?, ?> chart, String name) throws IOException {
    Path file = Files.createDirectories(pictures).resolve(name + ".png");
    BitmapEncoder.saveBitmapWithDPI(chart, file.toString(), BitmapEncoder.BitmapFormat.PNG, 144);
    return file;
}

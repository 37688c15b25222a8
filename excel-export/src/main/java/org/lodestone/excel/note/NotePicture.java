package org.lodestone.excel.note;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.lodestone.excel.Plot;
import org.lodestone.excel.Theme;
import org.lodestone.excel.Theme.Colour;

/** A plot as a picture. XChart draws it; the words stand where the pack's charts have them, beside what they name. */
final class NotePicture {

    /** The width in pixels of a screen, of which a printed page has 96 to an inch. */
    static final int WIDTH = 643;

    private static final int UPRIGHT = 220;
    private static final int EACH_LYING = 25;
    /** The number of dots of the picture for a pixel: 288 to an inch. */
    private static final int DOTS = 3;

    private static final double MOST_FOR_NAMES = 0.4;
    private static final int GAP = 6;
    private static final int POINTS = 12;
    private static final float HAIRLINE = 0.7f;

    /** Free fonts with the widths of those that come with Word. */
    private static final ImmutableMap<String, String> TWINS = ImmutableMap.of(
            "calibri", "Carlito",
            "arial", "Liberation Sans",
            "helvetica", "Liberation Sans",
            "times new roman", "Liberation Serif",
            "courier new", "Liberation Mono");

    private final Plot plot;
    private final Theme theme;
    private final Font plain;
    private final Font strong;
    private final Graphics2D ruler = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();

    private NotePicture(Plot plot, Theme theme) {
        this.plot = plot;
        this.theme = theme;
        this.plain = font(theme.font());
        this.strong = plain.deriveFont(Font.BOLD);
    }

    /**
     * A picture, in PNG.
     *
     * @param height in pixels of a screen
     */
    record Drawn(ByteSource png, int height) {}

    static Drawn of(Plot plot, Theme theme) {
        return new NotePicture(plot, theme).drawn();
    }

    /** The font of the theme; where that is not installed, one whose letters are as wide. */
    private static Font font(String family) {
        String twin = TWINS.getOrDefault(family.toLowerCase(Locale.ROOT), Font.SANS_SERIF);
        return Stream.of(family, twin)
                .map(name -> new Font(name, Font.PLAIN, POINTS))
                .filter(font -> !font.getFamily(Locale.ROOT).equals(Font.DIALOG))
                .findFirst()
                .orElseGet(() -> new Font(Font.SANS_SERIF, Font.PLAIN, POINTS));
    }

    private Drawn drawn() {
        Room room = room();
        BufferedImage picture = new BufferedImage(WIDTH * DOTS, room.height() * DOTS, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = picture.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        g.scale(DOTS, DOTS);
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, WIDTH, room.height());
        legend(g);
        g.translate(room.left(), room.top());
        chart().paint(g, WIDTH - room.left() - room.right(), room.height() - room.top() - room.bottom());
        g.dispose();
        ruler.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try (ImageOutputStream out =
                new MemoryCacheImageOutputStream(png)) { // to a plain stream it goes by way of a file
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Drawn(ByteSource.wrap(png.toByteArray()), room.height());
    }

    // ---------------------------------------------------------------- room

    /** The room around the plot, in pixels. */
    private record Room(int left, int top, int right, int bottom, int height) {}

    private Room room() {
        int line = metrics(plain).getHeight();
        int top = (plot.legend().isEmpty() ? 0 : line + GAP);
        int beside = widest(plot.texts().stream()
                .filter(text -> text.side() == Plot.Side.BESIDE || (plot.lying() && text.side() == Plot.Side.BEYOND))
                .map(Plot.Text::words));
        int numbers = widest(plot.axis().ticks().stream().map(Plot.Tick::text));
        if (plot.lying()) {
            int names = Math.min((int) (MOST_FOR_NAMES * WIDTH), widest(plot.names().stream()));
            int bottom = numbers > 0 ? line + 2 : 2;
            return new Room(
                    names + GAP,
                    top + 2,
                    beside + GAP,
                    bottom,
                    top + 2 + bottom + plot.names().size() * EACH_LYING);
        }
        return new Room(numbers + GAP, top + line, beside + GAP, line * linesOfNames() + GAP, UPRIGHT + top);
    }

    private FontMetrics metrics(Font font) {
        return ruler.getFontMetrics(font);
    }

    private int widest(Stream<String> texts) {
        return texts.mapToInt(text -> metrics(strong).stringWidth(text) + GAP)
                .max()
                .orElse(0);
    }

    private int linesOfNames() {
        double slot = 0.85 * WIDTH / Math.max(1, plot.names().size());
        return plot.names().stream()
                .mapToInt(name -> wrapped(name, slot).size())
                .max()
                .orElse(1);
    }

    private List<String> wrapped(String text, double width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && metrics(plain).stringWidth(line + " " + word) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void legend(Graphics2D g) {
        int x = 2;
        int base = metrics(plain).getAscent();
        g.setFont(plain);
        for (Plot.Entry entry : plot.legend()) {
            g.setColor(awt(entry.colour()));
            g.fillRect(x, base - 8, 9, 9);
            g.setColor(awt(Theme.Role.INK));
            g.drawString(entry.name(), x + 13, base);
            x += 13 + metrics(plain).stringWidth(entry.name()) + 2 * GAP;
        }
    }

    // ---------------------------------------------------------------- the chart

    private XYChart chart() {
        XYChart chart = new XYChart(WIDTH, UPRIGHT);
        XYStyler style = chart.getStyler();
        style.setChartBackgroundColor(Color.WHITE);
        style.setPlotBackgroundColor(Color.WHITE);
        style.setChartTitleVisible(false);
        style.setLegendVisible(false);
        style.setPlotBorderVisible(false);
        style.setChartPadding(0);
        style.setPlotContentSize(1);
        style.setPlotMargin(0);
        style.setAxisTitlesVisible(false);
        style.setAxisTicksVisible(false);
        style.setPlotGridLinesVisible(false);
        double first = plot.hasBars() ? -0.5 : 0;
        double last = plot.names().size() - (plot.hasBars() ? 0.5 : 1);
        if (plot.lying()) {
            style.setXAxisMin(plot.axis().from());
            style.setXAxisMax(plot.axis().to());
            style.setXAxisLogarithmic(plot.axis().logarithmic());
            style.setYAxisMin(-last);
            style.setYAxisMax(-first);
        } else {
            style.setXAxisMin(first);
            style.setXAxisMax(last);
            style.setYAxisMin(plot.axis().from());
            style.setYAxisMax(plot.axis().to());
            style.setYAxisLogarithmic(plot.axis().logarithmic());
        }
        Color hairline = awt(Theme.Role.HAIRLINE);
        for (Plot.Tick tick : plot.axis().ticks()) {
            line(chart, new double[] {first, last}, new double[] {tick.number(), tick.number()}, hairline, HAIRLINE);
        }
        plot.areas().forEach(area -> area(chart, area));
        plot.bars().forEach(bar -> bar(chart, bar));
        base().ifPresent(zero ->
                line(chart, new double[] {first, last}, new double[] {zero, zero}, awt(Theme.Role.INK), 1));
        plot.lines().forEach(line -> line(chart, line, first, last));
        chart.addAnnotation(new Words());
        return chart;
    }

    /** Where bars start, or the edge of the plot below lines. */
    private OptionalDouble base() {
        Plot.Axis axis = plot.axis();
        if (!plot.hasBars() && axis.from() < 0) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(axis.from() <= 0 && axis.to() >= 0 ? 0 : axis.from());
    }

    private void area(XYChart chart, Plot.Area area) {
        int points = area.low().size();
        double[] categories = new double[2 * points];
        double[] numbers = new double[2 * points];
        for (int i = 0; i < points; i++) {
            categories[i] = i;
            numbers[i] = area.low().get(i);
            categories[2 * points - 1 - i] = i;
            numbers[2 * points - 1 - i] = area.high().get(i);
        }
        polygon(chart, categories, numbers, awt(area.colour()));
    }

    private void bar(XYChart chart, Plot.Bar bar) {
        double from = plot.axis().logarithmic() ? Math.max(plot.axis().from(), bar.from()) : bar.from();
        double left = bar.middle() - bar.width() / 2;
        double right = bar.middle() + bar.width() / 2;
        Color fill =
                switch (bar.look()) {
                    case PLAIN, OUTLINED -> awt(bar.fill());
                    case HATCHED -> awt(Theme.Role.STRIP);
                };
        double[] categories = {left, right, right, left, left};
        double[] numbers = {from, from, bar.to(), bar.to(), from};
        polygon(chart, categories, numbers, fill);
        if (bar.look() != Plot.Look.PLAIN) {
            Color edge = bar.look() == Plot.Look.OUTLINED ? awt(Theme.Role.PRIMARY) : awt(bar.fill());
            line(chart, categories, numbers, edge, 1).setLineStyle(dashed(1, List.of(3.0, 2.0)));
        }
    }

    private void polygon(XYChart chart, double[] categories, double[] numbers, Color fill) {
        XYSeries series = series(chart, categories, numbers);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
        series.setFillColor(fill);
        series.setLineStyle(SeriesLines.NONE);
    }

    private void line(XYChart chart, Plot.Line line, double first, double last) {
        int points = line.numbers().size();
        double[] categories = new double[points];
        double[] numbers = new double[points];
        for (int i = 0; i < points; i++) {
            categories[i] = line.across() && i == 0 ? first : line.across() && i == points - 1 ? last : i;
            numbers[i] = line.numbers().get(i).orElse(Double.NaN);
        }
        line(chart, categories, numbers, awt(line.colour()), line.width())
                .setLineStyle(dashed((float) line.width(), line.dashes()));
    }

    private XYSeries line(XYChart chart, double[] categories, double[] numbers, Color colour, double width) {
        XYSeries series = series(chart, categories, numbers);
        series.setXYSeriesRenderStyle(XYSeriesRenderStyle.Line);
        series.setLineColor(colour);
        series.setLineStyle(dashed((float) width, List.of()));
        return series;
    }

    private XYSeries series(XYChart chart, double[] categories, double[] numbers) {
        String name = Integer.toString(chart.getSeriesCollection().size());
        double[] down = new double[categories.length];
        for (int i = 0; i < down.length; i++) {
            down[i] = -categories[i];
        }
        XYSeries series =
                plot.lying() ? chart.addSeries(name, numbers, down) : chart.addSeries(name, categories, numbers);
        series.setMarker(SeriesMarkers.NONE);
        return series;
    }

    private static BasicStroke dashed(float width, List<Double> dashes) {
        if (dashes.isEmpty()) {
            return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND);
        }
        float[] lengths = new float[dashes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = (float) (dashes.get(i) * width);
        }
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, lengths, 0);
    }

    private Color awt(Theme.Role role) {
        return awt(theme.colour(role));
    }

    private static Color awt(Colour colour) {
        return new Color(colour.red(), colour.green(), colour.blue());
    }

    // ---------------------------------------------------------------- words

    /** The words in the plot and along its axes. */
    private final class Words extends Annotation {

        private Words() {
            super(false);
        }

        @Override
        public void paint(Graphics2D g) {
            plot.bars().stream().filter(bar -> bar.look() == Plot.Look.HATCHED).forEach(bar -> hatch(g, bar));
            g.setFont(plain);
            g.setColor(awt(Theme.Role.GREY));
            FontMetrics letters = g.getFontMetrics();
            double half = letters.getAscent() / 2.0 - 1.5;
            for (Plot.Tick tick : plot.axis().ticks()) {
                float width = letters.stringWidth(tick.text());
                if (plot.lying()) {
                    g.drawString(tick.text(), x(0, tick.number()) - width / 2, bottom() + letters.getAscent() + 2);
                } else {
                    g.drawString(tick.text(), -GAP - width, (float) (y(0, tick.number()) + half));
                }
            }
            names(g, letters, half);
            for (Plot.Text text : plot.texts()) {
                write(g, text);
            }
        }

        private void hatch(Graphics2D g, Plot.Bar bar) {
            Rectangle2D.Float box = new Rectangle2D.Float();
            box.setFrameFromDiagonal(
                    x(bar.middle() - bar.width() / 2, bar.from()),
                    y(bar.middle() - bar.width() / 2, bar.from()),
                    x(bar.middle() + bar.width() / 2, bar.to()),
                    y(bar.middle() + bar.width() / 2, bar.to()));
            Graphics2D within = (Graphics2D) g.create();
            within.clip(box);
            within.setColor(awt(bar.fill()));
            within.setStroke(new BasicStroke(HAIRLINE));
            for (float at = box.x - box.height; at < box.x + box.width; at += GAP) {
                within.draw(new Line2D.Float(at, box.y + box.height, at + box.height, box.y));
            }
            within.dispose();
        }

        private void names(Graphics2D g, FontMetrics letters, double half) {
            g.setColor(awt(plot.lying() ? Theme.Role.INK : Theme.Role.GREY));
            double slot = plot.lying()
                    ? MOST_FOR_NAMES * WIDTH
                    : Math.abs(x(1, 0) - x(0, 0)) == 0 ? WIDTH : Math.abs(x(1, 0) - x(0, 0));
            for (int i = 0; i < plot.names().size(); i++) {
                List<String> lines = wrapped(plot.names().get(i), slot);
                for (int line = 0; line < lines.size(); line++) {
                    String words = lines.get(line);
                    float width = letters.stringWidth(words);
                    if (plot.lying()) {
                        double shift = (line - (lines.size() - 1) / 2.0) * letters.getHeight();
                        g.drawString(words, -GAP - width, (float) (y(i, 0) + half + shift));
                    } else {
                        g.drawString(
                                words,
                                x(i, 0) - width / 2,
                                bottom() + letters.getAscent() + 3 + line * letters.getHeight());
                    }
                }
            }
        }

        private void write(Graphics2D g, Plot.Text text) {
            g.setFont(text.strong() ? strong : plain);
            g.setColor(awt(text.colour()));
            FontMetrics letters = g.getFontMetrics();
            float width = letters.stringWidth(text.words());
            float x = x(text.category(), text.number());
            float y = y(text.category(), text.number());
            float half = letters.getAscent() / 2f - 1.5f;
            boolean beyond = text.side() == Plot.Side.BEYOND || text.side() == Plot.Side.BESIDE;
            if (plot.lying() || text.side() == Plot.Side.BESIDE) {
                g.drawString(text.words(), beyond ? x + GAP : x - GAP - width, y + half);
            } else {
                g.drawString(text.words(), x - width / 2, beyond ? y - 4 : y + letters.getAscent() + 2);
            }
        }

        private float x(double category, double number) {
            return getXAxisScreenValue(plot.lying() ? number : category);
        }

        private float y(double category, double number) {
            return getYAxisScreenValue(plot.lying() ? -category : number);
        }

        private float bottom() {
            return getYAxisScreenValue(
                    plot.lying() ? 0.5 - plot.names().size() : plot.axis().from());
        }
    }
}

package org.lodestone.excel;

import static org.lodestone.excel.ChartText.element;
import static org.lodestone.excel.ChartText.shape;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.lodestone.excel.ChartContent.Drawn;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Chart.Kind;
import org.lodestone.reports.report.Chart.Role;
import org.lodestone.reports.report.Report;

/** Draws native charts, which follow the cells they are drawn from. */
final class ChartDrawer {

    /** The size of text on a page on its side, and on one upright. */
    private static final double POINTS = 8.5;

    private static final double POINTS_UPRIGHT = 9;

    private static final double LARGEST_PART_FOR_NAMES = 0.5;
    /** The same in a tornado, whose drivers have their ranges beside them. */
    private static final double LARGEST_PART_FOR_DRIVERS = 0.55;

    private static final double LARGEST_PART_FOR_ENDS = 0.45;
    private static final double LARGEST_PART_FOR_LEGEND = 0.35;
    private static final double KEY_OF_LEGEND = 18;

    /** The space that programs keep free between two names along an axis, in pixels. */
    private static final double BETWEEN_NAMES = 4;

    /** A year, in full or in brief, or a month: a reader counts on from one that is named to those that are not. */
    private static final Pattern TIME = Pattern.compile("(?:[12]\\d)?\\d\\dE?");

    private final Values values;
    private final Placement placement;
    private final CellTexts texts;
    private final ChartScale scale;
    private final Theme theme;
    private final Letters letters;
    private final PartColours colours;

    /** Charts of a report as it stands, which fit what a reader's choices make of it too. */
    ChartDrawer(Report report, Placement placement, Theme theme) {
        this.values = report.model().values();
        this.placement = placement;
        this.texts = new CellTexts(placement, values);
        this.scale = new ChartScale(Selectors.cases(report, values), placement);
        this.theme = theme;
        this.letters = Letters.of(theme.font());
        this.colours = PartColours.of(report, values);
    }

    /**
     * A chart, drawn.
     *
     * @param part the part of a file that holds it
     * @param inWords what a reader is told who does not see it
     */
    record DrawnChart(String part, String inWords) {}

    /** The charts of a sheet, in its order. */
    ImmutableList<DrawnChart> draw(SheetPlan sheet) {
        if (sheet.charts().isEmpty()) {
            return ImmutableList.of();
        }
        Appearances near = Appearances.on(sheet);
        double points = sheet.paging().upright() ? POINTS_UPRIGHT : POINTS;
        return sheet.charts().stream()
                .map(plan -> draw(content(plan.chart(), near), sheet.width(plan), sheet.height(plan), points))
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * A chart of a sheet by itself, without the table beside it: names of ranges say from where to where these go.
     *
     * @param width in pixels, as is its height
     * @param points the size of text
     */
    DrawnChart draw(Chart chart, Appearances near, double width, double height, double points) {
        ChartContent content = content(chart, near);
        return draw(
                chart.kind() == Kind.RANGES ? PlotMaker.withRanges(content, scale.labels(content)) : content,
                width,
                height,
                points);
    }

    private DrawnChart draw(ChartContent content, double width, double height, double points) {
        return new DrawnChart(
                part(content, ChartRoom.of(width, height, letters, points)), ChartWords.of(content, scale));
    }

    /** The same chart for what draws no native ones. */
    Plot plot(Chart chart, Appearances near) {
        return new PlotMaker(content(chart, near), scale, theme).plot();
    }

    private ChartContent content(Chart chart, Appearances near) {
        return ChartContent.of(chart, near, placement, values, texts::at, colours);
    }

    private String part(ChartContent content, ChartRoom all) {
        ChartInk ink = new ChartInk(theme, all.points());
        ChartRoom room = room(content, all);
        String plot = room.layout() + groups(content, ink, room) + axes(content, ink, room);
        boolean jumps = content.all().anyMatch(ChartSeries::jumps);
        return ChartText.part(plot, legend(content, ink, room), !jumps, ink.plain());
    }

    private String groups(ChartContent content, ChartInk ink, ChartRoom room) {
        if (content.chart().kind() == Kind.POINTS) {
            return new ChartPoints(content, ink, scale.ofPoints(content), scale.ofPoints(content.turned())).group(room);
        }
        ChartLines lines = new ChartLines(content, ink);
        if (content.chart().kind() == Kind.LINES) {
            return lines.band() + lines.overTime(ends(content, room), scale.isAcrossZero(content));
        }
        NumberFormat format = scale.labels(content);
        double ofNumber = room.line() / room.plotHeight() * scale.spread(content);
        LastColumn last = new LastColumn(content, room, scale.spread(content));
        return new ChartBars(content, format, ink, ofNumber, last).group() + lines.overColumns(format, last);
    }

    // ---------------------------------------------------------------- axes

    private String axes(ChartContent content, ChartInk ink, ChartRoom room) {
        Chart chart = content.chart();
        if (chart.kind() == Kind.POINTS) {
            return axisOfPoints(content.turned(), ink, false) + axisOfPoints(content, ink, true);
        }
        boolean lying = ChartBars.isLying(chart);
        boolean lines = chart.kind() == Kind.LINES;
        boolean numbered = isNumbered(chart);
        String gridlines = numbered ? gridlines() : "";
        ChartScale.Ends ends = scale.ends(content, numberWidth(content, room) / room.plotWidth());
        return ChartText.names(
                        lying,
                        ChartText.line(theme.colour(Theme.Role.INK), lines ? 0.75 : 1),
                        lying ? ink.plain() : ink.quiet(),
                        lying ? 1 : every(content, room))
                + ChartText.numbers(
                        lying,
                        ChartText.scaling(chart.scale().logarithmic(), ends),
                        numbered,
                        gridlines,
                        scale.axis(content).code(),
                        ink.quiet(),
                        !lines,
                        scale.step(content));
    }

    private String gridlines() {
        return element("majorGridlines", shape(ChartText.line(theme.colour(Theme.Role.HAIRLINE), 0.5)));
    }

    /** An axis of points: that of the numbers that the content has upwards. */
    private String axisOfPoints(ChartContent content, ChartInk ink, boolean up) {
        Chart chart = content.chart();
        return ChartText.axisOfPoints(
                up,
                ChartText.scaling(chart.scale().logarithmic(), scale.ends(content, 0)),
                gridlines(),
                ChartText.title(chart.unit(), up, theme.font(), ink.points(), theme.colour(Theme.Role.GREY)),
                scale.axis(content).code(),
                ChartText.line(theme.colour(Theme.Role.INK), 0.75),
                ink.quiet());
    }

    /** Whether numbers along an axis say what those at the points would say elsewhere. */
    static boolean isNumbered(Chart chart) {
        return switch (chart.kind()) {
            case LINES, RANGES, POINTS -> true;
            case BARS, COLUMNS -> !chart.isLabelled();
            case STACK -> chart.series().stream().noneMatch(one -> one.role() == Role.TOTAL);
            case TORNADO -> false;
        };
    }

    /** The step from one name that a program shows to the next, so that each word has a line; 0 where it decides. */
    private static int every(ChartContent content, ChartRoom room) {
        // lines start and end at the ends of the axis
        int places = content.names().size() - (content.chart().kind() == Kind.LINES ? 1 : 0);
        double each = room.plotWidth() / Math.max(1, places);
        double widest = content.names().stream()
                .flatMap(name -> areTimes(content) ? Stream.of(name) : Stream.of(name.split(" ", -1)))
                .mapToDouble(word -> room.width(word) + BETWEEN_NAMES)
                .max()
                .orElse(0);
        return widest <= each ? 1 : areTimes(content) ? (int) Math.ceil(widest / each) : 0;
    }

    private static boolean areTimes(ChartContent content) {
        return content.names().stream().allMatch(name -> TIME.matcher(name).matches());
    }

    // ---------------------------------------------------------------- room

    private ChartRoom room(ChartContent content, ChartRoom all) {
        Chart chart = content.chart();
        double numbers = numberWidth(content, all);
        if (ChartBars.isLying(chart)) {
            double largest = chart.kind() == Kind.TORNADO ? LARGEST_PART_FOR_DRIVERS : LARGEST_PART_FOR_NAMES;
            return all.left(all.widest(content.names(), largest))
                    .right(legendWidth(content, all) + beyondPlot(chart, numbers))
                    .bottom(isNumbered(chart) ? all.line() + 4 : 3);
        }
        if (chart.kind() == Kind.POINTS) {
            return all.left(numbers + all.line() + 6)
                    .top(all.line() / 2 + 2)
                    .right(numberWidth(content.turned(), all) / 2)
                    .bottom(2 * all.line() + 10);
        }
        ChartRoom room = all.left(isNumbered(chart) ? numbers + 4 : 4).top(all.line() + 2);
        if (chart.kind() == Kind.LINES) {
            List<String> ends =
                    content.as(Role.VALUES).stream().map(Drawn::name).toList();
            return room.top(all.line() / 2 + 2)
                    .right(all.widest(ends, LARGEST_PART_FOR_ENDS) + all.width("00")) // a name may become longer
                    .bottom(all.line() + 8);
        }
        double names = LastColumn.width(content, all);
        ChartRoom beside =
                room.right(4 + Math.max(names, Math.max(legendWidth(content, all), beyondLastColumn(content, all))));
        return beside.bottom(linesOfNames(content, beside) * all.line() + 8);
    }

    /** How far numbers reach beyond the end of lying bars. */
    private static double beyondPlot(Chart chart, double numbers) {
        return chart.kind() == Kind.BARS ? numbers + 6 : chart.scale().isOfDays() ? numbers / 2 : 6;
    }

    /** How far the name of a level, which stands over the last column, reaches beyond it. */
    private static double beyondLastColumn(ChartContent content, ChartRoom all) {
        double column = all.plotWidth() / Math.max(1, content.names().size());
        return content.as(Role.LEVEL).stream()
                .filter(level -> !LastColumn.namesLevel(content))
                .mapToDouble(level -> (all.width(level.name()) - column) / 2 + 12)
                .max()
                .orElse(0);
    }

    /** The width of the widest number at a point or along the axis, and of the words around it. */
    private double numberWidth(ChartContent content, ChartRoom room) {
        NumberFormat format = isNumbered(content.chart()) ? scale.axis(content) : scale.labels(content);
        return content.all()
                        .flatMapToDouble(ChartSeries::known)
                        .map(number -> room.width(format.text(number)))
                        .max()
                        .orElse(0)
                + content.series().stream()
                        .flatMap(one -> one.series().points().values().stream())
                        .mapToDouble(look -> room.width(look.mark()))
                        .max()
                        .orElse(0)
                + 8;
    }

    /** The number of lines that the names under columns take. */
    private static int linesOfNames(ChartContent content, ChartRoom room) {
        if (areTimes(content)) {
            return 1;
        }
        double column = room.plotWidth() / Math.max(1, content.names().size());
        double widest = content.names().stream().mapToDouble(room::width).max().orElse(0);
        return (int) Math.max(1, Math.min(3, Math.ceil(widest / column)));
    }

    // ---------------------------------------------------------------- legend and names of lines

    static boolean hasLegend(ChartContent content) {
        Chart chart = content.chart();
        return content.as(Role.VALUES, Role.OTHERS).size() > 1
                && chart.kind() != Kind.POINTS
                && chart.kind() != Kind.LINES
                && chart.kind() != Kind.TORNADO
                && LastColumn.named(content).isEmpty();
    }

    private static double legendWidth(ChartContent content, ChartRoom room) {
        List<String> parts =
                content.as(Role.VALUES, Role.OTHERS).stream().map(Drawn::name).toList();
        return hasLegend(content) ? room.widest(parts, LARGEST_PART_FOR_LEGEND) + KEY_OF_LEGEND : 0;
    }

    private static String legend(ChartContent content, ChartInk ink, ChartRoom room) {
        if (!hasLegend(content)) {
            return "";
        }
        int parts = content.as(Role.VALUES, Role.OTHERS).size();
        double width = legendWidth(content, room);
        double height = Math.min(room.plotHeight(), parts * room.line() * 1.6);
        String layout = ChartText.layout(
                "",
                1 - width / room.width(),
                (room.top() + (room.plotHeight() - height) / 2) / room.height(),
                width / room.width(),
                height / room.height());
        // what is no part of the whole explains itself
        return ChartText.legend(content.series().size() > parts ? List.of(parts) : List.of(), layout, ink.plain());
    }

    /** How far the name of each line is moved down from its end, so that names of lines that end close by do not overlap. */
    private List<Double> ends(ChartContent content, ChartRoom room) {
        List<OptionalDouble> last = content.as(Role.VALUES).stream()
                .map(line -> line.values().numbers().get(line.values().lastKnown()))
                .toList();
        return new LineEnds(last, scale.spread(content), room.plotHeight(), room.line())
                .moves().stream().map(pixels -> pixels / room.height()).toList();
    }
}

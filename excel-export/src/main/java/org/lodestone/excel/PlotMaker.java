package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.excel.ChartContent.Drawn;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Chart.Kind;
import org.lodestone.reports.report.Chart.Look;
import org.lodestone.reports.report.Chart.Role;

/** Makes a plot of a chart, in the colours and with the numbers that the native chart has. */
final class PlotMaker {

    /** The height of a line of text as a part of the plot's. */
    private static final double LINE = 0.085;

    /** Room for a number beyond each end of a tornado, as a part of its spread. */
    private static final double ROOM_OF_CHANGE = 0.14;

    private final ChartContent content;
    private final Chart chart;
    private final ChartScale scale;
    private final NumberFormat format;
    private final Theme theme;
    private final ChartInk ink;
    private final BarColours colours;
    private final List<Plot.Area> areas = new ArrayList<>();
    private final List<Plot.Bar> bars = new ArrayList<>();
    private final List<Plot.Line> lines = new ArrayList<>();
    private final List<Plot.Text> texts = new ArrayList<>();

    /** Names beside the last category, which are moved until none stands on another. */
    private final List<Plot.Text> ends = new ArrayList<>();

    PlotMaker(ChartContent content, ChartScale scale, Theme theme) {
        this.content = content;
        this.chart = content.chart();
        this.scale = scale;
        this.format = scale.labels(content);
        this.theme = theme;
        this.ink = new ChartInk(theme, 9);
        this.colours = new BarColours(content, theme);
    }

    Plot plot() {
        switch (chart.kind()) {
            case LINES -> {
                band();
                lines();
            }
            case STACK -> stack();
            case POINTS -> {
                return points();
            }
            case RANGES -> ranges();
            case BARS, COLUMNS -> sideBySide();
            case TORNADO -> {
                sideBySide();
                shorterOverLonger();
            }
        }
        content.as(Role.LEVEL).forEach(this::level);
        Plot.Axis axis = axis();
        apart(axis);
        return new Plot(
                ChartWords.of(content, scale),
                ChartBars.isLying(chart),
                content.names(),
                axis,
                legend(),
                ImmutableList.copyOf(areas),
                ImmutableList.copyOf(bars),
                ImmutableList.copyOf(lines),
                ImmutableList.copyOf(texts),
                told(),
                Optional.empty());
    }

    // ---------------------------------------------------------------- points

    private Plot points() {
        ChartContent turned = content.turned();
        List<Drawn> named = content.as(Role.VALUES).stream()
                .filter(point -> !point.name().isEmpty())
                .toList();
        Plot.Scatter scatter = new Plot.Scatter(
                chart.unit(),
                turned.chart().unit(),
                axisOfPoints(turned),
                points(named),
                points(content.as(Role.OTHERS)),
                content.as(Role.LEVEL).stream()
                        .map(level -> points(List.of(level)))
                        .collect(ImmutableList.toImmutableList()));
        return new Plot(
                ChartWords.of(content, scale),
                false,
                named.stream().map(Drawn::name).collect(ImmutableList.toImmutableList()),
                axisOfPoints(content),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(
                        new Plot.Told(chart.unit(), written(scatter.points(), Plot.Point::up, format)),
                        new Plot.Told(
                                turned.chart().unit(),
                                written(scatter.points(), Plot.Point::across, scale.labels(turned)))),
                Optional.of(scatter));
    }

    private static ImmutableList<String> written(
            List<Plot.Point> points, ToDoubleFunction<Plot.Point> number, NumberFormat format) {
        return points.stream()
                .map(point -> format.text(number.applyAsDouble(point)))
                .collect(ImmutableList.toImmutableList());
    }

    private static ImmutableList<Plot.Point> points(List<Drawn> series) {
        return series.stream()
                .flatMap(one -> Streams.zip(
                        numbers(one.across().orElseThrow()).stream(), numbers(one.values()).stream(), Plot.Point::new))
                .collect(ImmutableList.toImmutableList());
    }

    private Plot.Axis axisOfPoints(ChartContent content) {
        return marked(scale.ofPoints(content), scale.axis(content));
    }

    private static Plot.Axis marked(MarkedAxis axis, NumberFormat format) {
        return new Plot.Axis(
                axis.from(),
                axis.to(),
                axis.logarithmic(),
                axis.marks().stream()
                        .map(mark -> new Plot.Tick(mark, format.text(mark)))
                        .collect(ImmutableList.toImmutableList()));
    }

    private int last() {
        return content.names().size() - 1;
    }

    // ---------------------------------------------------------------- lines

    private void band() {
        List<ChartSeries> parts = content.band();
        if (parts.isEmpty()) {
            return;
        }
        ImmutableList<Double> low = numbers(parts.get(0));
        for (int part = 1; part < parts.size(); part++) {
            ImmutableList<Double> high = Streams.zip(low.stream(), numbers(parts.get(part)).stream(), Double::sum)
                    .collect(ImmutableList.toImmutableList());
            boolean inner = part == parts.size() / 2 && parts.size() > 2;
            areas.add(new Plot.Area(
                    low, high, inner ? theme.colour(Theme.Role.FAN_DARK) : theme.colour(Theme.Role.FAN_LIGHT)));
            low = high;
        }
    }

    private static ImmutableList<Double> numbers(ChartSeries series) {
        return series.numbers().stream().map(number -> number.orElse(0)).collect(ImmutableList.toImmutableList());
    }

    /** The first, which matters most, over the others. */
    private void lines() {
        if (scale.isAcrossZero(content)) {
            content.as(Role.ZERO)
                    .forEach(zero -> lines.add(new Plot.Line(
                            zero.values().numbers(), theme.colour(Theme.Role.INK), 0.75, ImmutableList.of(), false)));
        }
        List<Drawn> drawn = content.as(Role.VALUES);
        for (int i = drawn.size() - 1; i >= 0; i--) {
            Drawn line = drawn.get(i);
            Stroke stroke = Stroke.ofLine(i);
            Colour own = theme.colour(stroke.colour());
            lines.add(new Plot.Line(line.values().numbers(), own, stroke.width(), stroke.dashes(), false));
            int end = line.values().lastKnown();
            line.values().numbers().get(end).ifPresent(number -> name(line, end, number, ink.readable(own)));
        }
    }

    private void level(Drawn level) {
        lines.add(new Plot.Line(
                level.values().numbers(), theme.colour(Theme.Role.SERIES_3), 1.5, Stroke.DASHED.dashes(), true));
        level.values().last().ifPresent(number -> name(level, last() + 0.5, number, theme.colour(Theme.Role.SERIES_3)));
    }

    // ---------------------------------------------------------------- bars

    private void sideBySide() {
        List<Drawn> all = content.as(Role.VALUES, Role.OTHERS, Role.UNMEASURED, Role.TO_CLOSE);
        boolean apart = !chart.isLabelled();
        int side = apart ? content.as(Role.VALUES, Role.OTHERS).size() : 1;
        double width = 1 / (side + LastColumn.BETWEEN);
        for (int number = 0; number < all.size(); number++) {
            Drawn bar = all.get(number);
            double shift = apart && number < side ? (number - (side - 1) / 2.0) * width : 0;
            Colour colour = colours.of(bar, number);
            for (int i = 0; i < bar.values().numbers().size(); i++) {
                OptionalDouble known = bar.values().numbers().get(i);
                if (known.isPresent()) {
                    Plot.Bar drawn = bar(bar, i, i + shift, width, 0, known.getAsDouble(), colour);
                    label(bar, i, drawn);
                }
            }
            if (apart && LastColumn.named(content).contains(bar)) {
                bar.values().last().ifPresent(end -> name(bar, last() + 0.5, end / 2, ink.readable(colour)));
            }
        }
    }

    private Plot.Bar bar(Drawn bar, int point, double middle, double width, double from, double to, Colour colour) {
        Key key = bar.series().values().keys().get(point);
        Look look = bar.series().points().getOrDefault(key, Look.PLAIN);
        Colour fill = colours.own(look, key, colour).orElse(colour);
        Plot.Bar drawn = new Plot.Bar(
                middle,
                width,
                from,
                to,
                fill,
                bar.series().role() == Role.UNMEASURED
                        ? Plot.Look.HATCHED
                        : look == Look.PRINTED_ONLY ? Plot.Look.OUTLINED : Plot.Look.PLAIN);
        bars.add(drawn);
        return drawn;
    }

    private void label(Drawn bar, int point, Plot.Bar drawn) {
        if (drawn.look() == Plot.Look.HATCHED) {
            texts.add(new Plot.Text(drawn.middle(), 0, "n/a", theme.colour(Theme.Role.GREY), false, Plot.Side.BEYOND));
            return;
        }
        double number = drawn.to();
        String words = written(bar, point, number);
        if (!chart.isLabelled() || words.isEmpty()) {
            return;
        }
        boolean inside = content.isUnderLevel(number, LINE * scale.spread(content));
        Colour letters = inside ? ink.lettersOn(drawn.fill()) : theme.colour(Theme.Role.INK);
        Plot.Side side = inside ? Plot.Side.INSIDE : number < 0 ? Plot.Side.BEFORE : Plot.Side.BEYOND;
        texts.add(new Plot.Text(drawn.middle(), number, words, letters, true, side));
    }

    /** A number with the words around it; nothing for a change that comes to nothing. */
    private String written(Drawn series, int point, double number) {
        Look look = series.series()
                .points()
                .getOrDefault(series.series().values().keys().get(point), Look.PLAIN);
        String text = format.text(number);
        boolean nothing = chart.kind() == Kind.TORNADO && "+−".indexOf(text.charAt(0)) < 0;
        return nothing ? "" : text + look.mark();
    }

    private void name(Drawn part, double category, double number, Colour letters) {
        ends.add(new Plot.Text(category, number, part.name(), letters, true, Plot.Side.BESIDE));
    }

    private void beyond(double category, double number, String words) {
        texts.add(new Plot.Text(category, number, words, theme.colour(Theme.Role.INK), true, Plot.Side.BEYOND));
    }

    /** Puts the shorter of two changes that go the same way over the longer, and its number can be read on that. */
    private void shorterOverLonger() {
        bars.sort(Comparator.comparingDouble(bar -> -Math.abs(bar.to())));
        texts.replaceAll(text -> bars.stream()
                .filter(bar -> bar.middle() == text.category()
                        && Math.signum(bar.to()) == Math.signum(text.number())
                        && Math.abs(bar.to()) > Math.abs(text.number()))
                .findFirst()
                .map(longer -> text.coloured(ink.lettersOn(longer.fill())))
                .orElse(text));
    }

    private void stack() {
        double width = 1 / (1 + LastColumn.BETWEEN);
        double[] below = new double[content.names().size()];
        List<Drawn> parts = content.as(Role.VALUES, Role.OTHERS);
        for (int number = 0; number < parts.size(); number++) {
            Drawn part = parts.get(number);
            Colour colour = colours.of(part, number);
            for (int i = 0; i < below.length; i++) {
                double size = part.values().numbers().get(i).orElse(0);
                bar(part, i, i, width, below[i], below[i] + size, colour);
                if (i == last() && LastColumn.named(content).contains(part)) {
                    name(part, i + width / 2, below[i] + size / 2, ink.readable(colour));
                }
                below[i] += size;
            }
        }
        for (Drawn total : content.as(Role.TOTAL)) {
            for (int i = 0; i < below.length; i++) {
                int point = i;
                total.values()
                        .numbers()
                        .get(i)
                        .ifPresent(
                                number -> beyond(point, Math.max(number, below[point]), written(total, point, number)));
            }
        }
    }

    private void ranges() {
        double width = 1 / 1.35;
        List<OptionalDouble> low = content.band().get(0).numbers();
        List<OptionalDouble> wide = content.band().get(1).numbers();
        for (int i = 0; i < low.size(); i++) {
            if (low.get(i).isPresent() && wide.get(i).isPresent()) {
                double from = low.get(i).getAsDouble();
                double size = wide.get(i).getAsDouble();
                double mark = mark(i);
                boolean exact = size == 0;
                boolean passed = length(Role.PASSED, i) > 0;
                bars.add(new Plot.Bar(
                        i,
                        width,
                        from,
                        from + (exact ? mark : size),
                        theme.colour(passed ? Theme.Role.WARNING : exact ? Theme.Role.SERIES_1 : Theme.Role.SERIES_4),
                        Plot.Look.PLAIN));
                beyond(i, from + Math.max(size, exact ? mark : 0), range(from, from + size, format));
            }
        }
    }

    /** How wide the mark of a range is that has no width. */
    private double mark(int point) {
        double exact = length(Role.EXACT, point);
        return exact == 0 ? length(Role.PASSED, point) : exact;
    }

    private double length(Role role, int point) {
        return content.as(role).stream()
                .flatMapToDouble(one -> one.values().numbers().get(point).stream())
                .findFirst()
                .orElse(0);
    }

    private static String range(double low, double high, NumberFormat format) {
        String from = format.text(low);
        String to = format.text(high);
        return from.equals(to) ? from : from + " to " + to;
    }

    // ---------------------------------------------------------------- axis

    private Plot.Axis axis() {
        double low = drawn().min().orElse(0);
        double high = drawn().max().orElse(1);
        ChartScale.Ends said = scale.ends(content, 0);
        if (chart.scale().logarithmic()) {
            return new Plot.Axis(said.from().orElse(1), high * 1.1, true, ImmutableList.of());
        }
        if (chart.kind() == Kind.TORNADO) {
            double room = ROOM_OF_CHANGE * (high - low);
            return new Plot.Axis(low - room, high + room, false, ImmutableList.of());
        }
        double from = said.from().orElse(Math.min(0, low));
        double to = said.to().orElse(Math.max(high, from + Double.MIN_NORMAL));
        if (!ChartDrawer.isNumbered(chart)) {
            return new Plot.Axis(from, to, false, ImmutableList.of());
        }
        double step = scale.step(content).orElseGet(() -> MarkedAxis.step(to - from));
        double first = chart.scale().isOfDays() ? from : Math.floor(from / step) * step;
        long count = Math.round(Math.ceil((to - first) / step - 1e-9));
        return marked(new MarkedAxis(first, first + count * step, step, false), scale.axis(content));
    }

    private DoubleStream drawn() {
        return Stream.of(
                        bars.stream().flatMapToDouble(bar -> DoubleStream.of(bar.from(), bar.to())),
                        lines.stream().flatMap(line -> line.numbers().stream()).flatMapToDouble(OptionalDouble::stream),
                        areas.stream()
                                .flatMap(area -> Stream.concat(area.low().stream(), area.high().stream()))
                                .mapToDouble(Double::doubleValue))
                .flatMapToDouble(numbers -> numbers);
    }

    private void apart(Plot.Axis axis) {
        double spread = axis.to() - axis.from();
        List<OptionalDouble> numbers =
                ends.stream().map(end -> OptionalDouble.of(end.number())).toList();
        List<Double> moves = new LineEnds(numbers, spread / LineEnds.AXIS, 1, LINE).moves();
        for (int i = 0; i < ends.size(); i++) {
            texts.add(ends.get(i).lowered(moves.get(i) * spread));
        }
    }

    // ---------------------------------------------------------------- words

    private ImmutableList<Plot.Entry> legend() {
        if (!ChartDrawer.hasLegend(content)) {
            return ImmutableList.of();
        }
        List<Drawn> parts = content.as(Role.VALUES, Role.OTHERS);
        ImmutableList.Builder<Plot.Entry> entries = ImmutableList.builder();
        for (int i = 0; i < parts.size(); i++) {
            entries.add(new Plot.Entry(parts.get(i).name(), colours.of(parts.get(i), i)));
        }
        return entries.build();
    }

    private ImmutableList<Plot.Told> told() {
        List<Plot.Told> told = new ArrayList<>();
        for (Drawn series : content.as(Role.VALUES, Role.OTHERS, Role.TOTAL, Role.LEVEL, Role.TO_CLOSE)) {
            ImmutableList<String> texts = IntStream.rangeClosed(0, last())
                    .mapToObj(point -> told(series, point))
                    .collect(ImmutableList.toImmutableList());
            told.add(new Plot.Told(withoutEnd(series.name(), texts), texts));
        }
        if (!content.band().isEmpty()) {
            told.add(new Plot.Told(chart.kind() == Kind.RANGES ? "Range" : "Shaded", edges(content, format)));
        }
        return ImmutableList.copyOf(told);
    }

    /** The text of a series at a category that it may not reach. */
    private String told(Drawn series, int point) {
        List<OptionalDouble> numbers = series.values().numbers();
        if (point < numbers.size() && numbers.get(point).isPresent()) {
            return written(series, point, numbers.get(point).getAsDouble());
        }
        return chart.kind() == Kind.TORNADO ? "" : "n/a";
    }

    /** The name of a line that says where it ends, without that: {@code Base} of {@code Base −7.1}. */
    private static String withoutEnd(String name, List<String> texts) {
        String end = " " + texts.get(texts.size() - 1);
        return name.endsWith(end) ? name.substring(0, name.length() - end.length()) : name;
    }

    /** A chart of ranges whose names say from where to where each goes. */
    static ChartContent withRanges(ChartContent content, NumberFormat format) {
        return content.withNames(Streams.zip(
                        content.names().stream(), edges(content, format).stream(), (name, range) -> name + ", " + range)
                .collect(ImmutableList.toImmutableList()));
    }

    private static ImmutableList<String> edges(ChartContent content, NumberFormat format) {
        return Streams.zip(
                        content.band().get(0).numbers().stream(),
                        content.upperEdge().stream(),
                        (low, high) -> high.isPresent() ? range(low.getAsDouble(), high.getAsDouble(), format) : "n/a")
                .collect(ImmutableList.toImmutableList());
    }
}

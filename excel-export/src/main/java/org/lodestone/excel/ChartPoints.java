package org.lodestone.excel;

import static org.lodestone.excel.ChartText.element;
import static org.lodestone.excel.ChartText.shape;
import static org.lodestone.excel.ChartText.value;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.excel.ChartContent.Drawn;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.report.Chart.Role;

/**
 * The points of a chart over two axes, each a series by its name, so that a program tells whose it is.
 *
 * @param up where programs let the axis start and end that goes upwards, and the one along the bottom
 */
record ChartPoints(ChartContent content, ChartInk ink, MarkedAxis up, MarkedAxis across) {

    private static final int SIZE = 5;
    private static final int SIZE_OF_OTHERS = 3;

    /** The group of all points: the first, which has its name before others, is drawn over them. */
    String group(ChartRoom room) {
        List<Drawn> points = content.as(Role.VALUES);
        List<Optional<PointNames.Side>> sides = sides(points, room);
        StringBuilder series = new StringBuilder();
        int number = 0;
        for (Drawn others : content.as(Role.OTHERS)) {
            series.append(series(number++, others, marked(SIZE_OF_OTHERS, ofOthers(ink.theme()))));
        }
        for (Drawn level : content.as(Role.LEVEL)) {
            String line = ChartText.line(ink.theme().colour(Theme.Role.SERIES_3), 1, "dash");
            series.append(series(number++, level, shape(line) + element("marker", value("symbol", "none"))));
        }
        for (int i = points.size() - 1; i >= 0; i--) {
            Theme.Role colour = sides.get(i).isPresent() ? Theme.Role.SERIES_1 : Theme.Role.SERIES_4;
            String name = sides.get(i)
                    .map(side -> ChartText.nameLabel(
                            0,
                            ChartText.moved(0, side.moved() * room.line() / room.height()),
                            ink.strong(ink.theme().colour(Theme.Role.INK)),
                            side.place()))
                    .orElse("");
            series.append(
                    series(number++, points.get(i), marked(SIZE, ink.theme().colour(colour)) + name));
        }
        return element(
                "scatterChart",
                value("scatterStyle", "lineMarker"),
                value("varyColors", false),
                series.toString(),
                ChartText.AXES);
    }

    private static String series(int number, Drawn one, String look) {
        ChartSeries across = one.across().orElseThrow();
        return ChartText.series(
                number,
                ChartText.name(one.name(), one.cellOfName()),
                look,
                ChartText.numbers("xVal", across.range(), across.numbers())
                        + ChartText.numbers(
                                "yVal", one.values().range(), one.values().numbers()),
                value("smooth", false));
    }

    /** A colour that stands back. */
    static Colour ofOthers(Theme theme) {
        return theme.colour(Theme.Role.FAINT).mixed(Colour.WHITE, 0.5);
    }

    private static String marked(int size, Colour colour) {
        return shape(ChartText.NO_LINE)
                + element(
                        "marker",
                        value("symbol", "circle"),
                        value("size", size),
                        shape(ChartText.fill(colour) + ChartText.line(Colour.WHITE, 0.5)));
    }

    // ---------------------------------------------------------------- names

    private List<Optional<PointNames.Side>> sides(List<Drawn> points, ChartRoom room) {
        return new PointNames(room.plotWidth(), room.plotHeight(), room.line())
                .sides(
                        points.stream()
                                .map(point -> new PointNames.Named(
                                        right(point, 0, room), down(point, 0, room), room.width(point.name())))
                                .toList(),
                        content.as(Role.LEVEL).stream()
                                .map(level -> new PointNames.Box(
                                        right(level, 0, room),
                                        down(level, 1, room),
                                        right(level, 1, room),
                                        down(level, 0, room)))
                                .toList());
    }

    private double right(Drawn one, int point, ChartRoom room) {
        return part(across, one.across().orElseThrow(), point) * room.plotWidth();
    }

    private double down(Drawn one, int point, ChartRoom room) {
        return (1 - part(up, one.values(), point)) * room.plotHeight();
    }

    private static double part(MarkedAxis axis, ChartSeries points, int point) {
        OptionalDouble number = points.numbers().get(point);
        return number.isPresent() ? axis.part(number.getAsDouble()) : 0;
    }
}

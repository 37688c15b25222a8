package org.lodestone.excel;

import static org.lodestone.excel.ChartText.element;
import static org.lodestone.excel.ChartText.shape;
import static org.lodestone.excel.ChartText.value;

import java.util.List;
import java.util.Optional;
import org.lodestone.excel.ChartContent.Drawn;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.report.Chart.Role;

/** The lines of a chart, and the band behind them. */
record ChartLines(ChartContent content, ChartInk ink) {

    private static final String NO_MARKER = element("marker", value("symbol", "none"));
    private static final String STRAIGHT = value("smooth", false);

    // ---------------------------------------------------------------- the band

    /** The areas of the band, the lowest of which is not seen. */
    String band() {
        List<ChartSeries> parts = content.band();
        if (parts.isEmpty()) {
            return "";
        }
        StringBuilder areas = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String fill = i == 0
                    ? ChartText.NO_FILL
                    : ChartText.fill(
                            i == parts.size() / 2 && parts.size() > 2
                                    ? ink.theme().colour(Theme.Role.FAN_DARK)
                                    : ink.theme().colour(Theme.Role.FAN_LIGHT));
            areas.append(ChartText.series(
                    i,
                    ChartText.name(i == 0 ? "Lower edge" : "Band", Optional.empty()),
                    shape(fill + ChartText.NO_LINE),
                    content.data(parts.get(i)),
                    ""));
        }
        return element(
                "areaChart",
                value("grouping", "stacked"),
                value("varyColors", false),
                areas.toString(),
                ChartText.AXES);
    }

    // ---------------------------------------------------------------- lines over time

    /**
     * Lines, each with its name where it ends; the first, which matters most, is drawn over the others.
     *
     * @param ends how far down each name is moved, in parts of the chart
     * @param acrossZero whether zero is within the plot
     */
    String overTime(List<Double> ends, boolean acrossZero) {
        List<Drawn> lines = content.as(Role.VALUES);
        StringBuilder series = new StringBuilder();
        if (acrossZero) {
            int number = content.band().size() + lines.size();
            String look = ChartText.line(ink.theme().colour(Theme.Role.INK), 0.75);
            content.as(Role.ZERO).forEach(zero -> series.append(line(number, zero, look, "")));
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            Drawn line = lines.get(i);
            Stroke stroke = Stroke.ofLine(i);
            Colour colour = ink.theme().colour(stroke.colour());
            String name = ChartText.nameLabel(
                    line.values().lastKnown(), ChartText.moved(0, ends.get(i)), ink.strong(ink.readable(colour)), "r");
            String look = ChartText.line(colour, stroke.width(), stroke.dash());
            series.append(line(content.band().size() + lines.size() - 1 - i, line, look, name));
        }
        return group(series.toString());
    }

    /** A line at zero, since a band covers the axis. */
    private String line(int number, Drawn line, String look, String labels) {
        return ChartText.series(
                number,
                ChartText.name(line.name(), line.cellOfName()),
                shape(look) + NO_MARKER + labels,
                content.data(line.values()),
                STRAIGHT);
    }

    // ---------------------------------------------------------------- lines over columns

    /**
     * A level across columns, or the total of each stack as a number above it; empty where the chart has neither.
     *
     * @param last where a level may have its name
     */
    String overColumns(NumberFormat format, LastColumn last) {
        int before = content.series().size() - 1;
        return content.as(Role.LEVEL).stream()
                .map(level -> level(level, before, last))
                .findFirst()
                .or(() -> content.as(Role.TOTAL).stream()
                        .map(total -> total(total, before, format))
                        .findFirst())
                .map(this::group)
                .orElse("");
    }

    private String level(Drawn level, int number, LastColumn last) {
        boolean beside = LastColumn.namesLevel(content);
        Colour colour = ink.theme().colour(Theme.Role.SERIES_3);
        String name = ChartText.nameLabel(
                level.values().cells().size() - 1,
                beside ? last.movedFromEnd() : "",
                ink.strong(colour),
                beside ? "r" : "t");
        return line(number, level, ChartText.line(colour, 1.5, "dash"), name);
    }

    private String total(Drawn total, int number, NumberFormat format) {
        String look = ChartText.labelLook(format.code(), ink.strong(ink.theme().colour(Theme.Role.INK)));
        return line(number, total, ChartText.NO_LINE, ChartText.labels("", look, "t"));
    }

    private String group(String series) {
        return element(
                "lineChart",
                value("grouping", "standard"),
                value("varyColors", false),
                series,
                value("marker", true),
                ChartText.AXES);
    }
}

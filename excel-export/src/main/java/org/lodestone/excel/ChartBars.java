package org.lodestone.excel;

import static org.lodestone.excel.ChartText.element;
import static org.lodestone.excel.ChartText.shape;
import static org.lodestone.excel.ChartText.value;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.lodestone.excel.ChartContent.Drawn;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Chart.Kind;
import org.lodestone.reports.report.Chart.Look;
import org.lodestone.reports.report.Chart.Role;

/** The bars and columns of a chart. */
final class ChartBars {

    private static final String WHITE_HAIRLINE = ChartText.line(Colour.WHITE, 0.5);

    private final ChartContent content;
    private final Chart chart;
    private final NumberFormat format;
    private final ChartInk ink;
    private final Theme theme;
    private final BarColours colours;
    private final double ofNumber;
    private final LastColumn last;
    private final ImmutableList<Drawn> named;
    private final List<String> series = new ArrayList<>();

    /**
     * @param ofNumber how much of the scale the height of a number at a column takes
     * @param last where its parts have their names
     */
    ChartBars(ChartContent content, NumberFormat format, ChartInk ink, double ofNumber, LastColumn last) {
        this.content = content;
        this.chart = content.chart();
        this.format = format;
        this.ink = ink;
        this.theme = ink.theme();
        this.colours = new BarColours(content, theme);
        this.ofNumber = ofNumber;
        this.last = last;
        this.named = LastColumn.named(content);
    }

    /** The group of all bars. */
    String group() {
        if (chart.kind() == Kind.RANGES) {
            ranges();
        } else {
            List<Drawn> bars = content.as(Role.VALUES, Role.OTHERS, Role.UNMEASURED, Role.TO_CLOSE);
            for (int i = 0; i < bars.size(); i++) {
                add(bars.get(i), colours.of(bars.get(i), i));
            }
        }
        boolean stacked = chart.kind() == Kind.STACK || chart.kind() == Kind.RANGES;
        boolean sideBySide = !chart.isLabelled() && !stacked;
        return element(
                "barChart",
                value("barDir", isLying(chart) ? "bar" : "col"),
                value("grouping", stacked ? "stacked" : "clustered"),
                value("varyColors", false),
                String.join("", series),
                value("gapWidth", chart.kind() == Kind.RANGES ? 35 : Math.round(100 * LastColumn.BETWEEN)),
                value("overlap", sideBySide ? 0 : 100),
                ChartText.AXES);
    }

    static boolean isLying(Chart chart) {
        return chart.kind() == Kind.BARS || chart.kind() == Kind.TORNADO || chart.kind() == Kind.RANGES;
    }

    private void add(Drawn bar, Colour colour) {
        boolean unmeasured = bar.series().role() == Role.UNMEASURED;
        String fill = unmeasured ? ChartText.hatch(colour) : ChartText.fill(colour);
        String edge = chart.kind() == Kind.STACK ? WHITE_HAIRLINE : ChartText.NO_LINE;
        StringBuilder points = new StringBuilder();
        StringBuilder labels = new StringBuilder();
        List<Key> keys = bar.series().values().keys();
        for (int i = 0; i < keys.size(); i++) {
            Look look = bar.series().points().getOrDefault(keys.get(i), Look.PLAIN);
            Optional<Colour> own = colours.own(look, keys.get(i), colour);
            if (own.isPresent()) {
                points.append(ChartText.bar(i, filled(look, own.get(), edge)));
            }
            OptionalDouble number = bar.values().numbers().get(i);
            boolean inside = number.isPresent() && content.isUnderLevel(number.getAsDouble(), ofNumber);
            if (number.isEmpty() || inside || look != Look.PLAIN) {
                String code = number.isEmpty() ? format.codeWhereMissing() : format.code(look.mark());
                labels.append(ChartText.label(
                        i, ChartText.labelLook(code, letters(own.orElse(colour), inside)), place(inside)));
            }
        }
        series.add(ChartText.series(
                series.size(),
                ChartText.name(bar.name(), bar.cellOfName()),
                shape(fill + edge)
                        + value("invertIfNegative", false)
                        + points
                        + (unmeasured
                                ? notMeasured()
                                : named.contains(bar) ? name(bar, colour) : labels(labels.toString(), colour)),
                content.data(bar.values()),
                ""));
    }

    private String filled(Look look, Colour colour, String edge) {
        return ChartText.fill(colour)
                + (look == Look.PRINTED_ONLY ? ChartText.line(theme.colour(Theme.Role.SERIES_1), 0.75, "dash") : edge);
    }

    // ---------------------------------------------------------------- labels

    /** The name of a part beside the last column. */
    private String name(Drawn bar, Colour colour) {
        return ChartText.nameLabel(
                content.names().size() - 1, last.moved(bar), ink.strong(ink.readable(colour)), "ctr");
    }

    private String labels(String ofPoints, Colour colour) {
        String code = chart.kind() == Kind.TORNADO ? format.codeOfChange() : format.code();
        return chart.isLabelled()
                ? ChartText.labels(ofPoints, ChartText.labelLook(code, letters(colour, false)), place(false))
                : "";
    }

    private String letters(Colour colour, boolean inside) {
        return inside ? ink.onFill(colour) : ink.strong(theme.colour(Theme.Role.INK));
    }

    private static String place(boolean inside) {
        return inside ? "inEnd" : "outEnd";
    }

    /** The sign for a number that is not known, while the bar has a length. */
    private String notMeasured() {
        return ChartText.labels("", ChartText.labelLook("\"n/a\";\"\";\"\";\"\"", ink.faint()), "inBase");
    }

    // ---------------------------------------------------------------- ranges

    /** Bars on others that are not seen, with a mark where a range has no width. */
    private void ranges() {
        String hidden = ChartText.NO_FILL + ChartText.NO_LINE;
        String seen = filled(Theme.Role.SERIES_4);
        if (content.as(Role.BASE).isEmpty()) {
            addRange("Lowest", content.band().get(0), hidden);
            addRange("Lowest to highest", content.band().get(1), seen);
        }
        addRanges(Role.BASE, hidden);
        addRanges(Role.ABOVE_ZERO, seen);
        addRanges(Role.BELOW_ZERO, seen);
        addRanges(Role.PASSED, filled(Theme.Role.WARNING));
        addRanges(Role.EXACT, filled(Theme.Role.SERIES_1));
    }

    private String filled(Theme.Role colour) {
        return ChartText.fill(theme.colour(colour)) + ChartText.NO_LINE;
    }

    private void addRanges(Role role, String look) {
        content.as(role).forEach(one -> addRange(one.name(), one.values(), look));
    }

    private void addRange(String name, ChartSeries values, String look) {
        series.add(ChartText.series(
                series.size(),
                ChartText.name(name, Optional.empty()),
                shape(look) + value("invertIfNegative", false),
                content.data(values),
                ""));
    }
}

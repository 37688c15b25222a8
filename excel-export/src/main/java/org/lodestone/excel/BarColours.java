package org.lodestone.excel;

import java.util.Optional;
import org.lodestone.excel.ChartContent.Drawn;
import org.lodestone.excel.Theme.Colour;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Chart.Look;
import org.lodestone.reports.report.Chart.Role;

/**
 * The colours that the bars and columns of a chart have. Each meaning has a dash, a hatch or a label beside its colour, so that a
 * grey print tells as much.
 */
record BarColours(ChartContent content, Theme theme) {

    /** The colour of a series, the first of which is number 0. */
    Colour of(Drawn bar, int number) {
        return switch (bar.series().role()) {
            case OTHERS -> theme.colour(Theme.Role.SERIES_5);
            case TO_CLOSE -> theme.colour(Theme.Role.SERIES_3);
            case UNMEASURED -> theme.colour(Theme.Role.FAINT).mixed(Colour.WHITE, 0.5);
            case VALUES, TOTAL, LEVEL, BASE, ABOVE_ZERO, BELOW_ZERO, PASSED, EXACT, ZERO ->
                switch (content.chart().kind()) {
                    case TORNADO -> number == 0 ? theme.colour(Theme.Role.SERIES_4) : theme.colour(Theme.Role.SERIES_1);
                    case STACK ->
                        part(
                                content.colours().getOrDefault(bar.name(), number),
                                content.as(Role.OTHERS).isEmpty());
                    case BARS, COLUMNS, LINES, RANGES, POINTS -> part(number, true);
                };
        };
    }

    /** The colour of a point that looks otherwise; empty for one that is like the others of its series. */
    Optional<Colour> own(Look look, Key key, Colour colour) {
        return switch (look) {
            case EMPHASISED -> Optional.of(theme.colour(Theme.Role.SERIES_3));
            case PRINTED_ONLY -> Optional.of(theme.colour(Theme.Role.SERIES_4));
            case PLAIN ->
                content.chart()
                        .forecast()
                        .filter(first -> key.when().compareTo(first) >= 0)
                        .map(first -> isOneOfMany() ? pale(colour) : theme.colour(Theme.Role.SERIES_4));
        };
    }

    private boolean isOneOfMany() {
        return content.as(Role.VALUES, Role.OTHERS).size() > 1;
    }

    /**
     * The colour of a named part of a whole: when all colours are taken, paler ones in the same order.
     *
     * @param all whether the last is free too, since there are no others
     */
    private Colour part(int number, boolean all) {
        int colours = theme.series().size() - (all ? 0 : 1);
        Colour own = theme.series().get(number % colours);
        return number < colours ? own : pale(own);
    }

    /** The same colour in a forecast. */
    private static Colour pale(Colour colour) {
        return colour.mixed(Colour.WHITE, 0.4);
    }
}

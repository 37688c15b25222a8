package org.lodestone.excel;

import java.util.Optional;
import org.lodestone.excel.ChartContent.Drawn;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Chart.Look;
import org.lodestone.reports.report.Chart.Role;

/** Which colour of a palette the bars and columns of a chart have. */
record BarColours(ChartContent content, Palette palette) {

    /** The colour of a series, the first of which is number 0. */
    String of(Drawn bar, int number) {
        return switch (bar.series().role()) {
            case OTHERS -> palette.sand();
            case TO_CLOSE -> palette.orange();
            case UNMEASURED -> palette.hatch();
            case VALUES, TOTAL, LEVEL, EXACT, ZERO ->
                switch (content.chart().kind()) {
                    case TORNADO -> number == 0 ? palette.sky() : palette.navy();
                    case STACK -> palette.part(number, content.as(Role.OTHERS).isEmpty());
                    case BARS, COLUMNS, LINES, RANGES -> palette.part(number, true);
                };
        };
    }

    /** The colour of a point that looks otherwise; empty for one that is like the others of its series. */
    Optional<String> own(Look look, Key key, String colour) {
        return switch (look) {
            case EMPHASISED -> Optional.of(palette.orange());
            case PRINTED_ONLY -> Optional.of(palette.sky());
            case PLAIN ->
                content.chart()
                        .forecast()
                        .filter(first -> key.when().compareTo(first) >= 0)
                        .map(first -> isOneOfMany() ? Palette.pale(colour) : palette.sky());
        };
    }

    private boolean isOneOfMany() {
        return content.as(Role.VALUES, Role.OTHERS).size() > 1;
    }
}

package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import org.lodestone.reports.formula.Formula;

/**
 * A chart of values that stand in tables of the report.
 *
 * <p>It takes spans of values only: names of categories are those of their rows, or of their columns. Values that are shown as
 * percentages in their tables, or whose unit begins with a percent sign, are ratios, and so is their axis.
 *
 * @param title the finding, in words that stay true when a number changes
 * @param kind how it is drawn
 * @param unit what the first axis measures
 * @param series its series
 */
public record Chart(String title, Kind kind, String unit, ImmutableList<Series> series) {

    public Chart {
        int count = series.size();
        boolean fits =
                switch (kind) {
                    case TORNADO -> count == 2;
                    case FAN -> count >= 3 && count % 2 == 1;
                    default -> count > 0;
                };
        if (!fits) {
            throw new IllegalArgumentException(
                    "The chart '" + title + "' has " + count + " series. A tornado takes two,"
                            + " the low and the high one; a fan an odd number from three, the middle one in the middle; any"
                            + " other chart at least one.");
        }
    }

    /** How a chart is drawn. */
    public enum Kind {
        COLUMNS,
        STACKED_COLUMNS,
        /** Columns on the first axis, the series of ratios as lines on a second one. */
        COLUMNS_AND_LINES,
        /** Stacked columns on the first axis, the series of ratios as lines on a second one. */
        STACKED_COLUMNS_AND_LINES,
        /** Amounts or ratios, which may be negative. */
        LINES,
        BARS,
        DOUGHNUT,
        /**
         * Changes of a result, one driver a bar: the first series with each driver low, the second with it high. Drivers
         * stand in the order of the table, the first on top.
         */
        TORNADO,
        /** Percentiles over time, from low to high, as lines about the middle one: {@code P5 P25 P50 P75 P95}. */
        FAN
    }

    /**
     * Values that some table shows, or several.
     *
     * @param line whether it is a line of ratios on the second axis of a chart of columns and lines; elsewhere the kind of
     *     the chart says how its series are drawn
     */
    public record Series(String name, Formula.Span values, boolean line) {}

    public static Chart of(String title, Kind kind, String unit, Series... series) {
        return new Chart(title, kind, unit, ImmutableList.copyOf(series));
    }

    public static Series columns(String name, Formula.Span values) {
        return new Series(name, values, false);
    }

    public static Series line(String name, Formula.Span values) {
        return new Series(name, values, true);
    }
}

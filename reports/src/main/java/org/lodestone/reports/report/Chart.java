package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import org.lodestone.reports.formula.Formula;

/**
 * A chart of values that stand in tables of the report.
 *
 * <p>It takes spans of values only: names of series and categories are those beside the values.
 *
 * @param title the finding, in words that stay true when a number changes
 * @param kind how it is drawn
 * @param unit what the first axis measures
 * @param series its series
 */
public record Chart(String title, Kind kind, String unit, ImmutableList<Series> series) {

    /** How a chart is drawn. */
    public enum Kind {
        COLUMNS,
        STACKED_COLUMNS,
        /** Columns on the first axis, the series of ratios as lines on a second one. */
        COLUMNS_AND_LINES,
        LINES,
        BARS,
        DOUGHNUT
    }

    /** Values in a row or column of one table. A line shows ratios, on a second axis where there are columns. */
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

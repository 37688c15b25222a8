package org.lodestone.reports.sheet.rows;

import com.google.common.collect.ImmutableSortedMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;

/**
 * A line of a table over years: a price, or an amount traded.
 *
 * @param values the key of each year that has a row, with what stands behind it
 */
public record Line(String name, String unit, ImmutableSortedMap<Period, Cell> values) {

    /** The value of one year. */
    public record Cell(Key key, Value value) {}

    /** The key of a year that has a row. */
    public Optional<Key> key(Period year) {
        return Optional.ofNullable(values.get(year)).map(Cell::key);
    }

    /** Whether every year from the first to the last has a number, and there is more than one. */
    boolean isUnbroken() {
        return values.size() > 1
                && values.lastKey().year() - values.firstKey().year() == values.size() - 1
                && values.values().stream()
                        .allMatch(cell -> cell.value().number().isPresent());
    }

    /** The number of the last year; the line is unbroken. */
    double last() {
        return values.values().asList().reverse().get(0).value().number().orElseThrow();
    }

    Formula.Span span() {
        return Formula.span(values.values(), Cell::key);
    }

    /** Decimals that all numbers of some lines need: none or two. */
    static int digits(List<Line> lines) {
        ToDoubleFunction<Cell> number = cell -> cell.value().number().orElse(0);
        return lines.stream()
                        .flatMap(line -> line.values().values().stream())
                        .mapToDouble(number)
                        .allMatch(amount -> amount == Math.rint(amount))
                ? 0
                : 2;
    }

    static Shown shown(List<Line> lines) {
        return digits(lines) == 0 ? Shown.WHOLE : Shown.TWO_DECIMALS;
    }

    /** The years of some lines, from the first to the last without a gap; there is at least one line. */
    static List<Period> years(List<Line> lines) {
        IntSummaryStatistics years = lines.stream()
                .flatMap(line -> line.values().keySet().stream())
                .mapToInt(Period::year)
                .summaryStatistics();
        return Period.years(years.getMin(), years.getMax());
    }
}

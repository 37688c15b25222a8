package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Values;

/**
 * Values of a chart, and the cells that it is drawn from.
 *
 * @param cells side by side in a row or a column
 * @param numbers as Java works them out; what is missing has none
 */
record ChartSeries(Formula.Span span, List<Spot> cells, ImmutableList<OptionalDouble> numbers) {

    /** The cells of its own sheet where these have the values side by side; else those of another. */
    static ChartSeries of(Formula.Span span, Appearances near, Placement placement, Values values) {
        List<Spot> cells = near.line(span).<List<Spot>>map(line -> line).orElseGet(() -> placement.sideBySide(span));
        return new ChartSeries(
                span, cells, span.keys().stream().map(values::number).collect(ImmutableList.toImmutableList()));
    }

    /** From the first cell to the last: between them may be hidden columns of years, which no chart shows. */
    String range() {
        return Spot.range(cells);
    }

    boolean isInRow() {
        return cells.size() > 1 && cells.get(0).row() == cells.get(1).row();
    }

    /** Whether hidden columns stand between its cells. */
    boolean jumps() {
        Spot first = cells.get(0);
        Spot last = cells.get(cells.size() - 1);
        return last.column() - first.column() + last.row() - first.row() >= cells.size();
    }

    /** The numbers that are known. */
    DoubleStream known() {
        return numbers.stream().flatMapToDouble(OptionalDouble::stream);
    }

    /** The number of the last point. */
    OptionalDouble last() {
        return numbers.get(numbers.size() - 1);
    }

    /** The last point that has a number; the last of all where none has. */
    int lastKnown() {
        return IntStream.range(0, numbers.size())
                .filter(i -> numbers.get(i).isPresent())
                .max()
                .orElse(numbers.size() - 1);
    }
}

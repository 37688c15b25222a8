package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ListMultimap;
import java.util.List;
import java.util.Optional;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/**
 * The place of everything: the sheets, the home of every key, and the row of every source.
 *
 * <p>A key's home is the first table that shows it, unless it says that it shows it again; elsewhere the workbook links to
 * it. A key that is used but at home in no table has its home among the workings. A formula, a name, a selector or a chart may
 * take as one range values whose homes lie apart: it takes them from where they are shown again side by side, if need be on
 * the workings.
 *
 * @param ranges the cells of values that are taken as one range and whose homes lie apart, in the order of the span
 */
record Placement(
        ImmutableList<SheetPlan> sheets,
        ImmutableMap<Key, Spot> homes,
        ImmutableMap<Formula.Span, ? extends List<Spot>> ranges,
        ImmutableMap<String, Spot> sources,
        ImmutableListMultimap<String, Integer> headers) {

    /** The cell of a key. Throws where it has none. */
    Spot home(Key key) {
        Spot spot = homes.get(key);
        if (spot == null) {
            throw new IllegalArgumentException("'" + key + "' has no place in the workbook.");
        }
        return spot;
    }

    /** The ranges that a function of a span is given: of the homes of its keys where these suit. */
    List<CellRange> runs(Formula.Span span, Fn fn) {
        List<CellRange> atHome = CellRange.of(homes(span), fn);
        return CellRange.suit(atHome, fn) ? atHome : CellRange.of(sideBySide(span), fn);
    }

    /** The cells of a span in one row or column, for what takes no other. */
    List<Spot> sideBySide(Formula.Span span) {
        List<Spot> elsewhere = ranges.get(span);
        return elsewhere == null ? homes(span) : elsewhere;
    }

    /** A sheet by its name. */
    SheetPlan sheet(String name) {
        return sheets.stream()
                .filter(plan -> plan.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private ImmutableList<Spot> homes(Formula.Span span) {
        return span.keys().stream().map(this::home).collect(ImmutableList.toImmutableList());
    }

    /** The cell that names the category of a value in a chart: above it in a row of values, else first in its row. */
    Spot category(Spot value, boolean inRow) {
        return inRow ? columnName(value, headers).orElseThrow() : rowName(value);
    }

    static Spot rowName(Spot value) {
        return new Spot(value.sheet(), value.row(), Grid.FIRST);
    }

    /** The header over a value, given the rows of headers of each sheet. */
    static Optional<Spot> columnName(Spot value, ListMultimap<String, Integer> headers) {
        return headers.get(value.sheet()).stream()
                .filter(row -> row < value.row())
                .reduce((first, second) -> second)
                .map(row -> new Spot(value.sheet(), row, value.column()));
    }
}

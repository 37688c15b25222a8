package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/**
 * Where everything stands: the sheets, the home of every key, and the row of every source.
 *
 * <p>A key's home is the first table that shows it; elsewhere the workbook links to it. A key that is used but shown
 * nowhere has its home among the workings. So has a list of values that a formula or a chart takes as one range and that
 * are at home apart from each other: the list repeats them side by side.
 *
 * @param lists where such values are repeated, in the order of the span
 */
record Placement(
        ImmutableList<SheetPlan> sheets,
        ImmutableMap<Key, Spot> homes,
        ImmutableMap<Formula.Span, ImmutableList<Spot>> lists,
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

    /** The ranges that a function of a span is given: of the homes of its keys, or of the list where these do not suit. */
    List<Run> runs(Formula.Span span, Fn fn) {
        List<Run> atHome = Run.of(homes(span), fn);
        boolean listed = fn.needsOneRange() || !Run.suit(atHome, fn);
        return listed && lists.containsKey(span) ? Run.of(sideBySide(span), fn) : atHome;
    }

    /** The cells of a span in one row or column, for what takes no other: the list of it if there is one. */
    List<Spot> sideBySide(Formula.Span span) {
        return lists.getOrDefault(span, homes(span));
    }

    private ImmutableList<Spot> homes(Formula.Span span) {
        return span.keys().stream().map(this::home).collect(ImmutableList.toImmutableList());
    }

    /** The cell that names the category of a value in a chart: above it in a row of values, else first in its row. */
    Spot category(Spot value, boolean inRow) {
        return inRow
                ? new Spot(value.sheet(), headerAbove(value), value.column())
                : new Spot(value.sheet(), value.row(), Grid.FIRST);
    }

    private int headerAbove(Spot spot) {
        return headers.get(spot.sheet()).stream()
                .filter(row -> row < spot.row())
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}

package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import org.lodestone.reports.formula.Key;

/**
 * Where everything stands: the sheets, the home of every key, and the row of every source.
 *
 * <p>A key's home is the first table that shows it; elsewhere the workbook links to it. A key that is used but shown
 * nowhere has its home among the workings.
 */
record Placement(
        ImmutableList<SheetPlan> sheets,
        ImmutableMap<Key, Spot> homes,
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

package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.lodestone.reports.formula.Fn;

/** Cells of one row or one column, without a gap: a range. */
record CellRange(Spot first, Spot last) {

    /** The most ranges that one function is given; a sheet takes 255. */
    private static final int MOST = 100;

    /** The runs that some cells form, for a function; one that does not mind their order takes them as the sheet has them. */
    static ImmutableList<CellRange> of(List<Spot> cells, Fn fn) {
        List<Spot> inOrder = new ArrayList<>(cells);
        if (!fn.mindsOrder()) {
            inOrder.sort(Comparator.comparing(Spot::sheet)
                    .thenComparingInt(Spot::column)
                    .thenComparingInt(Spot::row));
        }
        List<CellRange> runs = new ArrayList<>();
        for (Spot spot : inOrder) {
            CellRange last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.accepts(spot)) {
                runs.set(runs.size() - 1, new CellRange(last.first(), spot));
            } else {
                runs.add(new CellRange(spot, spot));
            }
        }
        return ImmutableList.copyOf(runs);
    }

    /** Whether a function can be given these runs. */
    static boolean suit(List<CellRange> runs, Fn fn) {
        return runs.size() <= (fn.needsOneRange() ? 1 : MOST);
    }

    /** Whether it lies in a column; a single cell does. */
    boolean inColumn() {
        return first.column() == last.column();
    }

    private boolean accepts(Spot next) {
        boolean below = next.equals(last.down(1)) && first.column() == last.column();
        boolean beside = next.equals(last.right(1)) && first.row() == last.row();
        return below || beside;
    }
}

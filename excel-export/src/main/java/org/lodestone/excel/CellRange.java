package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Fn;

/** Cells from one corner to the other, without a gap. */
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

    /** Cells of one sheet as rectangles: rows of them, each as one with those above that has the same columns. */
    static ImmutableList<CellRange> rectangles(Stream<Spot> cells) {
        List<Spot> spots = cells.sorted(Spot.BY_PLACE).toList();
        ImmutableList.Builder<CellRange> closed = ImmutableList.builder();
        Map<Integer, CellRange> open = new LinkedHashMap<>();
        for (int i = 0; i < spots.size(); ) {
            int end = i + 1;
            while (end < spots.size()
                    && spots.get(end).equals(spots.get(end - 1).right(1))) {
                end++;
            }
            CellRange row = new CellRange(spots.get(i), spots.get(end - 1));
            Optional<CellRange> above = Optional.ofNullable(open.get(row.first.column()));
            Optional<CellRange> continued =
                    above.filter(range -> range.last.down(1).equals(row.last));
            if (continued.isEmpty()) {
                above.ifPresent(closed::add);
            }
            open.put(
                    row.first.column(),
                    continued.map(range -> new CellRange(range.first, row.last)).orElse(row));
            i = end;
        }
        return closed.addAll(open.values()).build();
    }

    /** The address from anywhere in the workbook, as LibreOffice writes it: that of a single cell once. */
    String absolute() {
        return first.equals(last) ? first.absolute() : first.absolute() + ":" + last.anchored();
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

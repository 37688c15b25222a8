package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSetMultimap;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/** The cells of one sheet that show values of the model, whether these are at home there or shown again. */
record Appearances(ImmutableSetMultimap<Key, Spot> cells, ImmutableSet<Integer> hidden) {

    static Appearances on(SheetPlan plan) {
        ImmutableSetMultimap.Builder<Key, Spot> cells = ImmutableSetMultimap.builder();
        for (Item item : plan.items()) {
            item.body().asHome().or(item.body()::asElsewhere).ifPresent(key -> cells.put(key, item.spot()));
        }
        return new Appearances(cells.build(), plan.hidden());
    }

    /** Whether cells of this sheet are a line, as a chart takes it. */
    boolean isLine(List<Spot> spots) {
        return lines(spots.get(0), spots.size(), true).anyMatch(spots::equals);
    }

    /** The cells of a span as one range: side by side in a row or a column, in its order. */
    Optional<ImmutableList<Spot>> range(Formula.Span span) {
        return inLine(span, false);
    }

    /** The cells of a span as a chart takes them: like a range, and a row may jump over hidden columns of years. */
    Optional<ImmutableList<Spot>> line(Formula.Span span) {
        return inLine(span, true);
    }

    private Optional<ImmutableList<Spot>> inLine(Formula.Span span, boolean jumps) {
        List<Key> keys = span.keys();
        return cells.get(keys.get(0)).stream()
                .flatMap(first -> lines(first, keys.size(), jumps))
                .filter(line ->
                        IntStream.range(0, keys.size()).allMatch(i -> cells.containsEntry(keys.get(i), line.get(i))))
                .findFirst();
    }

    /** The cells below one and those to its right, with itself. */
    private Stream<ImmutableList<Spot>> lines(Spot first, int length, boolean jumps) {
        return Stream.of(false, true)
                .map(right -> Stream.iterate(first, here -> after(here, right, jumps))
                        .limit(length)
                        .collect(ImmutableList.toImmutableList()));
    }

    private Spot after(Spot here, boolean right, boolean jumps) {
        Spot next = right ? here.right(1) : here.down(1);
        while (jumps && right && hidden.contains(next.column())) {
            next = next.right(1);
        }
        return next;
    }
}

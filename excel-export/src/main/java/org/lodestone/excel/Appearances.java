package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/** The cells of one sheet that show values of the model, whether these are at home there or shown again. */
record Appearances(ImmutableListMultimap<Key, Item> cells, ImmutableSet<Integer> hidden) {

    static Appearances on(SheetPlan plan) {
        ImmutableListMultimap.Builder<Key, Item> cells = ImmutableListMultimap.builder();
        for (Item item : plan.items()) {
            item.body().asHome().ifPresent(key -> cells.put(key, item));
            item.body().asElsewhere().ifPresent(key -> cells.put(key, item));
        }
        return new Appearances(cells.build(), plan.hidden());
    }

    /** Whether cells of this sheet are a line, as a chart takes it. */
    boolean isLine(List<Spot> cells) {
        Spot first = cells.get(0);
        return Stream.of(false, true).anyMatch(right -> {
            Spot next = first;
            for (Spot cell : cells) {
                if (!cell.equals(next)) {
                    return false;
                }
                next = after(cell, right, true);
            }
            return true;
        });
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
        for (Item first : cells.get(span.keys().get(0))) {
            for (boolean right : new boolean[] {false, true}) {
                ImmutableList<Spot> line = walk(first.spot(), span, right, jumps);
                if (line.size() == span.keys().size()) {
                    return Optional.of(line);
                }
            }
        }
        return Optional.empty();
    }

    /** The cells from one on, as far as they show the values of a span. */
    private ImmutableList<Spot> walk(Spot first, Formula.Span span, boolean right, boolean jumps) {
        ImmutableList.Builder<Spot> line = ImmutableList.builder();
        Spot here = first;
        for (Key key : span.keys()) {
            Spot at = here;
            if (cells.get(key).stream().noneMatch(item -> item.spot().equals(at))) {
                break;
            }
            line.add(here);
            here = after(here, right, jumps);
        }
        return line.build();
    }

    private Spot after(Spot here, boolean right, boolean jumps) {
        Spot next = right ? here.right(1) : here.down(1);
        while (jumps && right && hidden.contains(next.column())) {
            next = next.right(1);
        }
        return next;
    }
}

package org.lodestone.reports.value;

import static org.lodestone.reports.formula.Definitions.ZERO;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;

/**
 * Things from the cheapest up: another order as soon as a price changes. Those of one price stand in their own order, and one without a
 * price has no place.
 */
final class CheapestFirst<T> {

    private static final int DIGITS = 9;

    private final Term term;
    private final ImmutableList<T> things;
    private final Function<T, String> id;
    private final Function<T, Key> price;
    private final Calculations values;

    /** @param term under which its keys stand: {@code stack} */
    CheapestFirst(Term term, List<T> things, Function<T, String> id, Function<T, Key> price, Calculations values) {
        this.term = term;
        this.things = ImmutableList.copyOf(things);
        this.id = id;
        this.price = price;
        this.values = values;
    }

    /** The places from 1, one for each. */
    ImmutableList<Integer> places() {
        return IntStream.rangeClosed(1, things.size()).boxed().collect(ImmutableList.toImmutableList());
    }

    private Key key(String part, T thing) {
        return term.sub(part).of(Subject.of(id.apply(thing))).in(Scenarios.CHOSEN);
    }

    /** The price with its sign turned, so that the cheapest ranks first; rounded, as all that is ranked. */
    private Key cheapness(T thing) {
        return values.as(
                key("cheapness", thing),
                () -> ZERO.minus(price.apply(thing)).rounded(DIGITS).orElse(Formula.text(Value.NOT_AVAILABLE)));
    }

    private Key rank(T thing) {
        return values.as(
                key("rank", thing), () -> Formula.call(Fn.RANK, cheapness(thing), values.all(things, this::cheapness)));
    }

    private Key place(T thing) {
        return values.as(key("place", thing), () -> {
            int before = things.indexOf(thing);
            return before == 0
                    ? rank(thing)
                    : rank(thing)
                            .plus(Formula.call(
                                    Fn.COUNT_EQUAL,
                                    values.all(things, this::rank).first(before),
                                    rank(thing)));
        });
    }

    /** The key of a value at a place. */
    Key at(String part, int place) {
        return term.sub(part).of(Subject.of("place " + place)).in(Scenarios.CHOSEN);
    }

    private Key row(int place) {
        return values.as(at("row", place), () -> {
            Key number = values.label(at("place", place), place);
            return Formula.call(Fn.FIND, number, values.all(things, this::place));
        });
    }

    /** Whether one stands at a place. */
    Formula isTaken(int place) {
        return row(place).isKnown();
    }

    /** Whichever of the values, one for each thing, belongs to the one at a place; missing where none stands there. */
    Formula pick(int place, Function<T, Key> value) {
        return Formula.call(Fn.PICK, Formula.span(things, value), row(place));
    }
}

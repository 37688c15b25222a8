package org.lodestone.reports.internal.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.ValueUnit;

/**
 * The values of an analysis. A method of the analysis spells a key and says its formula in one place:
 *
 * <pre>
 * public Key after(Period year) {
 *     return values.as(term("balance").at(year), () -&gt; before(year).plus(secondary(year)));
 * }
 * </pre>
 *
 * <p>A formula is put in when its method is first called, and those that it refers to before it. An analysis calls the methods of all that
 * its model is to have, and then {@link #close}: later calls give the key alone, so that neither the values nor their order depend on who
 * asks for what.
 */
public final class Calculations {

    private Model.Builder building = Model.builder();
    private final Map<Key, Class<?>> said = new HashMap<>();
    private final Map<Key, Formula.Span> spans = new HashMap<>();
    private Optional<Model> model = Optional.empty();

    /** Starts from the values of other analyses. */
    public Calculations(Model... from) {
        for (Model one : from) {
            building.include(one);
        }
    }

    /** The key, behind which stands the formula. Throws if another method says another formula for it. */
    public Key as(Key key, Supplier<Formula> formula) {
        if (model.isEmpty()) {
            // each place in the code that says a formula is a class of its own
            Class<?> before = said.putIfAbsent(key, formula.getClass());
            if (before == null) {
                building.calculation(key, formula.get());
            } else if (!before.equals(formula.getClass())) {
                throw new IllegalStateException(
                        "'" + key + "' is said in two places. Give one of the two another name.");
            }
        }
        return key;
    }

    /** The key, behind which stands a pure number to show, such as a place or a year. */
    public Key label(Key key, double number) {
        return label(key, number, ValueUnit.NUMBER);
    }

    /** The key, behind which stands a number to show. */
    public Key label(Key key, double number, ValueUnit unit) {
        if (model.isEmpty()) {
            building.label(key, number, unit);
        }
        return key;
    }

    /** The key, behind which stands a text to show. */
    public Key label(Key key, String text) {
        if (model.isEmpty()) {
            building.label(key, text);
        }
        return key;
    }

    /** A year as a number to count with. */
    public Formula year(Period year) {
        return label(YearNumber.of(year), year.year());
    }

    /** The years from one to another, as a number. */
    public Formula years(Period from, Period to) {
        return year(to).minus(year(from));
    }

    /** The sum of some formulas, one after the other; zero where there are none. */
    public static Formula sum(Stream<? extends Formula> parts) {
        return parts.<Formula>map(part -> part).reduce(Formula::plus).orElse(Definitions.ZERO);
    }

    /**
     * The values of one step for all of some things, as one span however many formulas look at it: a span for each would take the square
     * of the things. It is known by the first of its values.
     */
    public <T> Formula.Span all(List<T> things, Function<? super T, Key> step) {
        return model.isPresent() || things.isEmpty()
                ? Formula.span(things, step)
                : Remembered.of(step.apply(things.get(0)), spans, first -> Formula.span(things, step));
    }

    /** The place of one of some things by a rank of it: of those that are equal, the first in the list comes first. */
    public <T> Formula place(Formula rank, T one, List<T> things, Function<? super T, Key> rankedBy) {
        int before = things.indexOf(one);
        return before == 0
                ? rank
                : rank.plus(Formula.call(Fn.COUNT_EQUAL, all(things, rankedBy).first(before), rankedBy.apply(one)));
    }

    /** Takes what is no calculation: figures, assumptions, names. Throws once the values are closed. */
    public Model.Builder building() {
        if (model.isPresent()) {
            throw new IllegalStateException("The values of this analysis are closed: put it in before.");
        }
        return building;
    }

    /** Nothing is put in after this. */
    public void close() {
        model = Optional.of(building.build());
        building = Model.builder(); // what it held is the model's now
        said.clear();
        spans.clear();
    }

    /** The model of all values. Throws before they are closed. */
    public Model model() {
        return model.orElseThrow(() -> new IllegalStateException("The values of this analysis are not closed yet."));
    }
}

package org.lodestone.reports.formula;

import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quantity.UnitException;

/**
 * The unit of each value of a model. Figures, assumptions and results of Java's state theirs; that of a calculation follows from
 * its formula, by the {@link UnitRule} of each function.
 *
 * <p>Amounts that count different things, or the same in different sizes, are not added, compared or put into one list: such a
 * formula is a conflict, and {@link #require} refuses the model.
 */
public final class Units {

    /**
     * Two values in a formula that do not fit together.
     *
     * @param of the value that the formula stands behind
     * @param words what does not fit, with both units and the remedy
     */
    public record Conflict(Key of, String words) {
        @Override
        public String toString() {
            return words;
        }
    }

    private final Model model;
    private final ImmutableSet<String> bases;
    private final Map<Key, ValueUnit> known;
    private final IdentityHashMap<ImmutableList<Key>, Optional<ValueUnit>> lists = new IdentityHashMap<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Map<String, Optional<ValueUnit>> written = new HashMap<>();
    private final Deque<Key> path = new ArrayDeque<>();

    private Units(Model model) {
        this.model = model;
        this.known = new HashMap<>(2 * model.contents().size());
        this.bases = model.contents().values().stream()
                .flatMap(content -> content.statedUnit().stream())
                .flatMap(ValueUnit::bases)
                .collect(toImmutableSet());
    }

    /** The units of all values of a model. */
    public static Units of(Model model) {
        Units units = new Units(model);
        model.contents().keySet().forEach(units::of);
        return units;
    }

    /** The units of all values of a model. Throws where a formula takes values together that do not fit. */
    public static Units require(Model model) {
        Units units = of(model);
        if (!units.conflicts.isEmpty()) {
            int others = units.conflicts.size() - 1;
            throw new UnitException(units.conflicts.get(0)
                    + (others == 0
                            ? ""
                            : others == 1 ? " One more does not fit." : " " + others + " more do not fit."));
        }
        return units;
    }

    /** The unit that a text is, such as one beside an amount; empty where it is other words, or a price that does not say of what. */
    public Optional<ValueUnit> written(String text) {
        return written.computeIfAbsent(text, words -> {
            try {
                return Optional.of(Unit.parse(words))
                        .filter(unit -> unit.dimension() != Dimension.PRICE)
                        .map(ValueUnit::of);
            } catch (UnitException e) {
                return Optional.empty();
            }
        });
    }

    /** The unit that words after a number in a unit say; empty where they say none. */
    Optional<ValueUnit> said(String words, ValueUnit of) {
        return ValueUnit.said(words, of, bases);
    }

    /** The formulas that take values together that do not fit. */
    public ImmutableList<Conflict> conflicts() {
        return ImmutableList.copyOf(conflicts);
    }

    /** The unit of a value; unknown where the model does not have it. */
    public ValueUnit of(Key key) {
        ValueUnit before = known.get(key);
        if (before != null) {
            return before;
        }
        known.put(key, ValueUnit.UNKNOWN); // ends a circle
        path.push(key);
        ValueUnit unit = Optional.ofNullable(model.contents().get(key))
                .map(content -> content.unitIn(this))
                .orElse(ValueUnit.UNKNOWN);
        path.pop();
        known.put(key, unit);
        return unit;
    }

    /** The unit of the values of a list; empty where they do not fit together. The same list stands in the formula of each rank. */
    Optional<ValueUnit> of(ImmutableList<Key> list) {
        return Remembered.of(list, lists, keys -> {
            Optional<ValueUnit> found = Optional.of(ValueUnit.ANY);
            for (Key key : keys) {
                ValueUnit unit = of(key);
                found = found.flatMap(one -> one.together(unit));
            }
            return found;
        });
    }

    /** The unit of what is stated to be in one: a text fits any. */
    ValueUnit stated(Value value, ValueUnit unit) {
        return value.asText().isPresent() ? ValueUnit.ANY : resolved(unit);
    }

    private ValueUnit resolved(ValueUnit unit) {
        return unit.like().map(this::of).orElse(unit);
    }

    /** The unit of a formula. */
    ValueUnit of(Formula formula) {
        return formula.unitIn(this);
    }

    /** The result of a formula must be in a unit. */
    ValueUnit mustBe(Formula formula, ValueUnit stated) {
        ValueUnit found = of(formula);
        ValueUnit unit = resolved(stated);
        if (!found.fits(unit)) {
            refuse("is " + formula.inWords() + " in " + found + ", and should be in " + unit + ".", found, unit);
        }
        return unit;
    }

    /** Keeps a conflict of the value at hand. */
    void refuse(Formula.Call call, Formula one, ValueUnit unit, Formula other, ValueUnit otherUnit) {
        refuse(
                "takes " + one.inWords() + row(one.asKey()) + " in " + unit + " together with " + other.inWords()
                        + row(other.asKey()) + " in " + otherUnit + " (" + call.fn() + ").",
                unit,
                otherUnit);
    }

    /** A value in a message, with the row of a dataset that it is from: {@code 'capacity, Japan 2025' (plants.csv:3)}. */
    public String told(Key key) {
        return "'" + key + "'" + row(Optional.of(key));
    }

    private String row(Optional<Key> value) {
        return value.map(model.contents()::get)
                .flatMap(Content::asFigure)
                .map(figure -> figure.citation().row())
                .filter(row -> !row.isEmpty())
                .map(row -> " (" + row + ")")
                .orElse("");
    }

    /** Keeps that a sentence says a number before words for another unit. */
    void refuseWords(Formula number, ValueUnit unit, Formula words, ValueUnit said) {
        keep("says " + number + ", which is in " + unit + ", before the words '" + words + "'. "
                + (unit.countsAs(said)
                        ? remedy(unit, said)
                        : "Take a share of one basis, or say the unit that it is in."));
    }

    private void refuse(String fault, ValueUnit one, ValueUnit other) {
        keep(fault + " " + remedy(one, other));
    }

    private void keep(String fault) {
        Key at = path.element();
        conflicts.add(new Conflict(at, "'" + at + "' " + fault));
    }

    private static String remedy(ValueUnit one, ValueUnit other) {
        if (!one.countsAs(other)) {
            return "They count different things: multiply one by the factor of a Conversion, an assumption in the one unit for the"
                    + " other; or say of this argument what it counts as, and why, with countedAs.";
        }
        return one.isHundredfold(other)
                ? "Both count the same, one of them in hundredths: divide it by Definitions.HUNDRED, or multiply the other by it."
                : "Both count the same, in other sizes: express one in the unit of the other with Definitions.inUnit.";
    }

    @Override
    public String toString() {
        return OneLine.of("units", OneLine.some(known.size(), "value"), OneLine.some(conflicts.size(), "conflict"));
    }
}

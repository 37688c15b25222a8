package org.lodestone.reports.comparison;

import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/**
 * Keeps values in pairs: what the older side had, as a figure or as a result of Java's, and what the newer side has, as a
 * formula that follows it.
 */
final class Pairs {

    private static final Term CHANGED = Term.of("what changed");

    /** The part of a number, or of one, below which a change is none. */
    private static final double NOTHING = 1e-9;

    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final String older;

    /** @param older what the older side is called */
    Pairs(String older) {
        this.older = older;
    }

    Key key(String part, String what) {
        return CHANGED.sub(part).of(Subject.of(what));
    }

    /** A result of the older side. */
    Key was(String what, Value value) {
        return model.computed(
                key("before", what),
                value,
                ValueUnit.like(key("after", what)),
                "as " + older + " has it; not recalculated in the sheet");
    }

    /** A figure of the older side. */
    Key was(String what, Value value, Citation citation) {
        return model.figure(key("before", what), value, ValueUnit.like(key("after", what)), citation);
    }

    /** A value that the newer side does not have, and why. */
    Key isNot(String what, Value value, String why) {
        return model.computed(key("after", what), value, ValueUnit.like(key("before", what)), why);
    }

    /** A value of the newer side. */
    Key is(String what, Formula value) {
        return model.calculation(key("after", what), value);
    }

    /** A result of the older side beside the newer one, which follows a formula. */
    Pair of(String what, Value was, Value is, Formula follows) {
        return new Pair(was(what, was), is(what, follows), !areAlike(was, is));
    }

    /** The same where the newer side may lack the formula, and why it does. */
    Pair of(String what, Value was, Value is, Optional<Key> follows, String whyNot) {
        return follows.map(key -> of(what, was, is, key))
                .orElseGet(() -> new Pair(was(what, was), isNot(what, is, whyNot), !areAlike(was, is)));
    }

    /** Whether two values are the same, but for the last bits of a number. */
    static boolean areAlike(Value one, Value other) {
        if (one.number().isPresent() && other.number().isPresent()) {
            double first = one.number().getAsDouble();
            double second = other.number().getAsDouble();
            return Math.abs(first - second) <= NOTHING * Math.max(1, Math.abs(first));
        }
        return one.equals(other) || (one.isMissing() && other.isMissing());
    }

    Key change(String what) {
        return calculation("change", what, key("after", what).minus(key("before", what)));
    }

    Key calculation(String part, String what, Formula formula) {
        return model.calculation(key(part, what), formula);
    }

    void include(Model other) {
        model.include(other);
    }

    Model build() {
        return model.build();
    }
}

package org.lodestone.reports.comparison;

import org.lodestone.core.figure.Citation;
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

    /** A result of Java's on both sides. */
    Key computed(String part, String what, Value value, String how) {
        return model.computed(key(part, what), value, ValueUnit.like(key("before", what)), how);
    }

    /** A value of the newer side. */
    Key is(String what, Formula value) {
        return model.calculation(key("after", what), value);
    }

    Key change(String what) {
        return calculation(
                "change",
                what,
                key("after", what).ref().minus(key("before", what).ref()));
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

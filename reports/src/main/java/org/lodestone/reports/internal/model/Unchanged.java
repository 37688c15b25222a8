package org.lodestone.reports.internal.model;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import java.util.List;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/** Whether inputs are still as they were when Java worked something out with them. */
public final class Unchanged {

    private static final Term RISK = Term.of("risk");

    private Unchanged() {}

    /** Whether an input is as it was when results were worked out, of which it is remembered: 1 or 0. */
    public static Key since(Calculations values, Model model, Key input) {
        return values.as(RISK.sub("unchanged").of(Subject.of(input)), () -> {
            Value now = model.value(input);
            String how = "the input when the results were worked out";
            return of(input, values.building().computed(asRun(input), now, ValueUnit.like(input), how), now);
        });
    }

    /** An input as it was then. */
    public static Key asRun(Key input) {
        return RISK.sub("as run").of(Subject.of(input));
    }

    /** One where an input is the number or the text it was, else zero. */
    public static Formula of(Key input, Key asRun, Value then) {
        Formula now = input;
        if (then.isNumber()) {
            return now.isEqualTo(asRun).then(ONE, ZERO).orElse(ZERO);
        }
        if (then.isMissing()) {
            return now.isKnown().then(ZERO, ONE);
        }
        return Formula.call(Fn.SAME_TEXT, now, asRun).then(ONE, ZERO);
    }

    /** One where all are unchanged; not available where one is not, so that a check of it shows amber. */
    public static Formula all(List<Key> flags) {
        return ONE.over(Formula.call(Fn.MIN, span(flags)));
    }
}

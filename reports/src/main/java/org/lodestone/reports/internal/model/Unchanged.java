package org.lodestone.reports.internal.model;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import java.util.List;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;

/** Whether inputs are still as they were when Java worked something out with them. */
public final class Unchanged {

    private Unchanged() {}

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

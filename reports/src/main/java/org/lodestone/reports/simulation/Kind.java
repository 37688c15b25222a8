package org.lodestone.reports.simulation;

import org.lodestone.reports.formula.Value;

/**
 * What the values of a column may be, besides missing.
 *
 * <p>Numbers and truths are kept as doubles, with 1 for true and {@code NaN} for missing. A column that may hold both, or
 * a text, or the code of a missing figure, is kept as values.
 */
enum Kind {
    NUMBER,
    TRUTH,
    /** Numbers, truths, or figures that are missing with a code of their own, such as {@code W}. */
    MIXED,
    /** Anything, texts as well. */
    TEXT;

    static Kind of(Value value) {
        if (value instanceof Value.Missing missing) {
            return missing.code().equals(Value.NOT_AVAILABLE) ? NUMBER : MIXED;
        }
        if (value instanceof Value.Num) {
            return NUMBER;
        }
        return value instanceof Value.Truth ? TRUTH : TEXT;
    }

    /** The kind of what may be this or the other. */
    Kind or(Kind other) {
        if (this == other) {
            return this;
        }
        return this == TEXT || other == TEXT ? TEXT : MIXED;
    }

    boolean isDouble() {
        return this == NUMBER || this == TRUTH;
    }

    /** The value that a double of this kind stands for. */
    Value value(double amount) {
        return this == TRUTH && !Double.isNaN(amount) ? Value.of(amount != 0) : Value.of(amount);
    }
}

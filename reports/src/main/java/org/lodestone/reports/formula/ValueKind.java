package org.lodestone.reports.formula;

/**
 * The sort of values that a column of draws holds, besides missing ones.
 *
 * <p>Numbers and truths are kept as doubles, with 1 for true and {@code NaN} for missing. A column that may hold both, or
 * a text, or the code of a missing figure, is kept as values.
 */
public enum ValueKind {
    /** Numbers, and what is missing for no published reason. */
    NUMBER,
    /** Truths, and what is missing. */
    TRUTH,
    /** Numbers, truths, or figures that are missing with a code of their own, such as {@code W}. */
    MIXED,
    /** Anything, texts as well. */
    TEXT;

    /** The kind of a column whose values are all like this one. */
    public static ValueKind of(Value value) {
        return value.fold(
                number -> NUMBER,
                text -> TEXT,
                truth -> TRUTH,
                missing -> missing.code().equals(Value.NOT_AVAILABLE) ? NUMBER : MIXED);
    }

    /** The kind of what may be this or the other. */
    public ValueKind or(ValueKind other) {
        if (this == other) {
            return this;
        }
        return this == TEXT || other == TEXT ? TEXT : MIXED;
    }

    /** Whether it is kept as doubles. */
    public boolean isDouble() {
        return this == NUMBER || this == TRUTH;
    }

    /** The value that a double of this kind stands for. */
    public Value value(double amount) {
        return this == TRUTH && !Double.isNaN(amount) ? Value.of(amount != 0) : Value.of(amount);
    }
}

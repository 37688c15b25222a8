package org.lodestone.reports.simulation;

import org.lodestone.reports.formula.Value;

/** What a function is applied to: the same value in every draw, or a column with a value for each. */
sealed interface Operand {

    Kind kind();

    /** What no driver reaches. */
    record Constant(Value value) implements Operand {
        @Override
        public Kind kind() {
            return Kind.of(value);
        }
    }

    /** A column of a {@link Program}, by its number. */
    record Column(int id, Kind kind) implements Operand {}
}

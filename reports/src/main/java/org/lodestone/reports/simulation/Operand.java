package org.lodestone.reports.simulation;

import java.util.function.Function;
import org.lodestone.reports.formula.Fn.ValueKind;
import org.lodestone.reports.formula.Value;

/** An argument of a function: the same value in every draw, or a column with a value for each. */
sealed interface Operand {

    ValueKind kind();

    /** The result of the function for its kind. */
    <T> T fold(Function<Value, T> constant, Function<Column, T> column);

    /** A value that no driver reaches. */
    record Constant(Value value) implements Operand {
        @Override
        public ValueKind kind() {
            return ValueKind.of(value);
        }

        @Override
        public <T> T fold(Function<Value, T> constant, Function<Column, T> column) {
            return constant.apply(value);
        }
    }

    /** A column of a {@link CompiledModel}, by its number. */
    record Column(int id, ValueKind kind) implements Operand {
        @Override
        public <T> T fold(Function<Value, T> constant, Function<Column, T> column) {
            return column.apply(this);
        }
    }
}

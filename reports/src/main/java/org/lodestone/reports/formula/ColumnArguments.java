package org.lodestone.reports.formula;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of a call where many draws are worked out at once, and what can be made of them. A function puts its result
 * together from these, see {@link Fn#apply(ColumnArguments)}.
 *
 * @param <C> a column: a value for every draw, or one that is the same in all
 */
public interface ColumnArguments<C> {

    /** The arguments: one column for a formula, several for a span. */
    ImmutableList<ImmutableList<C>> args();

    /** The columns of all arguments, one after the other. */
    default ImmutableList<C> all() {
        return args().stream().flatMap(List::stream).collect(ImmutableList.toImmutableList());
    }

    /** The sort of values that a column holds. */
    ValueKind kind(C column);

    /** The value of a column that is the same in every draw; empty for one that is drawn. */
    Optional<Value> constant(C column);

    /** A column with the same value in every draw. */
    C constant(Value value);

    /** The numbers of a column; what is none counts as missing. */
    C numbers(C column);

    /** A column that a loop fills from others; what is no number in these counts as missing. */
    C loop(ValueKind kind, Loop loop, List<C> in);

    /** The column of results that the rule for values yields, draw by draw. */
    C eachDraw(ValueKind kind);

    /** Whether a column is the same in every draw. */
    default boolean isConstant(C column) {
        return constant(column).isPresent();
    }

    /** The number that is the same in every draw, {@code NaN} where it is missing; empty for what is drawn. */
    default Optional<Double> amount(C column) {
        return constant(column).map(value -> value.number().orElse(Double.NaN));
    }
}

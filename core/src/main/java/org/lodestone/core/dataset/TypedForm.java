package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;

/**
 * How an analyst types a fact of a table: {@code quota/2026/mining/all/all=300000}.
 *
 * @param example of what is typed; its first word is the name of such facts
 * @param needed how many columns must be named; the others may be left out
 * @param columns that are named, in this order
 * @param open those of them in which any words may be typed
 * @param value the column of the amount
 */
public record TypedForm<R>(
        Table<R> table,
        String example,
        int needed,
        ImmutableList<Column<R, ?>> columns,
        ImmutableList<Column<R, ?>> open,
        Column<R, ?> value) {

    /** The name of such facts: {@code quota}. */
    public String name() {
        return example.substring(0, example.indexOf('/'));
    }

    @Override
    public String toString() {
        return example;
    }
}

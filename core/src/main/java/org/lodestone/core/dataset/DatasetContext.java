package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/** The records of a dataset, for a row that is typed rather than read. */
record DatasetContext(Dataset dataset) implements RowReader.Context {

    @Override
    public <R> Known<R> known(Table<R> table) {
        return new Known<>(
                table,
                dataset.byId(table),
                ImmutableSet.of(),
                !dataset.rows(table).isEmpty());
    }

    @Override
    public <R> ImmutableList<R> rows(Table<R> table) {
        return dataset.rows(table);
    }

    @Override
    public boolean areWhole(Table<?>... tables) {
        return true;
    }

    /** Only a reader knows lines. */
    @Override
    public <T> RowWithLine<T> first(Column<?, T> column, String group, RowWithLine<T> row) {
        return row;
    }
}

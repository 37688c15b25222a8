package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.reports.formula.Key;

/**
 * A table of very many rows, such as all companies of a universe, to look things up in, sort and filter.
 *
 * <p>Its numbers are no values of the model, so that nothing else in the report follows from them: cells are asked for one
 * by one while the table is written, and never kept. It stands alone in its section.
 *
 * <pre>
 * LongTable.of(universe.size())
 *         .computed("Rank", Shown.ORDINAL, ranks::get)
 *         .words("Company", universe::name)
 *         .frozen()
 *         .figures("Market value", Shown.AS_IS, universe.numbersByCompany("market value"))
 *         .build();
 * </pre>
 *
 * @param rows how many rows it has, counted from 0
 * @param frozen how many of the first columns stay in sight
 */
public record LongTable(int rows, ImmutableList<Column> columns, int frozen) implements Block {

    @Override
    public <T> T fold(Block.Cases<T> cases) {
        return cases.longTable().apply(this);
    }

    @Override
    public String name() {
        return "long table";
    }

    @Override
    public Stream<Key> keys() {
        return Stream.empty();
    }

    /** A column, of numbers or of words. */
    public sealed interface Column {

        /** The result of the function for its kind. */
        <T> T fold(Function<Numbers, T> numbers, Function<Words, T> words);

        /** The words over the column. */
        String header();
    }

    /**
     * Numbers; NaN leaves a cell empty.
     *
     * @param computed whether they are Java's results rather than figures as they were read
     */
    public record Numbers(String header, Shown shown, boolean computed, IntToDoubleFunction at) implements Column {
        @Override
        public <T> T fold(Function<Numbers, T> numbers, Function<Words, T> words) {
            return numbers.apply(this);
        }
    }

    /** Words; an empty text leaves a cell empty. */
    public record Words(String header, IntFunction<String> at) implements Column {
        @Override
        public <T> T fold(Function<Numbers, T> numbers, Function<Words, T> words) {
            return words.apply(this);
        }
    }

    /** Starts a table of so many rows. */
    public static Builder of(int rows) {
        return new Builder(rows);
    }

    @Override
    public String toString() {
        return OneLine.of("long table", OneLine.count(rows, "row"), OneLine.count(columns, "column"));
    }

    /** Collects columns. */
    public static final class Builder {
        private final int rows;
        private final ImmutableList.Builder<Column> columns = ImmutableList.builder();
        private int count;
        private int frozen;

        private Builder(int rows) {
            this.rows = rows;
        }

        /** Figures as they were read. */
        public Builder figures(String header, Shown shown, IntToDoubleFunction at) {
            return column(new Numbers(header, shown, false, at));
        }

        /** Results of Java's. */
        public Builder computed(String header, Shown shown, IntToDoubleFunction at) {
            return column(new Numbers(header, shown, true, at));
        }

        /** Adds a column of words, by the number of the row; an empty text leaves its cell empty. */
        public Builder words(String header, IntFunction<String> at) {
            return column(new Words(header, at));
        }

        private Builder column(Column column) {
            columns.add(column);
            count++;
            return this;
        }

        /** The columns so far stay in sight. */
        public Builder frozen() {
            frozen = count;
            return this;
        }

        /** The table of the columns so far. */
        public LongTable build() {
            return new LongTable(rows, columns.build(), frozen);
        }
    }

    /** Whether a column of words stands right of one of numbers, from which it keeps a distance. */
    public boolean isAfterNumber(int column) {
        return column > 0 && !isOfNumbers(column) && isOfNumbers(column - 1);
    }

    private boolean isOfNumbers(int column) {
        return columns.get(column).fold(numbers -> true, words -> false);
    }

    @Override
    public Optional<LongTable> asLongTable() {
        return Optional.of(this);
    }
}

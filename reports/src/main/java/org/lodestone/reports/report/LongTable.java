package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/**
 * A table of very many rows, such as all companies of a universe, to look things up in, sort and filter.
 *
 * <p>Its numbers are no values of the model, so that nothing else in the report follows from them: cells are asked for one
 * by one while the table is written, and never kept. In a workbook it stands alone in its section; one with a heading, a note or
 * another block beside it is {@linkplain #toTable a table} there.
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
 * @param id by which programs know what it shows, as that of a {@link Table}
 * @param part what tells it from other tables of the same id, in words; empty where it is the only one
 * @param heading what it shows; nothing where the title of its section says that
 * @param rows how many rows it has, counted from 0
 * @param of the one that the values of a row are of: a company by its id
 * @param frozen how many of the first columns stay in sight
 * @param notes sentences under the table
 */
public record LongTable(
        String id,
        String part,
        String heading,
        int rows,
        IntFunction<String> of,
        ImmutableList<Column> columns,
        int frozen,
        ImmutableList<String> notes)
        implements Block {

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
     * Numbers, with what is missing among them; an {@linkplain Value#empty empty} one leaves a cell empty.
     *
     * @param what the key of the values, of nobody in particular
     * @param unit the unit of the values
     * @param computed whether they are Java's results rather than figures as they were read
     */
    public record Numbers(String header, Shown shown, Key what, ValueUnit unit, boolean computed, IntFunction<Value> at)
            implements Column {
        @Override
        public <T> T fold(Function<Numbers, T> numbers, Function<Words, T> words) {
            return numbers.apply(this);
        }
    }

    /**
     * Words; an empty text leaves a cell empty.
     *
     * @param what the key of the words, of nobody in particular; empty where they name the row or say why, and are no values
     */
    public record Words(String header, Optional<Key> what, IntFunction<String> at) implements Column {
        @Override
        public <T> T fold(Function<Numbers, T> numbers, Function<Words, T> words) {
            return words.apply(this);
        }
    }

    /** Starts a table of so many rows. */
    public static Builder of(int rows) {
        return new Builder("", rows, row -> row);
    }

    /** Starts a table whose columns are asked by the number of the company in a row, such as {@code ranks::get} tells it. */
    public static Builder of(String heading, int rows, IntUnaryOperator company) {
        return new Builder(heading, rows, company);
    }

    /** The table with its values, which a model then has, for where other values may follow from them. */
    public Table toTable(Model.Builder model) {
        Table.ListBuilder<Integer> table =
                Table.of(heading, IntStream.range(0, rows).boxed().toList()).id(id, part);
        for (Column column : columns) {
            column.fold(
                    numbers -> table.column(numbers.header(), row -> cell(numbers, row, model)),
                    words -> table.words(words.header(), words.at()::apply));
        }
        notes.forEach(table::note);
        return table.build();
    }

    private Cell cell(Numbers column, int row, Model.Builder model) {
        Value value = column.at().apply(row);
        return value.equals(Value.empty())
                ? Cell.BLANK
                : new Cell.Of(
                        model.computed(
                                column.what().of(Subject.of(of.apply(row))), value, column.unit(), "calculated before"),
                        column.shown());
    }

    /** Whether it is nothing but its rows. */
    boolean isBare() {
        return heading.isEmpty() && notes.isEmpty();
    }

    @Override
    public String toString() {
        return OneLine.of("long table", OneLine.count(rows, "row"), OneLine.count(columns, "column"));
    }

    /** Collects columns. */
    public static final class Builder {
        private final String heading;
        private final int rows;
        private final IntUnaryOperator company;
        private final List<Column> columns = new ArrayList<>();
        private final ImmutableList.Builder<String> notes = ImmutableList.builder();
        private String id;
        private String part = "";
        private Optional<IntFunction<String>> of = Optional.empty();
        private int frozen;

        private Builder(String heading, int rows, IntUnaryOperator company) {
            this.heading = heading;
            this.id = Table.idOf(heading);
            this.rows = rows;
            this.company = company;
        }

        /** The id by which programs know the table. */
        public Builder id(String name) {
            return id(name, "");
        }

        /** The same of one of several tables alike, which programs read as one: what tells it from the others, in words. */
        public Builder id(String name, String what) {
            id = name;
            part = what;
            return this;
        }

        /** The ids of those that the values are of; without them, the first words of each row. */
        public Builder of(IntFunction<String> ids) {
            of = Optional.of(by(ids));
            return this;
        }

        /** Figures as they were read. */
        public Builder figures(String header, Shown shown, IntToDoubleFunction at) {
            return numbers(header, shown, false, at);
        }

        /** Results of Java's. */
        public Builder computed(String header, Shown shown, IntToDoubleFunction at) {
            return numbers(header, shown, true, at);
        }

        private Builder numbers(String header, Shown shown, boolean computed, IntToDoubleFunction at) {
            return column(new Numbers(
                    header,
                    shown,
                    what(header),
                    ValueUnit.UNKNOWN,
                    computed,
                    by(number -> Value.of(at.applyAsDouble(number)))));
        }

        /** Adds a column of pure numbers that Java worked out, under a key, with what is missing among them. */
        public Builder values(String header, Shown shown, Key what, IntFunction<Value> at) {
            return column(new Numbers(header, shown, what, ValueUnit.NUMBER, true, by(at)));
        }

        /** Adds a column of words, by the number of the row; an empty text leaves its cell empty. */
        public Builder words(String header, IntFunction<String> at) {
            return column(new Words(header, Optional.of(what(header)), by(at)));
        }

        /** The same of words that name a row or say why, and are no values. */
        public Builder label(String header, IntFunction<String> at) {
            return column(new Words(header, Optional.empty(), by(at)));
        }

        private static Key what(String header) {
            String what = Table.idOf(header);
            return Term.of(what.isEmpty() ? header : what).key();
        }

        private <T> IntFunction<T> by(IntFunction<T> ofCompany) {
            return row -> ofCompany.apply(company.applyAsInt(row));
        }

        private Builder column(Column column) {
            columns.add(column);
            return this;
        }

        /** The columns so far stay in sight. */
        public Builder frozen() {
            frozen = columns.size();
            return this;
        }

        /** Adds a sentence under the table. */
        public Builder note(String sentence) {
            notes.add(sentence);
            return this;
        }

        /** The table of the columns so far. */
        public LongTable build() {
            return new LongTable(
                    id,
                    part,
                    heading,
                    rows,
                    of.orElseGet(this::firstWords),
                    ImmutableList.copyOf(columns),
                    frozen,
                    notes.build());
        }

        private IntFunction<String> firstWords() {
            return columns.stream()
                    .flatMap(column -> column.fold(numbers -> Stream.<Words>empty(), Stream::of))
                    .findFirst()
                    .map(Words::at)
                    .orElse(row -> "row " + (row + 1));
        }
    }

    /** Whether a column of words stands right of one of numbers, from which it keeps a distance. */
    public boolean isAfterNumber(int column) {
        return column > 0 && !isOfNumbers(column) && isOfNumbers(column - 1);
    }

    private boolean isOfNumbers(int column) {
        return columns.get(column).fold(numbers -> true, words -> false);
    }
}

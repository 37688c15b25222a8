package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;

/**
 * Something that each row of a table states, by which two datasets are compared: a quota of a year, the status of a project.
 *
 * @param <R> the record of a row
 */
public final class Statement<R> {

    private final Function<R, String> name;
    private final ImmutableList<Function<R, String>> about;
    private final Function<R, Optional<Observation>> amount;
    private final Function<R, Unit> unit;
    private final Function<R, String> words;
    private final Optional<Column<R, ?>> column;

    private Statement(
            Function<R, String> name,
            ImmutableList<Function<R, String>> about,
            Function<R, Optional<Observation>> amount,
            Function<R, Unit> unit,
            Function<R, String> words,
            Optional<Column<R, ?>> column) {
        this.name = name;
        this.about = about;
        this.amount = amount;
        this.unit = unit;
        this.words = words;
        this.column = column;
    }

    /** The statement that stands in a column. */
    static <R> Statement<R> of(
            Function<R, String> name, ImmutableList<Function<R, String>> about, Column<R, ?> column) {
        return new Statement<>(name, about, column::amount, column::unit, column::text, Optional.of(column));
    }

    /** A statement in words. */
    static <R> Statement<R> ofWords(
            Function<R, String> name, ImmutableList<Function<R, String>> about, Function<R, String> words) {
        return new Statement<>(name, about, row -> Optional.empty(), row -> Unit.TIMES, words, Optional.empty());
    }

    /** The name of such statements, in the singular: {@code quota}. */
    public String name(R row) {
        return name.apply(row);
    }

    /** The column that it stands in; empty where it is put together from several. */
    Optional<Column<R, ?>> column() {
        return column;
    }

    /** The subject of a row. Rows that agree in this speak of the same, and may disagree. */
    public ImmutableList<String> about(R row) {
        return about.stream().map(part -> part.apply(row)).collect(ImmutableList.toImmutableList());
    }

    /** The amount that is stated; empty for words. */
    public Optional<Observation> amount(R row) {
        return amount.apply(row);
    }

    /** The unit of the amount. */
    public Unit unit(R row) {
        return unit.apply(row);
    }

    /** The words of the statement, as they are written; empty where the row leaves it open. */
    public String words(R row) {
        return words.apply(row);
    }

    @Override
    public String toString() {
        return column.map(Column::name).orElse("words");
    }
}

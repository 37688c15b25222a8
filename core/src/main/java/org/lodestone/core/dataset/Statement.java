package org.lodestone.core.dataset;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;

/**
 * Something that each row of a table states, by which two datasets are compared: a quota of a year, the status of a project.
 *
 * @param <R> the record of a row
 * @param name of such statements, by the row
 * @param about the subject of a row, part by part
 * @param column that it stands in; one that the table does not have where it is put together from several
 */
public record Statement<R>(Function<R, String> name, ImmutableList<Function<R, String>> about, Column<R, ?> column) {

    /** The name of such statements, in the singular: {@code quota}. */
    public String name(R row) {
        return name.apply(row);
    }

    /** The subject of a row. Rows that agree in this speak of the same, and may disagree. */
    public ImmutableList<String> about(R row) {
        return about.stream().map(part -> part.apply(row)).collect(ImmutableList.toImmutableList());
    }

    /** The amount that is stated; empty for words. */
    public Optional<Observation> amount(R row) {
        Object said = column.of(row);
        Object one = said instanceof Optional<?> optional ? optional.orElse(null) : said;
        if (one instanceof BigDecimal number) {
            return Optional.of(Observation.of(number));
        }
        return one instanceof Observation observation ? Optional.of(observation) : Optional.empty();
    }

    /** The unit of the amount; a bare number where it has none. */
    public Unit unit(R row) {
        return column.unit().apply(row).orElse(Unit.TIMES);
    }

    /** The words of the statement, as they are written; empty where the row leaves it open. */
    public String words(R row) {
        return column.text(row);
    }

    @Override
    public String toString() {
        return column.name();
    }
}

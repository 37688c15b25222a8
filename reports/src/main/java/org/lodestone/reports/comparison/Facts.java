package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.dataset.Statement;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.dataset.TableRow;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.research.Assumption;

/** Everything a dataset says, fact by fact, in the order of its tables. */
final class Facts {

    private Facts() {}

    /** The facts of a dataset; of figures that were revised within an edition, the latest revision. */
    static ImmutableList<Fact> of(Dataset dataset) {
        return dataset.tables().stream().flatMap(table -> of(dataset, table)).collect(ImmutableList.toImmutableList());
    }

    /** The same facts of one table. */
    static <R> Stream<Fact> of(Dataset dataset, Table<R> table) {
        return counted(dataset, table).stream().flatMap(row -> of(table, row).stream());
    }

    /** The same facts of one table by the row that says them. A row that says none is not among them. */
    static <R> ImmutableListMultimap<TableRow, Fact> byRow(Dataset dataset, Table<R> table) {
        ImmutableListMultimap.Builder<TableRow, Fact> facts = ImmutableListMultimap.builder();
        counted(dataset, table).forEach(row -> facts.putAll(table.row(row), of(table, row)));
        return facts.build();
    }

    /** The facts of a row. */
    static <R> ImmutableList<Fact> of(Table<R> table, R row) {
        return table.statements().stream()
                .filter(statement -> !statement.words(row).isEmpty())
                .map(statement -> of(table, statement, row))
                .collect(ImmutableList.toImmutableList());
    }

    private static <R> Fact of(Table<R> table, Statement<R> statement, R row) {
        FactKey key = key(statement, row);
        return statement
                .amount(row)
                .map(amount -> Fact.of(
                        key,
                        table.edition().map(column -> column.text(row)).orElse(""),
                        table.revision().map(column -> column.text(row)).orElse(""),
                        amount,
                        statement.unit(row),
                        table.citation(row)))
                .orElseGet(() -> Fact.words(key, statement.words(row), table.citation(row)));
    }

    /** The key of the first fact of a row. */
    static <R> FactKey key(Table<R> table, R row) {
        return key(table.statements().get(0), row);
    }

    private static <R> FactKey key(Statement<R> statement, R row) {
        return new FactKey(statement.name(row), statement.about(row));
    }

    /** The rows that count: of figures the latest revisions, of assumptions those that an analyst made. */
    @SuppressWarnings("unchecked") // the rows of the table of figures are figures
    private static <R> List<R> counted(Dataset dataset, Table<R> table) {
        if (table == DatasetTables.FIGURES) {
            return (List<R>) latest(dataset);
        }
        return dataset.rows(table).stream()
                .filter(row -> !(row instanceof Assumption assumption && ForecastLinks.isLink(assumption)))
                .toList();
    }

    /** The latest revision of each figure, in the order of the file. */
    private static List<Figure> latest(Dataset dataset) {
        Set<Figure> latest = new LinkedHashSet<>();
        for (Measure measure : dataset.measures().values()) {
            dataset.figures().stream()
                    .filter(figure -> figure.measure().equals(measure))
                    .map(Figure::edition)
                    .distinct()
                    .forEach(edition -> latest.addAll(dataset.figures(measure.id(), edition)));
        }
        return List.copyOf(latest);
    }
}

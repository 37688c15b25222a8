package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.ChainTables;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Statement;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.dataset.TableRow;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.research.Assumption;

/** Everything a dataset says, fact by fact, in the order of its tables. */
final class Facts {

    private final Dataset dataset;
    private final ImmutableListMultimap.Builder<TableRow, Fact> facts = ImmutableListMultimap.builder();

    private Facts(Dataset dataset) {
        this.dataset = dataset;
    }

    /** The facts of a dataset; of figures that were revised within an edition, the latest revision. */
    static ImmutableList<Fact> of(Dataset dataset) {
        return byRow(dataset).values().asList();
    }

    /** The same facts by the row that says them. A row that says none is not among them. */
    static ImmutableListMultimap<TableRow, Fact> byRow(Dataset dataset) {
        Facts all = new Facts(dataset);
        dataset.tables().stream().filter(table -> !table.statements().isEmpty()).forEach(all::addAll);
        return all.facts.build();
    }

    private <R> void addAll(Table<R> table) {
        for (R row : counted(table)) {
            facts.putAll(table.row(row), of(table, row));
        }
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

    /** What the first fact of a row is of. */
    static <R> FactKey key(Table<R> table, R row) {
        return key(table.statements().get(0), row);
    }

    private static <R> FactKey key(Statement<R> statement, R row) {
        return new FactKey(statement.name(row), statement.about(row));
    }

    /** The rows that count: of figures the latest revisions, of assumptions those that an analyst made. */
    @SuppressWarnings("unchecked") // the rows of the table of figures are figures
    private <R> List<R> counted(Table<R> table) {
        if (table == ChainTables.FIGURES) {
            return (List<R>) latest();
        }
        return dataset.rows(table).stream()
                .filter(row -> !(row instanceof Assumption assumption && ForecastLinks.isLink(assumption)))
                .toList();
    }

    /** The latest revision of each figure, in the order of the file. */
    private List<Figure> latest() {
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

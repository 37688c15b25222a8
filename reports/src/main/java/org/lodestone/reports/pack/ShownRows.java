package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * The number of rows of each table that a report shows, as far as its rows are facts.
 *
 * <p>Every row has a list of sources of its own, which whatever is made of the row hands on. So a row is shown where its very
 * list, not one that is equal, stands behind a cell. What only a formula uses is not shown.
 */
final class ShownRows {

    private static final Term ROWS = Term.of("rows of the dataset");

    /** The rows of one table. */
    private record Count(String table, int rows, int shown) {}

    private ShownRows() {}

    /** The tables of a dataset that have rows, as far as these are facts with sources. */
    private static ImmutableList<Count> of(Dataset dataset, Model model, List<Section> sections) {
        Set<Object> cited = Collections.newSetFromMap(new IdentityHashMap<>());
        sections.stream().flatMap(Section::rows).forEach(row -> {
            row.values().forEach(value -> cited.add(model.content(value.key()).citedSources()));
            row.cites().forEach(cell -> cited.add(cell.ids()));
        });
        return dataset.tables().stream()
                .filter(table -> table.isCited() || table == DatasetTables.COMPANIES)
                .map(table -> count(table, dataset, cited))
                .filter(count -> count.rows() > 0)
                .collect(ImmutableList.toImmutableList());
    }

    /** The section that follows the checks: the counts of every table of a dataset, whose numbers are put into {@code counted}. */
    static Section section(Dataset dataset, Model model, List<Section> sections, Model.Builder counted) {
        ImmutableList<Count> facts = of(dataset, model, sections);
        return Section.of(
                        CheckSection.NAME,
                        "Rows of the dataset",
                        "Whether all that was read is shown",
                        List.of(facts(facts, counted), rules(dataset, facts, counted)))
                .asReference();
    }

    private static Table facts(List<Count> counts, Model.Builder model) {
        return Table.of("Facts read, and how many a sheet shows", counts)
                .id("rows-read")
                .label("Table", Count::table)
                .value("Rows", Shown.ORDINAL, count -> model.label(key("all", count.table()), count.rows()))
                .value("Shown", Shown.ORDINAL, count -> model.label(key("shown", count.table()), count.shown()))
                .value(
                        "Read and not shown",
                        Shown.ORDINAL,
                        count -> model.label(key("not shown", count.table()), count.rows() - count.shown()))
                .note(
                        "A row is shown where its figure, or its sources, stand on a sheet. Older revisions, and rows that only"
                                + " formulas use, are not.")
                .build();
    }

    /** The tables that are no facts: each row is a name, a choice or a rule, and is followed wherever it applies. */
    private static Table rules(Dataset dataset, List<Count> facts, Model.Builder model) {
        List<Count> others = dataset.tables().stream()
                .map(table -> new Count(table.name(), dataset.rows(table).size(), 0))
                .filter(one -> one.rows() > 0
                        && facts.stream().noneMatch(fact -> fact.table().equals(one.table())))
                .toList();
        return Table.of("Names, choices and rules read", others)
                .id("names-read")
                .label("Table", Count::table)
                .value("Rows", Shown.ORDINAL, one -> model.label(key("all", one.table()), one.rows()))
                .note("Headings, assumptions and formulas follow these rows, so they are not counted as shown or not.")
                .build();
    }

    private static Key key(String part, String table) {
        return ROWS.sub(part).of(Subject.of(table));
    }

    private static <R> Count count(org.lodestone.core.dataset.Table<R> table, Dataset dataset, Set<Object> cited) {
        ImmutableList<R> rows = dataset.rows(table);
        long shown =
                rows.stream().filter(row -> cited.contains(table.sources(row))).count();
        return new Count(table.name(), rows.size(), (int) shown);
    }
}

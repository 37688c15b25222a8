package org.lodestone.reports.pack;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
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
    record Count(String table, int rows, int shown) {
        int notShown() {
            return rows - shown;
        }
    }

    private final Set<Object> cited = Collections.newSetFromMap(new IdentityHashMap<>());
    private final ImmutableList.Builder<Count> counts = ImmutableList.builder();

    private ShownRows() {}

    /** The tables of a dataset that have rows, as far as these are facts with sources. */
    private static ImmutableList<Count> of(Dataset dataset, Model model, List<Section> sections) {
        ShownRows shown = new ShownRows();
        sections.forEach(section -> shown.look(section, model));
        dataset.tables().stream()
                .filter(table -> table.isCited() || table == DatasetTables.COMPANIES)
                .forEach(table -> shown.count(table, dataset));
        return shown.counts.build();
    }

    /** The section that follows the checks: the counts of every table of a dataset, whose numbers are put into {@code counted}. */
    static Section section(Dataset dataset, Model model, List<Section> sections, Model.Builder counted) {
        ImmutableList<Count> facts = of(dataset, model, sections);
        return Section.of(
                CheckSection.NAME,
                "Rows of the dataset",
                "Whether all that was read is shown",
                List.of(facts(facts, counted), rules(dataset, facts, counted)));
    }

    private static Table facts(List<Count> counts, Model.Builder model) {
        for (Count count : counts) {
            model.label(key("all", count.table()), count.rows());
            model.label(key("shown", count.table()), count.shown());
            model.label(key("not shown", count.table()), count.notShown());
        }
        return Table.of("Facts read, and how many a sheet shows", counts)
                .id("rows-read")
                .label("Table", Count::table)
                .value("Rows", Shown.ORDINAL, count -> key("all", count.table()))
                .value("Shown", Shown.ORDINAL, count -> key("shown", count.table()))
                .value("Read and not shown", Shown.ORDINAL, count -> key("not shown", count.table()))
                .note(
                        "A row is shown where its figure, or its sources, stand on a sheet. Older revisions, and rows that only"
                                + " formulas use, are not.")
                .build();
    }

    /** The tables that are no facts: each row is a name, a choice or a rule, and is followed wherever it applies. */
    private static Table rules(Dataset dataset, List<Count> facts, Model.Builder model) {
        List<String> others = new ArrayList<>();
        for (var table : dataset.tables()) {
            int rows = dataset.rows(table).size();
            if (rows > 0 && facts.stream().noneMatch(fact -> fact.table().equals(table.name()))) {
                others.add(table.name());
                model.label(key("all", table.name()), rows);
            }
        }
        return Table.of("Names, choices and rules read", others)
                .id("names-read")
                .label("Table", table -> table)
                .value("Rows", Shown.ORDINAL, table -> key("all", table))
                .note("Headings, assumptions and formulas follow these rows, so they are not counted as shown or not.")
                .build();
    }

    private static Key key(String part, String table) {
        return ROWS.sub(part).of(Subject.of(table));
    }

    private void look(Section section, Model model) {
        section.rows().forEach(row -> {
            row.values().forEach(value -> cited.add(model.content(value.key()).citedSources()));
            row.cites().forEach(cell -> cited.add(cell.ids()));
        });
    }

    private <R> void count(org.lodestone.core.dataset.Table<R> table, Dataset dataset) {
        ImmutableList<R> rows = dataset.rows(table);
        int shown = (int)
                rows.stream().filter(row -> cited.contains(table.sources(row))).count();
        if (!rows.isEmpty()) {
            counts.add(new Count(table.name(), rows.size(), shown));
        }
    }
}

package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.reports.comparison.Comparison.OtherDifference;
import org.lodestone.reports.comparison.TableDifference.RowDifference;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * Tables of what differs in rows of the dataset, of which facts are only some.
 *
 * @param most so many rows that one side does not have are listed
 * @param model takes what the tables show and no analysis has
 */
record RowTables(Comparison comparison, int most, Model.Builder model) {

    /** The number of rows of each table, then what no table of facts tells. */
    ImmutableList<Block> blocks() {
        return Block.withContent(List.of(tables(), others()));
    }

    /** The number of rows of each table that differ: facts, and all that is none. */
    private Table tables() {
        return Table.of("Tables that differ, in rows", comparison.tables())
                .id("table-shifts")
                .label("Table", TableDifference::table)
                .column("Before", one -> rows(one, "before", one.before()))
                .column("After", one -> rows(one, "after", one.after()))
                .column("Changed", one -> rows(one, Difference.Kind.REVISED))
                .column("New", one -> rows(one, Difference.Kind.NEW))
                .column("Dropped", one -> rows(one, Difference.Kind.DROPPED))
                .build();
    }

    private Cell rows(TableDifference one, Difference.Kind kind) {
        return rows(one, kind.toString(), one.count(kind));
    }

    private Cell rows(TableDifference one, String part, int rows) {
        Key key = ComparisonSection.SECTION.sub("rows " + part).of(Subject.of(one.table()));
        return new Cell.Of(model.label(key, rows), Shown.ORDINAL);
    }

    /** The differences that are no facts of the tables above: row by row, and outside the tables. */
    private Table others() {
        List<OtherDifference> all = new ArrayList<>();
        comparison.tables().stream()
                .flatMap(table -> table.untold().stream())
                .map(RowTables::inWords)
                .forEach(all::add);
        all.addAll(comparison.others());
        List<OtherDifference> listed = all.subList(0, Math.min(most, all.size()));
        var table = Table.of("What else differs", listed)
                .id("other-shifts")
                .prose("Row", OtherDifference::what)
                .prose("Before", OtherDifference::before)
                .prose("After", OtherDifference::after)
                .wide();
        if (all.size() > listed.size()) {
            table.note("And " + (all.size() - listed.size()) + " more.");
        }
        return table.build();
    }

    private static OtherDifference inWords(RowDifference row) {
        return switch (row.kind()) {
            case REVISED -> new OtherDifference(row.name(), row.was(), row.is());
            case NEW -> new OtherDifference(row.name(), "", "new");
            case DROPPED -> new OtherDifference(row.name(), "", "dropped");
        };
    }
}

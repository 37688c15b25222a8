package org.lodestone.reports.sheet.supply;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.edition.FirstPrints;
import org.lodestone.reports.internal.edition.FirstPrints.Of;
import org.lodestone.reports.internal.edition.FirstPrints.Revision;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The first prints of a measure with the last, a row for each revision. */
record FirstPrintTable(Dataset dataset, FirstPrints prints, Shown amount) {

    Table table(String measure) {
        var table = Table.of(
                        measure + (stepwise() ? " from edition to edition" : ": first and last print"),
                        prints.revisions())
                .id("first-prints", measure)
                .label("Year", one -> one.year().toString())
                .unit(
                        stepwise() ? "Before" : "First print",
                        one -> edition(one.first().edition(), one.firstYear(), one))
                .unit("Kind", one -> one.isEstimate() ? "estimate" : "reported")
                .unit(
                        stepwise() ? "After" : "Last print",
                        one -> edition(one.last().edition(), one.year(), one));
        add(table, Of.ROWS, "Sum of rows", "revision", amount);
        add(table, Of.PRINTED, "Printed total", "revision", amount);
        add(table, Of.SHARE, prints.largest().name() + ", share", "change", Shown.PERCENT);
        return table.note(note()).build();
    }

    private boolean stepwise() {
        return prints.isFromEditionToEdition();
    }

    private void add(Table.ListBuilder<Revision> table, Of of, String what, String change, Shown shown) {
        if (prints.revisions().stream()
                .noneMatch(one -> prints.revision(of, one).isPresent())) {
            return;
        }
        table.optional(what + (stepwise() ? ", before" : ", first"), shown, one -> prints.first(of, one))
                .optional(what + (stepwise() ? ", after" : ", last"), shown, one -> prints.last(of, one));
        if (of == Of.ROWS && !stepwise()) {
            below(table, prints.newestYear() + " revised by the lowest", prints.newestAtLowest(), shown);
            below(table, prints.newestYear() + " revised by the highest", prints.newestAtHighest(), shown);
        }
        table.optional(what + ", " + change, Shown.PERCENT, one -> prints.revision(of, one));
        below(table, "Lowest", prints.lowest(of), Shown.PERCENT);
        below(table, "Highest", prints.highest(of), Shown.PERCENT);
    }

    private static void below(Table.ListBuilder<Revision> table, String name, Optional<Key> key, Shown shown) {
        key.ifPresent(known -> table.below(Row.Kind.TOTAL, name, new Cell.Of(known, shown)));
    }

    private String edition(String id, Period year, Revision one) {
        return dataset.editionName(id) + (one.firstYear().equals(one.year()) ? "" : ", " + year);
    }

    private String note() {
        return (stepwise()
                        ? "Each edition states one year, so that it is set against the edition before."
                        : "The first edition at hand that has the year, and the newest.")
                + " A row that one of them names without a number is in neither sum; a change of share is in points."
                + (prints.ofOneKind().size() < prints.revisions().size()
                        ? " Lowest and highest are of first prints of the kind that the newest year is."
                        : "")
                + (prints.inRange(Of.ROWS).isEmpty() ? " One revision makes no range." : "");
    }
}

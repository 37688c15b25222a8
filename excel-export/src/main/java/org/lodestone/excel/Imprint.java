package org.lodestone.excel;

import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Report;

/**
 * A hidden sheet by which {@link PackReader} finds a reader's changes again.
 *
 * <p>It says of which dataset the workbook is, and has a row for every input: which value, what it was (nothing where it was empty), and a
 * formula that refers to its cell. A spreadsheet program moves the reference along where rows are inserted or sheets renamed. Formulas are listed as
 * ranges, so that one which was typed over is noticed.
 */
final class Imprint {

    static final String SHEET = "Imprint";

    /** In the first cell, so that a sheet of the same name is not mistaken for it. */
    static final String MARK = "Lodestone";

    /** Raised when the columns below change. */
    static final int VERSION = 3;

    static final String RANGE = "range";
    static final int KIND = 0;
    static final int WHAT = 1;
    static final int OF = 2;
    static final int WHEN = 3;
    static final int IN = 4;
    static final int BEFORE = 5;
    static final int CELL = 6;
    /** How the ids before them are shown: said once, in the first row that has the id. */
    static final int WHAT_NAME = 7;

    static final int OF_NAME = 8;
    /** In the first row. */
    static final int DATASET = 2;

    static final int EDITION = 3;

    /** How a formula begins that refers to cells and not to what stands in them. */
    static final String ROWS = "ROWS(";

    private static final int NO_STYLE = 0;

    private final SheetText rows;
    private final Placement placement;
    private final Values values;
    private final Set<String> namedTerms = new HashSet<>();
    private final Set<String> namedSubjects = new HashSet<>();
    private int row;

    private Imprint(SheetText rows, Placement placement, Values values) {
        this.rows = rows;
        this.placement = placement;
        this.values = values;
    }

    /** Writes the rows of the sheet. */
    static void write(Report report, Report.Origin origin, Placement placement, Values values, SheetText rows) {
        Imprint imprint = new Imprint(rows, placement, values);
        imprint.next();
        imprint.cell(0, Value.of(MARK));
        imprint.cell(1, Value.of((double) VERSION));
        imprint.cell(DATASET, Value.of(origin.dataset()));
        imprint.cell(EDITION, Value.of(origin.edition()));
        for (Map.Entry<Key, Content> entry : report.model().contents().entrySet()) {
            if (entry.getValue().isInput() && placement.homes().containsKey(entry.getKey())) {
                imprint.input(entry.getKey(), PackChanges.Kind.of(entry.getValue()));
            }
        }
        placement.sheets().forEach(plan -> imprint.formulas(plan, report));
    }

    private void input(Key key, PackChanges.Kind kind) {
        next();
        cell(KIND, Value.of(kind.toString()));
        cell(WHAT, Value.of(key.what().id()));
        text(OF, key.of().id());
        text(WHEN, key.when().toString());
        text(IN, key.in().name());
        Value before = values.of(key);
        String home = placement.home(key).absolute();
        if (before.isEmpty()) {
            rows.formula(CELL, NO_STYLE, rowsOf(home), Value.of(1.0)); // of an empty cell itself a sheet makes a zero
        } else {
            cell(BEFORE, before);
            rows.formula(CELL, NO_STYLE, home, before);
        }
        if (namedTerms.add(key.what().id())) {
            text(WHAT_NAME, key.what().name());
        }
        if (namedSubjects.add(key.of().id())) {
            text(OF_NAME, key.of().name());
        }
    }

    /** The formulas of a sheet, as rectangles without a gap. */
    private void formulas(SheetPlan plan, Report report) {
        CellRange.rectangles(plan.items().stream()
                        .filter(item -> isFormula(item.body(), report))
                        .map(Item::spot))
                .forEach(this::range);
    }

    private static boolean isFormula(Body body, Report report) {
        return body.asElsewhere().isPresent()
                || body.asHome().flatMap(report.model()::calculation).isPresent();
    }

    private void range(CellRange cells) {
        next();
        Value height = Value.of((double) cells.last().row() - cells.first().row() + 1);
        cell(KIND, Value.of(RANGE));
        cell(BEFORE, height);
        rows.formula(CELL, NO_STYLE, rowsOf(cells.absolute()), height);
    }

    private static String rowsOf(String cells) {
        return ROWS + cells + ")";
    }

    /** A text, where it is not empty. */
    private void text(int column, String text) {
        if (!text.isEmpty()) {
            cell(column, Value.of(text));
        }
    }

    private void cell(int column, Value value) {
        rows.value(column, NO_STYLE, value);
    }

    private void next() {
        rows.row(row++, OptionalDouble.empty());
    }
}

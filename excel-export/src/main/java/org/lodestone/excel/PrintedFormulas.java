package org.lodestone.excel;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.excel.internal.WorkerThread;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Report;

/**
 * The formulas of a workbook, printed sheet by sheet on a second thread: a third of the work of drawing, and no part of
 * it waits for another.
 */
final class PrintedFormulas {

    private static final int LONGEST = 8_192;

    private final Model model;
    private final Printer printer;
    private final ImmutableMap<String, Supplier<Map<Key, String>>> sheets;

    PrintedFormulas(Report report, Placement placement, WorkerThread worker) {
        this.model = report.model();
        this.printer = new Printer(model, placement);
        ImmutableMap.Builder<String, Supplier<Map<Key, String>>> begun = ImmutableMap.builder();
        for (SheetPlan plan : placement.sheets()) {
            begun.put(plan.name(), worker.begin(() -> print(plan)));
        }
        this.sheets = begun.buildOrThrow();
    }

    /** The formulas of what is calculated on a sheet, without the equals sign. */
    Map<Key, String> on(SheetPlan plan) {
        return requireNonNull(sheets.get(plan.name())).get();
    }

    private Map<Key, String> print(SheetPlan plan) {
        Map<Key, String> formulas = new HashMap<>();
        for (Item item : plan.items()) {
            Optional<Key> home = item.body().asHome();
            if (home.isPresent() && model.calculation(home.get()).isPresent()) {
                formulas.put(home.get(), print(home.get()));
            }
        }
        return formulas;
    }

    private String print(Key key) {
        String formula = printer.print(key);
        if (formula.length() > LONGEST) {
            throw new IllegalArgumentException("The formula of '" + key + "' has " + formula.length()
                    + " characters, and a cell takes " + LONGEST
                    + ". Say it in steps, each with a key of its own.");
        }
        return formula;
    }
}

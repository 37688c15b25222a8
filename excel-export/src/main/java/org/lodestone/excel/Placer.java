package org.lodestone.excel;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;

/** Gives every value of a report a cell. */
final class Placer {

    private final Report report;
    private final Ledger ledger;

    private Placer(Report report, Theme theme) {
        this.report = report;
        ImmutableSet<Key> selected =
                Selectors.of(report).stream().map(Block.Selector::key).collect(ImmutableSet.toImmutableSet());
        this.ledger = new Ledger(report, selected, theme);
    }

    /** The report with its sections named as their sheets are. */
    private static Report named(Report report) {
        Set<String> taken = new LinkedHashSet<>();
        for (String own : List.of(Workings.SHEET, Workings.REPEATED, Imprint.SHEET)) {
            taken.add(own.toLowerCase(Locale.ROOT));
        }
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        for (Section section : report.sections()) {
            String name = SheetNames.of(section.name(), taken);
            taken.add(name.toLowerCase(Locale.ROOT));
            sections.add(name.equals(section.name()) ? section : section.withName(name));
        }
        ImmutableList<Section> named = sections.build();
        return named.equals(report.sections()) ? report : report.withSections(named);
    }

    /** Leaves room for what the theme shows beside values. */
    static Placement place(Report report, Theme theme) {
        return new Placer(named(report), theme).place();
    }

    private Placement place() {
        try (WorkerThread worker = new WorkerThread()) {
            return place(grids(worker));
        }
    }

    /** The columns of each sheet, measured on a second thread while the cells of sheets before it are placed. */
    private ImmutableMap<String, Supplier<Grid>> grids(WorkerThread worker) {
        Values values = report.model().values(); // of one thread each
        return report.sections().stream()
                .sorted(Comparator.comparing(Placer::turn))
                .collect(ImmutableMap.toImmutableMap(
                        Section::name, section -> worker.begin(() -> Grid.of(section, report, values))));
    }

    private Placement place(Map<String, Supplier<Grid>> grids) {
        Map<String, SheetPlan> plans = new LinkedHashMap<>();
        ImmutableMap<Formula.Span, ? extends List<Spot>> ranges = ImmutableMap.of();
        report.sections().forEach(section -> plans.put(section.name(), SheetPlan.empty(section.name())));
        // values belong to the sections that are about them, so those are placed first
        for (int turn = 0; turn < 3; turn++) {
            for (Section section : report.sections()) {
                if (turn == turn(section)) {
                    plans.put(
                            section.name(),
                            placed(
                                    section,
                                    requireNonNull(grids.get(section.name())).get()));
                }
            }
            if (turn == 1) {
                Workings.Placed workings = new Workings(report, ledger).place(plans.values());
                workings.plans().forEach(plan -> plans.put(plan.name(), plan));
                ranges = workings.ranges();
            }
        }
        return new Placement(
                ImmutableList.copyOf(plans.values()),
                ImmutableMap.copyOf(ledger.homes),
                ranges,
                ImmutableMap.copyOf(ledger.sources),
                ImmutableListMultimap.copyOf(ledger.headers));
    }

    private SheetPlan placed(Section section, Grid grid) {
        return new SheetPlacer(section, grid, report, ledger).place();
    }

    private static int turn(Section section) {
        boolean listsUses = section.rows().anyMatch(Row::listsUses);
        if (listsUses) {
            return 2;
        }
        return section.presents() ? 1 : 0;
    }
}

package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Gives every value of a report a cell. */
final class Placer {

    static final String WORKINGS = "Workings";

    private final Report report;
    private final Ledger ledger;

    private Placer(Report report) {
        this.report = report;
        this.ledger = new Ledger(report.model(), selected(report));
    }

    /** The keys that selectors are home to. */
    private static ImmutableSet<Key> selected(Report report) {
        Set<Key> keys = new LinkedHashSet<>();
        for (Block.Selector selector : Selectors.of(report)) {
            Selectors.check(selector, report.model());
            if (!keys.add(selector.key())) {
                throw new IllegalArgumentException(
                        "Two selectors pick '" + selector.key() + "'. Keep one, and show the other as a value.");
            }
        }
        return ImmutableSet.copyOf(keys);
    }

    /** The report with its sections named as their sheets are. */
    private static Report named(Report report) {
        Set<String> taken =
                new LinkedHashSet<>(Set.of(WORKINGS.toLowerCase(Locale.ROOT), Imprint.SHEET.toLowerCase(Locale.ROOT)));
        ImmutableList.Builder<Section> sections = ImmutableList.builder();
        for (Section section : report.sections()) {
            String name = SheetNames.of(section.name(), taken);
            taken.add(name.toLowerCase(Locale.ROOT));
            sections.add(new Section(name, section.title(), section.subtitle(), section.presents(), section.blocks()));
        }
        return report.withSections(sections.build());
    }

    static Placement place(Report report) {
        return new Placer(named(report)).place();
    }

    private Placement place() {
        Map<String, SheetPlan> plans = new LinkedHashMap<>();
        Map<Formula.Span, ImmutableList<Spot>> lists = new LinkedHashMap<>();
        report.sections().forEach(section -> plans.put(section.name(), empty(section)));
        // values belong to the sections that are about them, so those are placed first
        for (int turn = 0; turn < 3; turn++) {
            for (Section section : report.sections()) {
                if (turn == turn(section)) {
                    plans.put(section.name(), new SheetPlacer(section, report, ledger).place());
                }
            }
            if (turn == 1) {
                Set<Key> homeless = homeless();
                Set<Formula.Span> scattered = scattered(homeless);
                if (!homeless.isEmpty() || !scattered.isEmpty()) {
                    Section workings = workings(homeless, scattered);
                    plans.put(WORKINGS, new SheetPlacer(workings, report, ledger).place());
                    lists.putAll(lists(scattered, plans.get(WORKINGS)));
                }
            }
        }
        return new Placement(
                ImmutableList.copyOf(plans.values()),
                ImmutableMap.copyOf(ledger.homes),
                ImmutableMap.copyOf(lists),
                ImmutableMap.copyOf(ledger.sources),
                ImmutableListMultimap.copyOf(ledger.headers));
    }

    private static SheetPlan empty(Section section) {
        return new SheetPlan(
                section.name(),
                ImmutableList.of(),
                Optional.empty(),
                ImmutableList.of(),
                ImmutableMap.of(),
                ImmutableSet.of(),
                ImmutableMap.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                ImmutableList.of(),
                0,
                0,
                100,
                false);
    }

    private static int turn(Section section) {
        boolean listsUses = section.blocks().stream()
                .filter(Table.class::isInstance)
                .flatMap(block -> ((Table) block).rows().stream())
                .flatMap(row -> row.cells().stream())
                .anyMatch(Cell.Uses.class::isInstance);
        if (listsUses) {
            return 2;
        }
        return section.presents() ? 1 : 0;
    }

    /** Keys that placed values need, or that the report shows by link, but that no table is home to. */
    private Set<Key> homeless() {
        Set<Key> found = new LinkedHashSet<>();
        List<Key> roots = new ArrayList<>(ledger.homes.keySet());
        report.sections().forEach(section -> roots.addAll(SheetPlacer.linked(section)));
        roots.addAll(report.model().names().keySet());
        roots.forEach(key -> need(key, found));
        found.removeAll(ledger.selected); // these wait for a section that is placed last
        return found;
    }

    private void need(Key key, Set<Key> found) {
        if (!ledger.homes.containsKey(key) && !found.add(key)) {
            return;
        }
        report.model().calculation(key).stream().flatMap(Formula::references).forEach(used -> needOnce(used, found));
    }

    private void needOnce(Key key, Set<Key> found) {
        if (!ledger.homes.containsKey(key) && !found.contains(key)) {
            need(key, found);
        }
    }

    /**
     * What a formula, a chart, a name or a selector takes as one range, and is at home in several: the rows of an edition
     * that names fewer countries than the one beside it.
     */
    private Set<Formula.Span> scattered(Set<Key> homeless) {
        Ledger trial = ledger.copy();
        new SheetPlacer(workings(homeless, Set.of()), report, trial).place();
        Set<Formula.Span> found = new LinkedHashSet<>();
        trial.homes.keySet().stream()
                .flatMap(key -> report.model().calculation(key).stream())
                .flatMap(formula -> formula.walk(
                        key -> Stream.empty(),
                        (span, fn) ->
                                Run.suit(Run.of(spots(span, trial.homes), fn), fn) ? Stream.empty() : Stream.of(span)))
                .forEach(found::add);
        Stream.concat(
                        report.model().spanNames().keySet().stream(),
                        Selectors.of(report).stream().map(Block.Selector::choices))
                .filter(span -> !Run.suit(Run.of(spots(span, trial.homes), Fn.PICK), Fn.PICK))
                .forEach(found::add);
        charted().filter(span -> !Spot.inLine(spots(span, trial.homes))).forEach(found::add);
        return found;
    }

    private Stream<Formula.Span> charted() {
        return report.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Charts.class::isInstance)
                .flatMap(block -> ((Block.Charts) block).charts().stream())
                .flatMap(chart -> chart.series().stream())
                .map(Chart.Series::values);
    }

    private static List<Spot> spots(Formula.Span span, Map<Key, Spot> homes) {
        return span.keys().stream()
                .map(key -> Optional.ofNullable(homes.get(key)).orElseThrow())
                .toList();
    }

    private Section workings(Set<Key> homeless, Set<Formula.Span> scattered) {
        List<Key> definitions = homeless.stream()
                .filter(key -> report.model().content(key).asDefinition().isPresent())
                .toList();
        List<Key> others =
                homeless.stream().filter(key -> !definitions.contains(key)).toList();
        List<Table> tables = new ArrayList<>();
        if (!definitions.isEmpty()) {
            tables.add(workings("Definitions", definitions));
        }
        if (!others.isEmpty()) {
            tables.add(workings("Steps between", others));
        }
        scattered.forEach(span -> tables.add(list(span)));
        return Section.of(
                WORKINGS,
                "Definitions, and steps between",
                "Constants that formulas name, and calculations that no other sheet shows",
                tables);
    }

    /** The values of a span once more, one under the other. */
    private static Table list(Formula.Span span) {
        return Table.of("Repeated as one range: " + span.keys().get(0).what().name(), span.keys())
                .prose("What", key -> capitalised(key.toString()))
                .column("Value", Column.Role.VALUE, key -> new Cell.Of(key, Shown.AS_IS))
                .build();
    }

    /** Where the lists stand on the sheet of workings, which repeats nothing else. */
    private static Map<Formula.Span, ImmutableList<Spot>> lists(Set<Formula.Span> scattered, SheetPlan workings) {
        Iterator<Spot> repeated = workings.items().stream()
                .filter(item -> item.body() instanceof SheetPlan.Body.Elsewhere)
                .map(SheetPlan.Item::spot)
                .iterator();
        Map<Formula.Span, ImmutableList<Spot>> lists = new LinkedHashMap<>();
        scattered.forEach(span -> lists.put(
                span, span.keys().stream().map(key -> repeated.next()).collect(ImmutableList.toImmutableList())));
        return lists;
    }

    private Table workings(String heading, List<Key> keys) {
        return Table.of(heading, keys)
                .prose("What", key -> capitalised(key.toString()))
                .column("Value", Column.Role.VALUE, key -> new Cell.Of(key, Shown.AS_IS))
                .words(
                        "Name",
                        key -> Optional.ofNullable(report.model().names().get(key))
                                .orElse(""))
                .prose(
                        "Meaning",
                        key -> report.model()
                                .content(key)
                                .asDefinition()
                                .map(Content.Definition::meaning)
                                .orElse(""))
                .build();
    }

    private static String capitalised(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}

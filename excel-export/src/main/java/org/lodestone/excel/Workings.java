package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lodestone.core.internal.text.Words;
import org.lodestone.excel.SheetPlan.Body;
import org.lodestone.excel.SheetPlan.Item;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * The sheets of values that are used and that no other sheet shows, and of values that are taken as one range and that no
 * other sheet shows side by side.
 */
record Workings(Report report, Ledger ledger) {

    static final String SHEET = "Workings";
    static final String REPEATED = "Ranges";

    /**
     * The sheets, and where everything that is taken as one range stands.
     *
     * @param plans none where the other sheets have all
     * @param ranges the cells of what is at home apart, in the order of each span
     */
    record Placed(ImmutableList<SheetPlan> plans, ImmutableMap<Formula.Span, ? extends List<Spot>> ranges) {}

    Placed place(Collection<SheetPlan> others) {
        List<SheetPlan> plans = new ArrayList<>(others);
        ImmutableList.Builder<SheetPlan> own = ImmutableList.builder();
        homeless().ifPresent(section -> {
            SheetPlan plan = placed(section);
            plans.add(plan);
            own.add(plan);
        });
        Map<Formula.Span, Optional<ImmutableList<Spot>>> ranges = Ranges.of(report, ledger.homes, plans);
        Set<Formula.Span> missing = Maps.filterValues(ranges, Optional::isEmpty).keySet();
        if (!missing.isEmpty()) {
            SheetPlan plan = placed(repeated(missing, plans));
            own.add(plan);
            Appearances here = Appearances.on(plan);
            ranges.replaceAll((span, found) -> found.or(() -> here.range(span)));
        }
        return new Placed(own.build(), ImmutableMap.copyOf(Maps.transformValues(ranges, Optional::orElseThrow)));
    }

    private SheetPlan placed(Section section) {
        return new SheetPlacer(section, Grid.of(section, report, ledger.values), report, ledger).place();
    }

    // ---------------------------------------------------------------- values without a home

    private Optional<Section> homeless() {
        Set<Key> keys = keys();
        List<Key> definitions = keys.stream()
                .filter(key -> report.model().content(key).asDefinition().isPresent())
                .toList();
        List<Key> others =
                keys.stream().filter(key -> !definitions.contains(key)).toList();
        List<Table> tables = new ArrayList<>();
        if (!definitions.isEmpty()) {
            tables.add(table("Definitions", definitions));
        }
        if (!others.isEmpty()) {
            tables.add(table("Steps between", others));
        }
        return tables.isEmpty()
                ? Optional.empty()
                : Optional.of(Section.of(
                                SHEET,
                                "Definitions, and steps between",
                                "Constants that formulas name, and calculations that no other sheet shows",
                                tables)
                        .in(Section.Group.WORKING));
    }

    /** Keys that placed values need, or that the report shows again, but that no table is home to. */
    private Set<Key> keys() {
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
        for (Key other : report.model().usedBy(key)) {
            if (!ledger.homes.containsKey(other) && !found.contains(other)) {
                need(other, found);
            }
        }
    }

    private Table table(String heading, List<Key> keys) {
        return Table.of(heading, keys)
                .prose("What", Workings::inWords)
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

    private static String inWords(Key key) {
        return Words.byItself(key.toString());
    }

    // ---------------------------------------------------------------- values once more

    private Section repeated(Set<Formula.Span> spans, List<SheetPlan> plans) {
        Map<Spot, Item> items = plans.stream()
                .flatMap(plan -> plan.items().stream())
                .collect(Collectors.toMap(Item::spot, item -> item, (first, second) -> first));
        Repeated repeated = new Repeated(ledger, items);
        return Section.of(
                        REPEATED,
                        "Values once more, as one range each",
                        "What a formula or a chart takes together, and other sheets show apart",
                        spans.stream().map(repeated::table).toList())
                .in(Section.Group.WORKING);
    }

    /** Values once more, one under the other, each with the name that it has where it is at home. */
    private record Repeated(Ledger ledger, Map<Spot, Item> items) {

        Table table(Formula.Span span) {
            boolean inRow =
                    span.keys().stream().map(key -> name(key, false)).distinct().count() == 1;
            return Table.of(
                            "Repeated as one range: "
                                    + span.keys().get(0).what().name(),
                            span.keys())
                    .column("What", Column.Role.PROSE, key -> name(key, inRow))
                    .column("Value", Column.Role.VALUE, key -> Cell.again(key, shown(key)))
                    .build();
        }

        private Shown shown(Key key) {
            return Optional.ofNullable(items.get(home(key))).map(Item::shown).orElse(Shown.AS_IS);
        }

        private Spot home(Key key) {
            return Optional.ofNullable(ledger.homes.get(key)).orElseThrow();
        }

        /** The name of a value's row, or else of its column. */
        private Cell name(Key key, boolean ofColumn) {
            Spot home = home(key);
            Optional<Spot> named =
                    ofColumn ? Placement.columnName(home, ledger.headers) : Optional.of(Placement.rowName(home));
            return named.filter(spot -> !spot.equals(home))
                    .flatMap(spot -> Optional.ofNullable(items.get(spot)))
                    .flatMap(item -> cell(item.body()))
                    .orElseGet(() -> new Cell.Words(inWords(key)));
        }

        private Optional<Cell> cell(Body body) {
            return body.asHome()
                    .or(body::asElsewhere)
                    .<Cell>map(key -> Cell.again(key, Shown.TEXT))
                    .or(() -> Optional.of(body.value(ledger.values))
                            .filter(value -> !value.isEmpty())
                            .map(value -> new Cell.Words(value.inSentence())));
        }
    }
}

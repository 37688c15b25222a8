package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** All editions of a measure side by side: what each printed for each year, and what follows from it. */
record Vintages(Dataset dataset, ImmutableList<Supply> supplies) {

    /** One edition's figures of one year: a column. */
    private record Vintage(Supply supply, Period year) {}

    Model model() {
        Model.Builder model = Model.builder();
        supplies.forEach(supply -> model.include(supply.model()));
        return model.build();
    }

    Table table(Shown shown) {
        List<Vintage> vintages = supplies.stream()
                .flatMap(supply -> supply.years().stream().map(year -> new Vintage(supply, year)))
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("", Column.Role.LABEL));
        columns.add(Column.of("Unit", Column.Role.UNIT));
        for (Vintage vintage : vintages) {
            columns.add(Column.of(
                    vintage.year() + ", " + dataset.editionName(vintage.supply().edition()), Column.Role.VALUE));
        }
        String unit = supplies.get(0).measure().unit().toString();
        Set<Place> places = new LinkedHashSet<>();
        supplies.forEach(supply -> places.addAll(supply.places()));
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        for (Place place : places) {
            rows.add(row(
                    Row.Kind.BODY,
                    place.name(),
                    unit,
                    shown,
                    vintages,
                    (supply, year) -> supply.places().contains(place)
                            ? Optional.of(supply.amount(place, year))
                            : Optional.empty()));
        }
        if (supplies.stream().anyMatch(Supply::other)) {
            rows.add(row(
                    Row.Kind.BODY,
                    Place.OTHER.name(),
                    unit,
                    shown,
                    vintages,
                    (supply, year) ->
                            supply.other() ? Optional.of(supply.amount(Place.OTHER, year)) : Optional.empty()));
        }
        rows.add(row(
                Row.Kind.TOTAL,
                "Sum of known rows",
                unit,
                shown,
                vintages,
                (supply, year) -> Optional.of(supply.total(year))));
        rows.add(row(Row.Kind.BODY, "Printed total", unit, shown, vintages, Supply::printedTotal));
        rows.add(row(Row.Kind.BODY, "Growth, sum of rows", "%", Shown.PERCENT_2, vintages, Supply::growth));
        rows.add(row(Row.Kind.BODY, "Growth, printed totals", "%", Shown.PERCENT_2, vintages, Supply::growthOfPrinted));
        rows.addAll(shares(supplies.get(0).places().get(0), vintages));
        rows.add(row(
                Row.Kind.BODY,
                "HHI, other countries split up",
                "index",
                Shown.ONE_DECIMAL,
                vintages,
                (s, year) -> s.hasShares(year) ? Optional.of(s.hhi(year)) : Optional.empty()));
        rows.add(row(
                Row.Kind.BODY,
                "Three largest (CR3)",
                "%",
                Shown.PERCENT_2,
                vintages,
                (s, year) -> s.hasShares(year) ? s.cr3(year) : Optional.empty()));
        return new Table(
                "Every edition side by side",
                ImmutableList.copyOf(columns),
                rows.build().stream().filter(Vintages::saysSomething).collect(ImmutableList.toImmutableList()),
                ImmutableList.of(),
                notes());
    }

    private ImmutableList<String> notes() {
        return Stream.concat(
                        Stream.of(
                                "A country that an edition does not name is left blank in it. A growth is taken within"
                                        + " one edition."),
                        supplies.stream()
                                .flatMap(supply -> SupplySection.missed(supply).stream()
                                        .map(note -> dataset.editionName(supply.edition()) + ", " + note)))
                .collect(ImmutableList.toImmutableList());
    }

    /** The share of the country that is largest in the first edition. */
    private static List<Row> shares(Place leader, List<Vintage> vintages) {
        return List.of(
                row(
                        Row.Kind.BODY,
                        leader + ", share of sum of rows",
                        "%",
                        Shown.PERCENT_2,
                        vintages,
                        (supply, year) -> supply.places().contains(leader) && supply.hasShares(year)
                                ? Optional.of(supply.share(leader, year))
                                : Optional.empty()),
                row(
                        Row.Kind.BODY,
                        leader + ", share of printed total",
                        "%",
                        Shown.PERCENT_2,
                        vintages,
                        (supply, year) -> supply.shareOfPrinted(leader, year)));
    }

    private static boolean saysSomething(Row row) {
        return row.values().findAny().isPresent();
    }

    private static Row row(
            Row.Kind kind,
            String label,
            String unit,
            Shown shown,
            List<Vintage> vintages,
            BiFunction<Supply, Period, Optional<Key>> value) {
        ImmutableList.Builder<Cell> cells =
                ImmutableList.<Cell>builder().add(new Cell.Words(label), new Cell.Words(unit));
        for (Vintage vintage : vintages) {
            cells.add(Cell.of(value.apply(vintage.supply(), vintage.year()), shown));
        }
        return new Row(kind, cells.build());
    }
}

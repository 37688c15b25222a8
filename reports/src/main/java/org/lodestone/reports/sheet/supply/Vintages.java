package org.lodestone.reports.sheet.supply;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supply;

/**
 * All editions of a measure side by side: what each printed for each year, and what follows from it; of the edition that is used
 * also what each country's share, growth and rank are.
 *
 * @param used the edition that a report is made from
 * @param supplies all editions, that one among them
 */
record Vintages(Dataset dataset, Supply used, ImmutableList<Supply> supplies) {

    /** One edition's figures of one year: a column. */
    private record Vintage(Supply supply, Period year) {}

    Model model() {
        Model.Builder model = Model.builder();
        supplies.forEach(supply -> model.include(supply.model()));
        return model.build();
    }

    Table table() {
        Shown shown = EditionSection.shown(used);
        List<Vintage> vintages = supplies.stream()
                .flatMap(supply -> supply.years().stream().map(year -> new Vintage(supply, year)))
                .toList();
        List<Column> columns = new ArrayList<>();
        columns.add(Column.of("", Column.Role.LABEL));
        columns.add(Column.of("Unit", Column.Role.UNIT));
        vintages.forEach(vintage -> columns.add(Column.of(header(vintage), Column.Role.VALUE)));
        List<Extra> extras = extras();
        extras.forEach(extra -> columns.add(Column.of(extra.header(), Column.Role.VALUE)));
        ImmutableList.Builder<Row> rows = ImmutableList.builder();
        Stream.concat(places().stream(), Stream.of(Place.OTHER).filter(other -> anyOther()))
                .forEach(place -> rows.add(row(place, shown, vintages, extras)));
        for (Follows follows : follows(shown)) {
            rows.add(row(follows, vintages, extras.size()));
        }
        return new Table(
                used.measure().name(),
                ImmutableList.copyOf(columns),
                rows.build().stream().filter(Vintages::saysSomething).collect(ImmutableList.toImmutableList()),
                ImmutableList.of(),
                notes());
    }

    private String header(Vintage vintage) {
        String edition = vintage.supply().edition();
        return vintage.year() + (edition.isEmpty() ? "" : ", " + dataset.editionName(edition));
    }

    private Set<Place> places() {
        Set<Place> places = new LinkedHashSet<>(used.places());
        supplies.forEach(supply -> places.addAll(supply.places()));
        return places;
    }

    private boolean anyOther() {
        return supplies.stream().anyMatch(Supply::other);
    }

    // ---------------------------------------------------------------- what countries have, in the edition used

    /** A column of what follows for a country in the latest year of the edition used. */
    private record Extra(String header, Shown shown, Function<Place, Optional<Key>> value) {}

    private List<Extra> extras() {
        Period year = used.latest();
        String edition = supplies.size() > 1 ? ", " + dataset.editionName(used.edition()) : "";
        List<Extra> extras = new ArrayList<>();
        if (used.hasShares(year)) {
            extras.add(
                    new Extra("Share " + year + edition, Shown.PERCENT, place -> Optional.of(used.share(place, year))));
        }
        if (used.growth(year).isPresent() && !used.known(year).isEmpty()) {
            extras.add(new Extra("Growth " + year + edition, Shown.PERCENT, place -> used.growth(place, year)));
        }
        if (used.hasShares(year)) {
            extras.add(new Extra(
                    "Rank " + year + edition,
                    Shown.ORDINAL,
                    place -> Optional.of(used.rank(place, year)).filter(rank -> place.kind() != Place.Kind.OTHER)));
        }
        return extras;
    }

    private Row row(Place place, Shown shown, List<Vintage> vintages, List<Extra> extras) {
        ImmutableList.Builder<Cell> cells = ImmutableList.<Cell>builder()
                .add(
                        new Cell.Words(place.name()),
                        new Cell.Words(used.measure().unit().toString()));
        for (Vintage vintage : vintages) {
            Supply supply = vintage.supply();
            Optional<Key> amount = Optional.of(supply.amount(place, vintage.year()))
                    .filter(key -> supply.rows().contains(place));
            cells.add(Cell.of(amount, shown));
        }
        boolean has = used.rows().contains(place);
        for (Extra extra : extras) {
            cells.add(has ? Cell.of(extra.value().apply(place), extra.shown()) : Cell.BLANK);
        }
        return new Row(Row.Kind.BODY, cells.build());
    }

    // ---------------------------------------------------------------- what follows from each edition

    /** A row of what follows from an edition in a year. */
    private record Follows(
            Row.Kind kind, String label, String unit, Shown shown, BiFunction<Supply, Period, Optional<Key>> value) {}

    private List<Follows> follows(Shown shown) {
        String unit = used.measure().unit().toString();
        boolean allKnown =
                supplies.stream().allMatch(supply -> supply.years().stream().allMatch(supply::allKnown));
        Place leader = used.places().get(0);
        List<Follows> follows = new ArrayList<>();
        follows.add(new Follows(
                Row.Kind.TOTAL,
                allKnown ? "Sum of rows" : "Sum of known rows",
                unit,
                shown,
                (supply, year) -> Optional.of(supply.total(year))
                        .filter(total -> !supply.known(year).isEmpty())));
        if (!allKnown) {
            follows.add(body(
                    "Rows with a figure", "count", Shown.WHOLE, (supply, year) -> Optional.of(supply.count(year))));
        }
        follows.add(body("Printed total", unit, shown, Supply::printedTotal));
        follows.add(body("Sum less printed total", unit, shown, Vintages::difference));
        follows.add(body("Growth, sum of rows", "%", Shown.PERCENT, ifAnyKnown(Supply::growth)));
        follows.add(body("Growth, printed totals", "%", Shown.PERCENT, ifAnyKnown(Supply::growthOfPrinted)));
        follows.add(body(
                leader + ", share of sum of rows",
                "%",
                Shown.PERCENT,
                shared((supply, year) -> Optional.of(supply.share(leader, year))
                        .filter(share -> supply.places().contains(leader)))));
        follows.add(body(
                leader + ", share of printed total",
                "%",
                Shown.PERCENT,
                ifAnyKnown((supply, year) -> supply.shareOfPrinted(leader, year))));
        follows.add(body(
                "HHI, other countries split up",
                "0 to 10,000",
                Shown.WHOLE,
                shared((supply, year) -> Optional.of(supply.hhi(year)))));
        follows.add(
                body("HHI, other countries as one", "0 to 10,000", Shown.WHOLE, shared(Supply::hhiWithOthersAsOne)));
        follows.add(body("Three largest (CR3)", "%", Shown.PERCENT, largest(3, Supply::cr3)));
        follows.add(body("Five largest (CR5)", "%", Shown.PERCENT, largest(5, Supply::cr5)));
        follows.add(body(
                "Share left without the largest",
                "%",
                Shown.PERCENT,
                shared((supply, year) -> Optional.of(supply.withoutLargest(year)))));
        return follows;
    }

    private static Follows body(
            String label, String unit, Shown shown, BiFunction<Supply, Period, Optional<Key>> value) {
        return new Follows(Row.Kind.BODY, label, unit, shown, value);
    }

    /** The share of the largest, where they are some of more: of as many as there are it is all. */
    private static BiFunction<Supply, Period, Optional<Key>> largest(
            int number, BiFunction<Supply, Period, Optional<Key>> share) {
        return shared((supply, year) -> supply.rows().size() > number ? share.apply(supply, year) : Optional.empty());
    }

    /** A value that follows from shares, where rows have them: the three largest need three figures. */
    private static BiFunction<Supply, Period, Optional<Key>> shared(BiFunction<Supply, Period, Optional<Key>> value) {
        return (supply, year) -> supply.hasShares(year)
                ? value.apply(supply, year)
                        .filter(key -> supply.value(key).number().isPresent())
                : Optional.empty();
    }

    /** A value that follows from figures, where it does in any year: a row of nothing but n/a says nothing. */
    private BiFunction<Supply, Period, Optional<Key>> ifAnyKnown(BiFunction<Supply, Period, Optional<Key>> value) {
        boolean any = supplies.stream()
                .anyMatch(supply -> supply.years().stream()
                        .anyMatch(year -> value.apply(supply, year)
                                .filter(key -> supply.value(key).number().isPresent())
                                .isPresent()));
        return any ? value : (supply, year) -> Optional.empty();
    }

    private static Optional<Key> difference(Supply supply, Period year) {
        return supply.differenceFromPrinted(year)
                .filter(key -> supply.value(key).number().isPresent());
    }

    private static Row row(Follows follows, List<Vintage> vintages, int blank) {
        ImmutableList.Builder<Cell> cells =
                ImmutableList.<Cell>builder().add(new Cell.Words(follows.label()), new Cell.Words(follows.unit()));
        vintages.forEach(vintage ->
                cells.add(Cell.of(follows.value().apply(vintage.supply(), vintage.year()), follows.shown())));
        cells.addAll(Collections.nCopies(blank, Cell.BLANK));
        return new Row(follows.kind(), cells.build());
    }

    private static boolean saysSomething(Row row) {
        return row.values().findAny().isPresent();
    }

    // ---------------------------------------------------------------- notes

    private ImmutableList<String> notes() {
        Stream<String> about = Stream.of(used.measure().description()).filter(words -> !words.isEmpty());
        Stream<String> named = supplies.size() > 1
                ? Stream.of("A country that an edition does not name is left blank in it."
                        + " Share, growth and rank are those of "
                        + dataset.editionName(used.edition()) + ".")
                : Stream.empty();
        Stream<String> missed = supplies.stream()
                .flatMap(supply -> EditionSection.missed(supply).stream()
                        .map(note -> supply.edition().isEmpty()
                                ? note
                                : dataset.editionName(supply.edition()) + ", " + note));
        return Stream.of(about, named, outlook().stream(), missed)
                .flatMap(notes -> notes)
                .collect(ImmutableList.toImmutableList());
    }

    /** Which years of the edition used are an outlook, and whose case it is. */
    private Optional<String> outlook() {
        String years = used.years().stream()
                .filter(year -> !used.observed().contains(year))
                .map(Period::toString)
                .collect(Collectors.joining(", "));
        String cases = dataset.figures(used.measure().id(), used.edition()).stream()
                .map(Figure::scenarioCase)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return years.isEmpty() ? Optional.empty() : Optional.of(years + ": an outlook, not observed (" + cases + ").");
    }
}

package org.lodestone.reports.sheet.supply;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    Model model() {
        Model.Builder model = Model.builder();
        supplies.forEach(supply -> model.include(supply.model()));
        return model.build();
    }

    Table table() {
        Shown shown = EditionSection.shown(used);
        List<Follows> follows =
                follows(shown).stream().filter(this::saysSomething).toList();
        // the countries of the edition used first
        List<Place> places =
                Supply.rows(Stream.concat(Stream.of(used), supplies.stream()).toList());
        var table = Table.of(used.measure().name(), places)
                .id("editions", used.measure().name())
                .label("", Place::name)
                .unit(place -> used.measure().unit().toString());
        follows.forEach(one -> table.below(one.kind(), one.label(), new Cell.Words(one.unit())));
        for (Supply supply : supplies) {
            for (Period year : supply.years()) {
                table.optional(header(supply, year), shown, place -> amount(supply, place, year));
                follows.forEach(one ->
                        table.below(one.kind(), one.label(), Cell.of(one.value().apply(supply, year), one.shown())));
            }
        }
        ofUsed(table);
        notes().forEach(table::note);
        return table.build();
    }

    private String header(Supply supply, Period year) {
        return year + (supply.edition().isEmpty() ? "" : ", " + dataset.editionName(supply.edition()));
    }

    private static Optional<Key> amount(Supply supply, Place place, Period year) {
        return supply.rows().contains(place) ? Optional.of(supply.amount(place, year)) : Optional.empty();
    }

    private boolean saysSomething(Follows follows) {
        return supplies.stream()
                .anyMatch(supply -> supply.years().stream()
                        .anyMatch(year -> follows.value().apply(supply, year).isPresent()));
    }

    // ---------------------------------------------------------------- what countries have, in the edition used

    /** Columns of what follows for a country in the latest year of the edition used. */
    private void ofUsed(Table.ListBuilder<Place> table) {
        Period year = used.latest();
        String of = " " + year + (supplies.size() > 1 ? ", " + dataset.editionName(used.edition()) : "");
        if (used.hasShares(year)) {
            table.optional("Share" + of, Shown.PERCENT, ifNamed(place -> Optional.of(used.share(place, year))));
        }
        if (used.growth(year).isPresent() && !used.known(year).isEmpty()) {
            table.optional("Growth" + of, Shown.PERCENT, ifNamed(place -> used.growth(place, year)));
        }
        if (used.hasShares(year)) {
            table.optional(
                    "Rank" + of,
                    Shown.ORDINAL,
                    ifNamed(place ->
                            Optional.of(used.rank(place, year)).filter(rank -> place.kind() != Place.Kind.OTHER)));
        }
    }

    private Function<Place, Optional<Key>> ifNamed(Function<Place, Optional<Key>> value) {
        return place -> used.rows().contains(place) ? value.apply(place) : Optional.empty();
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
        follows.add(percentage("Growth, sum of rows", ifAnyKnown(Supply::growth)));
        follows.add(percentage("Growth, printed totals", ifAnyKnown(Supply::growthOfPrinted)));
        follows.add(percentage(
                leader + ", share of sum of rows",
                shared((supply, year) -> Optional.of(supply.share(leader, year))
                        .filter(share -> supply.places().contains(leader)))));
        follows.add(percentage(
                leader + ", share of printed total",
                ifAnyKnown((supply, year) -> supply.shareOfPrinted(leader, year))));
        follows.add(index("split up", (supply, year) -> Optional.of(supply.hhi(year))));
        follows.add(index("as one", Supply::hhiWithOthersAsOne));
        follows.add(percentage("Three largest (CR3)", largest(3, Supply::cr3)));
        follows.add(percentage("Five largest (CR5)", largest(5, Supply::cr5)));
        follows.add(percentage(
                "Share left without the largest", shared((supply, year) -> Optional.of(supply.withoutLargest(year)))));
        return follows;
    }

    private static Follows percentage(String label, BiFunction<Supply, Period, Optional<Key>> value) {
        return body(label, "%", Shown.PERCENT, value);
    }

    /** @param others how other countries count in the index */
    private static Follows index(String others, BiFunction<Supply, Period, Optional<Key>> value) {
        return body("HHI, other countries " + others, "0 to 10,000", Shown.WHOLE, shared(value));
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
                ? value.apply(supply, year).filter(key -> supply.value(key).isNumber())
                : Optional.empty();
    }

    /** A value that follows from figures, where it does in any year: a row of nothing but n/a says nothing. */
    private BiFunction<Supply, Period, Optional<Key>> ifAnyKnown(BiFunction<Supply, Period, Optional<Key>> value) {
        boolean any = supplies.stream()
                .anyMatch(supply -> supply.years().stream()
                        .anyMatch(year -> value.apply(supply, year).stream()
                                .anyMatch(key -> supply.value(key).isNumber())));
        return any ? value : (supply, year) -> Optional.empty();
    }

    private static Optional<Key> difference(Supply supply, Period year) {
        return supply.differenceFromPrinted(year)
                .filter(key -> supply.value(key).isNumber());
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

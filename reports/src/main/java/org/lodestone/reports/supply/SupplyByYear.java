package org.lodestone.reports.supply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** Tables of a measure over years: amounts with shares, growth and ranks, and how concentrated they are. */
final class SupplyByYear {

    private final Dataset dataset;

    SupplyByYear(Dataset dataset) {
        this.dataset = dataset;
    }

    /** Amounts by year, then each year's share, and for the latest year growth and rank. */
    Block amounts(Supply supply) {
        String unit = supply.measure().unit().toString();
        Shown shown = SupplySection.shown(supply);
        Period latest = supply.latest();
        boolean grows =
                supply.growth(latest).isPresent() && !supply.known(latest).isEmpty();
        boolean ranked = supply.hasShares(latest);
        var table = Table.overYears(
                supply.measure().name() + SupplySection.ofEdition(dataset, ", ", supply), supply.years());
        List<String> extras = new ArrayList<>();
        SupplySection.shares(supply).forEach(year -> extras.add("Share " + year));
        if (grows) {
            extras.add("Growth " + latest);
        }
        if (ranked) {
            extras.add("Rank " + latest);
        }
        table.extras(extras);
        for (Place place : supply.rows()) {
            List<Cell> more = new ArrayList<>();
            SupplySection.shares(supply)
                    .forEach(year -> more.add(new Cell.Of(supply.share(place, year), Shown.PERCENT_2)));
            if (grows) {
                more.add(Cell.of(supply.growth(place, latest), Shown.PERCENT));
            }
            if (ranked && place.kind() != Place.Kind.OTHER) {
                more.add(new Cell.Of(supply.rank(place, latest), Shown.ORDINAL));
            }
            table.row(
                    supply.name(place),
                    unit,
                    shown,
                    year -> Optional.of(supply.amount(place, year)),
                    more.toArray(Cell[]::new));
        }
        boolean allKnown = supply.years().stream().allMatch(supply::allKnown);
        boolean anyKnown =
                supply.years().stream().anyMatch(year -> !supply.known(year).isEmpty());
        if (anyKnown) {
            table.total(
                    allKnown ? "Sum of rows" : "Sum of known rows",
                    unit,
                    shown,
                    year -> Optional.of(supply.total(year)),
                    beforeGrowth(supply, grows ? supply.growth(latest) : Optional.empty()));
        }
        if (!allKnown) {
            table.row("Rows with a figure", "count", Shown.WHOLE, year -> Optional.of(supply.count(year)));
        }
        ifAny(
                supply,
                supply::printedTotal,
                value -> table.row(
                        "Printed total",
                        unit,
                        shown,
                        value,
                        beforeGrowth(supply, grows ? supply.growthOfPrinted(latest) : Optional.empty())));
        if (supply.printedTotal(latest)
                .filter(total -> anyKnown && supply.value(total).number().isPresent())
                .isPresent()) {
            table.row("Sum less printed total", unit, shown, supply::differenceFromPrinted);
            Place leader = supply.places().get(0);
            table.row(
                    leader + ", share of printed total",
                    "%",
                    Shown.PERCENT_2,
                    year -> supply.shareOfPrinted(leader, year));
        }
        outlook(supply).ifPresent(table::note);
        SupplySection.missed(supply).ifPresent(table::note);
        return table.build();
    }

    /** Which years are an outlook, and whose case it is. */
    private Optional<String> outlook(Supply supply) {
        String years = supply.years().stream()
                .filter(year -> !supply.observed().contains(year))
                .map(Period::toString)
                .collect(Collectors.joining(", "));
        String cases = dataset.figures(supply.measure().id(), supply.edition()).stream()
                .map(Figure::scenarioCase)
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
        return years.isEmpty() ? Optional.empty() : Optional.of(years + ": an outlook, not observed (" + cases + ").");
    }

    private static Cell[] beforeGrowth(Supply supply, Optional<Key> growth) {
        List<Cell> cells = new ArrayList<>();
        SupplySection.shares(supply).forEach(year -> cells.add(Cell.BLANK));
        cells.add(Cell.of(growth, Shown.PERCENT_2));
        return cells.toArray(Cell[]::new);
    }

    private void ifAny(
            Supply supply, Function<Period, Optional<Key>> value, Consumer<Function<Period, Optional<Key>>> add) {
        if (supply.years().stream().anyMatch(year -> value.apply(year).isPresent())) {
            add.accept(value);
        }
    }

    /** What follows from shares, in the years that have them: the three largest need three figures. */
    static Function<Period, Optional<Key>> shared(Supply supply, Function<Period, Optional<Key>> value) {
        return year -> value.apply(year)
                .filter(key ->
                        supply.hasShares(year) && supply.value(key).number().isPresent());
    }

    Block concentration(Supply supply) {
        var table = Table.overYears(
                "Concentration by country" + SupplySection.ofEdition(dataset, ", ", supply), supply.years());
        table.row(
                "HHI, other countries split up",
                "index",
                Shown.ONE_DECIMAL,
                shared(supply, year -> Optional.of(supply.hhi(year))));
        ifAny(
                supply,
                shared(supply, supply::hhiWithOthersAsOne),
                value -> table.row("HHI, other countries as one", "index", Shown.ONE_DECIMAL, value));
        ifAny(
                supply,
                shared(supply, supply::cr3),
                value -> table.row("Three largest (CR3)", "%", Shown.PERCENT_2, value));
        ifAny(
                supply,
                shared(supply, supply::cr5),
                value -> table.row("Five largest (CR5)", "%", Shown.PERCENT_2, value));
        table.row(
                "Left without the largest",
                "%",
                Shown.PERCENT_2,
                shared(supply, year -> Optional.of(supply.withoutLargest(year))));
        table.note("HHI on 0 to 10,000; its two ends differ by what the block of other countries may hide.");
        if (!supply.years().stream().allMatch(supply::allKnown)) {
            table.note("Taken over the rows that are published; what the others hold is not known.");
        }
        return table.build();
    }
}

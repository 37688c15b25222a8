package org.lodestone.reports.sheet.forecast;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Feed;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.OreFlow;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The tables of one supply forecast, the same for the chosen scenario and for each. */
final class SupplyTables {

    private final SupplyForecast supply;
    private final List<Period> years;
    private final String unit;
    private final Shown shown;
    private final Optional<OutlookComparison> outlook;

    /** @param beside what an outlook has for the same */
    SupplyTables(SupplyForecast supply, Optional<OutlookComparison> beside) {
        this.supply = supply;
        this.outlook = beside.filter(one -> one.has(supply.horizon()));
        this.years = supply.years();
        this.unit = supply.measure().unit().toString();
        this.shown = Outcome.shown(supply);
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        tables.add(byPlace());
        if (!supply.pipeline().isEmpty()) {
            tables.add(projects());
        }
        tables.add(limits());
        supply.feed().ifPresent(feed -> tables.add(feed(feed)));
        return tables;
    }

    /** The supply of each place, the total and its average growth; of the chosen scenario growth by year and the shares, too. */
    private Table byPlace() {
        Period end = supply.horizon();
        var table = Table.overYears(supply.measure().name() + " by place", years)
                .id("supply-by-place", supply.measure().name())
                .extras(outlook.map(one -> one.name() + ": " + end).stream().toList());
        for (Place place : supply.places()) {
            table.row(
                    supply.name(place),
                    unit,
                    shown,
                    year -> supply.amount(place, year),
                    outlook.map(one -> Cell.again(one.amount(place), shown)).orElse(Cell.BLANK));
        }
        for (Addition addition : supply.additions()) {
            table.row(addition.name(), unit, shown, year -> supply.added(addition, year));
        }
        table.total(
                        "Total",
                        unit,
                        shown,
                        supply::total,
                        theirs(shown, one -> one.isSameMeasure() ? one.total(end) : Optional.empty()))
                .inYear(
                        end,
                        "Average growth from " + supply.start(),
                        "%",
                        Shown.PERCENT_2,
                        supply.averageGrowth(),
                        theirs(Shown.PERCENT_2, OutlookComparison::growth));
        if (supply.isChosen()) {
            growthAndShares(table);
        }
        outlook.filter(one -> !one.isSameMeasure())
                .ifPresent(one -> table.note("The " + one.name() + " counts in "
                        + one.other().measure().unit() + ": of it only growth and shares compare."));
        return table.note("Observed in " + supply.start()
                        + "; forecast after."
                        + (supply.places().contains(Place.OTHER)
                                ? " A place without a row of its own is in other countries."
                                : ""))
                .build();
    }

    private void growthAndShares(Table.YearBuilder table) {
        table.optional(
                "Growth on the year",
                "%",
                Shown.PERCENT,
                year -> Optional.of(year).filter(supply.growthYears()::contains).map(supply::growth));
        for (Place place : supply.places()) {
            table.row(
                    supply.name(place) + ", share",
                    "%",
                    Shown.PERCENT,
                    year -> supply.share(place, year),
                    theirs(Shown.PERCENT, one -> one.share(place, supply.horizon())));
        }
        for (Addition addition : supply.additionsOfGroups()) {
            table.row(addition.name() + ", share", "%", Shown.PERCENT, year -> supply.share(addition, year));
        }
    }

    /** The tonnes that each project adds, or that a plant plans which is fed, and the things they depend on; of the chosen scenario what holds them back, too. */
    private Table projects() {
        List<Tracked> fed = supply.pipeline().stream().filter(supply::isFed).toList();
        var table = Table.overYears(
                        fed.isEmpty()
                                ? "Additions by project, weighted by probability"
                                : "Planned output of plants, weighted by probability",
                        years)
                .id("additions", supply.measure().name())
                .extras(List.of("New tonnes when full", "First year, with delay", "Disruption"));
        if (supply.isChosen()) {
            table.extras(List.of("Held back by"));
        }
        for (Tracked line : supply.pipeline()) {
            Cell lost = line.line().disruption().isPresent() ? new Cell.Of(supply.lost(line), Shown.AS_IS) : Cell.BLANK;
            table.optional(
                    supply.name(line) + ", " + line.place(),
                    unit,
                    shown,
                    ahead(year -> supply.isFed(line) ? supply.planned(line, year) : supply.added(line, year)),
                    new Cell.Of(supply.increment(line), shown),
                    new Cell.Of(supply.first(line), Shown.ORDINAL),
                    lost,
                    new Cell.Of(supply.bindsProject(line), Shown.TEXT));
        }
        table.group("Ramp-up, share of full rate");
        Set<Key> ramps = new HashSet<>();
        for (Tracked line : supply.pipeline()) {
            if (ramps.add(supply.first(line))) {
                table.optional(line.name(), "%", Shown.PERCENT, ahead(year -> supply.ramp(line, year)));
            }
        }
        if (!fed.isEmpty() && supply.isChosen()) {
            table.group("Added to today's output, as far as there is ore");
            for (Tracked line : fed) {
                table.optional("Added by " + supply.name(line), unit, shown, ahead(year -> supply.added(line, year)));
            }
        }
        for (Tracked line : supply.pipeline()) {
            if (!line.line().note().isEmpty()) {
                table.note(supply.name(line) + ": " + line.line().note());
            }
        }
        return table.build();
    }

    /** The way of ore to plants: what is in it, who takes it and what reaches the place that takes the remainder. */
    private Table feed(OreFlow feed) {
        var table = Table.overYears(
                        "Feed of " + Words.inSentence(supply.measure().name()), years)
                .id("feed", supply.measure().name())
                .group("Contained in ore");
        Set<Key> contained = new HashSet<>();
        for (Feed from : feed.feeds()) {
            table.row("In ore of " + from.place(), unit, shown, year -> feed.contained(from, year));
            contained.add(feed.contained(from, supply.horizon()));
        }
        for (Tracked own : feed.ownOre()) {
            table.optional("In ore of " + own.name(), unit, shown, year -> feed.contained(own, year));
            feed.contained(own, supply.horizon()).ifPresent(contained::add);
        }
        for (String pool : feed.pools()) {
            table.group("Pool " + pool);
            if (!contained.contains(feed.ore(pool, supply.horizon()))) {
                table.row("Ore in the pool " + pool, unit, shown, year -> feed.ore(pool, year));
            }
            table.row("Asked for by plants of the pool " + pool, unit, shown, year -> feed.wanted(pool, year))
                    .optional(
                            "Part run of the pool " + pool, "%", Shown.PERCENT, ahead(year -> feed.partRun(pool, year)))
                    .row("Taken from the pool " + pool, unit, shown, year -> feed.taken(pool, year))
                    .row("Left in the pool " + pool, unit, shown, year -> feed.left(pool, year));
            if (supply.isChosen()) {
                table.inYear(
                        supply.horizon(),
                        "Output that the ore of the pool " + pool + " allows",
                        unit,
                        shown,
                        feed.allowed(pool));
            }
            if (feed.isOpen(pool)) {
                table.row("Passed on by the pool " + pool, unit, shown, year -> feed.passedOn(pool, year));
            }
        }
        table.group("Feed of " + feed.remainder())
                .row("Ore that reaches " + feed.remainder(), unit, shown, feed::reaching)
                .inYear(supply.start(), "Feed that no statistics show", unit, shown, feed.unrecorded())
                .optional("Feed together, as output", unit, shown, ahead(feed::fed));
        for (Feed from : feed.feeds()) {
            if (!from.note().isEmpty()) {
                table.note(from.place() + ": " + from.note());
            }
        }
        return table.build();
    }

    /** The ceilings on what runs, and which of them binds. */
    private Table limits() {
        var table = Table.overYears(
                        "Limits on " + Words.inSentence(supply.measure().name()) + ", without projects", years)
                .id("limits", supply.measure().name());
        for (Place place : supply.places()) {
            if (!supply.isOfPlants(place)) {
                for (Limit limit : supply.limits(place)) {
                    table.row(place + ", " + limit.kind() + " limit", unit, shown, year -> supply.limit(limit, year));
                }
            }
            if (!supply.isOfPlants(place) && !supply.runsAtItsLimit(place)) {
                table.row(place + ", output", unit, shown, year -> supply.running(place, year));
            }
            if (!supply.hasOneLimit(place)) {
                table.optional(place + ", binding limit", "", Shown.WORD, ahead(year -> supply.binds(place, year)));
            }
        }
        if (supply.places().stream().anyMatch(supply::runsAtItsLimit)) {
            table.note("A place without a row of its output runs at its limit.");
        }
        for (Limit limit : supply.limits()) {
            if (!limit.note().isEmpty()) {
                table.note(limit.place() + ": " + limit.note());
            }
        }
        return table.build();
    }

    private Cell theirs(Shown shownAs, Function<OutlookComparison, Optional<Key>> key) {
        return Cell.of(outlook.flatMap(key), shownAs);
    }

    private Function<Period, Optional<Key>> ahead(Function<Period, Key> key) {
        return year -> year.equals(supply.start()) ? Optional.empty() : Optional.of(key.apply(year));
    }
}

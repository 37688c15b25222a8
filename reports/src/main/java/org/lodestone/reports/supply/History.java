package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/**
 * Year after year, each as last revised: from the newest edition that has it.
 *
 * <p>Neighbouring years may come from different editions, so growth is not taken across them here.
 *
 * @param newest the supply in the newest edition
 * @param largest the places shown by themselves, the largest first: those that every edition names; the rest is one row
 * @param editions the supply that each year is taken from
 */
public record History(
        Supply newest,
        Term term,
        ImmutableList<Place> largest,
        ImmutableSortedMap<Period, Supply> editions,
        Model model) {

    private static final Case LATEST = Case.of("as last revised");
    private static final int SHOWN = 7;

    /** The history of a measure over the editions of the dataset's default series. */
    static Optional<History> of(Supplies supplies, String measure) {
        Optional<Supply> used = supplies.supply(measure);
        if (used.isEmpty()) {
            return Optional.empty();
        }
        TreeMap<Period, Supply> editions = new TreeMap<>();
        Supply newest = used.get();
        for (Supply supply : ofOneSeries(supplies, newest)) {
            supply.years().forEach(year -> editions.put(year, supply));
            newest = supply;
        }
        List<Place> largest = newest.places().stream()
                .filter(place -> editions.values().stream()
                        .allMatch(supply -> supply.places().contains(place)))
                .limit(SHOWN)
                .toList();
        if (largest.isEmpty()) {
            return Optional.empty();
        }
        Model.Builder model = Model.builder();
        editions.values().stream().distinct().forEach(supply -> model.include(supply.model()));
        History history = new History(
                newest,
                Term.of(newest.measure()).sub("latest figure"),
                ImmutableList.copyOf(largest),
                ImmutableSortedMap.copyOfSorted(editions),
                Model.builder().build());
        editions.forEach((year, supply) -> history.addTo(model, year, supply));
        return Optional.of(new History(newest, history.term(), history.largest(), history.editions(), model.build()));
    }

    /** The supply in each edition of the series to which one belongs, the oldest first. */
    private static List<Supply> ofOneSeries(Supplies supplies, Supply one) {
        Optional<String> series = series(supplies.dataset(), one);
        return supplies.editions(one.measure().id()).stream()
                .filter(supply -> series(supplies.dataset(), supply).equals(series))
                .toList();
    }

    private static Optional<String> series(Dataset dataset, Supply supply) {
        return dataset.edition(supply.edition()).map(Edition::series);
    }

    private void addTo(Model.Builder model, Period year, Supply supply) {
        List<Key> shown = new ArrayList<>();
        for (Place place : largest) {
            shown.add(model.calculation(
                    amount(place, year), supply.amount(place, year).ref()));
            model.calculation(
                    share(place, year),
                    Concentration.share(amount(place, year).ref(), total(year).ref()));
        }
        model.label(edition(year), supply.edition());
        model.calculation(total(year), supply.total(year).ref());
        model.calculation(rest(year), total(year).ref().minus(Formula.sumOfKnown(Formula.span(shown))));
    }

    public Key amount(Place place, Period year) {
        return term.of(Subject.of(place)).at(year).in(LATEST);
    }

    public Key share(Place place, Period year) {
        return amount(place, year).sub("share");
    }

    /** What the places not shown supply together. */
    public Key rest(Period year) {
        return term.of(Subject.of("All others")).at(year).in(LATEST);
    }

    public Key total(Period year) {
        return term.key().at(year).in(LATEST);
    }

    /** The edition a year is taken from. */
    public Key edition(Period year) {
        return term.sub("edition").key().at(year).in(LATEST);
    }

    public ImmutableList<Period> years() {
        return editions.keySet().asList();
    }
}

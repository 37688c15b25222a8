package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;

/**
 * Year after year, each as last revised: from the newest edition that has it.
 *
 * <p>Neighbouring years may come from different editions, so growth is not taken across them here.
 */
public final class History extends HistoryKeys {

    private static final int SHOWN = 7;

    private final Model model;

    History(HistoryKeys keys, Model model) {
        super(keys.newest(), keys.term(), keys.largest(), keys.editions());
        this.model = model;
    }

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
        HistoryKeys history = new HistoryKeys(
                newest,
                Term.of(newest.measure()).sub("latest figure"),
                ImmutableList.copyOf(largest),
                ImmutableSortedMap.copyOfSorted(editions));
        editions.forEach((year, supply) -> history.addTo(model, year, supply));
        return Optional.of(new History(history, model.build()));
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

    /** The model that gives the keys their values. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of(term(), OneLine.count(years(), "year"), OneLine.count(editions(), "edition"));
    }
}

package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableSortedMap;
import java.util.Optional;
import java.util.TreeMap;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * Year after year, each as last revised: from the newest edition that has it.
 *
 * <p>Neighbouring years may come from different editions, so growth is not taken across them here.
 *
 * @param editions the supply that each year is taken from
 */
public record History(ImmutableSortedMap<Period, Supply> editions) {

    /**
     * The history of a measure over the editions of the dataset's default series; empty where no place is named by every
     * edition.
     */
    static Optional<History> of(Supplies supplies, String measure) {
        return supplies.supply(measure)
                .map(used -> {
                    TreeMap<Period, Supply> editions = new TreeMap<>();
                    for (Supply supply : supplies.ofOneSeries(used)) {
                        supply.years().forEach(year -> editions.put(year, supply));
                    }
                    return new History(ImmutableSortedMap.copyOfSorted(editions));
                })
                .filter(History::namesOnePlaceThroughout);
    }

    private boolean namesOnePlaceThroughout() {
        return editions.values().iterator().next().places().stream()
                .anyMatch(place -> editions.values().stream()
                        .allMatch(supply -> supply.places().contains(place)));
    }

    @Override
    public String toString() {
        return OneLine.of("history", OneLine.count(editions, "year"));
    }
}

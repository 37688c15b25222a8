package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.toImmutableListMultimap;
import static com.google.common.collect.ImmutableSet.toImmutableSet;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;

/** The figures that a forecast goes on from: of each measure those of its newest edition. */
final class NewestFigures {

    /** The release of an edition of which it is not known: before all others. */
    static final Period UNKNOWN = Period.year(1800);

    private final ImmutableListMultimap<String, Figure> byMeasure;

    NewestFigures(List<Figure> figures, Known<Edition> editions) {
        ImmutableListMultimap<String, Figure> all = figures.stream()
                .collect(toImmutableListMultimap(figure -> figure.measure().id(), figure -> figure));
        ImmutableListMultimap.Builder<String, Figure> newest = ImmutableListMultimap.builder();
        all.asMap().forEach((measure, each) -> {
            String edition = each.stream()
                    .map(Figure::edition)
                    .distinct()
                    .sorted(Comparator.comparing(
                            id -> editions.find(id).map(Edition::released).orElse(UNKNOWN)))
                    .reduce("", (older, newer) -> newer);
            newest.putAll(
                    measure,
                    each.stream()
                            .filter(figure -> figure.edition().equals(edition))
                            .toList());
        });
        this.byMeasure = newest.build();
    }

    /**
     * When a forecast of a measure starts: the latest period that was observed, or else the latest of an outlook. Empty
     * where no place has a figure.
     */
    Optional<Period> latest(String measure) {
        return byMeasure.get(measure).stream()
                .max(Comparator.comparing(
                                (Figure figure) -> figure.scenarioCase().isEmpty())
                        .thenComparing(Figure::period))
                .map(Figure::period)
                .filter(latest -> ofPlaces(measure).findAny().isPresent());
    }

    /** The edition the figures of a measure are from; empty where they have none. */
    String edition(String measure) {
        return byMeasure.get(measure).stream().map(Figure::edition).findFirst().orElse("");
    }

    /** The places that have a figure of a measure in a period. */
    ImmutableSet<Place> places(String measure, Period period) {
        return ofPlaces(measure)
                .filter(figure -> figure.period().equals(period))
                .map(Figure::place)
                .collect(toImmutableSet());
    }

    /** The periods after {@code start} for which a place has a figure; any place where it is the other countries. */
    ImmutableList<Period> after(Period start, String measure, Place place) {
        return ofPlaces(measure)
                .filter(figure -> place.equals(Place.OTHER) || figure.place().equals(place))
                .map(Figure::period)
                .filter(period -> period.compareTo(start) > 0)
                .distinct()
                .sorted()
                .collect(toImmutableList());
    }

    /** The first figure of an outlook whose place and period another case has already. */
    Optional<Figure> secondCase(String measure) {
        Map<List<Object>, String> cases = new HashMap<>();
        return ofPlaces(measure)
                .filter(figure -> !figure.scenarioCase().isEmpty())
                .filter(figure -> {
                    String earlier = cases.putIfAbsent(List.of(figure.place(), figure.period()), figure.scenarioCase());
                    return earlier != null && !earlier.equals(figure.scenarioCase());
                })
                .findFirst();
    }

    private Stream<Figure> ofPlaces(String measure) {
        return byMeasure.get(measure).stream().filter(figure -> figure.place().kind() != Place.Kind.WORLD);
    }
}

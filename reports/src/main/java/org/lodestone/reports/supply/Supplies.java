package org.lodestone.reports.supply;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;

/**
 * The supplies of a dataset, each worked out when it is first asked for, and then handed on.
 *
 * <p>Safe for several threads.
 */
public final class Supplies {

    private record Id(String measure, String edition) {}

    private final Dataset dataset;
    private final Map<Id, Optional<Supply>> supplies = new ConcurrentHashMap<>();
    private final Map<String, Optional<History>> histories = new ConcurrentHashMap<>();

    private Supplies(Dataset dataset) {
        this.dataset = dataset;
    }

    /** The supplies of a dataset, none of them worked out yet. */
    public static Supplies of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return new Supplies(dataset);
    }

    /** The dataset they are of. */
    public Dataset dataset() {
        return dataset;
    }

    /** The same as {@link Supply#of(Dataset, String)} gives. */
    public Optional<Supply> supply(String measure) {
        return Supply.edition(dataset, measure).flatMap(edition -> supply(measure, edition));
    }

    /** The same as {@link Supply#of(Dataset, String, String)} gives. */
    public Optional<Supply> supply(String measure, String edition) {
        return supplies.computeIfAbsent(new Id(measure, edition), id -> Supply.of(dataset, measure, edition));
    }

    /** The supply of each of some measures, where there is one. */
    public ImmutableList<Supply> supplies(Stream<Measure> measures) {
        return measures.flatMap(measure -> supply(measure.id()).stream()).collect(toImmutableList());
    }

    /** The supply of a measure in every edition that has one, the oldest first. */
    public ImmutableList<Supply> editions(String measure) {
        return Supply.editions(dataset, measure).stream()
                .flatMap(edition -> supply(measure, edition).stream())
                .collect(toImmutableList());
    }

    /** The supply of a measure in its newest edition. */
    public Optional<Supply> newest(String measure) {
        return Supply.editions(dataset, measure).stream()
                .reduce((first, second) -> second)
                .flatMap(edition -> supply(measure, edition));
    }

    /** The supply in each edition of the series to which one belongs, the oldest first. */
    public ImmutableList<Supply> ofOneSeries(Supply one) {
        Optional<String> series = series(one);
        return editions(one.measure().id()).stream()
                .filter(supply -> series(supply).equals(series))
                .collect(toImmutableList());
    }

    private Optional<String> series(Supply supply) {
        return dataset.edition(supply.edition()).map(Edition::series);
    }

    /** The history of a measure over the editions of the dataset's default series. */
    public Optional<History> history(String measure) {
        return histories.computeIfAbsent(measure, id -> History.of(this, id));
    }

    /** Past growth of a measure, within editions and chained over them; empty where no edition has two years running. */
    public Optional<PastGrowth> pastGrowth(String measure) {
        return PastGrowth.of(this, measure);
    }

    @Override
    public String toString() {
        return "supplies of " + dataset.name();
    }
}

package org.lodestone.reports.supply;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.RowsAndTotal;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;

/**
 * The supply of one measure in one edition: mine production by country in MCS 2025.
 *
 * <p>Amounts are in the measure's unit. Every method gives the key of a value; {@link #model} holds what stands behind it,
 * so {@code supply.value(supply.share(china, year))} is a number and the same key is a live cell in a workbook.
 */
public final class Supply extends SupplyKeys {

    private static final Period UNKNOWN = Period.year(1800);

    private final Model model;

    Supply(SupplyKeys keys, Model model) {
        super(keys.measure(), keys.edition(), keys.places(), keys.other(), keys.years(), keys.observed());
        this.model = model;
    }

    /**
     * The supply of a measure in the dataset's default edition, or else in the newest one that has figures for it; empty where
     * none has. Throws if the dataset has no such measure.
     */
    public static Optional<Supply> of(Dataset dataset, String measure) {
        requireNonNull(dataset, "dataset");
        requireNonNull(measure, "measure");
        return edition(dataset, measure).flatMap(edition -> of(dataset, measure, edition));
    }

    /**
     * The supply of a measure in an edition; empty where the edition names no country or group for it. Throws if the dataset has
     * no such measure or edition.
     */
    public static Optional<Supply> of(Dataset dataset, String measure, String edition) {
        requireNonNull(dataset, "dataset");
        requireNonNull(measure, "measure");
        requireNonNull(edition, "edition");
        ImmutableList<Figure> figures = dataset.figures(measure, edition);
        return figures.stream()
                .filter(figure -> figure.place().kind() != Place.Kind.WORLD
                        && figure.place().kind() != Place.Kind.OTHER)
                .findFirst()
                .map(first -> new SupplyBuilder(first.measure(), edition, figures).build());
    }

    /** The edition used for a measure where none is asked for. */
    public static Optional<String> edition(Dataset dataset, String measure) {
        requireNonNull(dataset, "dataset");
        requireNonNull(measure, "measure");
        if (!dataset.figures(measure, dataset.defaultEdition()).isEmpty()) {
            return Optional.of(dataset.defaultEdition());
        }
        return editions(dataset, measure).stream().reduce((first, second) -> second);
    }

    /**
     * The editions that have figures for a measure, the oldest first, those whose release is not known before them. Throws if
     * the dataset has no such measure.
     */
    public static ImmutableList<String> editions(Dataset dataset, String measure) {
        requireNonNull(dataset, "dataset");
        requireNonNull(measure, "measure");
        ImmutableList<String> editions = dataset.figures().stream()
                .filter(figure -> figure.measure().id().equals(measure))
                .map(Figure::edition)
                .distinct()
                .sorted(Comparator.comparing((String id) ->
                        dataset.edition(id).map(Edition::released).orElse(UNKNOWN)))
                .collect(ImmutableList.toImmutableList());
        if (editions.isEmpty()) {
            dataset.measure(measure);
        }
        return editions;
    }

    /** The total as printed, which is usually rounded and may be a bound. Not every edition prints one. */
    public Optional<Key> printedTotal(Period year) {
        return known(amount(Place.WORLD, year));
    }

    /** The sum of rows less the printed total. */
    public Optional<Key> differenceFromPrinted(Period year) {
        return known(differenceKey(year));
    }

    /**
     * Whether the rows sum to the printed total but for rounding of both, as {@link RowsAndTotal#isMissed} has it: 1 or 0. None where
     * no total is printed, or where the rows give no shares.
     */
    public Optional<Key> sumsToPrinted(Period year) {
        return known(sumsKey(year)).filter(key -> hasShares(year));
    }

    /** The years in which the rows miss the printed total by more than rounding explains. */
    public ImmutableList<Period> missed() {
        return years().stream()
                .filter(year -> sumsToPrinted(year)
                        .filter(key -> model.value(key).number().orElse(1) == 0)
                        .isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    /** The share of the printed total. */
    public Optional<Key> shareOfPrinted(Place place, Period year) {
        return known(shareOfPrintedKey(place, year));
    }

    /**
     * Growth of the sum of rows on the year before, within this edition. There is none where the two years are not known
     * for the same places: a sum over more countries is no growth.
     */
    public Optional<Key> growth(Period year) {
        return known(growthKey(year));
    }

    /** Growth of the printed total on the year before, within this edition. */
    public Optional<Key> growthOfPrinted(Period year) {
        return known(growthOfPrintedKey(year));
    }

    /** Growth of one place's amount on the year before. */
    public Optional<Key> growth(Place place, Period year) {
        return known(growthKey(place, year));
    }

    /** The index with other countries counted as one: its upper end. */
    public Optional<Key> hhiWithOthersAsOne(Period year) {
        return known(hhiWithOthersKey(year));
    }

    /** The share of the three largest places. */
    public Optional<Key> cr3(Period year) {
        return known(largestKey(3, year));
    }

    /** The share of the five largest places. */
    public Optional<Key> cr5(Period year) {
        return known(largestKey(5, year));
    }

    /** The number of places that have more than nothing in a year. */
    public int producers(Period year) {
        return (int) places().stream()
                .filter(place -> model.value(amount(place, year)).number().orElse(0) > 0)
                .count();
    }

    /** Whether every row of a year has a figure. */
    public boolean allKnown(Period year) {
        return known(year).size() == rows().size();
    }

    /** The rows that have a figure in a year. */
    public ImmutableList<Place> known(Period year) {
        return rows().stream()
                .filter(place -> model.value(amount(place, year)).number().isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * Whether shares of the sum of rows say something in a year: more than one row has a figure, and one of them has more
     * than nothing. The figure of one country alone would be a hundred percent of itself.
     */
    public boolean hasShares(Period year) {
        return known(year).size() > 1 && model.value(total(year)).number().orElse(0) > 0;
    }

    /** The value of a key of this supply. Throws if it has no such key. */
    public Value value(Key key) {
        return model.value(key);
    }

    private Optional<Key> known(Key key) {
        return model.has(key) ? Optional.of(key) : Optional.empty();
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of(measure().name(), edition(), measure().unit(), OneLine.count(places(), "place"), years());
    }
}

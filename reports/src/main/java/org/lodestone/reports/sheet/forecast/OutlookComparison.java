package org.lodestone.reports.sheet.forecast;

import java.util.Optional;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * A published outlook beside a forecast: of the same measure, or else of another measure of the same stage, of which only
 * growth and shares compare.
 *
 * @param supply ours
 * @param other the outlook's, with later years than observed
 * @param name of the outlook, as readers know it
 * @param assumed the case of the outlook, in its own words
 */
record OutlookComparison(SupplyForecast supply, Supply other, String name, String assumed, Model model) {

    static Optional<OutlookComparison> of(Supplies supplies, SupplyForecast supply) {
        Dataset dataset = supplies.dataset();
        return other(supplies, supply).map(other -> {
            String name = dataset.editionName(other.edition());
            return new OutlookComparison(supply, other, name, assumed(dataset, other), model(supply, other));
        });
    }

    private static Optional<Supply> other(Supplies supplies, SupplyForecast supply) {
        if (isOutlook(supply.observed())) {
            return Optional.of(supply.observed());
        }
        return supplies.dataset().measures().values().stream()
                .filter(measure -> measure.kind() == Measure.Kind.PRODUCTION)
                .filter(measure -> measure.stage().equals(supply.measure().stage()))
                .flatMap(measure -> supplies.supply(measure.id()).stream())
                .filter(OutlookComparison::isOutlook)
                .findFirst();
    }

    private static String assumed(Dataset dataset, Supply other) {
        return dataset.figures(other.measure().id(), other.edition()).stream()
                .map(Figure::scenarioCase)
                .filter(named -> !named.isEmpty())
                .findFirst()
                .orElse("its outlook");
    }

    /** The outlook and its case: {@code IEA outlook 2025, IEA base case}. */
    String title() {
        return name + ", " + assumed;
    }

    private static boolean isOutlook(Supply supply) {
        return supply.years().size() > supply.observed().size()
                && !supply.observed().isEmpty();
    }

    private static Model model(SupplyForecast supply, Supply other) {
        Model.Builder model = Model.builder().include(supply.model()).include(other.model());
        if (other.years().contains(supply.horizon())) {
            YearNumber.add(model, other.latest());
            YearNumber.add(model, supply.horizon());
            model.calculation(
                    growthKey(supply, other),
                    Growth.compound(
                            other.total(supply.horizon()),
                            other.total(other.latest()),
                            YearNumber.between(other.latest(), supply.horizon())));
        }
        return model.build();
    }

    /** Whether both count the same. */
    boolean isSameMeasure() {
        return supply.measure().id().equals(other.measure().id());
    }

    /** Whether the outlook has a year. */
    boolean has(Period year) {
        return other.years().contains(year);
    }

    private Optional<Key> inYear(Period year, Key key) {
        return Optional.of(key).filter(unused -> has(year));
    }

    Optional<Key> total(Period year) {
        return inYear(year, other.total(year));
    }

    /** The figure of the outlook for one of our places at our horizon; only where both count the same. */
    Optional<Key> amount(Place place) {
        Period year = supply.horizon();
        if (!isSameMeasure() || !has(year)) {
            return Optional.empty();
        }
        return other.places().contains(place) ? Optional.of(other.amount(place, year)) : supply.outlook(place, year);
    }

    /** Compound growth from the outlook's observed year to our horizon. */
    Optional<Key> growth() {
        return inYear(supply.horizon(), growthKey(supply, other));
    }

    private static Key growthKey(SupplyForecast supply, Supply other) {
        return Term.of(other.measure())
                .sub("growth a year from " + other.latest())
                .key()
                .at(supply.horizon());
    }

    /** The share of a place; of other countries only where both count the same, since theirs are not ours. */
    Optional<Key> share(Place place, Period year) {
        boolean comparable = place.kind() != Place.Kind.OTHER || isSameMeasure();
        return other.rows().contains(place) && comparable ? inYear(year, other.share(place, year)) : Optional.empty();
    }
}

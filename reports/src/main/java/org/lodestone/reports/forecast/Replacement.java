package org.lodestone.reports.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.supply.Supply;

/**
 * How much of its largest holder a stage could replace from elsewhere.
 *
 * <pre>replaceable(t) = supply outside the largest holder in t / supply of the largest holder at the start</pre>
 */
public final class Replacement extends ReplacementKeys {

    private final Model model;

    Replacement(ReplacementKeys keys, Model model) {
        super(keys.supply(), keys.holder(), keys.outlooks(), keys.in());
        this.model = model;
    }

    /** Empty where no country has a limit of its own. */
    static Optional<Replacement> of(SupplyForecast supply) {
        Supply observed = supply.observed();
        Optional<Place> largest = supply.places().stream()
                .filter(Place::isCountry)
                .max(Comparator.comparingDouble(place -> observed.model()
                        .value(observed.amount(place, supply.start()))
                        .number()
                        .orElse(0)));
        ImmutableList<Period> outlooks = observed.years().stream()
                .filter(year -> year.compareTo(supply.start()) > 0)
                .collect(ImmutableList.toImmutableList());
        return largest.map(holder -> {
            ReplacementKeys keys = new ReplacementKeys(supply, holder, outlooks, supply.in());
            return new Replacement(keys, keys.build());
        });
    }

    /** The model that defines the keys. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of("replacement of " + holder(), supply().measure().name(), in());
    }
}

package org.lodestone.reports.forecast;

import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;

/**
 * The supply of one measure in the years to come, in one scenario.
 *
 * <pre>supply(place, year) = min(limits) + Σ projects, and on top the additions of risks</pre>
 *
 * <p>Amounts are in the measure's unit. Every method gives the key of a value in {@link #model}.
 */
public final class SupplyForecast extends SupplyForecastKeys {

    private final Model model;

    SupplyForecast(SupplyForecastKeys keys, Model model) {
        super(
                keys.observed(),
                keys.start(),
                keys.horizon(),
                keys.limits(),
                keys.pipeline(),
                keys.additions(),
                keys.in());
        this.model = model;
    }

    /** The figure of an outlook for this measure: for the places of the forecast, in a year. */
    public Optional<Key> outlook(Place place, Period year) {
        Key key = outlookKey(place, year);
        return model.has(key) ? Optional.of(key) : Optional.empty();
    }

    /** The model that defines the keys. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of(measure().name(), in(), measure().unit(), start() + " to " + horizon());
    }
}

package org.lodestone.core.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import org.lodestone.core.time.Period;

/**
 * The rules of a forecast, as the tables of a dataset state them.
 *
 * @param scenarios the base scenario first; empty where the dataset has no forecast
 */
public record Outlook(
        ImmutableList<Scenario> scenarios,
        ImmutableList<Limit> limits,
        ImmutableList<PipelineLine> pipeline,
        ImmutableList<Addition> additions,
        ImmutableList<MarketBalance> balances,
        ImmutableList<Conclusion> conclusions,
        ImmutableList<Driver> drivers,
        ImmutableList<Shock> shocks) {

    /** No rules: no forecast. */
    public static final Outlook NONE = new Outlook(
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of(),
            ImmutableList.of());

    /** The last year that a rule names, to which the forecast runs; empty where none names a year. */
    public Optional<Period> horizon() {
        return limits.stream().flatMap(limit -> limit.until().stream()).max(Comparator.naturalOrder());
    }
}

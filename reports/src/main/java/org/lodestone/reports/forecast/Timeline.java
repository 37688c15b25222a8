package org.lodestone.reports.forecast;

import com.google.common.collect.ImmutableList;
import java.util.stream.IntStream;
import org.lodestone.core.time.Period;

/**
 * The years of a forecast, from the last observed one to the horizon.
 *
 * @param start the last year with observed figures
 * @param horizon the last year of the forecast
 */
record Timeline(Period start, Period horizon) {

    Timeline {
        if (!start.last().isBefore(horizon.first())) {
            throw new IllegalArgumentException("The figures run to " + start + ", so nothing is left to forecast until "
                    + horizon + ". Name a later year in limits.csv.");
        }
    }

    /** The start and every year after it. */
    ImmutableList<Period> years() {
        return IntStream.rangeClosed(start.year(), horizon.year())
                .mapToObj(Period::year)
                .collect(ImmutableList.toImmutableList());
    }

    /** The years after the start. */
    ImmutableList<Period> ahead() {
        return years().subList(1, years().size());
    }
}

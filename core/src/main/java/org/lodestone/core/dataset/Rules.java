package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static org.lodestone.core.dataset.RowWithLine.rows;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import org.lodestone.core.forecast.Addition;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.place.Place;

/** The rules of a forecast as the tables state them, each with its line. */
record Rules(
        ImmutableList<RowWithLine<Scenario>> scenarios,
        ImmutableList<RowWithLine<Limit>> limits,
        ImmutableList<RowWithLine<PipelineLine>> pipeline,
        ImmutableList<RowWithLine<Addition>> additions,
        ImmutableList<RowWithLine<MarketBalance>> balances,
        ImmutableList<RowWithLine<Conclusion>> conclusions,
        ImmutableList<RowWithLine<Driver>> drivers,
        ImmutableList<RowWithLine<Shock>> shocks) {

    Outlook outlook() {
        return new Outlook(
                rows(scenarios),
                rows(limits),
                rows(pipeline),
                rows(additions),
                rows(balances),
                rows(conclusions),
                rows(drivers),
                rows(shocks));
    }

    /** The measures that are forecast. */
    ImmutableSet<String> limited() {
        return rows(limits).stream().map(Limit::measure).collect(toImmutableSet());
    }

    /** The places of a measure that have a limit of their own, and the other countries where they have one. */
    ImmutableSet<Place> limited(String measure) {
        return rows(limits).stream()
                .filter(limit -> limit.measure().equals(measure))
                .map(Limit::place)
                .collect(toImmutableSet());
    }
}

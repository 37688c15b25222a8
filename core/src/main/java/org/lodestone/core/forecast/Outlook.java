package org.lodestone.core.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Comparator;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
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
        ImmutableList<Feed> feeds,
        ImmutableList<Addition> additions,
        ImmutableList<MarketBalance> balances,
        ImmutableList<Conclusion> conclusions,
        ImmutableList<Driver> drivers,
        ImmutableList<Shock> shocks) {

    /** The scenario of a name, in capitals or not. */
    public Optional<Scenario> scenario(String name) {
        return scenarios.stream()
                .filter(scenario -> scenario.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The ids of the assumptions that cannot be more than the whole: probabilities, losses, yields and shares of an amount. */
    public ImmutableSet<String> partsOfAWhole() {
        ImmutableSet.Builder<String> parts = ImmutableSet.builder();
        for (PipelineLine line : pipeline) {
            line.coming().ifPresent(coming -> parts.add(coming.probability()));
            line.scrap().ifPresent(parts::add);
            line.disruption().ifPresent(parts::add);
        }
        feeds.forEach(feed -> feed.open().ifPresent(parts::add));
        limits.stream()
                .filter(limit -> limit.path() == Limit.Path.FED)
                .forEach(limit -> limit.use().ifPresent(parts::add));
        additions.forEach(addition -> addition.share().ifPresent(parts::add));
        balances.forEach(balance -> balance.within().ifPresent(parts::add));
        return parts.build();
    }

    /** The ids of the assumptions of which rules take the value of each year, so that one of them may have its own. */
    public ImmutableSet<String> takenByYear() {
        ImmutableSet.Builder<String> taken = ImmutableSet.builder();
        for (Limit limit : limits) {
            if (limit.path() == Limit.Path.GROWTH
                    || limit.path() == Limit.Path.LEVEL
                    || limit.path() == Limit.Path.FED) {
                limit.assumption().ifPresent(taken::add);
            }
            limit.use().ifPresent(taken::add);
        }
        for (PipelineLine line : pipeline) {
            line.disruption().ifPresent(taken::add);
            line.runs().filter(id -> line.hasOwnOutput()).ifPresent(taken::add);
        }
        feeds.forEach(feed -> feed.open().ifPresent(taken::add));
        for (Addition addition : additions) {
            taken.add(addition.amount());
            addition.share().ifPresent(taken::add);
        }
        balances.forEach(balance -> balance.scrapFollows().ifPresent(taken::add));
        return taken.build();
    }

    /** The places of a measure that have a limit of their own, and the other countries where they have one. */
    public ImmutableSet<Place> limited(String measure) {
        return limits.stream()
                .filter(limit -> limit.measure().equals(measure))
                .map(Limit::place)
                .collect(ImmutableSet.toImmutableSet());
    }

    /** The last year that a rule names, to which the forecast runs; empty where none names a year. */
    public Optional<Period> horizon() {
        return limits.stream().flatMap(limit -> limit.until().stream()).max(Comparator.naturalOrder());
    }

    @Override
    public String toString() {
        return OneLine.of(
                "forecast",
                OneLine.count(scenarios, "scenario"),
                OneLine.count(limits, "limit"),
                OneLine.count(pipeline, "project line"),
                OneLine.count(feeds, "feed"),
                OneLine.count(additions, "addition"),
                OneLine.count(balances, "balance"),
                OneLine.count(conclusions, "conclusion"),
                OneLine.count(drivers, "driver"),
                OneLine.count(shocks, "shock"));
    }
}

package org.lodestone.reports.benefit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.forecast.Feed;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.benefit.Relief.Lever;
import org.lodestone.reports.forecast.OreFlow;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.scenario.Scenarios;

/** A stage that is fed and the stages that feed it, in one scenario, with the values that each lever raises. */
record Raised(Scenarios scenarios, Outcome outcome, SupplyForecast fed, ImmutableList<SupplyForecast> before) {

    /** The stages of a measure in a scenario. */
    static Raised of(Scenarios scenarios, Outcome outcome, String measure) {
        SupplyForecast fed = outcome.supply(measure).orElseThrow();
        return new Raised(
                scenarios,
                outcome,
                fed,
                flow(fed).feeds().stream()
                        .map(Feed::from)
                        .distinct()
                        .flatMap(from -> outcome.supply(from).stream())
                        .collect(ImmutableList.toImmutableList()));
    }

    private static OreFlow flow(SupplyForecast fed) {
        return fed.feed().orElseThrow();
    }

    OreFlow flow() {
        return flow(fed);
    }

    Period end() {
        return fed.horizon();
    }

    Stream<SupplyForecast> all() {
        return Stream.concat(before.stream(), Stream.of(fed));
    }

    /** The supply that a lever holds. */
    SupplyForecast supply(Lever lever) {
        return all().filter(one -> one.measure().equals(lever.measure()))
                .findFirst()
                .orElseThrow();
    }

    /** One tonne in the unit of a measure. */
    static double tonne(Measure measure) {
        return 1 / measure.unit().scale().doubleValue();
    }

    /** Whether the amounts of all stages are masses, which alone are counted in tonnes. */
    boolean isOfMasses() {
        return all().map(one -> one.measure().unit()).allMatch(Unit::isMass);
    }

    /**
     * The levers: limits of places from the ground on, and then the ore and the plants of each pool. At the stage that is fed the limits of the
     * place that takes what pools leave are among them, and of no other: what runs there beyond plants takes no ore.
     */
    ImmutableList<Lever> levers() {
        ImmutableList.Builder<Lever> levers = ImmutableList.builder();
        before.forEach(supply -> supply.limits().forEach(limit -> levers.add(lever(limit, supply))));
        fed.limits(flow().remainder()).stream()
                .filter(limit -> limit.path() != Limit.Path.FED)
                .forEach(limit -> levers.add(lever(limit, fed)));
        levers.add(new Lever(
                oreOfRemainder(), fed.measure(), Optional.empty(), Optional.empty(), false, flow().reaching(end())));
        for (String pool : flow().pools()) {
            levers.add(new Lever(
                    oreOf(pool), fed.measure(), Optional.empty(), Optional.of(pool), false, flow().ore(pool, end())));
            if (!plants(pool).isEmpty()) {
                levers.add(new Lever(
                        plantsOf(pool),
                        fed.measure(),
                        Optional.empty(),
                        Optional.of(pool),
                        true,
                        flow().wanted(pool, end())));
            }
        }
        return levers.build();
    }

    String oreOfRemainder() {
        return "Ore that reaches " + flow().remainder();
    }

    static String oreOf(String pool) {
        return "Ore of " + pool;
    }

    static String plantsOf(String pool) {
        return "Plants on ore of " + pool;
    }

    private Lever lever(Limit limit, SupplyForecast supply) {
        return new Lever(
                name(limit.kind().toString(), limit.place(), supply),
                supply.measure(),
                Optional.of(limit),
                Optional.empty(),
                false,
                supply.limit(limit, end()));
    }

    /** The name of a limit of a place, with the measure where it is of an earlier stage. */
    String name(String kind, Place place, SupplyForecast supply) {
        String name = Words.capitalised(kind) + " of " + place;
        return supply.equals(fed)
                ? name
                : name + ", " + Words.inSentence(supply.measure().name());
    }

    private List<Tracked> plants(String pool) {
        return fed.pipeline().stream()
                .filter(line -> line.line().pool().equals(Optional.of(pool)))
                .toList();
    }

    /** The values that rise with a lever, each with its part of the rise: plants in proportion to what they plan. */
    ImmutableMap<Key, Double> values(Lever lever, Values values) {
        if (!lever.isOfPlants()) {
            return ImmutableMap.of(lever.now().in(outcome.in()), 1.0);
        }
        List<Key> planned = plants(lever.pool().orElseThrow()).stream()
                .map(line -> fed.planned(line, end()))
                .toList();
        double sum = planned.stream()
                .mapToDouble(key -> values.number(key).orElse(0))
                .sum();
        ImmutableMap.Builder<Key, Double> parts = ImmutableMap.builder();
        planned.forEach(key -> parts.put(key, sum > 0 ? values.number(key).orElse(0) / sum : 1.0 / planned.size()));
        return parts.buildOrThrow();
    }
}

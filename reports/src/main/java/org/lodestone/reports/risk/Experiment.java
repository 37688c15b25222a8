package org.lodestone.reports.risk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.graph.Traverser;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;

/** The results for one scenario's conclusions when some of its assumptions take other values. */
final class Experiment {

    private final RiskAnalysis analysis;
    private final Scenarios scenarios;
    private final Outcome outcome;
    private final Values values;
    private final Model model;
    private final ImmutableList<Key> outputs;
    private final Simulation simulation;
    private final ImmutableList<Driver> drawn;
    private final Optional<Draws> drawnAtEnds;
    private final Map<Key, ImmutableSet<Key>> behind = new HashMap<>();
    private final ImmutableSet<String> partsOfAWhole;

    /**
     * @param partsOfAWhole ids of the assumptions that cannot be more than the whole
     * @param values of the whole model as it stands
     */
    Experiment(RiskAnalysis analysis, Outcome outcome, ImmutableSet<String> partsOfAWhole, Values values) {
        this.partsOfAWhole = partsOfAWhole;
        this.analysis = analysis;
        this.scenarios = analysis.study().scenarios();
        this.outcome = outcome;
        this.values = values;
        this.model = analysis.study().model();
        this.outputs = outcome.conclusions().stream()
                .flatMap(conclusion -> Stream.of(outcome.decisive(conclusion), outcome.holds(conclusion)))
                .distinct()
                .collect(ImmutableList.toImmutableList());
        this.simulation = moving(Stream.concat(
                        analysis.drivers().stream().map(analysis::premise),
                        analysis.shocks().stream().map(analysis::premise))
                .distinct()
                .toList());
        this.drawn = analysis.drivers().stream()
                .filter(driver -> driver.drawn() != Driver.Drawn.NOT)
                .collect(ImmutableList.toImmutableList());
        this.drawnAtEnds = drawn.isEmpty() ? Optional.empty() : Optional.of(atEnds(drawn, Map.of()));
    }

    /** A simulation in which some assumptions may be given other values; all else is folded. */
    Simulation moving(List<Premise> premises) {
        Map<Key, Distribution> moved = new LinkedHashMap<>();
        premises.forEach(
                one -> moved.put(key(one), new Distribution.Fixed(value(one).orElse(0))));
        return Simulation.ofAny(model, moved, outputs);
    }

    /** Whether what decides a conclusion follows an assumption. */
    boolean reaches(Premise premise, Conclusion conclusion) {
        return behind(outcome.decisive(conclusion)).contains(key(premise));
    }

    /** All that a value follows from. */
    private ImmutableSet<Key> behind(Key key) {
        return Remembered.of(
                key,
                behind,
                one -> ImmutableSet.copyOf(Traverser.forGraph(model::usedBy).breadthFirst(one)));
    }

    Key key(Premise premise) {
        return scenarios.key(premise, outcome.in());
    }

    /** The value of an assumption in the scenario; empty where it is not available. */
    OptionalDouble value(Premise premise) {
        return values.number(key(premise));
    }

    /** The number that decides a conclusion, as it stands; empty where it is missing. */
    OptionalDouble asItStands(Conclusion conclusion) {
        return values.number(outcome.decisive(conclusion));
    }

    /** Whether a conclusion turns with each driver that is drawn at the end of its range that moves it most towards turning. */
    boolean turnsAtWorst(Conclusion conclusion) {
        return drawnAtEnds.filter(ends -> turnsAtWorst(conclusion, ends)).isPresent();
    }

    private boolean turnsAtWorst(Conclusion conclusion, Draws ends) {
        double[] alone = overThreshold(conclusion, ends);
        double against = -Math.signum(alone[0]);
        Map<Key, Double> worst = new LinkedHashMap<>();
        addWorst(worst, against, alone);
        if (worst.isEmpty()) {
            return false;
        }
        // once more, since a driver that does nothing alone may do something with the others
        addWorst(worst, against, overThreshold(conclusion, atEnds(drawn, worst)));
        Map<Key, double[]> given = new LinkedHashMap<>();
        worst.forEach((key, value) -> given.put(key, new double[] {value}));
        Key holds = outcome.holds(conclusion);
        return simulation.evaluate(given).value(holds, 0) != ends.value(holds, 0);
    }

    /** Adds the worse end of each driver that is drawn, where it speaks more against a conclusion than the first of the draws does. */
    private void addWorst(Map<Key, Double> worst, double against, double[] over) {
        for (int i = 0; i < drawn.size(); i++) {
            int low = 2 * i + 1;
            int end = against * over[low] > against * over[low + 1] ? 0 : 1;
            if (against * over[low + end] > against * over[0]) {
                worst.put(key(analysis.premise(drawn.get(i))), ends(drawn.get(i))[end]);
            }
        }
    }

    /** The results with some assumptions moved, and then with each of some drivers at its low and at its high end on top of that. */
    Draws atEnds(List<Driver> drivers, Map<Key, Double> moved) {
        int draws = 1 + 2 * drivers.size();
        Map<Key, double[]> given = new LinkedHashMap<>();
        moved.forEach((key, value) -> given.put(key, inEach(draws, value)));
        for (int i = 0; i < drivers.size(); i++) {
            double[] ends = ends(drivers.get(i));
            double[] column =
                    given.computeIfAbsent(key(analysis.premise(drivers.get(i))), key -> asItStands(key, draws));
            column[2 * i + 1] = ends[0];
            column[2 * i + 2] = ends[1];
        }
        return simulation.evaluate(given);
    }

    /** The results for each set of moved assumptions in a list. */
    Draws evaluate(List<ImmutableMap<Premise, Double>> moves) {
        Map<Key, double[]> given = new LinkedHashMap<>();
        for (int i = 0; i < moves.size(); i++) {
            int at = i;
            moves.get(i)
                    .forEach((one, value) ->
                            given.computeIfAbsent(key(one), key -> asItStands(key, moves.size()))[at] = value);
        }
        return simulation.evaluate(given);
    }

    private double[] asItStands(Key key, int draws) {
        return inEach(draws, values.number(key).orElse(Double.NaN));
    }

    private static double[] inEach(int draws, double value) {
        double[] column = new double[draws];
        Arrays.fill(column, value);
        return column;
    }

    /** The number that decides a conclusion, in each draw. */
    double[] decisive(Conclusion conclusion, Draws draws) {
        return draws.values(outcome.decisive(conclusion));
    }

    /** The number that decides a conclusion, less its threshold, in each draw. */
    double[] overThreshold(Conclusion conclusion, Draws draws) {
        double threshold = values.of(outcome.threshold(conclusion)).number().orElse(Double.NaN);
        double[] over = decisive(conclusion, draws);
        for (int i = 0; i < over.length; i++) {
            over[i] -= threshold;
        }
        return over;
    }

    /** The low and high value of a driver in the scenario. */
    double[] ends(Driver driver) {
        boolean change = driver.as() == Driver.As.CHANGE;
        double base = change ? value(analysis.premise(driver)).orElse(0) : 0;
        return new double[] {base + driver.low(), base + driver.high()};
    }

    /** The value of an assumption under a shock, on top of the shocks before it. */
    double shocked(Shock shock, Map<Premise, Double> before) {
        Premise premise = analysis.premise(shock);
        return shock.change() == Shock.Change.TO
                ? shock.size()
                : before.getOrDefault(premise, value(premise).orElse(0)) + shock.size();
    }

    /** Whether an assumption is a year or a number of years, which are whole. */
    static boolean isWhole(Premise premise) {
        return premise.unit().dimension() == Dimension.TIME;
    }

    /** Some assumptions at the same values. */
    Map<Key, double[]> all(List<Premise> premises, double[] values) {
        Map<Key, double[]> all = new LinkedHashMap<>();
        premises.forEach(one -> all.put(key(one), values));
        return all;
    }

    /** The values at which a break-even is looked for first, which are those of each of the drivers. */
    double[] searched(List<Driver> drivers) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (Driver driver : drivers) {
            double[] ends = searched(driver);
            low = Math.max(low, ends[0]);
            high = Math.min(high, ends[1]);
        }
        boolean whole = isWhole(analysis.premise(drivers.get(0)));
        return whole ? BreakEven.wholeNumbers(low, high) : BreakEven.grid(low, Math.max(low, high));
    }

    /** From where to where a break-even is looked for: no share is below zero, no part above the whole, and no more is lost than there is. */
    private double[] searched(Driver driver) {
        Premise premise = analysis.premise(driver);
        Unit unit = premise.unit();
        double now = value(premise).orElse(0);
        double low = now - driver.search().orElseThrow();
        double high = now + driver.search().orElseThrow();
        if (unit.dimension() == Dimension.SHARE || unit.dimension() == Dimension.MULTIPLE) {
            low = Math.max(0, low);
        }
        if (partsOfAWhole.contains(premise.id())) {
            high = Math.min(high, 1 / unit.scale().doubleValue());
        }
        return new double[] {Math.max(low, -lost(premise)), high};
    }

    /** The most that an addition could take away: the supply in the last year that it is on top of. For anything else no bound. */
    private double lost(Premise premise) {
        return outcome.supplies().stream()
                .flatMap(supply -> supply.additions().stream()
                        .filter(addition -> addition.amount().equals(premise.id()) && addition.reachesWhole())
                        .map(addition -> supply.under(addition).stream()
                                        .mapToDouble(key -> values.number(key).orElse(Double.POSITIVE_INFINITY))
                                        .sum()
                                * supply.measure().unit().scale().doubleValue()
                                / premise.unit().scale().doubleValue()))
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }
}

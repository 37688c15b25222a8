package org.lodestone.reports.risk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Reach;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;

/** What the conclusions of one scenario come to when some of its assumptions take other values. */
final class Experiment {

    private final Scenarios scenarios;
    private final Outcome outcome;
    private final Values values;
    private final Model model;
    private final ImmutableList<Key> outputs;
    private final Simulation simulation;
    private final ImmutableSet<String> partsOfAWhole;

    /**
     * @param ids of the assumptions that will be moved
     * @param partsOfAWhole ids of those that cannot be more than the whole
     * @param values of the whole model as it stands
     */
    Experiment(
            ForecastStudy study, Outcome outcome, List<String> ids, ImmutableSet<String> partsOfAWhole, Values values) {
        this.partsOfAWhole = partsOfAWhole;
        this.scenarios = study.scenarios();
        this.outcome = outcome;
        this.values = values;
        this.model = study.model();
        this.outputs = outcome.conclusions().stream()
                .map(outcome::decisive)
                .distinct()
                .collect(ImmutableList.toImmutableList());
        this.simulation = moving(ids);
    }

    /** A simulation in which some assumptions may be given other values; all else is folded. */
    Simulation moving(List<String> ids) {
        Map<Key, Distribution> moved = new LinkedHashMap<>();
        ids.forEach(id -> moved.put(key(id), new Distribution.Fixed(value(id).orElse(0))));
        return Simulation.ofAny(model, moved, outputs);
    }

    /** Whether what decides a conclusion follows an assumption. */
    boolean reaches(String id, Conclusion conclusion) {
        Key moved = key(id);
        return Reach.of(model, Set.of(moved))
                .behind(outcome.decisive(conclusion))
                .contains(moved);
    }

    Key key(String id) {
        return scenarios.key(id, outcome.in());
    }

    /** The value of an assumption in the scenario; empty where it is not available. */
    OptionalDouble value(String id) {
        return values.number(key(id));
    }

    /** The number that decides a conclusion, as it stands; empty where it is missing. */
    OptionalDouble asItStands(Conclusion conclusion) {
        return values.number(outcome.decisive(conclusion));
    }

    /** What decides each conclusion when one assumption after the other takes its value in a list. */
    double[] decisive(Conclusion conclusion, List<ImmutableMap<String, Double>> moves) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (ImmutableMap<String, Double> move : moves) {
            move.keySet().forEach(id -> columns.computeIfAbsent(id, unused -> new double[moves.size()]));
        }
        columns.forEach((id, column) -> {
            for (int i = 0; i < column.length; i++) {
                column[i] = moves.get(i).getOrDefault(id, value(id).orElse(Double.NaN));
            }
        });
        Map<Key, double[]> given = new LinkedHashMap<>();
        columns.forEach((id, column) -> given.put(key(id), column));
        Draws draws = simulation.evaluate(given);
        return draws.values(outcome.decisive(conclusion));
    }

    /** What decides a conclusion, less its threshold. */
    double[] overThreshold(Conclusion conclusion, Draws draws) {
        double threshold =
                values.of(outcome.threshold(conclusion, scenarios)).number().orElse(Double.NaN);
        double[] over = draws.values(outcome.decisive(conclusion));
        for (int i = 0; i < over.length; i++) {
            over[i] -= threshold;
        }
        return over;
    }

    /** The low and high value of a driver in the scenario. */
    double[] ends(Driver driver) {
        boolean change = driver.as() == Driver.As.CHANGE;
        double base = change ? value(driver.assumption()).orElse(0) : 0;
        return new double[] {base + driver.low(), base + driver.high()};
    }

    /** What an assumption becomes under a shock, on top of the shocks before it. */
    double shocked(Shock shock, Map<String, Double> before) {
        String id = shock.assumption();
        return shock.change() == Shock.Change.TO
                ? shock.size()
                : before.getOrDefault(id, value(id).orElse(0)) + shock.size();
    }

    /** Whether an assumption is a year or a number of years, which are whole. */
    boolean isWhole(String id) {
        return scenarios.premise(id).unit().dimension() == Dimension.TIME;
    }

    /** The values at which a break-even is looked for first: no share is below zero, no part above the whole. */
    double[] searched(Driver driver) {
        String id = driver.assumption();
        Unit unit = scenarios.premise(id).unit();
        double now = value(id).orElse(0);
        double low = now - driver.search().orElseThrow();
        double high = now + driver.search().orElseThrow();
        if (unit.dimension() == Dimension.SHARE || unit.dimension() == Dimension.MULTIPLE) {
            low = Math.max(0, low);
        }
        if (partsOfAWhole.contains(id)) {
            high = Math.min(high, 1 / unit.scale().doubleValue());
        }
        return isWhole(id) ? BreakEven.wholeNumbers(low, high) : BreakEven.grid(low, high);
    }

    static ImmutableList<String> moved(List<Driver> drivers, List<Shock> shocks) {
        List<String> ids = new ArrayList<>();
        drivers.forEach(driver -> ids.add(driver.assumption()));
        shocks.forEach(shock -> ids.add(shock.assumption()));
        return ids.stream().distinct().collect(ImmutableList.toImmutableList());
    }
}

package org.lodestone.reports.risk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.DoubleStream;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Risk;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.risk.RiskAnalysis.Lookup;
import org.lodestone.reports.risk.RiskAnalysis.Outturn;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;

/** Works out the results of a {@link RiskAnalysis}, scenario by scenario. */
final class RiskRunner {

    private static final int MOST_BARS = 12;

    /** The part of its whole swing by which a driver reaches further to one side, from which on it counts. */
    private static final double LEAST_LEAN = 0.05;

    private static final String A_YEAR = "/yr";

    private final RiskAnalysis analysis;
    private final ImmutableSet<String> partsOfAWhole;
    private final ForecastStudy study;
    private final Run run;
    private final ImmutableList<Driver> drivers;
    private final ImmutableList<Shock> shocks;
    private final Model.Builder model;
    private final Values values;
    private final List<Experiment> experiments = new ArrayList<>();

    private final Map<String, Integer> moving = new LinkedHashMap<>();

    /**
     * @param analysis whose keys the results get
     * @param partsOfAWhole ids of the assumptions that cannot be more than the whole
     * @param model takes the results
     */
    RiskRunner(RiskAnalysis analysis, ImmutableSet<String> partsOfAWhole, Model.Builder model) {
        this.partsOfAWhole = partsOfAWhole;
        this.analysis = analysis;
        this.study = analysis.study();
        this.run = analysis.run();
        this.drivers = analysis.drivers();
        this.shocks = analysis.shocks();
        this.model = model;
        this.values = study.model().values();
    }

    /** Works out all results. Returns the number of bars that the tornado of each conclusion has, by its id. */
    ImmutableMap<String, Integer> run(LongConsumer progress) {
        for (Outcome outcome : study.scenarioOutcomes()) {
            experiments.add(new Experiment(analysis, outcome, partsOfAWhole, values));
        }
        shocks();
        breakEvens();
        analysis.tornadoes().forEach(this::tornado);
        extremes();
        simulate(progress);
        return ImmutableMap.copyOf(moving);
    }

    private void shocks() {
        if (analysis.outturns().isEmpty()) {
            return;
        }
        String how = run.how("the forecast with the shock");
        for (Conclusion conclusion : analysis.conclusions()) {
            List<double[]> results = new ArrayList<>();
            for (Experiment experiment : experiments) {
                List<ImmutableMap<Premise, Double>> moves = new ArrayList<>();
                for (Outturn outturn : analysis.outturns()) {
                    moves.add(moves(experiment, outturn));
                }
                results.add(experiment.decisive(conclusion, moves));
            }
            for (int i = 0; i < analysis.outturns().size(); i++) {
                int row = i;
                analysis.shocked(analysis.outturns().get(i), conclusion)
                        .addTo(
                                model,
                                results.stream().map(r -> Value.of(r[row])).toList(),
                                unitOf(conclusion),
                                how);
            }
        }
    }

    private ImmutableMap<Premise, Double> moves(Experiment experiment, Outturn outturn) {
        Map<Premise, Double> moves = new LinkedHashMap<>();
        for (Risk risk : outturn.risks()) {
            shocks.stream()
                    .filter(shock -> shock.risk().equals(risk.id()))
                    .forEach(shock -> moves.put(analysis.premise(shock), experiment.shocked(shock, moves)));
        }
        return ImmutableMap.copyOf(moves);
    }

    private void breakEvens() {
        String how = run.how("found as a root of the forecast");
        for (ImmutableList<Driver> drivers : analysis.moves()) {
            List<List<Value>> found = experiments.stream()
                    .map(experiment -> turning(experiment, drivers))
                    .toList();
            for (int i = 0; i < analysis.conclusions().size(); i++) {
                int at = i;
                analysis.breakEven(drivers, analysis.conclusions().get(i))
                        .addTo(
                                model,
                                found.stream().map(each -> each.get(at)).toList(),
                                ValueUnit.of(analysis.premise(drivers.get(0)).unit()),
                                how);
            }
        }
    }

    /** Where drivers of one value turn each conclusion in one scenario. */
    private List<Value> turning(Experiment experiment, List<Driver> drivers) {
        List<Premise> premises = drivers.stream().map(analysis::premise).toList();
        double now = premises.stream()
                .mapToDouble(premise -> experiment.value(premise).orElse(0))
                .average()
                .orElseThrow();
        boolean whole = Experiment.isWhole(premises.get(0));
        double[] xs = experiment.searched(drivers);
        Simulation along = experiment.moving(premises);
        Draws first = along.evaluate(experiment.all(premises, xs));
        List<Value> turning = new ArrayList<>();
        for (Conclusion conclusion : analysis.conclusions()) {
            double[] ys = experiment.overThreshold(conclusion, first);
            OptionalDouble found = whole
                    ? BreakEven.findWhole(xs, ys, now)
                    : BreakEven.find(
                            xs,
                            ys,
                            closer -> experiment.overThreshold(
                                    conclusion, along.evaluate(experiment.all(premises, closer))),
                            now);
            turning.add(found.isPresent() ? Value.of(found.getAsDouble()) : none(experiment, premises, conclusion));
        }
        return turning;
    }

    /** Why drivers do not turn a conclusion. */
    private static Value none(Experiment experiment, List<Premise> drivers, Conclusion conclusion) {
        if (experiment.asItStands(conclusion).isEmpty()) {
            return Value.missing("what decides the conclusion is not known");
        }
        boolean isReached = drivers.stream().anyMatch(driver -> experiment.reaches(driver, conclusion));
        return Value.of(isReached ? RiskAnalysis.NOWHERE : RiskAnalysis.NO_EFFECT);
    }

    /** The drivers by how far they move what decides a conclusion, the widest first. */
    private void tornado(Conclusion conclusion) {
        record Bar(Driver driver, String range, double low, double high) {
            double swing() {
                return Math.abs(high - low);
            }

            /** The lead of its way up over its way down; a chance and a gamma distribution have the scenario as their mean. */
            double lean() {
                return switch (driver.drawn()) {
                    case UNIFORM, TRIANGULAR, WHOLE -> low + high;
                    case NOT, GAMMA, CHANCE -> 0;
                };
            }
        }
        List<List<Bar>> bars = new ArrayList<>();
        for (Experiment experiment : experiments) {
            List<ImmutableMap<Premise, Double>> moves = new ArrayList<>();
            for (Driver driver : drivers) {
                double[] ends = experiment.ends(driver);
                moves.add(ImmutableMap.of(analysis.premise(driver), ends[0]));
                moves.add(ImmutableMap.of(analysis.premise(driver), ends[1]));
            }
            double[] moved = experiment.decisive(conclusion, moves);
            double now = experiment.asItStands(conclusion).orElse(Double.NaN);
            List<Bar> all = new ArrayList<>();
            for (int i = 0; i < drivers.size(); i++) {
                Driver driver = drivers.get(i);
                String range =
                        range(experiment.ends(driver), analysis.premise(driver).unit());
                all.add(new Bar(driver, range, moved[2 * i] - now, moved[2 * i + 1] - now));
            }
            all.sort(Comparator.comparingDouble(Bar::swing).reversed());
            bars.add(all);
        }
        int most = bars.stream()
                .mapToInt(
                        all -> (int) all.stream().filter(bar -> bar.swing() > 0).count())
                .max()
                .orElse(0);
        int shown = Math.min(most, MOST_BARS);
        moving.put(conclusion.id(), shown);
        String how = run.how("the forecast with one driver low or high");
        for (int rank = 1; rank <= shown; rank++) {
            int at = rank - 1;
            List<Bar> inEach = bars.stream().map(all -> all.get(at)).toList();
            List<Value> names = inEach.stream()
                    .map(bar -> Value.of(analysis.name(bar.driver())))
                    .toList();
            List<Value> ranges =
                    inEach.stream().map(bar -> Value.of(bar.range())).toList();
            List<Value> lows = inEach.stream().map(bar -> Value.of(bar.low())).toList();
            List<Value> highs = inEach.stream().map(bar -> Value.of(bar.high())).toList();
            analysis.bar(conclusion, rank, "driver").addTo(model, names, ValueUnit.ANY, how);
            analysis.bar(conclusion, rank, "range").addTo(model, ranges, ValueUnit.ANY, how);
            analysis.bar(conclusion, rank, "low").addTo(model, lows, unitOf(conclusion), how);
            analysis.bar(conclusion, rank, "high").addTo(model, highs, unitOf(conclusion), how);
        }
        for (int side : new int[] {1, -1}) {
            List<Value> pulls = bars.stream()
                    .map(all -> all.stream()
                            .filter(bar -> bar.lean() * side > LEAST_LEAN * bar.swing())
                            .max(Comparator.comparingDouble(bar -> bar.lean() * side))
                            .map(bar -> analysis.name(bar.driver()))
                            .orElse(RiskAnalysis.NOWHERE))
                    .map(Value::of)
                    .toList();
            analysis.pulls(conclusion, side > 0).addTo(model, pulls, ValueUnit.ANY, how);
        }
    }

    /** From where to where, with its unit: {@code 92–112%}, {@code −1 to 2 years}. */
    private static String range(double[] ends, Unit unit) {
        List<String> words = DoubleStream.of(ends)
                .mapToObj(end -> (end == Math.rint(end) ? Shown.WHOLE : Shown.ONE_DECIMAL).text(Value.of(end)))
                .toList();
        String word = unit.word().replace(A_YEAR, "");
        return String.join(ends[0] < 0 ? " to " : "–", words) + (word.startsWith("%") ? "" : " ") + word;
    }

    /** Whether the drivers that are drawn could turn each conclusion, all at the ends that speak most against it. */
    private void extremes() {
        List<Driver> drawn = drivers.stream()
                .filter(driver -> driver.drawn() != Driver.Drawn.NOT)
                .toList();
        String how = run.how("the forecast with each driver at the end that speaks most against it");
        for (Conclusion conclusion : analysis.conclusions()) {
            List<Value> canTurn = experiments.stream()
                    .map(experiment -> experiment.turnsAtWorst(conclusion, drawn))
                    .map(turns -> Value.of(turns ? 1 : 0))
                    .toList();
            analysis.canTurn(conclusion).addTo(model, canTurn, ValueUnit.NUMBER, how);
        }
    }

    private void simulate(LongConsumer progress) {
        List<Draws> draws = new ArrayList<>();
        for (Outcome outcome : study.scenarioOutcomes()) {
            long done = (long) draws.size() * run.draws();
            draws.add(Simulation.ofAny(study.model(), distributions(outcome), outputs(outcome))
                    .run(run.seed(), run.draws(), run.threads(), now -> progress.accept(done + now)));
        }
        Outcome chosen = study.chosen();
        for (int i = 0; i < chosen.supplies().size(); i++) {
            int at = i;
            for (Period year : chosen.supplies().get(i).years()) {
                percentiles(
                        draws,
                        outcome -> outcome.supplies().get(at).total(year),
                        share -> analysis.percentile(chosen.supplies().get(at), share, year));
            }
        }
        for (int i = 0; i < chosen.balances().size(); i++) {
            int at = i;
            for (Period year : chosen.balances().get(i).years()) {
                percentiles(
                        draws,
                        outcome -> outcome.followed(outcome.balances().get(at), year),
                        share -> analysis.percentile(chosen.balances().get(at), share, year));
            }
        }
        for (Conclusion conclusion : analysis.conclusions()) {
            List<Value> shares = new ArrayList<>();
            for (int i = 0; i < draws.size(); i++) {
                Key holds = study.scenarioOutcomes().get(i).holds(conclusion);
                shares.add(Value.of(draws.get(i).shareTrue(holds)));
            }
            analysis.holds(conclusion).addTo(model, shares, ValueUnit.NUMBER, run.simulated());
        }
        for (Conclusion conclusion : analysis.turns()) {
            List<Lookup> medians = analysis.medians(conclusion);
            for (int i = 0; i < medians.size(); i++) {
                int at = i;
                percentiles(
                        draws,
                        ImmutableList.of(0.5),
                        outcome -> outcome.changes(conclusion).get(at),
                        share -> medians.get(at));
            }
        }
    }

    private ValueUnit unitOf(Conclusion conclusion) {
        return ValueUnit.like(study.chosen().decisive(conclusion));
    }

    private void percentiles(List<Draws> draws, Function<Outcome, Key> key, Function<Double, Lookup> lookup) {
        percentiles(draws, RiskAnalysis.PERCENTILES, key, lookup);
    }

    private void percentiles(
            List<Draws> draws, List<Double> of, Function<Outcome, Key> key, Function<Double, Lookup> lookup) {
        double[] shares = of.stream().mapToDouble(Double::doubleValue).toArray();
        List<double[]> found = new ArrayList<>();
        for (int i = 0; i < draws.size(); i++) {
            found.add(
                    draws.get(i).percentiles(key.apply(study.scenarioOutcomes().get(i)), shares));
        }
        ValueUnit unit = ValueUnit.like(key.apply(study.chosen()));
        for (int p = 0; p < shares.length; p++) {
            int at = p;
            lookup.apply(shares[p])
                    .addTo(model, found.stream().map(f -> Value.of(f[at])).toList(), unit, run.simulated());
        }
    }

    private List<Key> outputs(Outcome outcome) {
        List<Key> outputs = new ArrayList<>();
        outcome.supplies().forEach(supply -> supply.years().forEach(year -> outputs.add(supply.total(year))));
        outcome.balances()
                .forEach(balance -> balance.years().forEach(year -> outputs.add(outcome.followed(balance, year))));
        outcome.conclusions().forEach(one -> outputs.add(outcome.holds(one)));
        analysis.turns().forEach(one -> outputs.addAll(outcome.changes(one)));
        return outputs;
    }

    /** How each driver is drawn in a scenario. Disruption is drawn for each project by itself. */
    private Map<Key, Distribution> distributions(Outcome outcome) {
        Map<Key, Distribution> drawn = new LinkedHashMap<>();
        for (Driver driver : drivers) {
            Key key = study.scenarios().key(analysis.premise(driver), outcome.in());
            OptionalDouble value = values.number(key);
            if (driver.drawn() == Driver.Drawn.NOT || value.isEmpty()) {
                continue;
            }
            Distribution distribution = distribution(driver, value.getAsDouble());
            List<Key> each = outcome.supplies().stream()
                    .flatMap(supply -> supply.pipeline().stream()
                            .filter(line -> driver.year().isEmpty()
                                    && line.line().disruption().equals(Optional.of(driver.assumption())))
                            .map(supply::lost))
                    .toList();
            if (each.isEmpty()) {
                drawn.put(key, distribution);
            } else {
                each.forEach(one -> drawn.put(one, distribution));
            }
        }
        return drawn;
    }

    private Distribution distribution(Driver driver, double value) {
        double base = driver.as() == Driver.As.CHANGE ? value : 0;
        double low = base + driver.low();
        double high = base + driver.high();
        double whole = 1 / analysis.premise(driver).unit().scale().doubleValue();
        return switch (driver.drawn()) {
            case NOT -> new Distribution.Fixed(value);
            case UNIFORM -> new Distribution.Uniform(low, high);
            case TRIANGULAR -> new Distribution.Triangular(Math.min(low, value), value, Math.max(high, value));
            case WHOLE -> new Distribution.WholeNumbers((int) Math.round(low), (int) Math.round(high));
            case GAMMA ->
                value == 0
                        ? new Distribution.Fixed(0)
                        : new Distribution.Gamma(value, driver.variation().orElseThrow());
            case CHANCE -> new Distribution.Rare(value / whole, 0, new Distribution.Fixed(whole));
        };
    }
}

package org.lodestone.reports.risk;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Streams;
import com.google.common.primitives.Doubles;
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
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Risk;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
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
        tornadoes();
        extremes();
        simulate(progress);
        return ImmutableMap.copyOf(moving);
    }

    private void shocks() {
        if (analysis.outturns().isEmpty()) {
            return;
        }
        String how = run.how("the forecast with the shock");
        List<Draws> shocks = experiments.stream()
                .map(experiment -> experiment.evaluate(analysis.outturns().stream()
                        .map(outturn -> moves(experiment, outturn))
                        .toList()))
                .toList();
        for (Conclusion conclusion : analysis.conclusions()) {
            List<double[]> results = decisive(conclusion, shocks);
            for (int i = 0; i < analysis.outturns().size(); i++) {
                int row = i;
                Lookup shocked = analysis.shocked(analysis.outturns().get(i), conclusion);
                put(shocked, results, each -> Value.of(each[row]), unitOf(conclusion), how);
            }
        }
    }

    /** The number that decides a conclusion, in each draw of each scenario. */
    private List<double[]> decisive(Conclusion conclusion, List<Draws> inEach) {
        return Streams.zip(
                        experiments.stream(),
                        inEach.stream(),
                        (experiment, draws) -> experiment.decisive(conclusion, draws))
                .toList();
    }

    private <T> void put(Lookup lookup, List<T> inEach, Function<T, Value> result, ValueUnit unit, String how) {
        lookup.addTo(model, inEach.stream().map(result).toList(), unit, how);
    }

    private ImmutableMap<Premise, Double> moves(Experiment experiment, Outturn outturn) {
        Map<Premise, Double> moves = new LinkedHashMap<>();
        for (Risk risk : outturn.risks()) {
            analysis.shocks().stream()
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
            ValueUnit unit = ValueUnit.of(analysis.premise(drivers.get(0)).unit());
            for (int i = 0; i < analysis.conclusions().size(); i++) {
                int at = i;
                Lookup breakEven =
                        analysis.breakEven(drivers, analysis.conclusions().get(i));
                put(breakEven, found, each -> each.get(at), unit, how);
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

    private void tornadoes() {
        List<Draws> ends = experiments.stream()
                .map(experiment -> experiment.atEnds(analysis.drivers(), Map.of()))
                .toList();
        analysis.tornadoes().forEach(conclusion -> tornado(conclusion, decisive(conclusion, ends)));
    }

    /**
     * The drivers by how far they move what decides a conclusion, the widest first.
     *
     * @param atEnds the number that decides it in each scenario, see {@link Experiment#atEnds}
     */
    private void tornado(Conclusion conclusion, List<double[]> atEnds) {
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
        for (int in = 0; in < experiments.size(); in++) {
            Experiment experiment = experiments.get(in);
            double[] moved = atEnds.get(in);
            double now = experiment.asItStands(conclusion).orElse(Double.NaN);
            List<Bar> all = new ArrayList<>();
            for (int i = 0; i < analysis.drivers().size(); i++) {
                Driver driver = analysis.drivers().get(i);
                String range =
                        range(experiment.ends(driver), analysis.premise(driver).unit());
                all.add(new Bar(driver, range, moved[2 * i + 1] - now, moved[2 * i + 2] - now));
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
            ValueUnit unit = unitOf(conclusion);
            put(analysis.bar(conclusion, rank, "driver"), inEach, bar -> name(bar.driver()), ValueUnit.ANY, how);
            put(analysis.bar(conclusion, rank, "range"), inEach, bar -> Value.of(bar.range()), ValueUnit.ANY, how);
            put(analysis.bar(conclusion, rank, "low"), inEach, bar -> Value.of(bar.low()), unit, how);
            put(analysis.bar(conclusion, rank, "high"), inEach, bar -> Value.of(bar.high()), unit, how);
        }
        for (int side : new int[] {1, -1}) {
            Function<List<Bar>, Value> pulls = all -> all.stream()
                    .filter(bar -> bar.lean() * side > LEAST_LEAN * bar.swing())
                    .max(Comparator.comparingDouble(bar -> bar.lean() * side))
                    .map(bar -> name(bar.driver()))
                    .orElse(Value.of(RiskAnalysis.NOWHERE));
            put(analysis.pulls(conclusion, side > 0), bars, pulls, ValueUnit.ANY, how);
        }
    }

    private Value name(Driver driver) {
        return Value.of(analysis.name(driver));
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
        String how = run.how("the forecast with each driver at the end that speaks most against it");
        for (Conclusion conclusion : analysis.conclusions()) {
            put(
                    analysis.canTurn(conclusion),
                    experiments,
                    experiment -> Value.of(experiment.turnsAtWorst(conclusion) ? 1 : 0),
                    ValueUnit.NUMBER,
                    how);
        }
    }

    /** The draws of one scenario. */
    private record Drawn(Outcome outcome, Draws draws) {}

    private void simulate(LongConsumer progress) {
        List<Drawn> drawn = new ArrayList<>();
        for (Outcome outcome : study.scenarioOutcomes()) {
            long done = (long) drawn.size() * run.draws();
            Draws draws = Simulation.ofAny(study.model(), distributions(outcome), outputs(outcome))
                    .run(run.seed(), run.draws(), run.threads(), now -> progress.accept(done + now));
            drawn.add(new Drawn(outcome, draws));
        }
        for (SupplyForecast supply : study.chosen().supplies()) {
            for (Period year : supply.years()) {
                percentiles(
                        drawn,
                        RiskAnalysis.PERCENTILES,
                        outcome -> outcome.supply(supply.measure().id())
                                .orElseThrow()
                                .total(year),
                        share -> analysis.percentile(supply, share, year));
            }
        }
        for (Balance balance : study.chosen().balances()) {
            for (Period year : balance.years()) {
                percentiles(
                        drawn,
                        RiskAnalysis.PERCENTILES,
                        outcome -> outcome.followed(
                                outcome.balance(balance.rule().measure()).orElseThrow(), year),
                        share -> analysis.percentile(balance, share, year));
            }
        }
        for (Conclusion conclusion : analysis.conclusions()) {
            put(
                    analysis.holds(conclusion),
                    drawn,
                    one -> Value.of(one.draws().shareTrue(one.outcome().holds(conclusion))),
                    ValueUnit.NUMBER,
                    run.simulated());
        }
        for (Conclusion conclusion : analysis.turns()) {
            List<Lookup> medians = analysis.medians(conclusion);
            for (int i = 0; i < medians.size(); i++) {
                int at = i;
                percentiles(
                        drawn,
                        ImmutableList.of(0.5),
                        outcome -> outcome.changes(conclusion).get(at),
                        share -> medians.get(at));
            }
        }
    }

    private ValueUnit unitOf(Conclusion conclusion) {
        return ValueUnit.like(study.chosen().decisive(conclusion));
    }

    private void percentiles(
            List<Drawn> drawn, List<Double> shares, Function<Outcome, Key> key, Function<Double, Lookup> lookup) {
        List<double[]> found = drawn.stream()
                .map(one -> one.draws().percentiles(key.apply(one.outcome()), Doubles.toArray(shares)))
                .toList();
        ValueUnit unit = ValueUnit.like(key.apply(study.chosen()));
        for (int i = 0; i < shares.size(); i++) {
            int at = i;
            put(lookup.apply(shares.get(i)), found, each -> Value.of(each[at]), unit, run.simulated());
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
        for (Driver driver : analysis.drivers()) {
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

package org.lodestone.reports.risk;

import static com.google.common.collect.ImmutableList.toImmutableList;

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
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.research.Risk;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.Draws;
import org.lodestone.reports.simulation.Simulation;

/**
 * What could turn a forecast's conclusions, in every scenario.
 *
 * @param risks those that have a size
 * @param drivers the assumptions that could turn out otherwise
 * @param bars how many drivers move what decides each conclusion, by its id; no more than a chart can show
 * @param model the forecast, with the results of all runs
 */
public record RiskAnalysis(
        ForecastStudy study,
        Run run,
        ImmutableList<Risk> risks,
        ImmutableList<Driver> drivers,
        ImmutableList<Shock> shocks,
        ImmutableMap<String, Integer> bars,
        Model model) {

    private static final int MOST_BARS = 12;

    /** The percentiles of a fan, as shares of the draws. */
    public static final ImmutableList<Double> PERCENTILES = ImmutableList.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** What stands for a break-even that is not within the range searched. */
    static final String NOWHERE = "none";

    /** The name of the row in which all risks come true. */
    static final String ALL = "All of them";

    /** The name of the row in which none does. */
    static final String NONE = "None of them";

    private static final Term RISK = Term.of("risk");

    /** Empty where the dataset has no drivers and no shocks, or nothing to conclude. */
    public static Optional<RiskAnalysis> of(Dataset dataset, ForecastStudy study, Run run) {
        return of(dataset, study, run, done -> {});
    }

    /** As {@link #of(Dataset, ForecastStudy, Run)}, and says every now and then how many draws are done. */
    public static Optional<RiskAnalysis> of(Dataset dataset, ForecastStudy study, Run run, LongConsumer progress) {
        ImmutableList<Shock> shocks = dataset.outlook().shocks();
        ImmutableList<Driver> drivers = dataset.outlook().drivers();
        if (drivers.isEmpty() || study.chosen().conclusions().isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Risk> risks = dataset.risks().stream()
                .filter(risk -> shocks.stream().anyMatch(shock -> shock.risk().equals(risk.id())))
                .collect(toImmutableList());
        RiskAnalysis keys = new RiskAnalysis(
                study,
                run,
                risks,
                drivers,
                shocks,
                ImmutableMap.of(),
                Model.builder().build());
        return Optional.of(keys.new Worker().build(progress));
    }

    // ---------------------------------------------------------------- keys

    public ImmutableList<Conclusion> conclusions() {
        return study.chosen().conclusions();
    }

    /** The rows of the table of shocks: none, each risk, all. */
    ImmutableList<String> shockRows() {
        ImmutableList.Builder<String> rows = ImmutableList.<String>builder().add(NONE);
        risks.forEach(risk -> rows.add(risk.name()));
        return risks.size() > 1 ? rows.add(ALL).build() : rows.build();
    }

    /** What decides a conclusion if a risk comes true. */
    Lookup shocked(String row, Conclusion conclusion) {
        return lookup("if it comes true", row, conclusion.id());
    }

    /** The drivers for which a break-even is looked for. */
    ImmutableList<Driver> searched() {
        return drivers.stream().filter(driver -> driver.search().isPresent()).collect(toImmutableList());
    }

    /** The value of a driver at which a conclusion turns, or words where none does. */
    public Lookup breakEven(Driver driver, Conclusion conclusion) {
        return lookup("turns at", driver.assumption(), conclusion.id());
    }

    /** The conclusions whose number is drawn as a tornado: growth and balance. */
    ImmutableList<Conclusion> tornadoes() {
        return conclusions().stream()
                .filter(conclusion -> conclusion.kind() != Conclusion.Kind.SHARE_AT_LEAST)
                .collect(toImmutableList());
    }

    /** How many bars a tornado has. */
    int bars(Conclusion conclusion) {
        return bars.getOrDefault(conclusion.id(), 0);
    }

    Lookup bar(Conclusion conclusion, int rank, String part) {
        return lookup("tornado, " + part, conclusion.id(), Integer.toString(rank));
    }

    /** A percentile of supply in a year. */
    public Lookup percentile(SupplyForecast supply, double share, Period year) {
        Lookup lookup = lookup("percentile " + share, supply.measure().id());
        return new Lookup(lookup.key().at(year), lookup.cases());
    }

    /** A percentile of a balance in a year. */
    public Lookup percentile(Balance balance, double share, Period year) {
        Lookup lookup = lookup("percentile " + share, "balance", balance.rule().id());
        return new Lookup(lookup.key().at(year), lookup.cases());
    }

    /** The share of the draws in which a conclusion holds. */
    public Lookup holds(Conclusion conclusion) {
        return lookup("share of draws", conclusion.id());
    }

    private Lookup lookup(String part, String... of) {
        return new Lookup(
                RISK.sub(part).of(Subject.of(String.join(", ", of))),
                study.scenarios().cases());
    }

    /** Every result, in the order of its storing. */
    ImmutableList<Lookup> all() {
        ImmutableList.Builder<Lookup> all = ImmutableList.builder();
        shockRows().forEach(row -> conclusions().forEach(one -> all.add(shocked(row, one))));
        for (Conclusion conclusion : tornadoes()) {
            for (String part : ImmutableList.of("driver", "low", "high")) {
                for (int rank = 1; rank <= bars(conclusion); rank++) {
                    all.add(bar(conclusion, rank, part));
                }
            }
        }
        for (double share : PERCENTILES) {
            for (SupplyForecast supply : study.chosen().supplies()) {
                supply.years().forEach(year -> all.add(percentile(supply, share, year)));
            }
            for (Balance balance : study.chosen().balances()) {
                balance.years().forEach(year -> all.add(percentile(balance, share, year)));
            }
        }
        conclusions().forEach(one -> all.add(holds(one)));
        return all.build();
    }

    /** The inputs the results depend on, in the order of the model. */
    public ImmutableSet<Key> inputs() {
        List<Key> outputs = new ArrayList<>();
        for (Outcome outcome : study.scenarioOutcomes()) {
            outcome.conclusions().forEach(one -> outputs.add(outcome.holds(one)));
            outcome.supplies().forEach(supply -> supply.years().forEach(year -> outputs.add(supply.total(year))));
            outcome.balances().forEach(balance -> balance.years().forEach(year -> outputs.add(balance.after(year))));
        }
        return study.model().inputsOf(outputs);
    }

    /** An input as it was when the results were worked out. */
    public Key asRun(Key input) {
        return RISK.sub("as run").of(Subject.of(input.toString()));
    }

    // ---------------------------------------------------------------- results

    /** Works the results out, scenario by scenario. */
    private final class Worker {

        private final Model.Builder model = Model.builder().include(study.model());
        private final Values values = study.model().values();
        private final List<Experiment> experiments = new ArrayList<>();

        private final Map<String, Integer> moving = new LinkedHashMap<>();

        RiskAnalysis build(LongConsumer progress) {
            List<String> moved = Experiment.moved(drivers, shocks);
            for (Outcome outcome : study.scenarioOutcomes()) {
                experiments.add(new Experiment(study, outcome, moved, values));
            }
            shocks();
            breakEvens();
            tornadoes().forEach(this::tornado);
            simulate(progress);
            for (Key input : inputs()) {
                model.computed(asRun(input), values.of(input), "the input when the results were worked out");
            }
            return new RiskAnalysis(study, run, risks, drivers, shocks, ImmutableMap.copyOf(moving), model.build());
        }

        private void shocks() {
            String how = run.how("the forecast with the shock");
            for (Conclusion conclusion : conclusions()) {
                List<double[]> results = new ArrayList<>();
                for (Experiment experiment : experiments) {
                    List<ImmutableMap<String, Double>> moves = new ArrayList<>();
                    for (String row : shockRows()) {
                        moves.add(moves(experiment, row));
                    }
                    results.add(experiment.decisive(conclusion, moves));
                }
                for (int i = 0; i < shockRows().size(); i++) {
                    int row = i;
                    shocked(shockRows().get(i), conclusion)
                            .addTo(
                                    model,
                                    results.stream().map(r -> Value.of(r[row])).toList(),
                                    how);
                }
            }
        }

        private ImmutableMap<String, Double> moves(Experiment experiment, String row) {
            Map<String, Double> moves = new LinkedHashMap<>();
            for (Risk risk : risks) {
                if (row.equals(ALL) || row.equals(risk.name())) {
                    shocks.stream()
                            .filter(shock -> shock.risk().equals(risk.id()))
                            .forEach(shock -> moves.put(shock.assumption(), experiment.shocked(shock)));
                }
            }
            return ImmutableMap.copyOf(moves);
        }

        private void breakEvens() {
            String how = run.how("found as a root of the forecast");
            for (Driver driver : searched()) {
                List<List<Value>> found = experiments.stream()
                        .map(experiment -> turning(experiment, driver))
                        .toList();
                for (int i = 0; i < conclusions().size(); i++) {
                    int at = i;
                    RiskAnalysis.this
                            .breakEven(driver, conclusions().get(i))
                            .addTo(
                                    model,
                                    found.stream().map(each -> each.get(at)).toList(),
                                    how);
                }
            }
        }

        /** Where a driver turns each conclusion in one scenario. */
        private List<Value> turning(Experiment experiment, Driver driver) {
            String id = driver.assumption();
            double search = driver.search().orElseThrow();
            double now = experiment.value(id).orElse(0);
            double low = experiment.isShare(id) ? Math.max(0, now - search) : now - search;
            double[] grid = BreakEven.grid(low, now + search);
            Key key = experiment.key(id);
            Simulation along = experiment.moving(ImmutableList.of(id));
            Draws first = along.evaluate(Map.of(key, grid));
            List<Value> turning = new ArrayList<>();
            for (Conclusion conclusion : conclusions()) {
                OptionalDouble found = BreakEven.find(
                        grid,
                        experiment.overThreshold(conclusion, first),
                        xs -> experiment.overThreshold(conclusion, along.evaluate(Map.of(key, xs))),
                        now);
                turning.add(found.isPresent() ? Value.of(found.getAsDouble()) : Value.of(NOWHERE));
            }
            return turning;
        }

        /** The drivers by how far they move what decides a conclusion, the widest first. */
        private void tornado(Conclusion conclusion) {
            record Bar(String name, double low, double high) {
                double swing() {
                    return Math.abs(high - low);
                }
            }
            List<List<Bar>> bars = new ArrayList<>();
            for (Experiment experiment : experiments) {
                List<ImmutableMap<String, Double>> moves = new ArrayList<>();
                for (Driver driver : drivers) {
                    double[] ends = experiment.ends(driver);
                    moves.add(ImmutableMap.of(driver.assumption(), ends[0]));
                    moves.add(ImmutableMap.of(driver.assumption(), ends[1]));
                }
                double[] moved = experiment.decisive(conclusion, moves);
                double now = experiment.asItStands(conclusion);
                List<Bar> all = new ArrayList<>();
                for (int i = 0; i < drivers.size(); i++) {
                    String name = study.scenarios()
                            .premise(drivers.get(i).assumption())
                            .name();
                    all.add(new Bar(name, moved[2 * i] - now, moved[2 * i + 1] - now));
                }
                all.sort(Comparator.comparingDouble(Bar::swing).reversed());
                bars.add(all);
            }
            int most = bars.stream()
                    .mapToInt(all ->
                            (int) all.stream().filter(bar -> bar.swing() > 0).count())
                    .max()
                    .orElse(0);
            int shown = Math.min(most, MOST_BARS);
            moving.put(conclusion.id(), shown);
            String how = run.how("the forecast with one driver low or high");
            for (int rank = 1; rank <= shown; rank++) {
                int at = rank - 1;
                bar(conclusion, rank, "driver")
                        .addTo(
                                model,
                                bars.stream()
                                        .map(b -> Value.of(b.get(at).name()))
                                        .toList(),
                                how);
                bar(conclusion, rank, "low")
                        .addTo(
                                model,
                                bars.stream()
                                        .map(b -> Value.of(b.get(at).low()))
                                        .toList(),
                                how);
                bar(conclusion, rank, "high")
                        .addTo(
                                model,
                                bars.stream()
                                        .map(b -> Value.of(b.get(at).high()))
                                        .toList(),
                                how);
            }
        }

        private void simulate(LongConsumer progress) {
            List<Draws> draws = new ArrayList<>();
            for (Outcome outcome : study.scenarioOutcomes()) {
                long done = (long) draws.size() * run.draws();
                draws.add(Simulation.of(study.model(), distributions(outcome), outputs(outcome))
                        .run(run.seed(), run.draws(), run.threads(), now -> progress.accept(done + now)));
            }
            Outcome chosen = study.chosen();
            for (int i = 0; i < chosen.supplies().size(); i++) {
                int at = i;
                for (Period year : chosen.supplies().get(i).years()) {
                    percentiles(
                            draws,
                            outcome -> outcome.supplies().get(at).total(year),
                            share -> percentile(chosen.supplies().get(at), share, year));
                }
            }
            for (int i = 0; i < chosen.balances().size(); i++) {
                int at = i;
                for (Period year : chosen.balances().get(i).years()) {
                    percentiles(
                            draws,
                            outcome -> outcome.balances().get(at).after(year),
                            share -> percentile(chosen.balances().get(at), share, year));
                }
            }
            for (Conclusion conclusion : conclusions()) {
                List<Value> shares = new ArrayList<>();
                for (int i = 0; i < draws.size(); i++) {
                    Key holds = study.scenarioOutcomes().get(i).holds(conclusion);
                    shares.add(Value.of(draws.get(i).shareTrue(holds)));
                }
                holds(conclusion).addTo(model, shares, run.simulated());
            }
        }

        private void percentiles(List<Draws> draws, Function<Outcome, Key> key, Function<Double, Lookup> lookup) {
            double[] shares =
                    PERCENTILES.stream().mapToDouble(Double::doubleValue).toArray();
            List<double[]> found = new ArrayList<>();
            for (int i = 0; i < draws.size(); i++) {
                found.add(draws.get(i)
                        .percentiles(key.apply(study.scenarioOutcomes().get(i)), shares));
            }
            for (int p = 0; p < shares.length; p++) {
                int at = p;
                lookup.apply(shares[p])
                        .addTo(model, found.stream().map(f -> Value.of(f[at])).toList(), run.simulated());
            }
        }

        private List<Key> outputs(Outcome outcome) {
            List<Key> outputs = new ArrayList<>();
            outcome.supplies().forEach(supply -> supply.years().forEach(year -> outputs.add(supply.total(year))));
            outcome.balances().forEach(balance -> balance.years().forEach(year -> outputs.add(balance.after(year))));
            outcome.conclusions().forEach(one -> outputs.add(outcome.holds(one)));
            return outputs;
        }

        /** How each driver is drawn in a scenario. Disruption is drawn for each project by itself. */
        private Map<Key, Distribution> distributions(Outcome outcome) {
            Map<Key, Distribution> drawn = new LinkedHashMap<>();
            for (Driver driver : drivers) {
                Key key = study.scenarios().key(driver.assumption(), outcome.in());
                OptionalDouble value = values.number(key);
                if (driver.drawn() == Driver.Drawn.NOT || value.isEmpty()) {
                    continue;
                }
                Distribution distribution = distribution(driver, value.getAsDouble());
                List<Key> each = outcome.supplies().stream()
                        .flatMap(supply -> supply.pipeline().stream()
                                .filter(line -> line.line().disruption().equals(Optional.of(driver.assumption())))
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
            double whole = 1
                    / study.scenarios()
                            .premise(driver.assumption())
                            .unit()
                            .scale()
                            .doubleValue();
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
}

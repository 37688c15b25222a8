package org.lodestone.reports.risk;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.research.Risk;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Dated;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.scenario.Premise;

/** The keys of what could turn a conclusion: each is spelled here and nowhere else. {@link RiskAnalysis} gives them their values. */
class RiskKeys {

    /** The percentiles of a fan, as shares of the draws. */
    public static final ImmutableList<Double> PERCENTILES = ImmutableList.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** The word for a break-even that is not within the range searched. */
    static final String NOWHERE = "none";

    /** The words for a break-even where a conclusion does not follow the driver at all. */
    static final String NO_EFFECT = "no effect";

    private static final Term RISK = Term.of("risk");

    private final ForecastStudy study;
    private final Run run;
    private final ImmutableList<Risk> risks;
    private final ImmutableList<Driver> drivers;
    private final ImmutableList<Shock> shocks;

    RiskKeys(
            ForecastStudy study,
            Run run,
            ImmutableList<Risk> risks,
            ImmutableList<Driver> drivers,
            ImmutableList<Shock> shocks) {
        this.study = study;
        this.run = run;
        this.risks = risks;
        this.drivers = drivers;
        this.shocks = shocks;
    }

    /** The forecast whose conclusions could turn. */
    public ForecastStudy study() {
        return study;
    }

    /** How the simulation is run. */
    public Run run() {
        return run;
    }

    /** The risks that have a size. */
    public ImmutableList<Risk> risks() {
        return risks;
    }

    /** The assumptions that could turn out otherwise. */
    public ImmutableList<Driver> drivers() {
        return drivers;
    }

    /** The sizes that risks are given, several where a risk moves several assumptions. */
    public ImmutableList<Shock> shocks() {
        return shocks;
    }

    // ---------------------------------------------------------------- keys

    /** The conclusions of the chosen scenario. */
    public ImmutableList<Conclusion> conclusions() {
        return study.chosen().conclusions();
    }

    /** No risk, each, and all where there are several; nothing where no risk has a size. */
    public ImmutableList<Outturn> outturns() {
        if (risks.isEmpty()) {
            return ImmutableList.of();
        }
        ImmutableList.Builder<Outturn> outturns = ImmutableList.builder();
        outturns.add(new Outturn("none", "None of them", ImmutableList.of()));
        risks.forEach(risk -> outturns.add(new Outturn("risk " + risk.id(), risk.name(), ImmutableList.of(risk))));
        if (risks.size() > 1) {
            outturns.add(new Outturn("all", "All of them", risks));
        }
        return outturns.build();
    }

    /** The number that decides a conclusion if some risks come true. */
    public Lookup shocked(Outturn outturn, Conclusion conclusion) {
        return lookup(current(conclusion), "if it comes true", outturn.id(), conclusion.id());
    }

    /** The drivers for which a break-even is looked for. */
    public ImmutableList<Driver> searched() {
        return drivers.stream().filter(driver -> driver.search().isPresent()).collect(toImmutableList());
    }

    /** The value of a driver at which a conclusion turns, or words where none does. */
    public Lookup breakEven(Driver driver, Conclusion conclusion) {
        return lookup(current(conclusion), "turns at", driver.assumption(), conclusion.id())
                .at(driver.year().orElse(Period.NONE));
    }

    /** The assumption that a driver moves. */
    public Premise premise(Driver driver) {
        return study.scenarios().premise(driver.assumption(), driver.year());
    }

    /** The name of a driver for readers: the title of its lever, or of one that is none, what its assumption is. */
    public String name(Driver driver) {
        return name(driver, premise(driver));
    }

    static String name(Driver driver, Premise premise) {
        return driver.lever().map(Driver.Lever::title).orElseGet(premise::words);
    }

    /** The assumption that a shock moves. */
    public Premise premise(Shock shock) {
        return study.scenarios().premise(shock.assumption(), shock.year());
    }

    /** The conclusions whose number is drawn as a tornado, if a driver moves it: growth and balance, each once. */
    public ImmutableList<Conclusion> tornadoes() {
        Map<Key, Conclusion> first = new LinkedHashMap<>();
        conclusions().stream()
                .filter(conclusion -> conclusion.kind() != Conclusion.Kind.SHARE_AT_LEAST)
                .forEach(conclusion -> first.putIfAbsent(study.chosen().decisive(conclusion), conclusion));
        return ImmutableList.copyOf(first.values());
    }

    /**
     * A bar of a tornado, or its name.
     *
     * @param rank 1 for the widest
     * @param part {@code driver}, {@code low} or {@code high}
     */
    public Lookup bar(Conclusion conclusion, int rank, String part) {
        return lookup(current(conclusion), "tornado, " + part, conclusion.id(), Integer.toString(rank));
    }

    /** A percentile of supply in a year. */
    public Lookup percentile(SupplyForecast supply, double share, Period year) {
        return lookup(current(supply), "percentile " + share, supply.measure().id())
                .at(year);
    }

    /** A percentile of a balance in a year. */
    public Lookup percentile(Balance balance, double share, Period year) {
        return lookup(
                        current(balance),
                        "percentile " + share,
                        "balance",
                        balance.rule().id())
                .at(year);
    }

    /** The share of the draws in which a conclusion holds. */
    public Lookup holds(Conclusion conclusion) {
        return lookup(current(conclusion), "share of draws", conclusion.id());
    }

    private Lookup lookup(Key current, String part, String... of) {
        return new Lookup(
                RISK.sub(part).of(Subject.of(String.join(", ", of))),
                study.scenarios().cases(),
                current);
    }

    // ---------------------------------------------------------------- whether results are current

    /** Whether what was worked out of a conclusion is current: 1 or 0. */
    public Key current(Conclusion conclusion) {
        return Dated.current("conclusion " + conclusion.id());
    }

    /** Whether what was drawn of a supply is current: 1 or 0. */
    public Key current(SupplyForecast supply) {
        return Dated.current("supply of " + supply.measure().id());
    }

    /** Whether what was drawn of a balance is current: 1 or 0. */
    public Key current(Balance balance) {
        return Dated.current("balance of " + balance.rule().id());
    }

    /** The inputs of the results of each kind, by the key that says whether those results are current. */
    ImmutableMap<Key, ImmutableSet<Key>> inputsOfEach() {
        ImmutableMap.Builder<Key, ImmutableSet<Key>> inputs = ImmutableMap.builder();
        for (Conclusion conclusion : conclusions()) {
            inputs.put(current(conclusion), inputsOf(outcome -> Stream.of(outcome.holds(conclusion))));
        }
        for (SupplyForecast supply : study.chosen().supplies()) {
            String measure = supply.measure().id();
            inputs.put(
                    current(supply),
                    inputsOf(outcome -> outcome.supply(measure).stream()
                            .flatMap(one -> one.years().stream().map(one::total))));
        }
        for (Balance balance : study.chosen().balances()) {
            String measure = balance.rule().measure();
            inputs.put(
                    current(balance),
                    inputsOf(outcome -> outcome.balance(measure).stream()
                            .flatMap(one -> one.years().stream().map(one::after))));
        }
        return inputs.buildOrThrow();
    }

    /** The inputs behind some results in any scenario, and whether a lever behind those of the chosen one is typed and counts. */
    private ImmutableSet<Key> inputsOf(Function<Outcome, Stream<Key>> results) {
        List<Key> inEach = study.scenarioOutcomes().stream().flatMap(results).toList();
        ImmutableSet<Key> chosen =
                study.model().inputsOf(results.apply(study.chosen()).toList());
        ImmutableSet.Builder<Key> inputs = ImmutableSet.builder();
        inputs.addAll(study.model().inputsOf(inEach));
        study.scenarios().levers().counting().forEach((typed, counts) -> {
            if (chosen.contains(typed)) {
                inputs.add(counts);
            }
        });
        return inputs.build();
    }

    /** Whether an input is as it was: 1 or 0. */
    public Key unchanged(Key input) {
        return RISK.sub("unchanged").of(Subject.of(input));
    }

    /** An input as it was when the results were worked out. */
    public Key asRun(Key input) {
        return RISK.sub("as run").of(Subject.of(input));
    }
}

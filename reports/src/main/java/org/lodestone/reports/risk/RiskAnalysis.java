package org.lodestone.reports.risk;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.base.CharMatcher;
import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.research.Risk;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.model.Unchanged;
import org.lodestone.reports.scenario.Premise;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The drivers and risks that could turn a forecast's conclusions, in every scenario.
 */
public final class RiskAnalysis {

    /** The percentiles of a fan, as shares of the draws. */
    public static final ImmutableList<Double> PERCENTILES = ImmutableList.of(0.05, 0.25, 0.5, 0.75, 0.95);

    /** The word for a break-even that is not within the range searched, and for no driver. */
    public static final String NOWHERE = "none";

    /** The words for a break-even where a conclusion does not follow the driver at all. */
    static final String NO_EFFECT = "no effect";

    private static final Term RISK = Term.of("risk");

    private final ForecastStudy study;
    private final Run run;
    private final ImmutableList<Risk> risks;
    private final ImmutableList<Driver> drivers;
    private final ImmutableList<Shock> shocks;
    private final ImmutableMap<String, Integer> bars;
    private final Calculations values;
    /** Takes the inputs that are asked to be unchanged. */
    private final ImmutableSet.Builder<Key> remembered = ImmutableSet.builder();

    private final ImmutableSet<Key> inputs;

    private RiskAnalysis(
            ForecastStudy study, Run run, ImmutableList<Risk> risks, Outlook outlook, LongConsumer progress) {
        this.study = study;
        this.run = run;
        this.risks = risks;
        this.drivers = outlook.drivers();
        this.shocks = outlook.shocks();
        this.values = new Calculations(study.model());
        conclusions().forEach(this::current);
        study.chosen().supplies().forEach(this::current);
        study.chosen().balances().forEach(this::current);
        this.inputs = remembered.build();
        this.bars = new RiskRunner(this, outlook.partsOfAWhole(), values.building()).run(progress);
        turns().forEach(this::turn);
        values.close();
    }

    /** Empty where the dataset has no drivers, or nothing to conclude. */
    public static Optional<RiskAnalysis> of(Dataset dataset, ForecastStudy study, Run run) {
        return of(dataset, study, run, done -> {});
    }

    /** The same as {@link #of(Dataset, ForecastStudy, Run)} gives, telling every now and then how many draws are done. */
    public static Optional<RiskAnalysis> of(Dataset dataset, ForecastStudy study, Run run, LongConsumer progress) {
        requireNonNull(dataset, "dataset");
        requireNonNull(study, "study");
        requireNonNull(run, "run");
        requireNonNull(progress, "progress");
        Outlook outlook = dataset.outlook();
        if (outlook.drivers().isEmpty() || study.chosen().conclusions().isEmpty()) {
            return Optional.empty();
        }
        ImmutableList<Risk> risks = dataset.risks().stream()
                .filter(risk ->
                        outlook.shocks().stream().anyMatch(shock -> shock.risk().equals(risk.id())))
                .collect(toImmutableList());
        return Optional.of(new RiskAnalysis(study, run, risks, outlook, progress));
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

    /** The conclusions of the chosen scenario. */
    public ImmutableList<Conclusion> conclusions() {
        return study.chosen().conclusions();
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    private Lookup lookup(Key current, String part, String... of) {
        return new Lookup(
                RISK.sub(part).of(Subject.of(String.join(", ", of))),
                study.scenarios().cases(),
                current);
    }

    // ---------------------------------------------------------------- drivers and risks

    /** The assumption that a driver moves. */
    public Premise premise(Driver driver) {
        return study.scenarios().premise(driver.assumption(), driver.year());
    }

    /** The name of a driver for readers: the title of its lever, or of one that is none, what its assumption is. */
    public String name(Driver driver) {
        return driver.lever()
                .map(Driver.Lever::title)
                .orElseGet(() -> premise(driver).words());
    }

    /** The assumptions that drivers move, as a key names them. */
    public static String ids(List<Driver> drivers) {
        return Words.listed(drivers.stream().map(Driver::assumption).toList());
    }

    /** The name of drivers that move together: {@code Mining and separation quota, growth}. */
    public String name(List<Driver> drivers) {
        List<String> names = drivers.stream().map(this::name).toList();
        String same = names.stream().reduce(Strings::commonSuffix).orElse("");
        String ending = same.substring(Math.max(0, CharMatcher.anyOf(" ,").indexIn(same)));
        if (!ending.startsWith(" ") && !ending.startsWith(",")) {
            return String.join(" together with ", names);
        }
        return Words.byItself(Words.listed(names.stream()
                        .map(name -> Words.inSentence(name.substring(0, name.length() - ending.length())))
                        .toList()))
                + ending;
    }

    /** The assumption that a shock moves. */
    public Premise premise(Shock shock) {
        return study.scenarios().premise(shock.assumption(), shock.year());
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

    // ---------------------------------------------------------------- where a conclusion turns

    /** The drivers for which a break-even is looked for. */
    public ImmutableList<Driver> searched() {
        return drivers.stream().filter(driver -> driver.search().isPresent()).collect(toImmutableList());
    }

    /**
     * The drivers that each risk moves to values in one unit. A break-even is looked for with all of them at one value, since
     * one alone may turn nothing where another holds what it lets through.
     */
    public ImmutableList<ImmutableList<Driver>> together() {
        return risks.stream()
                .map(risk -> searched().stream()
                        .filter(driver -> shocks.stream().anyMatch(shock -> sets(shock, risk, driver)))
                        .collect(toImmutableList()))
                .filter(drivers -> drivers.size() > 1)
                .filter(drivers -> drivers.stream()
                                .map(driver -> premise(driver).unit())
                                .distinct()
                                .count()
                        == 1)
                .distinct()
                .collect(toImmutableList());
    }

    private static boolean sets(Shock shock, Risk risk, Driver driver) {
        return shock.risk().equals(risk.id())
                && shock.change() == Shock.Change.TO
                && shock.assumption().equals(driver.assumption())
                && shock.year().equals(driver.year());
    }

    /** The drivers that are searched, each alone, then those that move together. */
    ImmutableList<ImmutableList<Driver>> moves() {
        return Stream.concat(searched().stream().map(ImmutableList::of), together().stream())
                .collect(toImmutableList());
    }

    /** The value of a driver at which a conclusion turns, or words where none does. */
    public Lookup breakEven(Driver driver, Conclusion conclusion) {
        return breakEven(ImmutableList.of(driver), conclusion);
    }

    /** The one value of some drivers at which a conclusion turns, or words where none does. */
    public Lookup breakEven(List<Driver> drivers, Conclusion conclusion) {
        return lookup(current(conclusion), "turns at", ids(drivers), conclusion.id())
                .at(drivers.get(0).year().orElse(Period.NONE));
    }

    /** The conclusions with what turns them in some scenario: a driver, or several together where none of them does alone. */
    public ImmutableList<DrivenConclusion> turning() {
        return pairs(
                pair -> IntStream.range(0, study.scenarios().cases().size()).anyMatch(i -> turns(pair, i)));
    }

    /** Those that turn in the first scenario, by which pages are laid out whatever scenario is chosen. */
    public ImmutableList<DrivenConclusion> turningFirst() {
        return pairs(pair -> turns(pair, 0));
    }

    /** The conclusions with what does not turn them in the first scenario, as far as was searched. */
    public ImmutableList<DrivenConclusion> notTurningFirst() {
        return pairs(pair -> !isFound(pair.drivers(), pair.conclusion(), 0));
    }

    private ImmutableList<DrivenConclusion> pairs(Predicate<DrivenConclusion> which) {
        return conclusions().stream()
                .flatMap(conclusion -> moves().stream().map(drivers -> new DrivenConclusion(conclusion, drivers)))
                .filter(which)
                .collect(toImmutableList());
    }

    private boolean turns(DrivenConclusion pair, int scenario) {
        boolean isAlone = pair.drivers().size() == 1;
        return isFound(pair.drivers(), pair.conclusion(), scenario)
                && (isAlone
                        || pair.drivers().stream()
                                .noneMatch(one -> isFound(ImmutableList.of(one), pair.conclusion(), scenario)));
    }

    private boolean isFound(List<Driver> drivers, Conclusion conclusion, int scenario) {
        Key found = breakEven(drivers, conclusion).inEach().get(scenario);
        return model().value(found).number().isPresent();
    }

    // ---------------------------------------------------------------- how far each driver moves it

    /** The conclusions whose number is drawn as a tornado, if a driver moves it: growth and balance, each once. */
    public ImmutableList<Conclusion> tornadoes() {
        Map<Key, Conclusion> first = new LinkedHashMap<>();
        conclusions().stream()
                .filter(conclusion -> conclusion.kind() != Conclusion.Kind.SHARE_AT_LEAST
                        && conclusion.kind() != Conclusion.Kind.REPLACED_BELOW)
                .forEach(conclusion -> first.putIfAbsent(study.chosen().decisive(conclusion), conclusion));
        return ImmutableList.copyOf(first.values());
    }

    /**
     * A bar of a tornado, its name, or from where to where its driver goes: {@code 92–112%}.
     *
     * @param rank 1 for the widest
     * @param part {@code driver}, {@code range}, {@code low} or {@code high}
     */
    public Lookup bar(Conclusion conclusion, int rank, String part) {
        return lookup(current(conclusion), "tornado, " + part, conclusion.id(), Integer.toString(rank));
    }

    /**
     * The driver whose draws reach further to one side of the scenario than those of all others, and so take the median with them;
     * {@code none} where none does.
     */
    public Lookup pulls(Conclusion conclusion, boolean up) {
        return lookup(current(conclusion), "pulls the median " + (up ? "up" : "down"), conclusion.id());
    }

    /** The number of bars that a tornado has. */
    public int bars(Conclusion conclusion) {
        return bars.getOrDefault(conclusion.id(), 0);
    }

    // ---------------------------------------------------------------- how sure it is

    /** A percentile of supply in a year. */
    public Lookup percentile(SupplyForecast supply, double share, Period year) {
        return lookup(current(supply), "percentile " + share, supply.measure().id())
                .at(year);
    }

    /** A percentile in a year of what is followed of a balance, see {@link Outcome#followed}. */
    public Lookup percentile(Balance balance, double share, Period year) {
        return lookup(
                        current(balance),
                        "percentile " + share,
                        "balance",
                        balance.rule().id())
                .at(year);
    }

    /**
     * Whether drivers that are drawn could turn a conclusion: 1, or 0 where it stands even with each of them at the end of its range
     * that speaks most against it, so that a share of draws says no more than the ranges do.
     */
    public Lookup canTurn(Conclusion conclusion) {
        return lookup(current(conclusion), "can turn in draws", conclusion.id());
    }

    /** The share of the draws in which a conclusion holds. */
    public Lookup holds(Conclusion conclusion) {
        return lookup(current(conclusion), "share of draws", conclusion.id());
    }

    /** The conclusions on how a balance turns. */
    ImmutableList<Conclusion> turns() {
        return conclusions().stream()
                .filter(one -> one.kind() == Conclusion.Kind.BALANCE_CHANGE)
                .collect(toImmutableList());
    }

    /** The median of the draws of each change that decides how a balance turns, in the order of {@link Outcome#changes}. */
    public ImmutableList<Lookup> medians(Conclusion conclusion) {
        return Stream.concat(
                        Stream.of("as assumed"),
                        Stream.of(Balance.Reading.values()).map(Balance.Reading::toString))
                .limit(study.chosen().changes(conclusion).size())
                .map(reading -> lookup(current(conclusion), "median change", conclusion.id(), reading))
                .collect(toImmutableList());
    }

    /** How the market turns by these medians, in the words of {@link Outcome#turn(Conclusion)}. */
    public Key turn(Conclusion conclusion) {
        return values.as(
                RISK.sub("turn in the median").of(Subject.of(conclusion.id())).in(Scenarios.CHOSEN),
                () -> study.chosen()
                        .turned(
                                conclusion,
                                medians(conclusion).stream().map(Lookup::chosen).toList()));
    }

    /** Every result. */
    public ImmutableList<Lookup> all() {
        ImmutableList.Builder<Lookup> all = ImmutableList.builder();
        outturns().forEach(outturn -> conclusions().forEach(one -> all.add(shocked(outturn, one))));
        for (Conclusion conclusion : tornadoes()) {
            for (String part : ImmutableList.of("driver", "range", "low", "high")) {
                for (int rank = 1; rank <= bars(conclusion); rank++) {
                    all.add(bar(conclusion, rank, part));
                }
            }
            all.add(pulls(conclusion, true));
            all.add(pulls(conclusion, false));
        }
        for (double share : PERCENTILES) {
            for (SupplyForecast supply : study.chosen().supplies()) {
                supply.years().forEach(year -> all.add(percentile(supply, share, year)));
            }
            for (Balance balance : study.chosen().balances()) {
                balance.years().forEach(year -> all.add(percentile(balance, share, year)));
            }
        }
        for (Conclusion conclusion : conclusions()) {
            all.add(holds(conclusion));
            all.add(canTurn(conclusion));
            if (turns().contains(conclusion)) {
                all.addAll(medians(conclusion));
            }
            moves().forEach(drivers -> all.add(breakEven(drivers, conclusion)));
        }
        return all.build();
    }

    // ---------------------------------------------------------------- whether results are current

    /** Whether what was worked out of a conclusion is current: 1 or 0. */
    public Key current(Conclusion conclusion) {
        return current("conclusion " + conclusion.id(), outcome -> Stream.of(outcome.holds(conclusion)));
    }

    /** Whether what was drawn of a supply is current: 1 or 0. */
    public Key current(SupplyForecast supply) {
        String measure = supply.measure().id();
        return current(
                "supply of " + measure,
                outcome -> outcome.supply(measure).stream()
                        .flatMap(one -> one.years().stream().map(one::total)));
    }

    /** Whether what was drawn of a balance is current: 1 or 0. */
    public Key current(Balance balance) {
        String measure = balance.rule().measure();
        return current(
                "balance of " + balance.rule().id(),
                outcome -> outcome.balance(measure).stream()
                        .flatMap(one -> one.years().stream().map(year -> outcome.followed(one, year))));
    }

    private Key current(String what, Function<Outcome, Stream<Key>> results) {
        return values.as(Dated.current(what), () -> {
            ImmutableSet<Key> behind = study.inputsOf(results);
            remembered.addAll(behind);
            return Dated.all(behind.stream().map(this::unchanged).toList());
        });
    }

    /** Whether an input is as it was: 1 or 0. */
    public Key unchanged(Key input) {
        return Unchanged.since(values, study.model(), input);
    }

    /** An input as it was when the results were worked out. */
    public Key asRun(Key input) {
        return Unchanged.asRun(input);
    }

    /** The inputs that any of the results depends on. */
    public ImmutableSet<Key> inputs() {
        return inputs;
    }

    @Override
    public String toString() {
        return OneLine.of(
                "risk",
                OneLine.count(risks(), "risk"),
                OneLine.count(drivers(), "driver"),
                OneLine.count(shocks(), "shock"),
                OneLine.count(conclusions(), "conclusion"),
                run().inWords());
    }

    /**
     * A case that is set against the scenario as it stands: no risk, one that comes true, or all of them.
     *
     * @param id tells it from the others, whatever their names
     */
    public record Outturn(String id, String name, ImmutableList<Risk> risks) {

        @Override
        public String toString() {
            return OneLine.of(name, OneLine.count(risks, "risk"));
        }
    }

    /** A conclusion and what may turn it: a driver, or several at one value. */
    public record DrivenConclusion(Conclusion conclusion, ImmutableList<Driver> drivers) {

        @Override
        public String toString() {
            return OneLine.joined(conclusion.id(), drivers);
        }
    }

    /**
     * A result of Java's in every scenario, and the chosen one's, looked up by the selector.
     *
     * @param key the result, in no case
     * @param cases of the scenarios, in their order
     * @param current whether the inputs behind it are as they were
     */
    public record Lookup(Key key, ImmutableList<Case> cases, Key current) {

        /** The same at a time of its own. */
        Lookup at(Period when) {
            return new Lookup(key.at(when), cases, current);
        }

        /** The result of the chosen scenario. */
        public Key chosen() {
            return key.in(Scenarios.CHOSEN);
        }

        /** The result of a scenario, as long as it is current. */
        public Key in(Case scenario) {
            return key.in(scenario);
        }

        /** The result of a scenario as it was worked out. */
        public Key stored(Case scenario) {
            return key.sub("as worked out").in(scenario);
        }

        /** The result of each scenario, in their order. */
        public ImmutableList<Key> inEach() {
            return cases.stream().map(this::in).collect(ImmutableList.toImmutableList());
        }

        /** Stores the result of each scenario and the formula that picks the chosen one's. */
        void addTo(Model.Builder model, List<Value> results, ValueUnit unit, String how) {
            for (int i = 0; i < cases.size(); i++) {
                Key stored = model.computed(stored(cases.get(i)), results.get(i), unit, how);
                model.calculation(in(cases.get(i)), Dated.of(current, stored.in(unit)));
            }
            model.calculation(
                    chosen(),
                    Dated.of(
                            current,
                            Scenarios.pick(cases.stream().map(this::stored).toList())));
        }

        @Override
        public String toString() {
            return OneLine.of(current, cases);
        }
    }
}

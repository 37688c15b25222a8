package org.lodestone.reports.scenario;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/**
 * The levers of a forecast: for each what a reader typed, what the chosen scenario says, and what is in force.
 *
 * <pre>in force = what is typed, where that is a number within what is allowed; else as in the chosen scenario</pre>
 *
 * <p>Typed cells are empty at first, so that deleting what was typed brings the scenario back. What is typed for a year comes
 * before what is typed for all years. The case of demand is a lever too, of which one of several names is typed.
 */
public final class Levers {

    /** The name of the cell in which a case of demand is typed. */
    static final String DEMAND_NAME = "DemandCase";

    /** The number of typed values that count. Where none does, the chosen scenario is shown as it is. */
    public static final Key COUNTED =
            Term.of("levers").sub("typed values that count").key();

    private static final Term LEVER = Term.of("lever");
    private static final Subject DEMAND = Subject.of("case of demand");

    private final ImmutableList<Lever> all;
    private final ImmutableList<String> demandCases;

    /** One of two texts: what holds once a lever is changed, and what holds while the chosen scenario is as it is written. */
    public static Formula whereChanged(Formula changed, Formula asWritten) {
        return COUNTED.ref().isAbove(ZERO).then(changed, asWritten);
    }

    Levers(ImmutableList<Lever> all, ImmutableList<String> demandCases) {
        this.all = all;
        this.demandCases = demandCases;
    }

    /** The levers that are assumptions, in the order of the dataset. */
    public ImmutableList<Lever> all() {
        return all;
    }

    /** The lever of an assumption. */
    public Optional<Lever> of(String assumption) {
        return all.stream().filter(lever -> lever.id().equals(assumption)).findFirst();
    }

    /** Whether a value is what it is as chosen by a lever of its own. */
    boolean hold(Premise premise) {
        return of(premise.id())
                .filter(lever -> lever.typed().contains(premise.year()))
                .isPresent();
    }

    /** The names of the cases that demand may follow; none where there is nothing to choose. */
    public ImmutableList<String> demandCases() {
        return demandCases;
    }

    // ---------------------------------------------------------------- keys

    /** The value that a reader typed for all years, or for one of them. */
    public Key typed(Lever lever, Optional<Period> year) {
        return at("typed", lever, year);
    }

    /** The value that holds where nothing is typed for all years, or for one of them. */
    private static Key asScenario(Lever lever, Optional<Period> year) {
        return at("otherwise", lever, year);
    }

    /** The value in force, which everything follows. */
    public Key inForce(Lever lever, Optional<Period> year) {
        return ScenarioKeys.key(lever.id(), year, 0, Scenarios.CHOSEN);
    }

    private static Key least(Lever lever) {
        return at("least", lever, Optional.empty());
    }

    private static Key most(Lever lever) {
        return at("most", lever, Optional.empty());
    }

    private static Key ratiosUpTo(Lever lever) {
        return at("percentages typed as ratios up to", lever, Optional.empty());
    }

    /** Whether it is in force otherwise than in the base scenario, in any year: 1 or 0. */
    public Key changed(Lever lever) {
        return at("changed", lever, Optional.empty());
    }

    /** The number of values typed for it that do not count. */
    public Key refused(Lever lever) {
        return at("refused", lever, Optional.empty());
    }

    private static Key refused(Lever lever, Optional<Period> year) {
        return at("typed value refused", lever, year);
    }

    private static Key counts(Lever lever, Optional<Period> year) {
        return at("typed value counts", lever, year);
    }

    /** Whether a value typed for it counts, for all years or for any: 1 or 0. */
    public Key typedCounts(Lever lever) {
        return at("typed and counts", lever, Optional.empty());
    }

    private static Key differs(Lever lever, Optional<Period> year) {
        return at("other than in the base scenario", lever, year);
    }

    private static Key at(String part, Lever lever, Optional<Period> year) {
        return LEVER.sub(part).of(Subject.of(lever.id())).at(year.orElse(Period.NONE));
    }

    /** The case of demand that a reader typed. */
    public Key typedDemand() {
        return LEVER.sub("typed").of(DEMAND);
    }

    /** The case of demand of the chosen scenario. */
    private static Key scenarioDemand() {
        return LEVER.sub("as in the scenario chosen").of(DEMAND);
    }

    /** Whether demand follows another case than in the base scenario: 1 or 0. */
    public Key demandChanged() {
        return LEVER.sub("changed").of(DEMAND);
    }

    /** Whether what was typed is no case of demand: 1 or 0. */
    public Key demandRefused() {
        return LEVER.sub("refused").of(DEMAND);
    }

    /** Whether what was typed is a case of demand: 1 or 0. */
    public Key demandCounts() {
        return LEVER.sub("typed value counts").of(DEMAND);
    }

    private static Key demandName(String demandCase) {
        return LEVER.sub("name").of(Subject.of(demandCase));
    }

    /** The names that may be typed for the case of demand. */
    public Formula.Span demandNames() {
        return span(demandCases.stream().map(Levers::demandName).toList());
    }

    /** The case of demand that is meant, as the dataset spells it; a sheet pays no heed to capitals either. */
    Optional<String> demandCase(String typed) {
        return demandCases.stream().filter(typed::equalsIgnoreCase).findFirst();
    }

    /** The name of every cell in which something may be typed, with its unit. */
    public ImmutableMap<Key, String> names() {
        ImmutableMap.Builder<Key, String> names = ImmutableMap.builder();
        for (Lever lever : all) {
            for (Optional<Period> year : lever.typed()) {
                names.put(typed(lever, year), lever.words(year));
            }
        }
        if (!demandCases.isEmpty()) {
            names.put(typedDemand(), "Case of demand");
        }
        return names.buildOrThrow();
    }

    /** Of every cell in which something may be typed, whether what is typed counts: 1 or 0. */
    public ImmutableMap<Key, Key> counting() {
        ImmutableMap.Builder<Key, Key> counting = ImmutableMap.builder();
        for (Lever lever : all) {
            lever.typed().forEach(year -> counting.put(typed(lever, year), counts(lever, year)));
        }
        if (!demandCases.isEmpty()) {
            counting.put(typedDemand(), demandCounts());
        }
        return counting.buildOrThrow();
    }

    // ---------------------------------------------------------------- what stands behind them

    /** Says how the chosen case of each assumption comes about, and of the case of demand. */
    void addTo(Model.Builder model, ScenarioKeys scenarios) {
        List<Key> counted = new ArrayList<>();
        for (Lever lever : all) {
            lever(lever, model, scenarios);
            lever.typed().forEach(year -> counted.add(counts(lever, year)));
        }
        if (!demandCases.isEmpty()) {
            demand(model, scenarios);
            counted.add(demandCounts());
        }
        model.calculation(COUNTED, counted.isEmpty() ? ZERO : Formula.sum(span(counted)));
    }

    private void lever(Lever lever, Model.Builder model, ScenarioKeys scenarios) {
        model.label(least(lever), lever.least());
        model.label(most(lever), lever.most());
        if (lever.ratiosUpTo() > 0) {
            Formula low = least(lever).ref().magnitude();
            Formula high = most(lever).ref().magnitude();
            model.calculation(
                    ratiosUpTo(lever), low.isAbove(high).then(low, high).over(HUNDRED));
        }
        for (Optional<Period> year : lever.typed()) {
            model.assumption(
                    typed(lever, year),
                    empty(lever.title() + year.map(one -> ", " + one).orElse("")));
            model.name(typed(lever, year), lever.name(year));
            model.rule(typed(lever, year), lever.rule(year));
            Formula typed = typed(lever, year).ref();
            Formula counts = counts(lever, typed);
            model.calculation(counts(lever, year), typed.isKnown().then(counts.then(ONE, ZERO), ZERO));
            model.calculation(
                    refused(lever, year),
                    Formula.call(Fn.IS_EMPTY, typed)
                            .then(ZERO, ONE)
                            .minus(counts(lever, year).ref()));
        }
        model.calculation(
                refused(lever),
                Formula.sum(span(
                        lever.typed().stream().map(year -> refused(lever, year)).toList())));
        model.calculation(
                typedCounts(lever),
                Formula.call(
                        Fn.MAX,
                        span(lever.typed().stream()
                                .map(year -> counts(lever, year))
                                .toList())));
        inForce(lever, Optional.empty(), model, scenarios);
        lever.years().forEach(year -> inForce(lever, Optional.of(year), model, scenarios));
        List<Optional<Period>> held = lever.years().isEmpty()
                ? List.of(Optional.empty())
                : lever.years().stream().map(Optional::of).toList();
        for (Optional<Period> year : held) {
            model.calculation(
                    differs(lever, year),
                    differ(
                            inForce(lever, year).ref(),
                            scenarios.key(lever.id(), year, scenarios.base()).ref()));
        }
        model.calculation(
                changed(lever),
                Formula.call(
                        Fn.MAX,
                        span(held.stream().map(year -> differs(lever, year)).toList())));
    }

    private static Content.Assumption empty(String title) {
        return new Content.Assumption(
                Value.empty(), title + ": empty, it is as in the scenario chosen.", ImmutableList.of());
    }

    /** Whether a number that was typed is within what is allowed. */
    private static Formula counts(Lever lever, Formula typed) {
        Formula within =
                typed.isAtLeast(least(lever).ref()).and(most(lever).ref().isAtLeast(typed));
        if (lever.isWhole()) {
            return within.and(Formula.call(Fn.WHOLE_PART, typed).isEqualTo(typed));
        }
        return lever.ratiosUpTo() > 0
                ? within.and(typed.isEqualTo(ZERO)
                        .or(typed.magnitude().isAbove(ratiosUpTo(lever).ref())))
                : within;
    }

    /** Adds the value in force for all years, or for one: the typed one, else the one that holds without it. */
    private void inForce(Lever lever, Optional<Period> year, Model.Builder model, ScenarioKeys scenarios) {
        Formula otherwise = inForce(lever, Optional.empty()).ref();
        if (year.isEmpty() || scenarios.hasOwn(lever.id(), year.get())) {
            Formula asScenario = Scenarios.pick(scenarios.all().stream()
                    .map(scenario -> scenarios.key(lever.id(), year, scenario))
                    .toList());
            otherwise = model.calculation(
                            asScenario(lever, year), year.isEmpty() ? asScenario : held(lever, asScenario))
                    .ref();
        }
        model.calculation(inForce(lever, year), held(lever, year, otherwise));
    }

    /** The value typed for all years, else that of the chosen scenario for one year. */
    Formula held(Lever lever, Formula asScenario) {
        return held(lever, Optional.empty(), asScenario);
    }

    private Formula held(Lever lever, Optional<Period> year, Formula otherwise) {
        Formula typed = typed(lever, year).ref();
        return typed.isKnown().then(counts(lever, typed).then(typed, otherwise), otherwise);
    }

    /** One where two values differ, of which either may be missing. */
    public static Formula differ(Formula now, Formula base) {
        Formula fromKnown = now.isKnown().then(now.isEqualTo(base).then(ZERO, ONE), ONE);
        return base.isKnown().then(fromKnown, now.isKnown().then(ONE, ZERO));
    }

    private void demand(Model.Builder model, ScenarioKeys scenarios) {
        demandCases.forEach(name -> model.label(demandName(name), name));
        model.assumption(typedDemand(), empty("Case of demand"));
        model.name(typedDemand(), DEMAND_NAME);
        model.rule(
                typedDemand(),
                InputRule.choice(demandCases).orEmpty().saying("Case of demand. Empty: that of the scenario"));
        Formula place = Formula.call(Fn.FIND, typedDemand().ref(), demandNames());
        model.calculation(demandCounts(), place.isKnown().then(ONE, ZERO));
        model.calculation(
                demandRefused(),
                Formula.call(Fn.IS_EMPTY, typedDemand().ref())
                        .then(ZERO, ONE)
                        .minus(demandCounts().ref()));
        model.calculation(
                scenarioDemand(),
                Scenarios.pick(
                        scenarios.cases().stream().map(scenarios::demandCase).toList()));
        model.calculation(
                scenarios.demandCase(Scenarios.CHOSEN),
                place.isKnown()
                        .then(
                                Formula.call(Fn.PICK, demandNames(), place),
                                scenarioDemand().ref()));
        Formula same = Formula.call(
                Fn.SAME_TEXT,
                scenarios.demandCase(Scenarios.CHOSEN).ref(),
                scenarios.demandCase(Scenarios.caseOf(scenarios.base())).ref());
        model.calculation(demandChanged(), same.then(ZERO, ONE));
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.count(all, "lever"), all.stream().map(Lever::title).toList());
    }
}

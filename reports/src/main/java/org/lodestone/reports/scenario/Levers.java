package org.lodestone.reports.scenario;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;

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
    private static final Optional<Period> ALL_YEARS = Optional.empty();

    private static final String RATIO_TYPED =
            "a number this small is taken for a ratio that was typed for a percentage";

    private final ImmutableList<Lever> all;
    private final ImmutableList<String> demandCases;
    private final Scenarios scenarios;
    private final Calculations values;

    /** Whether a lever is changed, so that the chosen scenario is no longer as it is written. */
    public static Formula areChanged() {
        return COUNTED.isAbove(ZERO);
    }

    /** @param values those of the scenarios, which take what levers say too */
    Levers(ImmutableList<Lever> all, ImmutableList<String> demandCases, Scenarios scenarios, Calculations values) {
        this.all = all;
        this.demandCases = demandCases;
        this.scenarios = scenarios;
        this.values = values;
    }

    /** Puts in the values of every lever and of the case of demand. */
    void putAll() {
        for (Lever lever : all) {
            lever.typed().forEach(year -> input(lever, year));
            refused(lever);
            typedCounts(lever);
            inForce(lever, ALL_YEARS);
            changed(lever);
        }
        if (!demandCases.isEmpty()) {
            demandInput();
            demandRefused();
            demandChanged();
        }
        counted();
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

    private Key key(String part, Lever lever, Optional<Period> year, Supplier<Formula> formula) {
        return values.as(at(part, lever, year), formula);
    }

    private static Key at(String part, Lever lever, Optional<Period> year) {
        return LEVER.sub(part).of(Subject.of(lever.id())).at(year.orElse(Period.NONE));
    }

    // ---------------------------------------------------------------- what counts

    private Key least(Lever lever) {
        return values.label(at("least", lever, ALL_YEARS), lever.least(), unit(lever));
    }

    private Key most(Lever lever) {
        return values.label(at("most", lever, ALL_YEARS), lever.most(), unit(lever));
    }

    /** A hundredth of the larger end of what is allowed: a smaller number is a percentage typed as a ratio. */
    private Key ratiosUpTo(Lever lever) {
        return key("percentages typed as ratios up to", lever, ALL_YEARS, () -> {
            Formula low = least(lever).magnitude();
            Formula high = most(lever).magnitude();
            return low.isAbove(high).then(low, high).over(HUNDRED);
        });
    }

    /** Whether a number that was typed is within what is allowed. */
    private Formula isAllowed(Lever lever, Formula typed) {
        Formula within = typed.isAtLeast(least(lever)).and(most(lever).isAtLeast(typed));
        if (lever.isWhole()) {
            return within.and(Formula.call(Fn.WHOLE_PART, typed).isEqualTo(typed));
        }
        return lever.ratiosUpTo() > 0
                ? within.and(typed.isEqualTo(ZERO)
                        .or(typed.magnitude().isAbove(ratiosUpTo(lever).countedAs(unit(lever), RATIO_TYPED))))
                : within;
    }

    private static ValueUnit unit(Lever lever) {
        return ValueUnit.of(lever.premise().unit());
    }

    // ---------------------------------------------------------------- what is typed

    /** The value that a reader typed for all years, or for one of them. */
    public Key typed(Lever lever, Optional<Period> year) {
        return at("typed", lever, year);
    }

    private void input(Lever lever, Optional<Period> year) {
        open(
                typed(lever, year),
                unit(lever),
                lever.name(year),
                lever.title() + year.map(one -> ", " + one).orElse(""),
                lever.rule(year));
    }

    private void open(Key key, ValueUnit unit, String name, String title, InputRule rule) {
        values.building().assumption(key, Value.empty(), unit, title + ": empty, it is as in the scenario chosen.");
        values.building().name(key, name);
        values.building().rule(key, rule);
    }

    private Key counts(Lever lever, Optional<Period> year) {
        return key("typed value counts", lever, year, () -> {
            Formula typed = typed(lever, year);
            return typed.isKnown().then(isAllowed(lever, typed).then(ONE, ZERO), ZERO);
        });
    }

    private Key refused(Lever lever, Optional<Period> year) {
        return key(
                "typed value refused",
                lever,
                year,
                () -> isTyped(typed(lever, year)).minus(counts(lever, year)));
    }

    private static Formula isTyped(Key typed) {
        return Formula.call(Fn.IS_EMPTY, typed).then(ZERO, ONE);
    }

    /** The number of values typed for it that do not count. */
    public Key refused(Lever lever) {
        return key("refused", lever, ALL_YEARS, () -> Formula.sum(span(lever.typed(), year -> refused(lever, year))));
    }

    /** Whether a value typed for it counts, for all years or for any: 1 or 0. */
    public Key typedCounts(Lever lever) {
        return key("typed and counts", lever, ALL_YEARS, () -> most(lever.typed(), year -> counts(lever, year)));
    }

    private static Formula most(List<Optional<Period>> years, Function<Optional<Period>, Key> ofYear) {
        return Formula.call(Fn.MAX, span(years, ofYear));
    }

    private void counted() {
        List<Key> counted = List.copyOf(counting().values());
        values.as(COUNTED, () -> counted.isEmpty() ? ZERO : Formula.sum(span(counted)));
    }

    // ---------------------------------------------------------------- what is in force

    /** The value in force, which everything follows: the typed one, else the one that holds without it. */
    public Key inForce(Lever lever, Optional<Period> year) {
        return values.as(Scenarios.key(lever.id(), year, 0, Scenarios.CHOSEN), () -> {
            boolean isStated = year.isEmpty() || scenarios.hasOwn(lever.id(), year.get());
            Key otherwise = isStated ? asScenario(lever, year) : inForce(lever, ALL_YEARS);
            return held(lever, year, otherwise);
        });
    }

    /** The value that holds where nothing is typed for all years, or for one of them. */
    private Key asScenario(Lever lever, Optional<Period> year) {
        return key("otherwise", lever, year, () -> {
            Formula asScenario = Scenarios.pick(scenarios.all().stream()
                    .map(scenario -> in(scenario, lever, year))
                    .toList());
            return year.isEmpty() ? asScenario : held(lever, asScenario);
        });
    }

    private Key in(Scenario scenario, Lever lever, Optional<Period> year) {
        Case in = Scenarios.caseOf(scenario);
        return year.map(one -> scenarios.key(lever.id(), one, in)).orElseGet(() -> scenarios.key(lever.id(), in));
    }

    /** The value typed for all years, else that of the chosen scenario for one year. */
    Formula held(Lever lever, Formula asScenario) {
        return held(lever, ALL_YEARS, asScenario);
    }

    private Formula held(Lever lever, Optional<Period> year, Formula otherwise) {
        Formula typed = typed(lever, year);
        return typed.isKnown().then(isAllowed(lever, typed).then(typed, otherwise), otherwise);
    }

    /** Whether it is in force otherwise than in the base scenario, in any year: 1 or 0. */
    public Key changed(Lever lever) {
        List<Optional<Period>> held = lever.years().isEmpty()
                ? List.of(ALL_YEARS)
                : lever.years().stream().map(Optional::of).toList();
        return key("changed", lever, ALL_YEARS, () -> most(held, year -> differs(lever, year)));
    }

    private Key differs(Lever lever, Optional<Period> year) {
        return key(
                "other than in the base scenario",
                lever,
                year,
                () -> differ(inForce(lever, year), in(scenarios.base(), lever, year)));
    }

    /** One where two values differ, of which either may be missing. */
    public static Formula differ(Formula now, Formula base) {
        Formula fromKnown = now.isKnown().then(now.isEqualTo(base).then(ZERO, ONE), ONE);
        return base.isKnown().then(fromKnown, now.isKnown().then(ONE, ZERO));
    }

    // ---------------------------------------------------------------- demand

    /** The names of the cases that demand may follow; none where there is nothing to choose. */
    public ImmutableList<String> demandCases() {
        return demandCases;
    }

    /** The names that may be typed for the case of demand. */
    private Formula.Span demandNames() {
        return span(demandCases, name -> values.label(LEVER.sub("name").of(Subject.of(name)), name));
    }

    /** The case of demand that is meant, as the dataset spells it; a sheet pays no heed to capitals either. */
    Optional<String> demandCase(String typed) {
        return demandCases.stream().filter(typed::equalsIgnoreCase).findFirst();
    }

    /** The case of demand that a reader typed. */
    public Key typedDemand() {
        return LEVER.sub("typed").of(DEMAND);
    }

    private void demandInput() {
        demandNames();
        open(
                typedDemand(),
                ValueUnit.ANY,
                DEMAND_NAME,
                "Case of demand",
                InputRule.choice(demandCases).orEmpty().saying("Case of demand. Empty: that of the scenario"));
    }

    private Formula placeOfTyped() {
        return Formula.call(Fn.FIND, typedDemand(), demandNames());
    }

    /** Whether what was typed is a case of demand: 1 or 0. */
    public Key demandCounts() {
        return ofDemand("typed value counts", () -> placeOfTyped().isKnown().then(ONE, ZERO));
    }

    /** Whether what was typed is no case of demand: 1 or 0. */
    public Key demandRefused() {
        return ofDemand("refused", () -> isTyped(typedDemand()).minus(demandCounts()));
    }

    private Formula picked() {
        return Scenarios.pick(
                scenarios.cases().stream().map(scenarios::demandCase).toList());
    }

    /** The case of demand that all follows: the typed one, else that of the chosen scenario. */
    Formula demandInForce() {
        return demandCases.isEmpty()
                ? picked()
                : placeOfTyped()
                        .isKnown()
                        .then(
                                Formula.call(Fn.PICK, demandNames(), placeOfTyped()),
                                ofDemand("as in the scenario chosen", this::picked));
    }

    /** Whether demand follows another case than in the base scenario: 1 or 0. */
    public Key demandChanged() {
        return ofDemand(
                "changed",
                () -> Formula.call(
                                Fn.SAME_TEXT,
                                scenarios.demandCase(Scenarios.CHOSEN),
                                scenarios.demandCase(Scenarios.caseOf(scenarios.base())))
                        .then(ZERO, ONE));
    }

    private Key ofDemand(String part, Supplier<Formula> formula) {
        return values.as(LEVER.sub(part).of(DEMAND), formula);
    }

    // ---------------------------------------------------------------- all cells in which something may be typed

    /** The name of every cell in which something may be typed, with its unit. */
    public ImmutableMap<Key, String> names() {
        return ofEachCell(Lever::words, () -> "Case of demand");
    }

    /** Whether what is typed counts, 1 or 0, by every cell in which something may be typed. */
    public ImmutableMap<Key, Key> counting() {
        return ofEachCell(this::counts, this::demandCounts);
    }

    private <T> ImmutableMap<Key, T> ofEachCell(BiFunction<Lever, Optional<Period>, T> ofLever, Supplier<T> ofDemand) {
        ImmutableMap.Builder<Key, T> each = ImmutableMap.builder();
        for (Lever lever : all) {
            lever.typed().forEach(year -> each.put(typed(lever, year), ofLever.apply(lever, year)));
        }
        if (!demandCases.isEmpty()) {
            each.put(typedDemand(), ofDemand.get());
        }
        return each.buildOrThrow();
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.count(all, "lever"), all.stream().map(Lever::title).toList());
    }
}

package org.lodestone.reports.scenario;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Multimaps;
import com.google.common.collect.Sets;
import com.google.common.collect.Streams;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.forecast.Shock;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;

/**
 * The assumptions of a forecast in every scenario, and as chosen.
 *
 * <pre>
 * in a scenario  what it states; in a year it does not state, what it states of all years; else as in the base scenario
 * as chosen      that of the scenario that the selector names, unless a lever is moved
 * </pre>
 */
public final class Scenarios {

    /** The case of values that follow the selector. */
    public static final Case CHOSEN = Case.of("[chosen scenario]");

    /** The name of the chosen scenario: the cell a reader changes. */
    public static final Key SELECTOR = Term.of("scenario").key();

    /**
     * The name of what the workbook shows: that of the scenario chosen, and that levers were changed, where some were. Sentences name it,
     * since their numbers are no longer those of the scenario as it is written.
     */
    public static final Key IN_FORCE = Term.of("scenario").sub("in force").key();

    /** The name of the selector in a workbook. */
    static final String SELECTOR_NAME = "Scenario";

    private static final Key POSITION =
            Term.of("scenario").sub("place in the list").key();
    private static final Term ASSUMPTION = Term.of("assumption");
    private static final Term DEMAND = Term.of("scenario").sub("demand");
    private static final ImmutableList<String> PATHS = Stream.of(Scenario.Interpolation.values())
            .map(Scenario.Interpolation::toString)
            .collect(toImmutableList());

    private final Dataset dataset;
    private final ImmutableList<Scenario> all;
    private final ImmutableList<Case> cases;
    private final ImmutableList<Premise> premises;
    private final ImmutableListMultimap<String, Premise> byId;
    private final ImmutableSet<String> partsOfAWhole;
    private final String selected;
    private final Calculations values = new Calculations(Definitions.MODEL);
    private final Levers levers;

    /**
     * The assumptions, years and cases that a forecast takes from the scenarios.
     *
     * @param assumptions the ids of those that it uses
     * @param years the years in which it takes the growth of each by itself, by id
     * @param demandCases the cases that every balance may follow
     */
    public record Use(
            ImmutableSet<String> assumptions,
            ImmutableListMultimap<String, Period> years,
            ImmutableList<String> demandCases) {

        /** Nothing but the scenarios themselves. */
        public static final Use NONE = new Use(ImmutableSet.of(), ImmutableListMultimap.of(), ImmutableList.of());
    }

    private Scenarios(Dataset dataset, ImmutableList<Premise> premises, Use use, String selected) {
        this.dataset = dataset;
        this.all = dataset.outlook().scenarios();
        this.cases = all.stream().map(Scenarios::caseOf).collect(toImmutableList());
        this.premises = premises;
        this.byId = Multimaps.index(premises, Premise::id);
        this.partsOfAWhole = Sets.union(
                        dataset.outlook().partsOfAWhole(), dataset.valuation().partsOfAWhole())
                .immutableCopy();
        this.selected = selected;
        this.levers = new Levers(levers(use), use.demandCases(), this, values);
        selector();
        all.forEach(this::demand);
        position();
        levers.putAll();
        inForce();
        demandCase(CHOSEN);
        demandPath(CHOSEN);
        for (Premise premise : premises) {
            all.forEach(scenario -> assumption(premise, scenario));
            key(premise, CHOSEN);
        }
        values.close();
    }

    /** The scenarios of a dataset with one of them chosen, in capitals or not. Throws if there is none of that name. */
    public static Scenarios of(Dataset dataset, Use use, String selected) {
        requireNonNull(dataset, "dataset");
        requireNonNull(use, "use");
        requireNonNull(selected, "selected");
        Scenario chosen = dataset.outlook().scenario(selected).orElseThrow(() -> {
            List<String> names =
                    dataset.outlook().scenarios().stream().map(Scenario::name).toList();
            return UnknownIdException.of(
                    selected,
                    "a scenario of " + dataset.name(),
                    names,
                    "Its scenarios are " + String.join(", ", names) + ".");
        });
        ImmutableList<Premise> premises = dataset.assumptions().stream()
                .filter(assumption -> use.assumptions().contains(assumption.id()))
                .filter(assumption -> assumption.scenario().equals(Scenario.BASE))
                .filter(assumption -> assumption.year().isEmpty())
                .map(Premise::of)
                .flatMap(premise -> Stream.concat(
                        Stream.of(premise), years(dataset, premise.id()).map(premise::in)))
                .collect(toImmutableList());
        return new Scenarios(dataset, premises, use, chosen.name());
    }

    /** The years of an assumption that have a value of their own, or are moved alone. */
    private static Stream<Period> years(Dataset dataset, String id) {
        Stream<Optional<Period>> stated = dataset.assumptions().stream()
                .filter(one -> one.id().equals(id))
                .map(Assumption::year);
        Stream<Optional<Period>> driven = dataset.outlook().drivers().stream()
                .filter(one -> one.assumption().equals(id))
                .map(Driver::year);
        Stream<Optional<Period>> shocked = dataset.outlook().shocks().stream()
                .filter(one -> one.assumption().equals(id))
                .map(Shock::year);
        return Streams.concat(stated, driven, shocked)
                .flatMap(Optional::stream)
                .distinct()
                .sorted();
    }

    private ImmutableList<Lever> levers(Use use) {
        ImmutableList.Builder<Lever> levers = ImmutableList.builder();
        for (Driver driver : dataset.outlook().drivers()) {
            for (Driver.Lever offered : driver.lever().stream().toList()) {
                find(driver.assumption(), Optional.empty())
                        .ifPresent(one -> levers.add(Lever.of(
                                offered,
                                one,
                                use.years().get(one.id()).stream()
                                        .filter(one::applies)
                                        .collect(toImmutableList()))));
            }
        }
        return levers.build();
    }

    // ---------------------------------------------------------------- scenarios

    /** The scenarios, the base scenario first. */
    public ImmutableList<Scenario> all() {
        return all;
    }

    /** The scenario that the others differ from. */
    public Scenario base() {
        return all.get(0);
    }

    /** The name of the scenario chosen at first. */
    public String selected() {
        return selected;
    }

    /** The case in which the values of a scenario hold. */
    public static Case caseOf(Scenario scenario) {
        return Case.of(scenario.name());
    }

    /** The case of each scenario, in their order. */
    public ImmutableList<Case> cases() {
        return cases;
    }

    /** The exception to throw where a name is not that of a scenario. */
    public UnknownIdException unknownScenario(String name) {
        return UnknownIdException.of(
                name, "a scenario", all.stream().map(Scenario::name).toList());
    }

    // ---------------------------------------------------------------- the one chosen

    private void selector() {
        values.building()
                .assumption(SELECTOR, Value.of(selected), ValueUnit.ANY, "The scenario that the workbook shows.");
        values.building().name(SELECTOR, SELECTOR_NAME);
        values.building()
                .rule(
                        SELECTOR,
                        InputRule.choice(all.stream().map(Scenario::name).toList())
                                .saying("The scenario shown"));
    }

    /** The name of a scenario, as a value the selector is compared with. */
    public Key name(Scenario scenario) {
        return values.label(Term.of("scenario").sub("name").of(Subject.of(scenario.name())), scenario.name());
    }

    /** The names of the scenarios in their order, from which the reader picks one. */
    public ImmutableList<Key> names() {
        return all.stream().map(this::name).collect(toImmutableList());
    }

    /** The place of the chosen scenario among all: 1, 2, 3; missing where the selector names none. */
    private void position() {
        values.as(POSITION, () -> Formula.call(Fn.FIND, SELECTOR, span(names())));
    }

    /** Whichever of the values, one for each scenario in their order, belongs to the chosen scenario. */
    public static Formula pick(List<Key> inEachScenario) {
        return Formula.call(Fn.PICK, span(inEachScenario), POSITION);
    }

    /** Whichever of the values of a key, one in the case of each scenario, belongs to the chosen scenario. */
    public Formula picked(Key key) {
        return pick(cases().stream().map(key::in).toList());
    }

    private void inForce() {
        values.as(
                IN_FORCE,
                () -> words().with("known", POSITION.isKnown())
                        .with("scenario", SELECTOR)
                        .with("changed", Levers.areChanged())
                        .clause("{known?{scenario}{changed? with changed levers}|an unknown scenario}"));
    }

    // ---------------------------------------------------------------- demand

    private void demand(Scenario scenario) {
        Case in = caseOf(scenario);
        Model.Builder model = values.building();
        name(scenario);
        model.assumption(
                demandCase(in),
                scenario.demandCase().map(Value::of).orElse(Value.missing("no case of demand is named")),
                ValueUnit.ANY,
                scenario.reason(),
                scenario.sources());
        if (!levers.demandCases().isEmpty()) {
            model.rule(demandCase(in), InputRule.choice(levers.demandCases()).saying("Case of demand, " + in));
        }
        model.assumption(
                demandPath(in),
                Value.of(scenario.demandPath().toString()),
                ValueUnit.ANY,
                scenario.reason(),
                scenario.sources());
        model.rule(demandPath(in), InputRule.choice(PATHS).saying("Path of demand, " + in));
    }

    /** The case of demand that a scenario follows; as chosen, the one that is typed comes first. */
    public Key demandCase(Case in) {
        Key key = DEMAND.sub("case").key().in(in);
        return in.equals(CHOSEN) ? values.as(key, levers::demandInForce) : key;
    }

    /** How demand goes between given years. */
    public Key demandPath(Case in) {
        Key key = DEMAND.sub("path").key().in(in);
        return in.equals(CHOSEN) ? values.as(key, () -> picked(key)) : key;
    }

    // ---------------------------------------------------------------- assumptions

    /** The assumptions that the forecast uses, in the order of the dataset. */
    public ImmutableList<Premise> premises() {
        return premises;
    }

    /** A single value or the first step. Throws if the forecast uses none of that id. */
    public Premise premise(String id) {
        return premise(id, Optional.empty());
    }

    /** The same of one year, where one is named. Throws if that has no value of its own. */
    public Premise premise(String id, Optional<Period> year) {
        return find(id, year)
                .orElseThrow(() -> UnknownIdException.of(
                        id,
                        "an assumption that the forecast uses",
                        premises.stream().map(Premise::id).distinct().toList()));
    }

    private Optional<Premise> find(String id, Optional<Period> year) {
        for (Premise premise : byId.get(id)) {
            if (premise.year().equals(year)) {
                return Optional.of(premise);
            }
        }
        return Optional.empty();
    }

    /** Whether a scenario may take an assumption to be otherwise in a year than in all. */
    boolean hasOwn(String id, Period year) {
        return find(id, Optional.of(year)).isPresent();
    }

    /** An assumption as a scenario itself states it; empty where it does not. */
    public Optional<Assumption> own(Premise premise, Scenario scenario) {
        return dataset.assumptions().stream()
                .filter(assumption ->
                        premise.isOf(assumption) && assumption.scenario().equals(scenario.name()))
                .findFirst();
    }

    private void assumption(Premise premise, Scenario scenario) {
        Key key = key(premise, caseOf(scenario));
        own(premise, scenario)
                .ifPresentOrElse(own -> stated(key, premise, own), () -> values.as(key, () -> asIn(premise, scenario)));
    }

    private void stated(Key key, Premise premise, Assumption own) {
        values.building()
                .assumption(
                        key,
                        Value.of(own.value()),
                        ValueUnit.of(premise.unit()),
                        own.origin() + ": " + own.reason(),
                        own.sources());
        values.building().rule(key, rule(premise).saying(premise.words() + ", " + premise.unit() + ", " + key.in()));
    }

    /** The rule for the values of an assumption: the reader of a dataset asks the same of its rows. */
    private InputRule rule(Premise premise) {
        Outlook outlook = dataset.outlook();
        Unit unit = premise.unit();
        boolean isBalance = outlook.conclusions().stream()
                .anyMatch(one -> one.kind() == Conclusion.Kind.BALANCE_BELOW
                        && one.threshold().filter(premise.id()::equals).isPresent());
        if (unit.dimension() == Dimension.TIME) {
            return InputRule.assumed().whole(true);
        }
        if (unit.dimension() == Dimension.RATE || isBalance) {
            return InputRule.assumed();
        }
        boolean isPart = premise.step() > 0 || partsOfAWhole.contains(premise.id());
        InputRule amount = InputRule.assumed().from(0);
        return isPart ? amount.upTo(1 / unit.scale().doubleValue()) : amount;
    }

    /** The value that stands in where a scenario states none: in a year, its own for all years if it states one, else the base's. */
    private Key asIn(Premise premise, Scenario scenario) {
        if (premise.year().isPresent()) {
            Premise whole = premise(premise.id());
            if (scenario.isBase() || own(whole, scenario).isPresent()) {
                return key(whole, caseOf(scenario));
            }
        }
        return key(premise, caseOf(base()));
    }

    /** The value of an assumption, in its unit. */
    public Key key(Premise premise, Case in) {
        Key key = key(premise.id(), premise.year(), premise.step(), in);
        return in.equals(CHOSEN) && !levers.hold(premise) ? values.as(key, () -> chosen(premise)) : key;
    }

    /** The value of the chosen scenario; for a lever, a value typed for all years comes first. */
    private Formula chosen(Premise premise) {
        Formula asScenario = pick(inEach(premise));
        return levers.of(premise.id())
                .map(lever -> levers.held(lever, asScenario))
                .orElse(asScenario);
    }

    /** The value of a single assumption, in its unit. Throws if the forecast uses none of that id, or has no such case. */
    public Key key(String id, Case in) {
        premise(id);
        return key(id, Optional.empty(), 0, known(in));
    }

    /** The same in a year, where that has a value of its own or may be given one by a lever. */
    public Key key(String id, Period year, Case in) {
        boolean isLever = in.equals(CHOSEN)
                && levers.of(id).filter(lever -> lever.years().contains(year)).isPresent();
        return isLever || hasOwn(id, year) ? key(id, Optional.of(year), 0, known(in)) : key(id, in);
    }

    private Case known(Case in) {
        if (!in.equals(CHOSEN) && !cases().contains(in)) {
            throw unknownScenario(in.name());
        }
        return in;
    }

    static Key key(String id, Optional<Period> year, int step, Case in) {
        return Key.of(ASSUMPTION, Subject.of(step == 0 ? id : id + ", step " + step), year.orElse(Period.NONE), in);
    }

    /** The value of an assumption in each scenario. */
    public ImmutableList<Key> inEach(Premise premise) {
        return cases().stream().map(in -> key(premise, in)).collect(toImmutableList());
    }

    /** The steps of a list, in order. Throws if the forecast uses none of that id. */
    public ImmutableList<Key> steps(String id, Case in) {
        premise(id);
        return byId.get(id).stream().map(premise -> key(premise, in)).collect(toImmutableList());
    }

    // ---------------------------------------------------------------- as they enter a calculation

    /** A number as it enters a calculation: percentages as ratios, anything else as it stands. */
    public Formula number(String id, Case in) {
        return asNumber(key(id, in), id);
    }

    /** The same in a year. */
    public Formula number(String id, Period year, Case in) {
        return asNumber(key(id, year, in), id);
    }

    /** The part of an amount in a year that an assumption says; all of it where none is named. */
    public Formula part(Formula whole, Optional<String> share, Period year, Case in) {
        return share.map(id -> whole.times(number(id, year, in))).orElse(whole);
    }

    /** A value in the unit of an assumption as it enters a calculation. */
    public Formula asNumber(Formula value, String id) {
        Dimension dimension = premise(id).unit().dimension();
        boolean percent = dimension == Dimension.SHARE || dimension == Dimension.RATE;
        return percent ? value.over(Definitions.HUNDRED) : value;
    }

    /** An amount in another unit of its basis: t in kt. */
    public Formula amount(String id, Unit unit, Case in) {
        return Definitions.inUnit(key(id, in), premise(id).unit(), unit);
    }

    /** The same in a year. */
    public Formula amount(String id, Unit unit, Period year, Case in) {
        return Definitions.inUnit(key(id, year, in), premise(id).unit(), unit);
    }

    /** When a line of the pipeline comes, and how far it is ramped up. Throws where it does not say. */
    public Arrival arrival(String line, Case in) {
        return dataset.outlook().pipeline().stream()
                .filter(one -> one.id().equals(line))
                .map(one -> Arrival.of(this, one, in))
                .findFirst()
                .orElseThrow(() -> UnknownIdException.of(
                        line,
                        "a line of the pipeline",
                        dataset.outlook().pipeline().stream()
                                .map(PipelineLine::id)
                                .toList()));
    }

    // ---------------------------------------------------------------- levers and values

    /** The assumptions that a reader of a pack changes in one place. */
    public Levers levers() {
        return levers;
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    /**
     * The scenario that comes of what was typed. Throws where a value cannot stand for its assumption.
     *
     */
    public TypedScenario typed(String name, Map<Key, TypedScenario.Typed> typed) {
        return TypedScenario.of(this, name, typed);
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.count(all, "scenario"), all.stream().map(Scenario::name).toList());
    }
}

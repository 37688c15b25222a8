package org.lodestone.reports.scenario;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.InputRule;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/** The keys of scenarios and their assumptions, and what stands behind each. {@link Scenarios} gives them their values. */
class ScenarioKeys {

    /** The case of values that follow the selector. */
    public static final Case CHOSEN = Case.of("[chosen scenario]");

    /** The name of the chosen scenario: the cell a reader changes. */
    public static final Key SELECTOR = Term.of("scenario").key();

    /**
     * The name of what the workbook shows: that of the scenario chosen, and that levers were changed, where some were. Sentences name it,
     * since their numbers are no longer those of the scenario as it is written.
     */
    public static final Key IN_FORCE = Term.of("scenario").sub("in force").key();

    private static final String UNKNOWN = "an unknown scenario";

    /** The name of the selector in a workbook. */
    static final String SELECTOR_NAME = "Scenario";

    private static final Term ASSUMPTION = Term.of("assumption");
    private static final Term DEMAND = Term.of("scenario").sub("demand");
    private static final ImmutableList<String> PATHS = Stream.of(Scenario.Interpolation.values())
            .map(Scenario.Interpolation::toString)
            .collect(toImmutableList());
    private static final Key POSITION =
            Term.of("scenario").sub("place in the list").key();

    private final ImmutableList<Scenario> all;
    private final ImmutableList<Premise> premises;
    private final String selected;
    private final Levers levers;

    ScenarioKeys(ImmutableList<Scenario> all, ImmutableList<Premise> premises, String selected, Levers levers) {
        this.all = all;
        this.premises = premises;
        this.selected = selected;
        this.levers = levers;
    }

    /** The scenarios, the base scenario first. */
    public ImmutableList<Scenario> all() {
        return all;
    }

    /** The assumptions that the forecast uses, in the order of the dataset. */
    public ImmutableList<Premise> premises() {
        return premises;
    }

    /** The name of the scenario chosen at first. */
    public String selected() {
        return selected;
    }

    /** The assumptions that a reader of a pack changes in one place. */
    public Levers levers() {
        return levers;
    }

    Model build(Dataset dataset) {
        Model.Builder model = Model.builder().include(Definitions.MODEL);
        model.assumption(
                SELECTOR,
                new Content.Assumption(
                        Value.of(selected), "The scenario that the workbook shows.", ImmutableList.of()));
        model.name(SELECTOR, SELECTOR_NAME);
        model.rule(
                SELECTOR,
                InputRule.choice(all.stream().map(Scenario::name).toList()).saying("The scenario shown"));
        for (Scenario scenario : all) {
            Case in = caseOf(scenario);
            model.label(name(scenario), scenario.name());
            Content.Assumption demand = new Content.Assumption(
                    scenario.demandCase().map(Value::of).orElse(Value.missing("no case of demand is named")),
                    scenario.reason(),
                    scenario.sources());
            model.assumption(demandCase(in), demand);
            if (!levers.demandCases().isEmpty()) {
                model.rule(
                        demandCase(in), InputRule.choice(levers.demandCases()).saying("Case of demand, " + in));
            }
            model.assumption(
                    demandPath(in),
                    new Content.Assumption(
                            Value.of(scenario.demandPath().toString()), scenario.reason(), scenario.sources()));
            model.rule(demandPath(in), InputRule.choice(PATHS).saying("Path of demand, " + in));
        }
        model.calculation(POSITION, Formula.call(Fn.FIND, SELECTOR.ref(), span(names())));
        levers.addTo(model, this);
        model.calculation(
                IN_FORCE,
                POSITION.ref()
                        .isKnown()
                        .then(
                                Levers.whereChanged(
                                        Formula.sentence(SELECTOR.ref(), Formula.text(" with changed levers")),
                                        SELECTOR.ref()),
                                Formula.text(UNKNOWN)));
        if (levers.demandCases().isEmpty()) {
            model.calculation(
                    demandCase(CHOSEN),
                    pick(all.stream().map(s -> demandCase(caseOf(s))).toList()));
        }
        model.calculation(
                demandPath(CHOSEN),
                pick(all.stream().map(s -> demandPath(caseOf(s))).toList()));
        for (Premise premise : premises) {
            all.forEach(scenario -> value(dataset, premise, scenario, model));
            if (!levers.hold(premise)) {
                model.calculation(key(premise, CHOSEN), chosen(premise));
            }
        }
        return model.build();
    }

    /** The value of the chosen scenario; for a lever, a value typed for all years comes first. */
    private Formula chosen(Premise premise) {
        Formula asScenario = pick(inEach(premise));
        return levers.of(premise.id())
                .map(lever -> levers.held(lever, asScenario))
                .orElse(asScenario);
    }

    private void value(Dataset dataset, Premise premise, Scenario scenario, Model.Builder model) {
        Key key = key(premise, caseOf(scenario));
        Optional<Assumption> own = Scenarios.own(dataset, premise, scenario);
        if (own.isPresent()) {
            Assumption assumption = own.get();
            model.assumption(
                    key,
                    new Content.Assumption(
                            Value.of(assumption.value()),
                            assumption.origin() + ": " + assumption.reason(),
                            assumption.sources()));
            model.rule(key, rule(dataset, premise).saying(premise.words() + ", " + premise.unit() + ", " + key.in()));
        } else {
            model.calculation(key, asIn(dataset, premise, scenario).ref());
        }
    }

    /** The rule for the values of an assumption: the reader of a dataset asks the same of its rows. */
    private static InputRule rule(Dataset dataset, Premise premise) {
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
        boolean isPart = premise.step() > 0 || outlook.partsOfAWhole().contains(premise.id());
        InputRule amount = InputRule.assumed().from(0);
        return isPart ? amount.upTo(1 / unit.scale().doubleValue()) : amount;
    }

    /** The value that stands in where a scenario states none: in a year, its own for all years if it states one, else the base's. */
    private Key asIn(Dataset dataset, Premise premise, Scenario scenario) {
        if (premise.year().isPresent()) {
            Premise whole = premise(premise.id());
            if (scenario.isBase() || Scenarios.own(dataset, whole, scenario).isPresent()) {
                return key(whole, caseOf(scenario));
            }
        }
        return key(premise, caseOf(base()));
    }

    /** The scenario that the others differ from. */
    public Scenario base() {
        return all.get(0);
    }

    /** The case in which the values of a scenario hold. */
    public static Case caseOf(Scenario scenario) {
        return Case.of(scenario.name());
    }

    /** The case of each scenario, in their order. */
    public ImmutableList<Case> cases() {
        return all.stream().map(Scenarios::caseOf).collect(toImmutableList());
    }

    /** The name of a scenario, as a value the selector is compared with. */
    public Key name(Scenario scenario) {
        return Term.of("scenario").sub("name").of(Subject.of(scenario.name()));
    }

    /** The names of the scenarios in their order, from which the reader picks one. */
    public ImmutableList<Key> names() {
        return all.stream().map(this::name).collect(toImmutableList());
    }

    /** Whichever of the values, one for each scenario in their order, belongs to the chosen scenario. */
    public static Formula pick(List<Key> inEachScenario) {
        return Formula.call(Fn.PICK, span(inEachScenario), POSITION.ref());
    }

    /** The case of demand that a scenario follows. */
    public Key demandCase(Case in) {
        return DEMAND.sub("case").key().in(in);
    }

    /** How demand goes between given years. */
    public Key demandPath(Case in) {
        return DEMAND.sub("path").key().in(in);
    }

    /** The value of an assumption, in its unit. */
    public Key key(Premise premise, Case in) {
        return key(premise.id(), premise.year(), premise.step(), in);
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
        return isLever || find(id, Optional.of(year)).isPresent()
                ? key(id, Optional.of(year), 0, known(in))
                : key(id, in);
    }

    /** Whether a scenario may take an assumption to be otherwise in a year than in all. */
    boolean hasOwn(String id, Period year) {
        return find(id, Optional.of(year)).isPresent();
    }

    /** The value that a scenario gives an assumption in all years, or in one. */
    Key key(String id, Optional<Period> year, Scenario in) {
        return year.map(one -> key(id, one, caseOf(in))).orElseGet(() -> key(id, caseOf(in)));
    }

    private Case known(Case in) {
        if (!in.equals(CHOSEN) && !cases().contains(in)) {
            throw unknownScenario(in.name());
        }
        return in;
    }

    /** The exception to throw where a name is not that of a scenario. */
    public UnknownIdException unknownScenario(String name) {
        return UnknownIdException.of(
                name, "a scenario", all.stream().map(Scenario::name).toList());
    }

    static Key key(String id, Optional<Period> year, int step, Case in) {
        return ASSUMPTION
                .of(Subject.of(step == 0 ? id : id + ", step " + step))
                .at(year.orElse(Period.NONE))
                .in(in);
    }

    /** The value of an assumption in each scenario. */
    public ImmutableList<Key> inEach(Premise premise) {
        return cases().stream().map(in -> key(premise, in)).collect(toImmutableList());
    }

    private UnknownIdException unknown(String id) {
        return UnknownIdException.of(
                id,
                "an assumption that the forecast uses",
                premises.stream().map(Premise::id).distinct().toList());
    }

    /** A single value or the first step. Throws if the forecast uses none of that id. */
    public Premise premise(String id) {
        return premise(id, Optional.empty());
    }

    /** The same of one year, where one is named. Throws if that has no value of its own. */
    public Premise premise(String id, Optional<Period> year) {
        return find(id, year).orElseThrow(() -> unknown(id));
    }

    private Optional<Premise> find(String id, Optional<Period> year) {
        return premises.stream()
                .filter(premise -> premise.id().equals(id) && premise.year().equals(year))
                .findFirst();
    }

    /** A number as it enters a calculation: percentages as ratios, anything else as it stands. */
    public Formula number(String id, Case in) {
        return asNumber(key(id, in).ref(), id);
    }

    /** The same in a year. */
    public Formula number(String id, Period year, Case in) {
        return asNumber(key(id, year, in).ref(), id);
    }

    /** A value in the unit of an assumption as it enters a calculation. */
    public Formula asNumber(Formula value, String id) {
        Dimension dimension = premise(id).unit().dimension();
        boolean percent = dimension == Dimension.SHARE || dimension == Dimension.RATE;
        return percent ? value.over(Definitions.HUNDRED) : value;
    }

    /** An amount in another unit of its basis: t in kt. */
    public Formula amount(String id, Unit unit, Case in) {
        return Definitions.inUnit(key(id, in).ref(), premise(id).unit(), unit);
    }

    /** The same in a year. */
    public Formula amount(String id, Unit unit, Period year, Case in) {
        return Definitions.inUnit(key(id, year, in).ref(), premise(id).unit(), unit);
    }

    /** The steps of a list, in order. Throws if the forecast uses none of that id. */
    public ImmutableList<Key> steps(String id, Case in) {
        premise(id);
        return premises.stream()
                .filter(premise -> premise.id().equals(id))
                .map(premise -> key(premise, in))
                .collect(toImmutableList());
    }
}

package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.core.valuation.Valued;
import org.lodestone.core.valuation.ValuedProject;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The flat real price of its product at which a project earns the return that is asked of it, and the cash cost of what runs.
 *
 * <pre>
 * before tax  P = price of the study + (PV(capital) / PV(part of full output) − EBITDA of the study) / volume
 * after tax   NPV(P) = 0, solved for in each scenario as it is written
 * what runs   P = cost(t) + fixed cost(t) / volume planned(t), in the last year of the forecast
 * </pre>
 *
 * <p>All at the ramp of the scenario. When a project comes does not move its price: capital and output are discounted alike. Contracts
 * are left aside.
 */
public final class IncentivePrices {

    /** The words for a price after tax whose project has moved since it was solved for. */
    public static final String OUT_OF_DATE = CompanyValue.OUT_OF_DATE;

    private static final Term PRICE = Term.of("incentive price");
    private static final String HOW = "solved for in each scenario as it is written";

    /** Digits to which a price before tax is still that with which the one after tax was solved for. */
    private static final int UNMOVED = 6;

    /** A share of the volume of all projects of a product, the cheapest first. */
    public enum Quartile {
        /** A quarter of it. */
        LOWER("LowerQuartile", 0.25, "a quarter"),
        /** Half of it. */
        MEDIAN("Median", 0.5, "half"),
        /** Three quarters of it. */
        UPPER("UpperQuartile", 0.75, "three quarters");

        private final String definition;
        private final double share;
        private final String words;

        Quartile(String definition, double share, String words) {
            this.definition = definition;
            this.share = share;
            this.words = words;
        }

        private Key put(Model.Builder model) {
            return model.definition(
                    Term.of("definition").of(Subject.of(definition)),
                    definition,
                    share,
                    "The part of the volume of projects, the cheapest first, whose dearest price is the quartile");
        }

        /** In a sentence: {@code three quarters}. */
        @Override
        public String toString() {
            return words;
        }
    }

    private final Dataset dataset;
    private final ValueStudy study;
    private final ImmutableList<ProjectCash> projects;
    private final ImmutableListMultimap<String, String> missing;
    private final Map<String, CheapestFirst<ProjectCash>> orders = new HashMap<>();
    private final ImmutableList<SupplyStack> stacks;
    private final Calculations values;

    private IncentivePrices(Dataset dataset, ValueStudy study) {
        this.dataset = dataset;
        this.study = study;
        this.values = new Calculations(study.model());
        this.projects = study.projects().stream()
                .filter(project -> deck(project).incentive().isPresent())
                .collect(toImmutableList());
        this.missing = lacking();
        study.each()
                .forEach(one -> one.flows().stream()
                        .filter(ProjectCash.class::isInstance)
                        .map(ProjectCash.class::cast)
                        .filter(project -> deck(project).incentive().isPresent())
                        .forEach(project -> solve(project, one)));
        for (ProjectCash project : projects) {
            required(deck(project));
            beforeTax(project);
            afterTax(project);
        }
        operations().forEach(this::cashCost);
        for (String product : products()) {
            orders.put(
                    product,
                    new CheapestFirst<>(
                            PRICE.sub("from the cheapest"), projects(product), this::id, this::afterTax, values));
            for (Quartile quartile : Quartile.values()) {
                quartile(product, quartile);
            }
        }
        this.stacks = study.forecast().chosen().balances().stream()
                .flatMap(balance -> SupplyStack.of(balance, this, study, values).stream())
                .collect(toImmutableList());
        values.close();
    }

    /** Empty where nothing is valued, or no deck names the return that is asked for. */
    public static Optional<IncentivePrices> of(Dataset dataset, Optional<ValueStudy> values) {
        requireNonNull(dataset, "dataset");
        requireNonNull(values, "values");
        return values.filter(study -> dataset.valuation().decks().stream()
                        .anyMatch(deck -> deck.incentive().isPresent()))
                .map(study -> new IncentivePrices(dataset, study));
    }

    private ImmutableListMultimap<String, String> lacking() {
        ImmutableListMultimap.Builder<String, String> lacking = ImmutableListMultimap.builder();
        for (ValuedProject project : dataset.valuation().projects()) {
            Valued valued = project.valued();
            lacking.putAll(valued.id(), study.missing().get(valued.id()));
            if (study.decks().deck(valued.deck()).incentive().isEmpty()) {
                lacking.put(valued.id(), "return that is asked for, of the deck " + valued.deck());
            }
        }
        return lacking.build();
    }

    private String id(CashFlow flow) {
        return flow.valued().id();
    }

    private Deck deck(CashFlow flow) {
        return study.decks().deck(flow.valued().deck());
    }

    private static Key key(String part, CashFlow flow) {
        return PRICE.sub(part).of(Subject.of(flow.valued().id())).in(flow.in);
    }

    private Key picked(Key key) {
        return values.as(
                key.sub("as written").in(Scenarios.CHOSEN),
                () -> Scenarios.pick(
                        study.each().stream().map(one -> key.in(one.in())).toList()));
    }

    // ---------------------------------------------------------------- of a project

    /** The real return that is asked of the projects of a deck, as a ratio. */
    public Key required(Deck deck) {
        return values.as(
                PRICE.sub("return asked for").of(Subject.of(deck.id())).in(Scenarios.CHOSEN),
                () -> study.scenarios().number(deck.incentive().orElseThrow(), Scenarios.CHOSEN));
    }

    /**
     * The price at which a project earns that before tax.
     *
     * <pre>P = price of the study + (PV(capital) / PV(part of full output) − EBITDA of the study) / volume</pre>
     */
    public Key beforeTax(ProjectCash project) {
        return values.as(key("before tax", project), () -> beforeTax(project, required(deck(project))));
    }

    private static Formula beforeTax(ProjectCash project, Formula rate) {
        Formula capital = call(Fn.PRESENT_VALUE, rate, span(project.years(), project::spent));
        Formula output = call(Fn.PRESENT_VALUE, rate, span(project.years(), project::running));
        StudyInputs inputs = project.inputs();
        return inputs.price().plus(capital.over(output).minus(inputs.ebitda()).over(project.fullVolume()));
    }

    /**
     * The price at which it earns that after tax, as chosen: the one that was solved for, as long as price before tax, tax and years of
     * writing off are what they were; else {@value #OUT_OF_DATE}.
     */
    public Key afterTax(ProjectCash project) {
        return values.as(
                key("after tax", project),
                () -> isUpToDate(project).isEqualTo(ONE).then(picked(solved(project)), text(OUT_OF_DATE)));
    }

    /** The same in a scenario as it is written. */
    public Key afterTax(ProjectCash project, String scenario) {
        return solved(study.flow(id(project), scenario));
    }

    private static Key solved(CashFlow project) {
        return key("after tax, solved for", project);
    }

    /** One where a project is as it was when its price after tax was solved for, but for when it comes; else zero. */
    public Key isUpToDate(ProjectCash project) {
        return values.as(
                key("up to date", project),
                () -> isUnmoved(beforeTax(project), key("before tax, solved for", project))
                        .and(isUnmoved(tax(project), key("tax, solved for", project)))
                        .and(isUnmoved(project.writeOff(), key("writing off, solved for", project)))
                        .then(ONE, ZERO));
    }

    private Formula isUnmoved(Formula now, Key then) {
        return now.minus(picked(then)).rounded(UNMOVED).isEqualTo(ZERO);
    }

    private Formula tax(ProjectCash project) {
        return study.scenarios().number(project.valued().tax(), project.in);
    }

    /** Solves in a scenario, and stores what comes of it and what it hangs on. */
    private void solve(ProjectCash project, ValueCase one) {
        Calculations solving = new Calculations(one.model());
        Deck deck = deck(project);
        ValueUnit unit = study.decks().valueUnit(deck);
        Formula rate = one.scenarios().number(deck.incentive().orElseThrow(), one.in());
        Key price = solving.label(key("asked for", project), ImpliedPrice.LEAST, unit);
        ProjectCash at = one.withoutContracts(project, year -> price, "incentive price", solving);
        Key npv = solving.as(key("NPV", project), () -> call(Fn.PRESENT_VALUE, rate, span(at.years(), at::cash)));
        Key nothing = solving.label(key("nothing", project), 0, project.money().valueUnit());
        Key before = solving.as(key("before tax, solved for", project), () -> beforeTax(project, rate));
        Key tax = solving.as(key("tax, solved for", project), () -> tax(project));
        Key writeOff = solving.as(key("writing off, solved for", project), project::writeOff);
        solving.close();
        Optional<ImpliedPrice.Solved> found = new ImpliedPrice(solving.model(), price, npv, nothing).solve();
        store(
                solved(project),
                found.map(root -> Value.of(root.price()))
                        .orElseGet(() -> Value.missing("no price earns the return that is asked for")),
                unit);
        Values known = solving.model().values();
        store(before, known.of(before), unit);
        store(tax, known.of(tax), ValueUnit.NUMBER);
        store(writeOff, known.of(writeOff), ValueUnit.NUMBER);
    }

    private void store(Key key, Value value, ValueUnit unit) {
        values.building().computed(key, value, unit, HOW);
    }

    // ---------------------------------------------------------------- of what runs

    /** The cash cost of an operation in the last year of the forecast: what is planned for it earns nothing at that price. */
    public Key cashCost(OperationCash operation) {
        return values.as(key("cash cost", operation), () -> operation.cashCost(year(operation), values.building()));
    }

    /** The year whose cost is taken: the last of the forecast in which it is valued. */
    public Period year(OperationCash operation) {
        Period last = operation.years().get(operation.years().size() - 1);
        return study.forecast().chosen().supplies().stream()
                .map(SupplyForecast::horizon)
                .filter(year -> year.compareTo(last) < 0)
                .findFirst()
                .orElse(last);
    }

    // ---------------------------------------------------------------- of all projects

    /** The products that are asked for. */
    public ImmutableList<String> products() {
        return projects.stream().map(ProjectCash::product).distinct().collect(toImmutableList());
    }

    /** The projects of a product whose price can be asked for, in the order of the dataset. */
    public ImmutableList<ProjectCash> projects(String product) {
        return projects.stream()
                .filter(project -> project.product().equals(product))
                .collect(toImmutableList());
    }

    /** All projects whose price can be asked for, in the order of the dataset. */
    public ImmutableList<ProjectCash> projects() {
        return projects;
    }

    /** The operations whose cost is known. */
    public ImmutableList<OperationCash> operations() {
        return study.flows().stream()
                .filter(OperationCash.class::isInstance)
                .map(OperationCash.class::cast)
                .collect(toImmutableList());
    }

    /** The words for what is missing of a project whose price cannot be asked for, by its id. */
    public ImmutableListMultimap<String, String> missing() {
        return missing;
    }

    /** The price after tax at which a quarter, half or three quarters of the volume of a product's projects earn the return, the cheapest first. */
    public Key quartile(String product, Quartile quartile) {
        return values.as(
                PRICE.sub("after tax, " + quartile).of(Subject.of(product)).in(Scenarios.CHOSEN), () -> {
                    CheapestFirst<ProjectCash> order = requireNonNull(orders.get(product));
                    ImmutableList<Integer> places = order.places();
                    Formula asked = quartile.put(values.building()).times(volume(order, places.size()));
                    Formula price = text(Value.NOT_AVAILABLE);
                    for (int place : places.reverse()) {
                        price = volume(order, place).isAtLeast(asked).then(order.pick(place, this::afterTax), price);
                    }
                    return price;
                });
    }

    /** The volume of the cheapest ones together. */
    private Key volume(CheapestFirst<ProjectCash> order, int place) {
        return values.as(order.at("volume, cumulated", place), () -> {
            Formula own = order.isTaken(place).then(order.pick(place, ProjectCash::fullVolume), ZERO);
            return place == 1 ? own : volume(order, place - 1).plus(own);
        });
    }

    // ---------------------------------------------------------------- together

    /** The tonnes of the forecast by these prices, of each balance and product of which there are any. */
    public ImmutableList<SupplyStack> stacks() {
        return stacks;
    }

    /** The values that it stands on. */
    public ValueStudy study() {
        return study;
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    @Override
    public String toString() {
        return OneLine.of("incentive prices", OneLine.count(projects, "project"), OneLine.count(stacks, "stack"));
    }
}

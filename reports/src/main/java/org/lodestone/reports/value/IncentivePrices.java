package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.formula.Case;
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
 * The incentive prices of projects, and the cash cost of what runs: the flat real price of its product at which a project earns the
 * return that is asked of it.
 *
 * <pre>
 * before tax  P = cash cost + capital / (years of full output · volume), both discounted at the return
 * after tax   NPV(P) = 0 at the return, solved for in each scenario as it is written
 * what runs   P = cost + fixed cost / volume planned, in the last year of the forecast
 * </pre>
 *
 * <p>In the money of the deck by the kilogram, at the ramp of the scenario. When a project comes does not move its price, since capital
 * and output are discounted alike; contracts are left aside.
 */
public final class IncentivePrices {

    /** The words for a price after tax whose project has moved since it was solved for. */
    public static final String OUT_OF_DATE = CompanyValue.OUT_OF_DATE;

    private static final Term PRICE = Term.of("incentive price");
    private static final String HOW = "solved for in each scenario as it is written";

    /** Digits to which what a price was solved for with is still the same. */
    private static final int UNMOVED = 6;

    /** A share of the volume of all projects of a product, the cheapest first. */
    public enum Quartile {
        /** A quarter of it. */
        LOWER(0.25, "a quarter"),
        /** Half of it. */
        MEDIAN(0.5, "half"),
        /** Three quarters of it. */
        UPPER(0.75, "three quarters");

        private final double share;
        private final String words;

        Quartile(double share, String words) {
            this.share = share;
            this.words = words;
        }

        /** In a sentence: {@code three quarters}. */
        @Override
        public String toString() {
            return words;
        }
    }

    private final ValueStudy study;
    private final ImmutableList<ProjectCash> projects;
    private final ImmutableList<SupplyStack> stacks;
    private final Calculations values;

    private IncentivePrices(ValueStudy study) {
        this.study = study;
        this.values = new Calculations(study.model());
        this.projects = study.projects().stream()
                .filter(project -> isAsked(study, project))
                .collect(toImmutableList());
        study.each().forEach(this::solve);
        projects.forEach(this::afterTax);
        operations().forEach(this::cashCost);
        for (String product : products()) {
            for (Quartile quartile : Quartile.values()) {
                quartile(product, quartile);
            }
        }
        this.stacks = study.forecast().chosen().balances().stream()
                .flatMap(balance -> SupplyStack.of(balance, this, values).stream())
                .collect(toImmutableList());
        values.close();
    }

    /** Empty where no project is valued at a deck that names the return that is asked for. */
    public static Optional<IncentivePrices> of(Optional<ValueStudy> values) {
        requireNonNull(values, "values");
        return values.filter(study -> study.projects().stream().anyMatch(project -> isAsked(study, project)))
                .map(IncentivePrices::new);
    }

    private static boolean isAsked(ValueStudy study, ProjectCash project) {
        return study.decks().deck(project.valued().deck()).incentive().isPresent();
    }

    /** The deck whose product a flow is asked for. */
    public Deck deck(CashFlow flow) {
        return study.decks().deck(flow.valued().deck());
    }

    private static Key key(String part, CashFlow flow) {
        return PRICE.sub(part).of(Subject.of(flow.valued().id())).in(flow.in);
    }

    private Key as(String part, CashFlow flow, Supplier<Formula> formula) {
        return values.as(key(part, flow), formula);
    }

    // ---------------------------------------------------------------- before tax

    /** The real return that is asked of the projects of a deck, as a ratio. */
    public Key required(Deck deck) {
        return values.as(
                PRICE.sub("return asked for").of(Subject.of(deck.id())).in(Scenarios.CHOSEN),
                () -> study.scenarios().number(deck.incentive().orElseThrow(), Scenarios.CHOSEN));
    }

    /** The return that is asked of all projects of a product; empty where there are none, or not all are asked for the same. */
    public Optional<Key> required(String product) {
        List<Deck> decks = projects(product).stream().map(this::deck).toList();
        return decks.stream().map(Deck::incentive).distinct().count() == 1
                ? Optional.of(required(decks.get(0)))
                : Optional.empty();
    }

    /** The cash cost of a kilogram: of a project by its study, less what by-products earn; of an operation by its own costs. */
    public Key cashCost(CashFlow flow) {
        return as(
                "cash cost",
                flow,
                () -> flow instanceof ProjectCash project
                        ? project.cashCost()
                        : ((OperationCash) flow).cashCost(year(flow), values.building()));
    }

    /** The year of the costs of what runs: the last of the forecast in which it is valued. */
    public Period year(CashFlow operation) {
        return operation.lastOf(study.forecast().chosen());
    }

    /** The volume of a project in a year at full output, in kilotonnes. */
    public Key volume(ProjectCash project) {
        return as("volume", project, project::volume);
    }

    /** The years in which a project operates. */
    public Key life(ProjectCash project) {
        return as("life", project, project::life);
    }

    /** The capital to build a project and to keep it running, discounted to its first year of operation. */
    public Key capital(ProjectCash project) {
        return as("capital", project, () -> project.capital(required(deck(project)), life(project)));
    }

    /** The output of a project over its life, in years of full output, discounted to its first year of operation. */
    public Key fullYears(ProjectCash project) {
        return as(
                "years of full output",
                project,
                () -> project.fullYears(required(deck(project)), life(project), values));
    }

    /**
     * The price at which a project earns the return before tax.
     *
     * <pre>P = cash cost + capital / (years of full output · volume)</pre>
     */
    public Key beforeTax(ProjectCash project) {
        return as(
                "before tax",
                project,
                () -> beforeTax(cashCost(project), capital(project), fullYears(project), volume(project)));
    }

    private static Formula beforeTax(Formula cashCost, Formula capital, Formula fullYears, Formula volume) {
        return cashCost.plus(capital.over(fullYears.times(volume)));
    }

    /** The price by which a line stands in the stack, which follows all that is typed: before tax, and of what runs its cash cost. */
    public Key price(CashFlow flow) {
        return flow instanceof ProjectCash project ? beforeTax(project) : cashCost(flow);
    }

    // ---------------------------------------------------------------- after tax

    /** The price at which a project earns the return after tax: the one that was solved for, or {@value #OUT_OF_DATE}. */
    public Key afterTax(ProjectCash project) {
        return as(
                "after tax",
                project,
                () -> isUpToDate(project)
                        .isAbove(ZERO)
                        .then(study.scenarios().picked(solved(project)), text(OUT_OF_DATE)));
    }

    /** The same in a scenario as it is written. */
    public Key afterTax(ProjectCash project, Case scenario) {
        return solved(project).in(scenario);
    }

    private static Key solved(CashFlow project) {
        return key("after tax, solved for", project);
    }

    /**
     * One where the price before tax, the rate of tax and the years of writing off are those with which the price after tax was solved
     * for, or where no price was found; else zero.
     */
    public Key isUpToDate(ProjectCash project) {
        return as(
                "up to date",
                project,
                () -> study.scenarios()
                        .picked(solved(project))
                        .isKnown()
                        .then(
                                isUnmoved(beforeTax(project), key("before tax, solved for", project))
                                        .and(isUnmoved(tax(project), key("tax, solved for", project)))
                                        .and(isUnmoved(project.writeOff(), key("writing off, solved for", project)))
                                        .then(ONE, ZERO),
                                ONE));
    }

    private Formula isUnmoved(Formula now, Key then) {
        return now.minus(study.scenarios().picked(then)).rounded(UNMOVED).isEqualTo(ZERO);
    }

    private Formula tax(ProjectCash project) {
        return study.scenarios().number(project.valued().tax(), project.in);
    }

    /** A project at the price that is asked for: its value there, and what its price hangs on. */
    private record Asked(
            ProjectCash project, Key price, Key npv, Key nothing, Key volume, Key before, Key tax, Key writeOff) {}

    private Asked ask(ProjectCash project, ValueCase one, Calculations into) {
        ValueUnit unit = study.decks().valueUnit(deck(project));
        Formula rate = one.scenarios().number(deck(project).incentive().orElseThrow(), one.in());
        Key price = into.label(key("asked for", project), ImpliedPrices.LEAST, unit);
        ProjectCash at = one.withoutContracts(project, year -> price, "incentive price", into);
        Key volume = into.as(key("volume", project), at::volume);
        Key life = into.as(key("life", project), at::life);
        return new Asked(
                project,
                price,
                into.as(key("NPV", project), () -> call(Fn.PRESENT_VALUE, rate, span(at.years(), at::cash))),
                into.label(key("nothing", project), 0, project.money().valueUnit()),
                volume,
                into.as(
                        key("before tax, solved for", project),
                        () -> beforeTax(at.cashCost(), at.capital(rate, life), at.fullYears(rate, life, into), volume)),
                into.as(key("tax, solved for", project), () -> tax(project)),
                into.as(key("writing off, solved for", project), at::writeOff));
    }

    /** Solves in a scenario for all projects, and stores what comes of it and what it hangs on. */
    private void solve(ValueCase one) {
        Calculations solving = new Calculations(one.model());
        List<Asked> all = projects.stream()
                .map(project ->
                        (ProjectCash) study.flow(project.valued().id(), one.in().name()))
                .map(project -> ask(project, one, solving))
                .toList();
        solving.close();
        Values known = solving.model().values();
        Map<Key, ImpliedPrices.Solved> roots = ImpliedPrices.solve(
                solving.model(),
                all.stream()
                        .map(asked -> new ImpliedPrices.Asked(asked.price(), asked.npv(), asked.nothing()))
                        .toList());
        Map<String, Double> prices = new HashMap<>();
        Map<String, Double> volumes = new HashMap<>();
        for (Asked asked : all) {
            ProjectCash project = asked.project();
            ValueUnit unit = study.decks().valueUnit(deck(project));
            Optional<Double> found =
                    Optional.ofNullable(roots.get(asked.price())).map(ImpliedPrices.Solved::price);
            store(solved(project), found, unit);
            store(asked.before(), known.of(asked.before()), unit);
            store(asked.tax(), known.of(asked.tax()), ValueUnit.NUMBER);
            store(asked.writeOff(), known.of(asked.writeOff()), ValueUnit.NUMBER);
            found.ifPresent(root -> prices.put(project.valued().id(), root));
            volumes.put(project.valued().id(), known.number(asked.volume()).orElse(Double.NaN));
        }
        for (String product : products()) {
            List<String> ids = projects(product).stream()
                    .map(project -> project.valued().id())
                    .toList();
            for (Quartile quartile : Quartile.values()) {
                store(
                        solved(product, quartile).in(one.in()),
                        quartile(ids, prices, volumes, quartile.share),
                        study.decks().valueUnit(deck(projects(product).get(0))));
            }
        }
    }

    private void store(Key key, Optional<Double> number, ValueUnit unit) {
        store(
                key,
                number.map(Value::of).orElseGet(() -> Value.missing("no price earns the return that is asked for")),
                unit);
    }

    private void store(Key key, Value value, ValueUnit unit) {
        values.building().computed(key, value, unit, HOW);
    }

    // ---------------------------------------------------------------- of all projects

    /** The dearest of the cheapest that make a share of the volume together; empty where a price or a volume is not known. */
    private static Optional<Double> quartile(
            List<String> ids, Map<String, Double> prices, Map<String, Double> volumes, double share) {
        if (!prices.keySet().containsAll(ids)) {
            return Optional.empty();
        }
        double all = ids.stream().mapToDouble(volumes::get).sum();
        double made = 0;
        for (String id : ids.stream().sorted(Comparator.comparing(prices::get)).toList()) {
            made += requireNonNull(volumes.get(id));
            if (made >= share * all) {
                return Optional.of(requireNonNull(prices.get(id)));
            }
        }
        return Optional.empty();
    }

    private static Key solved(String product, Quartile quartile) {
        return PRICE.sub("after tax, " + quartile).of(Subject.of(product));
    }

    /**
     * The price after tax at which a share of the volume of a product's projects earns the return, the cheapest first;
     * {@value #OUT_OF_DATE} as soon as one of them is.
     */
    public Key quartile(String product, Quartile quartile) {
        Key solved = solved(product, quartile);
        return values.as(
                solved.in(Scenarios.CHOSEN),
                () -> call(Fn.MIN, span(projects(product), this::isUpToDate))
                        .isAbove(ZERO)
                        .then(study.scenarios().picked(solved), text(OUT_OF_DATE)));
    }

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

    /** The operations that are valued, in the order of the dataset. */
    public ImmutableList<OperationCash> operations() {
        return study.operations();
    }

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

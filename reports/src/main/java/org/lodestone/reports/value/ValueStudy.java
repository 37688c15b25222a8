package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.collect.ImmutableListMultimap.flatteningToImmutableListMultimap;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.google.common.primitives.ImmutableDoubleArray;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Driver;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.core.valuation.Valued;
import org.lodestone.core.valuation.ValuedOperation;
import org.lodestone.core.valuation.ValuedProject;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.study.CashFlows;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.study.AuditedPlan.Entry;
import org.lodestone.reports.study.StudyAudit;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.Comps;

/** The worth of projects and companies at the price decks of a dataset. */
public final class ValueStudy {

    /** Years that a project may come later than in any scenario before its last cash has no column. */
    private static final int LATER = 2;

    private static final String HOW = "worked out in each scenario as it is written";

    private final Dataset dataset;
    private final ForecastStudy forecast;
    private final ValueCase chosen;
    private final ImmutableList<ValueCase> each;
    private final ImmutableList<CompanyValue> companies;
    private final ImmutableListMultimap<String, String> insufficient;
    private final Calculations values;

    private ValueStudy(Dataset dataset, ForecastStudy forecast, StudyAudit studies, Optional<Comps> comps) {
        this.dataset = dataset;
        this.forecast = forecast;
        ImmutableMap<String, ImmutableList<Period>> years = years(dataset, forecast.scenarios(), studies);
        this.chosen = new ValueCase(dataset, studies, years, forecast.scenarios(), forecast.chosen());
        this.each = forecast.scenarioOutcomes().stream()
                .map(outcome -> new ValueCase(dataset, studies, years, forecast.scenarios(), outcome))
                .collect(toImmutableList());
        this.values = new Calculations(chosen.model());
        each.forEach(one -> {
            values.building().include(one.decks().model());
            stored(one);
        });
        comps.ifPresent(all -> values.building().include(all.model()));
        ImmutableListMultimap<String, String> lacking = missing(comps);
        ImmutableList<Comp> known = companiesValued()
                .filter(company -> !lacking.containsKey(company))
                .map(company -> comps.orElseThrow().company(company))
                .collect(toImmutableList());
        ImmutableList<ScenarioValues> inEach = known.isEmpty()
                ? ImmutableList.of()
                : each.stream()
                        .map(one -> new ScenarioValues(one, known, comps.orElseThrow()))
                        .collect(toImmutableList());
        this.companies = known.stream()
                .map(comp -> new CompanyValue(comp, chosen, inEach, comps.orElseThrow(), values))
                .collect(toImmutableList());
        this.insufficient = lacking;
        projects().forEach(project -> {
            risked(project);
            payback(project);
            isWhole(project);
        });
        flows().stream().limit(1).forEach(this::rate);
        values.close();
    }

    /** Empty where a dataset values nothing, or has no forecast to value. */
    public static Optional<ValueStudy> of(
            Dataset dataset, Optional<ForecastStudy> forecast, StudyAudit studies, Optional<Comps> comps) {
        requireNonNull(dataset, "dataset");
        requireNonNull(forecast, "forecast");
        requireNonNull(studies, "studies");
        requireNonNull(comps, "comps");
        return forecast.filter(study -> dataset.valuation().valued().findAny().isPresent())
                .map(study -> new ValueStudy(dataset, study, studies, comps));
    }

    // ---------------------------------------------------------------- years

    /** For each that is valued the years from the first whose cash counts to the last in which it may still run, whatever is chosen. */
    private static ImmutableMap<String, ImmutableList<Period>> years(
            Dataset dataset, Scenarios scenarios, StudyAudit studies) {
        ImmutableMap.Builder<String, ImmutableList<Period>> years = ImmutableMap.builder();
        for (ValuedProject project : dataset.valuation().projects()) {
            Valued valued = project.valued();
            int first = valued.from().year();
            int last = Math.max(first, last(project, first, dataset, scenarios, studies));
            years.put(valued.id(), Period.years(first, last));
        }
        for (ValuedOperation operation : dataset.valuation().operations()) {
            Valued valued = operation.valued();
            int first = valued.from().year();
            years.put(
                    valued.id(),
                    Period.years(first, first - 1 + Math.max(1, most(operation.life(), dataset, scenarios))));
        }
        return years.buildOrThrow();
    }

    private static int last(
            ValuedProject project, int first, Dataset dataset, Scenarios scenarios, StudyAudit studies) {
        PipelineLine.Coming coming = dataset.outlook().pipeline().stream()
                .filter(line -> line.id().equals(project.valued().line()))
                .findFirst()
                .flatMap(PipelineLine::coming)
                .orElseThrow();
        int opens = Math.max(
                most(coming.start(), dataset, scenarios) + most(coming.delay(), dataset, scenarios),
                first + most(project.build(), dataset, scenarios));
        int life = project.life()
                .map(id -> most(id, dataset, scenarios))
                .orElseGet(() -> studies.plan(project.project(), project.study())
                        .flatMap(plan -> plan.key(Entry.LIFE))
                        .map(key -> (int)
                                Math.ceil(studies.model().value(key).number().orElse(0)))
                        .orElse(0));
        return opens + life - 1 + LATER;
    }

    /** The most that an assumption is in any scenario, or may be as a lever. */
    private static int most(String id, Dataset dataset, Scenarios scenarios) {
        Values values = scenarios.model().values();
        double stated = scenarios.cases().stream()
                .mapToDouble(in -> values.number(scenarios.key(id, in)).orElse(0))
                .max()
                .orElse(0);
        double typed = dataset.outlook().drivers().stream()
                .filter(driver -> driver.assumption().equals(id))
                .flatMap(driver -> driver.lever().stream())
                .mapToDouble(Driver.Lever::most)
                .max()
                .orElse(stated);
        return (int) Math.ceil(Math.max(stated, typed));
    }

    // ---------------------------------------------------------------- what is stored

    /** The results of a scenario as it is written, under the keys that they have there. */
    private void stored(ValueCase one) {
        Values results = one.model().values();
        for (CashFlow flow : one.flows()) {
            values.building()
                    .computed(flow.npv(), results.of(flow.npv()), flow.money().valueUnit(), HOW);
            if (flow instanceof ProjectCash project) {
                values.building().computed(project.irr(), results.of(project.irr()), ValueUnit.NUMBER, HOW);
                values.building()
                        .computed(project.ofDeck("payback"), paidBack(project, results), ValueUnit.NUMBER, HOW);
            }
        }
    }

    /** Years of operation until the cost of building is earned back, in the chosen scenario as it is written. */
    public Key payback(ProjectCash project) {
        Key key = project.ofDeck("payback");
        return values.as(key, () -> scenarios().picked(key));
    }

    private static Value paidBack(ProjectCash project, Values results) {
        double[] cash = project.years().stream()
                .mapToDouble(year -> results.number(project.cash(year)).orElse(0))
                .toArray();
        int opens = (int) results.number(project.opens()).orElse(0)
                - project.first().year();
        OptionalDouble years = new CashFlows(ImmutableDoubleArray.copyOf(cash), opens).payback();
        return years.isPresent() ? Value.of(years.getAsDouble()) : Value.missing("what is spent is never earned back");
    }

    // ---------------------------------------------------------------- companies

    private Stream<String> companiesValued() {
        return dataset.valuation()
                .valued()
                .flatMap(one -> one.company().stream())
                .distinct();
    }

    private ImmutableListMultimap<String, String> missing(Optional<Comps> comps) {
        return companiesValued()
                .collect(flatteningToImmutableListMultimap(
                        company -> company, company -> missing(company, comps).stream()));
    }

    private List<String> missing(String company, Optional<Comps> comps) {
        Optional<Comp> comp = comps.flatMap(all -> all.find(company));
        Stream<String> ofShare = comp.isEmpty()
                ? Stream.of("share price")
                : Stream.concat(
                        comp.get().first().price().lacking().stream(),
                        comp.get().first().bridge().isKnown() ? Stream.empty() : Stream.of("net debt"));
        List<Valued> own =
                dataset.valuation().valued().filter(one -> one.isOf(company)).toList();
        Stream<String> ofProjects = own.stream()
                .flatMap(one -> chosen.missing().get(one.id()).stream().map(what -> one.name() + ": " + what));
        Stream<String> others = own.stream().map(Valued::otherBusiness).filter(what -> !what.isEmpty());
        return Streams.concat(ofShare, ofProjects, others).toList();
    }

    /** The values of each scenario as it is written. */
    ImmutableList<ValueCase> each() {
        return each;
    }

    ForecastStudy forecast() {
        return forecast;
    }

    /** The prices of all decks as chosen. */
    public PriceDecks decks() {
        return chosen.decks();
    }

    /**
     * The terms on which a company sells the product of a deck, as chosen.
     *
     * @param price the unit of the prices it is sold at: money of the day, or that of the deck
     * @param years the years from one to another, as a number
     */
    public SaleTerms terms(String company, Deck deck, Unit price, BiFunction<Period, Period, Formula> years) {
        return chosen.terms(
                contract ->
                        contract.company().equals(company) && contract.deck().equals(deck.id()),
                deck.product(),
                price,
                years);
    }

    /** The mine or plant of a company that runs and is valued at a deck, as chosen; empty where none is. */
    public Optional<OperationCash> operation(String company, Deck deck) {
        return operations().stream()
                .filter(flow -> flow.valued().deck().equals(deck.id()))
                .filter(flow -> flow.valued().isOf(company))
                .findFirst();
    }

    /** The prices of all decks in each scenario, in their order. */
    public ImmutableList<PriceDecks> decksInEach() {
        return each.stream().map(ValueCase::decks).collect(toImmutableList());
    }

    /** The cash flows of all that can be valued, in the order of the dataset. */
    public ImmutableList<CashFlow> flows() {
        return chosen.flows();
    }

    /** The cash flow of an id in a scenario as it is written; of its values NPV, IRR and payback are known. */
    public CashFlow flow(String id, String scenario) {
        return each.stream()
                .filter(one -> one.in().name().equalsIgnoreCase(scenario))
                .findFirst()
                .orElseThrow(() -> forecast.scenarios().unknownScenario(scenario))
                .flows()
                .stream()
                .filter(flow -> flow.valued().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** Those of projects. */
    public ImmutableList<ProjectCash> projects() {
        return FluentIterable.from(flows()).filter(ProjectCash.class).toList();
    }

    /** The cash flows of the operations. */
    public ImmutableList<OperationCash> operations() {
        return FluentIterable.from(flows()).filter(OperationCash.class).toList();
    }

    /** The discount rate, as a ratio. */
    public Key rate(CashFlow flow) {
        return values.as(flow.ofDeck("rate"), flow::rate);
    }

    /** The probability that a project comes, as chosen. */
    public Key probability(ProjectCash project) {
        return values.as(project.ofDeck("probability"), () -> project.arrival().probability());
    }

    /** One where the last year of a project has a column, whatever is typed over its start and life; else zero. */
    public Key isWhole(ProjectCash project) {
        return values.as(project.ofDeck("ends within its years"), project::endsWithinItsYears);
    }

    /** Its net present value, weighted by that. */
    public Key risked(ProjectCash project) {
        return values.as(project.ofDeck("NPV, weighted"), () -> project.npv().times(probability(project)));
    }

    /** The unit of its money: {@code 2026 USD mn}. */
    public Unit money(CashFlow flow) {
        return flow.money().unit();
    }

    /** The unit of its volume: {@code kt NdPr oxide}. */
    public String volumeUnit(CashFlow flow) {
        return "kt " + flow.product();
    }

    /** The scenarios, of which one is chosen. */
    public Scenarios scenarios() {
        return forecast.scenarios();
    }

    /** The words for what is missing of a project that cannot be valued, by its id. */
    public ImmutableListMultimap<String, String> missing() {
        return chosen.missing();
    }

    /** The companies that can be valued. */
    public ImmutableList<CompanyValue> companies() {
        return companies;
    }

    /** The words for what is missing of a company that cannot be valued, by its id. */
    public ImmutableListMultimap<String, String> insufficient() {
        return insufficient;
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    @Override
    public String toString() {
        return OneLine.of("values", OneLine.count(flows(), "cash flow"), OneLine.count(companies, "company"));
    }
}

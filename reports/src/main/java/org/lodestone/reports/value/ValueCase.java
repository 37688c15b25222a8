package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.core.project.Project;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Contract;
import org.lodestone.core.valuation.Deck;
import org.lodestone.core.valuation.Valued;
import org.lodestone.core.valuation.ValuedOperation;
import org.lodestone.core.valuation.ValuedProject;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.study.StudyAudit;

/** All that is valued, in one scenario or as chosen. */
final class ValueCase {

    private static final Model.Builder MODEL_BUILDER = Model.builder();

    /** Days over which a rate is for a year. */
    static final Key DAYS_OF_A_YEAR =
            MODEL_BUILDER.definition("DaysOfAYear", 365, "Days over which a discount rate is for a year");

    /** The part of market value, one in so many, by which an implied price may miss it. */
    static final Key TOLERANCE = MODEL_BUILDER.definition(
            "ImpliedPriceTolerance",
            200,
            "The part of market value, one in so many, by which an implied price may miss it");

    private static final Model DEFINITIONS = MODEL_BUILDER.build();

    private final Dataset dataset;
    private final StudyAudit studies;
    private final ImmutableMap<String, ImmutableList<Period>> years;
    private final PriceDecks decks;
    private final Scenarios scenarios;
    private final Outcome outcome;
    private final Case in;
    private final ImmutableList<CashFlow> flows;
    private final ImmutableListMultimap<String, String> missing;
    private final Calculations values;

    ValueCase(
            Dataset dataset,
            StudyAudit studies,
            ImmutableMap<String, ImmutableList<Period>> years,
            Scenarios scenarios,
            Outcome outcome) {
        this.dataset = dataset;
        this.studies = studies;
        this.years = years;
        this.decks = new PriceDecks(dataset, scenarios, outcome);
        this.scenarios = scenarios;
        this.outcome = outcome;
        this.in = outcome.in();
        this.values = new Calculations(decks.model(), studies.model(), DEFINITIONS);
        ImmutableListMultimap.Builder<String, String> lacking = ImmutableListMultimap.builder();
        this.flows = Stream.concat(
                        dataset.valuation().projects().stream().flatMap(project -> flow(project, lacking).stream()),
                        dataset.valuation().operations().stream().map(this::flow))
                .collect(toImmutableList());
        this.missing = lacking.build();
        flows.forEach(CashFlow::putIn);
        values.close();
    }

    // ---------------------------------------------------------------- cash flows

    private Optional<CashFlow> flow(ValuedProject project, ImmutableListMultimap.Builder<String, String> lacking) {
        Valued valued = project.valued();
        Deck deck = decks.deck(valued.deck());
        StudyInputs.Finder finder = new StudyInputs.Finder(
                project,
                deck.product(),
                studies,
                scenarios,
                in,
                money(valued, deck),
                values.building(),
                new ArrayList<>());
        Optional<StudyInputs> inputs = finder.find();
        lacking.putAll(valued.id(), finder.missing());
        return inputs.map(found -> new ProjectCash(project, found, atDeck(valued)));
    }

    private CashFlow flow(ValuedOperation operation) {
        PipelineLine line = dataset.outlook().pipeline().stream()
                .filter(one -> one.id().equals(operation.valued().line()))
                .findFirst()
                .orElseThrow();
        Optional<Project> project = dataset.projects().stream()
                .filter(one -> one.id().equals(line.project()))
                .findFirst();
        return new OperationCash(operation, line, project, atDeck(operation.valued()));
    }

    private CashFlow.Setting atDeck(Valued valued) {
        Deck deck = decks.deck(valued.deck());
        return setting(valued, year -> decks.price(deck, year), "", values);
    }

    private CashFlow.Setting setting(Valued valued, CashFlow.Prices prices, String at, Calculations into) {
        return setting(
                valued,
                contract -> contract.line().equals(valued.line()) && valued.isOf(contract.company()),
                prices,
                at,
                into);
    }

    private CashFlow.Setting setting(
            Valued valued, Predicate<Contract> under, CashFlow.Prices prices, String at, Calculations into) {
        Deck deck = decks.deck(valued.deck());
        return new CashFlow.Setting(
                deck.product(),
                money(valued, deck),
                terms(under, deck.product(), decks.unit(deck), into::years),
                requireNonNull(years.get(valued.id())),
                scenarios,
                in,
                prices,
                at,
                values,
                into);
    }

    /** The same flow at other prices, put into other values. */
    CashFlow at(CashFlow flow, CashFlow.Prices prices, String at, Calculations into) {
        return flow.under(setting(flow.valued(), prices, at, into));
    }

    /** A project at other prices, all that it is paid: its contracts left aside. */
    ProjectCash withoutContracts(ProjectCash flow, CashFlow.Prices prices, String at, Calculations into) {
        return flow.under(setting(flow.valued(), contract -> false, prices, at, into));
    }

    /** The terms of some contracts, for a product at prices in a unit. */
    SaleTerms terms(Predicate<Contract> which, String product, Unit price, BiFunction<Period, Period, Formula> years) {
        return new SaleTerms(
                dataset.valuation().contracts().stream().filter(which).collect(toImmutableList()),
                scenarios,
                price,
                product,
                years,
                in);
    }

    /** The money of a deck; other currencies are converted at the rate of the day from which cash counts. */
    private DeckMoney money(Valued valued, Deck deck) {
        return DeckMoney.of(decks.unit(deck), dataset, valued.from().previous().last());
    }

    // ---------------------------------------------------------------- results

    Dataset dataset() {
        return dataset;
    }

    PriceDecks decks() {
        return decks;
    }

    /** The deck whose product a company is asked for: that of the first of its parts. */
    Deck deck(String company) {
        return decks.deck(flows(company).get(0).valued().deck());
    }

    Scenarios scenarios() {
        return scenarios;
    }

    /** The forecast that it stands on. */
    Outcome outcome() {
        return outcome;
    }

    Case in() {
        return in;
    }

    /** Those of which all inputs are known, in the order of the dataset. */
    ImmutableList<CashFlow> flows() {
        return flows;
    }

    /** Those of a company. */
    ImmutableList<CashFlow> flows(String company) {
        return flows.stream().filter(flow -> flow.valued().isOf(company)).collect(toImmutableList());
    }

    /** The words for what is missing of a project, by its id. */
    ImmutableListMultimap<String, String> missing() {
        return missing;
    }

    Model model() {
        return values.model();
    }
}

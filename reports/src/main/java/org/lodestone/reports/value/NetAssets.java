package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import com.google.common.collect.ImmutableList;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.valuation.Comp;
import org.lodestone.reports.valuation.CompMeasure;
import org.lodestone.reports.valuation.Comps;
import org.lodestone.reports.value.CompanyValue.Meaning;

/**
 * The net asset value of a company on the day of its share price.
 *
 * <pre>
 * value of a part = stake · NPV · (1 + rate)^((day of the price − start of the first year) / 365)
 * NAV             = Σ parts − bridge to enterprise value
 * NAV per share   = share price · NAV / market value
 * </pre>
 *
 * <p>Money is in USD mn of the day; real money of the deck's year is taken for that.
 */
public final class NetAssets {

    private static final Term NAV = Term.of("value of a company");
    private static final String OF_THE_DAY = "real money of the deck's year is taken for money of the day of the price";
    static final ValueUnit MONEY = ValueUnit.of(Unit.parse(CurrencyRate.COMMON + " mn"));

    private final Comp comp;
    private final Comps comps;
    private final ImmutableList<CashFlow> flows;
    private final Dataset dataset;
    private final Outcome forecast;
    private final Scenarios scenarios;
    private final Case in;
    private final String at;
    private final Calculations values;

    private NetAssets(
            Comp comp, Comps comps, ValueCase of, UnaryOperator<CashFlow> flow, String at, Calculations values) {
        this.comp = comp;
        this.comps = comps;
        this.flows = of.flows(comp.company().id()).stream().map(flow).collect(toImmutableList());
        this.dataset = of.dataset();
        this.forecast = of.outcome();
        this.scenarios = of.scenarios();
        this.in = of.in();
        this.at = at;
        this.values = values;
    }

    /** At the prices of the deck. */
    static NetAssets atDeck(Comp comp, Comps comps, ValueCase of, Calculations into) {
        return new NetAssets(comp, comps, of, flow -> flow, "", into);
    }

    /**
     * At one price: in all years, or in those of the long term.
     *
     * @param at the words for the price, which tell its values from others
     */
    static NetAssets at(
            Key price, Meaning meaning, String at, Comp comp, Comps comps, ValueCase of, Calculations into) {
        return new NetAssets(
                comp,
                comps,
                of,
                flow -> {
                    Deck own = of.decks().deck(flow.valued().deck());
                    CashFlow.Prices prices = year -> meaning == Meaning.LONG_TERM && year.compareTo(own.longTerm()) < 0
                            ? of.decks().price(own, year)
                            : price;
                    return of.at(flow, prices, at, into);
                },
                at,
                into);
    }

    void putIn() {
        perShare();
        perShareRisked();
        priceToNav();
        priceToNavRisked();
        if (at.isEmpty()) {
            capitalToCome();
            volume();
        }
    }

    /** The company with its price, and what leads from market to enterprise value. */
    public Comp comp() {
        return comp;
    }

    /** The projects and operations in which it has a share. */
    public ImmutableList<CashFlow> flows() {
        return flows;
    }

    /** The price it is at, in words; empty for that of the deck. */
    public String at() {
        return at;
    }

    private Key key(String part, Subject of, Supplier<Formula> formula) {
        return values.as(NAV.sub(at.isEmpty() ? part : part + ", " + at).of(of).in(in), formula);
    }

    private Key key(String part, Supplier<Formula> formula) {
        return key(part, Subject.of(comp.company().id()), formula);
    }

    // ---------------------------------------------------------------- its parts

    /** Days from the start of the first year whose cash counts to the day of the price; below zero where that is earlier. */
    private Formula days(CashFlow flow) {
        LocalDate start = flow.first().previous().last();
        return comps.inWindow(comp, priced -> {
            LocalDate day = priced.price().day();
            return values.label(
                    NAV.sub("days to the price").of(Subject.of(comp.company().id() + ", " + day)),
                    (int) ChronoUnit.DAYS.between(start, day));
        });
    }

    /** The company's share of a project or an operation, on the day of its price, whether it comes or not. */
    public Key part(CashFlow flow) {
        return key("part", Subject.of(flow.valued().id()), () -> {
            Formula onTheDay = owned(flow, flow.npv())
                    .times(ONE.plus(flow.rate()).toThe(days(flow).over(ValueCase.DAYS_OF_A_YEAR)));
            return inDollars(onTheDay, flow);
        });
    }

    private Formula inDollars(Formula amount, CashFlow flow) {
        String currency = flow.money().unit().currency();
        return comps.inWindow(
                        comp,
                        priced -> CurrencyRate.inCommon(
                                        amount.in(flow.money().valueUnit()),
                                        currency,
                                        CurrencyRate.toCommon(
                                                dataset,
                                                currency,
                                                priced.price().day()),
                                        values.building())
                                .orElseThrow())
                .countedAs(MONEY, OF_THE_DAY);
    }

    /** The same weighted by its probability; an operation runs already, and is not weighted. */
    public Key risked(CashFlow flow) {
        return key(
                "part, risked",
                Subject.of(flow.valued().id()),
                () -> flow instanceof ProjectCash
                        ? part(flow).times(flow.arrival().probability())
                        : part(flow));
    }

    private Formula owned(CashFlow flow, Formula whole) {
        return scenarios.part(whole, flow.valued().stake(), Period.NONE, in);
    }

    /** Its share of the cost of building projects; nothing where all that it owns runs already. */
    public Key capitalToCome() {
        return key(
                "capital to come",
                () -> flows.stream()
                        .flatMap(flow -> flow instanceof ProjectCash project
                                ? Stream.of(inDollars(owned(flow, project.capex()), flow))
                                : Stream.empty())
                        .reduce(Formula::plus)
                        .orElse(ZERO.in(MONEY)));
    }

    /** Its share of a year's volume in kilotonnes: of a project at full output, of an operation in the last year of the forecast. */
    public Key volume() {
        return key(
                "volume",
                () -> flows.stream()
                        .map(flow -> owned(
                                flow,
                                flow instanceof ProjectCash project
                                        ? project.volume()
                                        : flow.volume(flow.lastOf(forecast))))
                        .reduce(Formula::plus)
                        .orElseThrow());
    }

    // ---------------------------------------------------------------- together

    /** All parts less what enterprise value adds to market value. */
    public Key nav() {
        return key("NAV", () -> together(this::part));
    }

    /** The same with each part weighted by its probability. */
    public Key navRisked() {
        return key("NAV, risked", () -> together(this::risked));
    }

    private Formula together(Function<CashFlow, Formula> part) {
        return flows.stream().map(part).reduce(Formula::plus).orElseThrow().minus(comp.key(CompMeasure.BRIDGE));
    }

    /** The market value of the company. */
    public Key marketValue() {
        return comp.key(CompMeasure.MARKET_VALUE);
    }

    /** The net asset value for each share, in the money of the share price. */
    public Key perShare() {
        return key("NAV per share", () -> comp.price().times(nav().over(marketValue())));
    }

    /** The same, risked. */
    public Key perShareRisked() {
        return key("NAV per share, risked", () -> comp.price().times(navRisked().over(marketValue())));
    }

    /** The share price over the net asset value for each share; missing where that is not above zero. */
    public Key priceToNav() {
        return key("P/NAV", () -> marketValue().over(nav()));
    }

    /** The same, risked. */
    public Key priceToNavRisked() {
        return key("P/NAV, risked", () -> marketValue().over(navRisked()));
    }

    @Override
    public String toString() {
        return OneLine.of(comp.company().name(), in, at, OneLine.count(flows, "part"));
    }
}

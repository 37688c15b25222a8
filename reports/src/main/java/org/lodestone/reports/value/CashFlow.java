package org.lodestone.reports.value;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.min;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodestone.core.internal.memory.Remembered;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Valued;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Arrival;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The real cash of a project or an operation, year by year, at some price of its product.
 *
 * <pre>
 * EBITDA(t) = paid for volume(t) − costs(t)
 * income(t) = EBITDA(t) − deducted(t) + min(0, income(t−1))
 * cash(t)   = EBITDA(t) − spent(t) − tax · max(0, income(t))
 * NPV       = Σ cash(t) / (1 + rate)^(t − first year + ½)
 * </pre>
 *
 * <p>Income is what is taxed: a loss is carried forward without end. Volume, costs, what is spent and what is deducted are the same at
 * every price, and are said once.
 */
public abstract class CashFlow {

    /** The price of the product in a year. */
    @FunctionalInterface
    interface Prices extends Function<Period, Formula> {}

    private final Valued valued;
    private final Setting setting;
    final Scenarios scenarios;
    final Calculations values;
    final Case in;
    private final Map<String, Key> keys = new ConcurrentHashMap<>();

    /**
     * Where and at what prices it is worked out.
     *
     * @param product that is sold at the price of the deck
     * @param money in which all is counted
     * @param terms what is paid beside the market price
     * @param prices of the market
     * @param at the price it is at, to tell its values apart: empty for that of the deck
     * @param ofDeck takes what is the same at every price: the values of the deck
     */
    record Setting(
            String product,
            DeckMoney money,
            SaleTerms terms,
            ImmutableList<Period> years,
            Scenarios scenarios,
            Case in,
            Prices prices,
            String at,
            Calculations ofDeck,
            Calculations values) {}

    CashFlow(Valued valued, Setting setting) {
        this.valued = valued;
        this.setting = setting;
        this.scenarios = setting.scenarios();
        this.in = setting.in();
        this.values = setting.values();
    }

    /** The same flow in another setting. */
    abstract CashFlow under(Setting other);

    void putIn() {
        npv();
    }

    /** Whose it is, and on which line, deck, rate and tax. */
    public Valued valued() {
        return valued;
    }

    /** The years of its cash, the first whose cash counts before all others. */
    public ImmutableList<Period> years() {
        return setting.years();
    }

    Key key(String part, Period year, Supplier<Formula> formula) {
        return values.as(key(part).at(year), formula);
    }

    Key key(String part, Supplier<Formula> formula) {
        return values.as(key(part), formula);
    }

    private Key key(String part) {
        return setting.at().isEmpty() ? ofDeck(part) : ofDeck(part + ", " + setting.at());
    }

    /** A value that is the same at every price. */
    Key ofDeck(String part, Supplier<Formula> formula) {
        return setting.ofDeck().as(ofDeck(part), formula);
    }

    /** The same in a year. */
    private Key ofDeck(String part, Period year, Supplier<Formula> formula) {
        return setting.ofDeck().as(ofDeck(part).at(year), formula);
    }

    /** The key of a value that is the same at every price. */
    Key ofDeck(String part) {
        return Remembered.of(
                part, keys, one -> Key.of(Term.of("value").sub(one), Subject.of(valued.id()), Period.NONE, in));
    }

    Arrival arrival() {
        return scenarios.arrival(valued.line(), in);
    }

    String product() {
        return setting.product();
    }

    DeckMoney money() {
        return setting.money();
    }

    /** All that is paid for a volume in a year, in millions. */
    Formula paid(Formula volume, Period year) {
        return setting.terms().paid(volume, setting.prices().apply(year), year);
    }

    /** The last year of a forecast, or of the flow where that is earlier. */
    Period lastOf(Outcome forecast) {
        Period last = years().get(years().size() - 1);
        return forecast.supplies().stream()
                .map(SupplyForecast::horizon)
                .filter(year -> year.compareTo(last) < 0)
                .findFirst()
                .orElse(last);
    }

    Period first() {
        return years().get(0);
    }

    // ---------------------------------------------------------------- year by year

    /** The volume of a year in kilotonnes. */
    public Key volume(Period year) {
        return ofDeck("volume", year, () -> made(year));
    }

    abstract Formula made(Period year);

    /** An amount in the years that have a volume. */
    Formula ifMade(Period year, Formula amount) {
        return volume(year).isAbove(ZERO.in(kilotonnes())).then(amount, ZERO);
    }

    /** An amount in kilotonnes of the product of a deck. */
    static Formula kilotonnes(Formula amount, Unit unit, String product) {
        Unit kilotonnes = new Unit(unit.dimension(), unit.basis(), "kt");
        return Definitions.inUnit(amount, unit, kilotonnes)
                .in(ValueUnit.of(kilotonnes))
                .countedAs(ValueUnit.of(kilotonnes.on(product)), "it is counted as the product of the deck");
    }

    ValueUnit kilotonnes() {
        return ValueUnit.of(new Unit(Dimension.MASS, product(), "kt"));
    }

    /** All that it costs to make the volume of a year, less what else is earned with it. */
    public Key costs(Period year) {
        return ofDeck("costs", year, () -> paidOut(year));
    }

    abstract Formula paidOut(Period year);

    /** Earnings before interest, tax, depreciation and amortisation. */
    public Key ebitda(Period year) {
        return key("EBITDA", year, () -> earned(year));
    }

    private Formula earned(Period year) {
        return ifMade(year, paid(volume(year), year).minus(costs(year)));
    }

    /** The same as it enters other formulas: at other prices than those of the deck it has no row of its own. */
    private Formula earnedIn(Period year) {
        return setting.at().isEmpty() ? ebitda(year) : earned(year);
    }

    /** All that is spent on building it and on keeping it running. */
    public Key spent(Period year) {
        return ofDeck("capital", year, () -> invested(year));
    }

    abstract Formula invested(Period year);

    /** All that is written off for tax, or deducted as it is spent. */
    public Key deducted(Period year) {
        return ofDeck("deducted for tax", year, () -> writtenOff(year));
    }

    abstract Formula writtenOff(Period year);

    /** The base of tax: what is earned in a year less what is deducted, and less losses of the years before; a loss is below zero. */
    public Key income(Period year) {
        return key("taxable income", year, () -> {
            Formula ofYear = earnedIn(year).minus(deducted(year));
            return year.equals(first()) ? ofYear : ofYear.plus(min(ZERO, income(year.previous())));
        });
    }

    /** Cash after capital and tax. */
    public Key cash(Period year) {
        return key(
                "cash",
                year,
                () -> earnedIn(year)
                        .minus(spent(year))
                        .minus(scenarios.number(valued.tax(), in).times(max(ZERO, income(year)))));
    }

    // ---------------------------------------------------------------- what it is worth

    /** The discount rate, as a ratio. */
    Formula rate() {
        return scenarios.number(valued.rate(), in);
    }

    /** The net present value of all of it at the start of the first year; cash falls in the middle of each. */
    public Key npv() {
        return key(
                "NPV",
                () -> call(Fn.PRESENT_VALUE, rate(), span(years(), this::cash))
                        .times(call(Fn.SQUARE_ROOT, ONE.plus(rate()))));
    }

    @Override
    public String toString() {
        return OneLine.of(valued.name(), in, setting.at());
    }
}

package org.lodestone.reports.value;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.call;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Valued;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Arrival;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The real cash of a project or an operation, year by year, at some price of its product.
 *
 * <pre>
 * income(t) = income(t−1) + EBITDA(t) − what is written off and spent on keeping it running
 * cash(t)   = EBITDA(t) − spent(t) − tax · (max(0, income up to t) − max(0, income up to t−1))
 * NPV       = Σ cash(t) / (1 + rate)^(t − first year + ½)
 * </pre>
 *
 * <p>Income is cumulated: tax is due where it rises above all it was before, so that losses are carried forward without end.
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

    /**
     * Where and at what prices it is worked out.
     *
     * @param product that is sold at the price of the deck
     * @param money in which all is counted
     * @param terms what is paid beside the market price
     * @param prices of the market
     * @param at the price it is at, to tell its values apart: empty for that of the deck
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
            Calculations values) {}

    CashFlow(Valued valued, Setting setting) {
        this.valued = valued;
        this.setting = setting;
        this.scenarios = setting.scenarios();
        this.in = setting.in();
        this.values = setting.values();
    }

    void putIn() {
        years().forEach(this::cash);
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

    /** The key of a value that is the same at every price. */
    Key ofDeck(String part) {
        return Term.of("value").sub(part).of(Subject.of(valued.id())).in(in);
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

    private boolean isFirst(Period year) {
        return year.equals(first());
    }

    // ---------------------------------------------------------------- year by year

    /** The volume of a year in kilotonnes; empty for a project, whose study has one for all years. */
    public Optional<Key> volume(Period year) {
        return Optional.empty();
    }

    /** Earnings before interest, tax, depreciation and amortisation, at the prices of the deck. */
    public Key ebitda(Period year) {
        return key("EBITDA", year, () -> earned(year));
    }

    /** The same as it enters other formulas: at other prices than those of the deck it has no row of its own. */
    private Formula earnedIn(Period year) {
        return setting.at().isEmpty() ? ebitda(year) : earned(year);
    }

    /** All that was earned to the end of a year, less what is written off for tax: the base of tax. */
    public Key income(Period year) {
        return key("cumulated income", year, () -> {
            Formula ofYear = earnedIn(year).minus(deducted(year));
            return isFirst(year) ? ofYear : income(year.previous()).plus(ofYear);
        });
    }

    /** Cash after capital and tax. */
    public Key cash(Period year) {
        return key("cash", year, () -> {
            Formula taxed = isFirst(year) ? most(year) : most(year).minus(most(year.previous()));
            return earnedIn(year)
                    .minus(spent(year))
                    .minus(scenarios.number(valued.tax(), in).times(taxed));
        });
    }

    /** The most that income was up to a year, and nothing where it was below. */
    private Formula most(Period year) {
        return call(Fn.MAX, ZERO, values.all(years(), this::income).first(years().indexOf(year) + 1));
    }

    abstract Formula earned(Period year);

    abstract Formula spent(Period year);

    abstract Formula deducted(Period year);

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

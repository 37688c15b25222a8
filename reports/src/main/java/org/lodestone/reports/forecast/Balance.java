package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;

import com.google.common.collect.ImmutableList;
import java.util.function.Supplier;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;

/**
 * How supply meets demand, year by year, in one scenario.
 *
 * <pre>balance = primary supply + secondary supply − demand</pre>
 *
 * <p>What demand is above primary supply in the first year is called secondary supply, from scrap and stocks, and is
 * carried forward, so a shortage then is level by construction; a surplus stays one. Secondary supply is no published
 * figure. Amounts are in the unit of supply.
 */
public final class Balance {

    private final MarketBalance rule;
    private final DemandCases cases;
    private final SupplyForecast supply;
    private final Scenarios scenarios;
    private final Case in;
    private final Calculations values;

    /** Throws where the outlook of demand ends before the forecast does. */
    Balance(MarketBalance rule, DemandCases cases, SupplyForecast supply, Scenarios scenarios, Case in) {
        this.rule = rule;
        this.cases = cases;
        this.supply = supply;
        this.scenarios = scenarios;
        this.in = in;
        this.values = new Calculations(scenarios.model(), supply.model(), cases.model());
        for (Period year : years()) {
            afterShare(year);
            secondaryShare(year);
            stock(year);
            unmet(year);
        }
        values.close();
    }

    /** The dataset's rule for how supply meets demand. */
    public MarketBalance rule() {
        return rule;
    }

    /** Demand by case, as the outlook has it. */
    public DemandCases demand() {
        return cases;
    }

    /** The primary supply. */
    public SupplyForecast supply() {
        return supply;
    }

    /** The scenario, or the one chosen. */
    public Case in() {
        return in;
    }

    /** The start and the years of the forecast. */
    public ImmutableList<Period> years() {
        return supply.years();
    }

    /** The observed year from which the forecast starts. */
    public Period start() {
        return years().get(0);
    }

    /** The last year of the forecast. */
    public Period horizon() {
        return years().get(years().size() - 1);
    }

    /** The unit of every amount, which is that of supply. */
    public Unit unit() {
        return supply.measure().unit();
    }

    /** The model that defines the keys. */
    public Model model() {
        return values.model();
    }

    private Key key(String part, Period year, Supplier<Formula> formula) {
        return values.as(Term.of(rule.material()).sub(part).key().at(year).in(in), formula);
    }

    // ---------------------------------------------------------------- demand

    /** Demand in a year, in the unit of supply: observed, given, or between the given years on the scenario's path. */
    public Key demand(Period year) {
        return key("demand", year, () -> {
            if (isObserved(year)) {
                return cases.start();
            }
            Period after = givenFrom(year);
            return after.equals(year) ? given(year) : between(cases.givenBefore(year), after, year);
        });
    }

    private boolean isObserved(Period year) {
        return year.equals(cases.observed().period());
    }

    private Period givenFrom(Period year) {
        return cases.givenFrom(year)
                .orElseThrow(
                        () -> new IllegalArgumentException("The outlook of demand for " + rule.material() + " ends in "
                                + cases.givenBefore(year) + ", before the forecast does in " + horizon()
                                + ". End the forecast earlier in limits.csv, or add demand."));
    }

    private Formula given(Period year) {
        return cases.inCase(scenarios.demandCase(in), year);
    }

    /**
     * Between two given years: the same growth each year, or the same amount.
     *
     * <pre>
     * geometric  D(a) · (D(b) / D(a))^((t − a) / (b − a))
     * linear     D(a) + (D(b) − D(a)) · (t − a) / (b − a)
     * </pre>
     */
    private Formula between(Period before, Period after, Period year) {
        Formula a = point(before);
        Formula b = point(after);
        Formula part = values.years(before, year).over(values.years(before, after));
        Formula geometric = a.times(b.over(a).toThe(part));
        Formula linear = a.plus(b.minus(a).times(part));
        Formula isLinear = Formula.call(
                Fn.SAME_TEXT, scenarios.demandPath(in), Formula.text(Scenario.Interpolation.LINEAR.toString()));
        return isLinear.then(linear, geometric);
    }

    private Formula point(Period year) {
        if (isObserved(year)) {
            return cases.start();
        }
        Key point = years().contains(year) ? demand(year) : values.as(cases.point(year, in), () -> given(year));
        return point;
    }

    // ---------------------------------------------------------------- balance

    /** Primary supply less demand: what a plain subtraction shows. */
    public Key before(Period year) {
        return key(
                "balance before secondary supply",
                year,
                () -> supply.total(year).minus(demand(year)));
    }

    /**
     * Secondary supply: what closes a shortage of the first year, carried forward.
     *
     * <pre>
     * first year     demand − primary supply, not below zero
     * follows        s(0) · (1 + f · (D(t) / D(0) − 1)); f = 1 keeps the share of demand, f = 0 the tonnes
     * where a share is to be reached at the end, the share moves there in equal steps
     * </pre>
     */
    public Key secondary(Period year) {
        Period start = start();
        return key("secondary supply", year, () -> {
            Formula demand = demand(year);
            if (year.equals(start)) {
                return max(ZERO, demand.minus(supply.total(year)));
            }
            Formula follows = scenarios.number(rule.secondaryFollows(), year, in);
            Formula growth = demand.over(demand(start)).minus(ONE);
            Formula following = secondary(start).times(ONE.plus(follows.times(growth)));
            Formula reached = scenarios.number(rule.secondaryShare(), in);
            Formula first = secondaryShare(start);
            Formula part = values.years(start, year).over(values.years(start, horizon()));
            return first.plus(reached.minus(first).times(part)).times(demand).orElse(following);
        });
    }

    /** Secondary supply as a share of demand. */
    public Key secondaryShare(Period year) {
        return key(
                "secondary supply, share of demand", year, () -> secondary(year).over(demand(year)));
    }

    /** Primary and secondary supply less demand. */
    public Key after(Period year) {
        return key("balance", year, () -> before(year).plus(secondary(year)));
    }

    /** The balance as a share of demand. */
    public Key afterShare(Period year) {
        return key("balance, share of demand", year, () -> after(year).over(demand(year)));
    }

    // ---------------------------------------------------------------- stocks

    /** The stocks left at the end of a year: a surplus goes into them, a shortage comes out of them. Never below zero. */
    public Key stock(Period year) {
        return key(
                "stocks",
                year,
                () -> year.equals(start()) ? scenarios.amount(rule.stocks(), unit(), in) : max(ZERO, available(year)));
    }

    /** The demand that supply and stocks cannot cover. */
    public Key unmet(Period year) {
        return key("unmet demand", year, () -> year.equals(start()) ? ZERO : max(ZERO, ZERO.minus(available(year))));
    }

    private Formula available(Period year) {
        return stock(year.previous()).plus(after(year));
    }

    @Override
    public String toString() {
        return OneLine.of(rule().id(), in(), unit(), start() + " to " + horizon());
    }
}

package org.lodestone.reports.forecast;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Term;

/** The keys of a balance of supply and demand: each is spelled here and nowhere else. {@link Balance} gives them their values. */
class BalanceKeys {

    private final MarketBalance rule;
    private final DemandCases demand;
    private final SupplyForecast supply;
    private final ImmutableList<Period> years;
    private final Case in;

    BalanceKeys(MarketBalance rule, DemandCases demand, SupplyForecast supply, ImmutableList<Period> years, Case in) {
        this.rule = rule;
        this.demand = demand;
        this.supply = supply;
        this.years = years;
        this.in = in;
    }

    /** The dataset's rule for how supply meets demand. */
    public MarketBalance rule() {
        return rule;
    }

    /** Demand by case, as the outlook has it. */
    public DemandCases demand() {
        return demand;
    }

    /** The primary supply. */
    public SupplyForecast supply() {
        return supply;
    }

    /** The start and the years of the forecast. */
    public ImmutableList<Period> years() {
        return years;
    }

    /** The scenario, or the one chosen. */
    public Case in() {
        return in;
    }

    /** The unit of every amount, which is that of supply. */
    public Unit unit() {
        return supply.measure().unit();
    }

    /** The observed year from which the forecast starts. */
    public Period start() {
        return years.get(0);
    }

    /** The last year of the forecast. */
    public Period horizon() {
        return years.get(years.size() - 1);
    }

    /** Demand in a year, by the scenario's case and path, in the unit of supply. */
    public Key demand(Period year) {
        return key("demand", year);
    }

    /** Primary supply less demand: what a plain subtraction shows. */
    public Key before(Period year) {
        return key("balance before secondary supply", year);
    }

    /** Secondary supply: what closes a shortage of the first year, carried forward. */
    public Key secondary(Period year) {
        return key("secondary supply", year);
    }

    /** Secondary supply as a share of demand. */
    public Key secondaryShare(Period year) {
        return key("secondary supply, share of demand", year);
    }

    /** Primary and secondary supply less demand. */
    public Key after(Period year) {
        return key("balance", year);
    }

    /** The balance as a share of demand. */
    public Key afterShare(Period year) {
        return key("balance, share of demand", year);
    }

    /** The stocks left at the end of a year; never below zero. */
    public Key stock(Period year) {
        return key("stocks", year);
    }

    /** The demand that supply and stocks cannot cover. */
    public Key unmet(Period year) {
        return key("unmet demand", year);
    }

    Key key(String part, Period year) {
        return term(part).key().at(year).in(in);
    }

    Term term(String part) {
        return Term.of(rule.material()).sub(part);
    }
}

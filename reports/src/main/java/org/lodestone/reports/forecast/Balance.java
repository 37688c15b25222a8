package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.forecast.MarketBalance;
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

/**
 * How supply meets demand, year by year, in one scenario.
 *
 * <pre>balance = supply + (1 − within) · scrap − demand</pre>
 *
 * <p>Its level hangs on how much of scrap supply has in it, its change far less. Amounts are in the unit of supply.
 */
public final class Balance {

    private final MarketBalance rule;
    private final DemandPath demand;
    private final Optional<Scrap> scrap;
    private final SupplyForecast supply;
    private final Case in;
    private final Calculations values;

    Balance(DemandPath demand, Optional<Scrap> scrap, SupplyForecast supply, Case in) {
        this.rule = demand.rule();
        this.demand = demand;
        this.scrap = scrap;
        this.supply = supply;
        this.in = in;
        this.values = new Calculations(supply.model(), demand.model());
        scrap.ifPresent(one -> values.building().include(one.model()));
        for (Period year : years()) {
            change(year);
            if (hasScrap()) {
                for (Reading reading : Reading.values()) {
                    change(reading, year);
                }
            }
        }
        stockNeeded();
        values.close();
    }

    /** The dataset's rule for how supply meets demand. */
    public MarketBalance rule() {
        return rule;
    }

    /** Demand by case, as the outlook has it. */
    public DemandCases demand() {
        return demand.cases();
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

    /** Demand in a year, in the unit of supply: observed, given, or between the given years on the scenario's path. */
    public Key demand(Period year) {
        return demand.in(year);
    }

    // ---------------------------------------------------------------- balance

    /** Primary supply less demand: what a plain subtraction shows. */
    public Key before(Period year) {
        return key(
                "balance before secondary supply",
                year,
                () -> supply.total(year).minus(demand(year)));
    }

    /** Whether anything is known of scrap; without it the balance is that of primary supply. */
    public boolean hasScrap() {
        return scrap.isPresent();
    }

    /** The amount recovered from scrap. Throws if nothing is known of it. */
    public Key scrap(Period year) {
        return scrap.orElseThrow().amount(year);
    }

    /** The share of scrap that supply has in it already. Throws if nothing is known of scrap. */
    public Key within() {
        return scrap.orElseThrow().within();
    }

    /** Secondary supply: scrap that supply has not in it. Throws if nothing is known of scrap. */
    public Key secondary(Period year) {
        return key("secondary supply", year, () -> outside(year, within()));
    }

    private Formula outside(Period year, Formula within) {
        return ONE.minus(within).times(scrap(year));
    }

    /** Primary and secondary supply less demand. */
    public Key after(Period year) {
        return key("balance", year, () -> hasScrap() ? before(year).plus(secondary(year)) : before(year));
    }

    /** The balance as a share of demand. */
    public Key afterShare(Period year) {
        return key("balance, share of demand", year, () -> after(year).over(demand(year)));
    }

    /** The change of the balance since the first year, in shares of demand. */
    public Key change(Period year) {
        return key("balance, change", year, () -> afterShare(year).minus(afterShare(start())));
    }

    // ---------------------------------------------------------------- the other readings

    /** A reading of what supply counts: whether scrap is in it. */
    public enum Reading {
        /** Supply has no scrap in it. */
        OUTSIDE,
        /** Supply has all scrap in it. */
        INSIDE;

        Formula within() {
            return this == OUTSIDE ? ZERO : ONE;
        }

        /** The head of a row: {@code scrap counted in supply}. */
        public String inWords() {
            return this == OUTSIDE ? "scrap added to supply" : "scrap counted in supply";
        }

        /** The name in a key: {@code scrap inside}. */
        @Override
        public String toString() {
            return "scrap " + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The balance as a share of demand, if what supply counts is read in another way.
     *
     * <pre>(R + (1 − f) · S − D) / D; what is fed to the plants of the remainder follows f too</pre>
     */
    public Key afterShare(Reading reading, Period year) {
        return key(
                "balance, share of demand, " + reading,
                year,
                () -> supply.total(reading, year)
                        .plus(outside(year, reading.within()))
                        .minus(demand(year))
                        .over(demand(year)));
    }

    /** Its change since the first year. */
    public Key change(Reading reading, Period year) {
        return key(
                "balance, change, " + reading,
                year,
                () -> afterShare(reading, year).minus(afterShare(reading, start())));
    }

    // ---------------------------------------------------------------- stocks

    /** The balances since the first year together; below zero, they would have to come out of stocks. */
    public Key cumulated(Period year) {
        return key("balance, cumulated", year, () -> {
            Formula own = after(year);
            return year.previous().equals(start())
                    ? own
                    : cumulated(year.previous()).plus(own);
        });
    }

    /** The stocks that would be needed to the last year: the deepest of the cumulated balances. Whether they exist is not known. */
    public Key stockNeeded() {
        return key(
                "stocks needed",
                horizon(),
                () -> ZERO.minus(
                        Formula.call(Fn.MIN, ZERO, span(years().subList(1, years().size()), this::cumulated))));
    }

    @Override
    public String toString() {
        return OneLine.of(rule().id(), in(), unit(), start() + " to " + horizon());
    }
}

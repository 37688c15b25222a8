package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;

import java.util.function.Supplier;
import org.lodestone.core.forecast.MarketBalance;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;
import org.lodestone.reports.supply.Supply;

/**
 * The scrap that is recovered, and the part of it that figures of supply have in them already, in one scenario.
 *
 * <p>That share is a question of what a publisher counts and no chance. Nothing counts twice: what is within supply is fed to its plants,
 * and what is not stands beside it in the balance.
 */
final class Scrap {

    private final MarketBalance rule;
    private final Supply recovered;
    private final Supply supply;
    private final DemandPath demand;
    private final Scenarios scenarios;
    private final Case in;
    private final Calculations values;

    /**
     * @param recovered the figures of what is recovered
     * @param supply the figures of what meets demand
     */
    Scrap(Supply recovered, Supply supply, DemandPath demand, Scenarios scenarios, Case in) {
        this.rule = demand.rule();
        this.recovered = recovered;
        this.supply = supply;
        this.demand = demand;
        this.scenarios = scenarios;
        this.in = in;
        this.values = new Calculations(scenarios.model(), recovered.model(), supply.model(), demand.model());
        demand.years().forEach(this::amount);
        within();
        values.close();
    }

    /** The model that defines the keys. */
    Model model() {
        return values.model();
    }

    private Key key(String part, Period year, Supplier<Formula> formula) {
        return values.as(Term.of(rule.material()).sub(part).key().at(year).in(in), formula);
    }

    /**
     * The amount recovered in a year.
     *
     * <pre>S(t) = S(0) · (1 + follows · (D(t) / D(0) − 1)); 1 keeps its share of demand, 0 its tonnes</pre>
     */
    Key amount(Period year) {
        Period start = demand.start();
        return key("scrap", year, () -> {
            Formula first = recovered.total(start);
            if (year.equals(start)) {
                return first;
            }
            Formula follows = scenarios.number(rule.scrapFollows().orElseThrow(), year, in);
            Formula growth = demand.in(year).over(demand.in(start)).minus(ONE);
            return first.times(ONE.plus(follows.times(growth)));
        });
    }

    /** The share of it that supply has in it already: as assumed, or else that which meets the anchor. */
    Key within() {
        return key("scrap within supply", Period.NONE, () -> {
            Formula assumed = scenarios.number(rule.within().orElseThrow(), in);
            return rule.anchor().map(id -> assumed.orElse(atAnchor(id))).orElse(assumed);
        });
    }

    /**
     * The share at which the first year has the balance that was published.
     *
     * <pre>f = 1 − (anchor + D(0) − R(0)) / S(0)</pre>
     */
    private Formula atAnchor(String anchor) {
        Period start = demand.start();
        Formula published = scenarios.amount(anchor, supply.measure().unit(), in);
        return ONE.minus(
                published.plus(demand.in(start)).minus(supply.total(start)).over(recovered.total(start)));
    }
}

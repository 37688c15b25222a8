package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;

import java.util.function.Supplier;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.supply.Supply;

/**
 * The scrap that is recovered, and the part of it that figures of supply have in them already, in one scenario.
 *
 * <p>That share is a question of what a publisher counts and no chance. Nothing counts twice: what is within supply is fed to its plants,
 * and what is not stands beside it in the balance.
 *
 * @param recovered the figures of what is recovered
 * @param supply the figures of what meets demand
 */
record Scrap(Supply recovered, Supply supply, DemandPath demand, Calculations values) {

    Scrap(Supply recovered, Supply supply, DemandPath demand) {
        this(
                recovered,
                supply,
                demand,
                new Calculations(demand.scenarios().model(), recovered.model(), supply.model(), demand.model()));
        demand.years().forEach(this::amount);
        within();
        values.close();
    }

    /** The model that defines the keys. */
    Model model() {
        return values.model();
    }

    private Key key(String part, Period year, Supplier<Formula> formula) {
        return values.as(
                Term.of(demand.rule().material()).sub(part).key().at(year).in(demand.in()), formula);
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
            Formula follows =
                    demand.scenarios().number(demand.rule().scrapFollows().orElseThrow(), year, demand.in());
            Formula growth = demand.in(year).over(demand.in(start)).minus(ONE);
            return first.times(ONE.plus(follows.times(growth)));
        });
    }

    /** The share of it that supply has in it already: as assumed, or else that which meets the anchor. */
    Key within() {
        return key("scrap within supply", Period.NONE, () -> {
            Formula assumed = demand.scenarios().number(demand.rule().within().orElseThrow(), demand.in());
            return demand.rule()
                    .anchor()
                    .map(id -> assumed.orElse(atAnchor(id)))
                    .orElse(assumed);
        });
    }

    /**
     * The share at which the first year has the balance that was published.
     *
     * <pre>f = 1 − (anchor + D(0) − R(0)) / S(0)</pre>
     */
    private Formula atAnchor(String anchor) {
        Period start = demand.start();
        Formula published = demand.scenarios().amount(anchor, supply.measure().unit(), demand.in());
        return ONE.minus(
                published.plus(demand.in(start)).minus(supply.total(start)).over(recovered.total(start)));
    }
}

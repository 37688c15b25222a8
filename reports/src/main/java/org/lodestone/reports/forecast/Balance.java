package org.lodestone.reports.forecast;

import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Model;

/**
 * How supply meets demand, year by year, in one scenario.
 *
 * <pre>balance = primary supply + secondary supply − demand</pre>
 *
 * <p>What demand is above primary supply in the first year is called secondary supply, from scrap and stocks, and is
 * carried forward, so a shortage then is level by construction; a surplus stays one. Secondary supply is no published
 * figure. Amounts are in the unit of supply.
 */
public final class Balance extends BalanceKeys {

    private final Model model;

    Balance(BalanceKeys keys, Model model) {
        super(keys.rule(), keys.demand(), keys.supply(), keys.years(), keys.in());
        this.model = model;
    }

    /** The model that defines the keys. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of(rule().id(), in(), unit(), start() + " to " + horizon());
    }
}

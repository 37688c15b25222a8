package org.lodestone.core.quota;

import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * The amount that one holder may mine or separate under one batch.
 *
 * <pre>2024,year,mining,all,China Northern Rare Earth,group,188650,t REO,reported,,,S013,read</pre>
 *
 * @param year the year that it is for
 * @param batch {@code 1}, {@code 2}, {@code 3}, {@code 1+2}, or {@code year} for all batches together
 * @param stage id of the stage
 * @param ore {@link Ore#ALL} where the quota is not split by ore
 * @param holder {@link Holder#ALL} for the quota of all holders together
 * @param amount in {@code unit}; not below zero
 * @param unit a mass on its basis: {@code t REO}
 * @param derivation the arithmetic of a derived amount; empty for others
 */
public record Quota(
        Period year,
        String batch,
        String stage,
        Ore ore,
        Holder holder,
        Observation amount,
        Unit unit,
        String derivation,
        Citation citation) {

    /** Throws if the amount is below zero. */
    public Quota {
        amount.requireAmount(unit);
    }

    /** Whether it covers all batches of its year. */
    public boolean fullYear() {
        return batch.equals("year");
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(year, batch, stage, ore, holder), OneLine.amount(amount, unit));
    }
}

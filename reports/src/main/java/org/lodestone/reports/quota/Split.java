package org.lodestone.reports.quota;

import java.util.StringJoiner;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/**
 * A part of a year's quota: the second batch's light ore of one holder, or all of it.
 *
 * @param batch as the dataset writes it: {@code 1}, {@code 1+2}, or {@code year} for the full year
 */
public record Split(String batch, Ore ore, Holder holder) {

    private static final String YEAR = "year";

    /** The full year's quota, for all ores and holders. */
    public static final Split WHOLE = new Split(YEAR, Ore.ALL, Holder.ALL);

    static Split of(Quota quota) {
        return new Split(quota.batch(), quota.ore(), quota.holder());
    }

    /** One batch, for all ores and holders. */
    public static Split of(String batch) {
        return new Split(batch, Ore.ALL, Holder.ALL);
    }

    /** The full year's quota for an ore. */
    public static Split of(Ore ore) {
        return new Split(YEAR, ore, Holder.ALL);
    }

    /** The full year's quota of a holder for an ore. */
    static Split of(Holder holder, Ore ore) {
        return new Split(YEAR, ore, holder);
    }

    /** Whether it is of the whole year rather than of a batch. */
    boolean fullYear() {
        return batch.equals(YEAR);
    }

    /** {@code Full year}, {@code Batch 1} or {@code Batches 1+2}. */
    public String batchName() {
        if (fullYear()) {
            return "Full year";
        }
        return (batch.contains("+") ? "Batches " : "Batch ") + batch;
    }

    /** Holder and ore, where they are not all: {@code China Northern Rare Earth, light ore}. */
    public String holderAndOre(String holderName) {
        StringJoiner words = new StringJoiner(", ");
        if (!holder.equals(Holder.ALL)) {
            words.add(holderName);
        }
        if (ore != Ore.ALL) {
            words.add(ore + " ore");
        }
        return words.toString();
    }

    Key key(Term quota, Period year) {
        return Key.of(
                quota, Subject.of(holderAndOre(holder.name())), year, fullYear() ? Case.NONE : Case.of(batchName()));
    }

    @Override
    public String toString() {
        return OneLine.joined(batch, ore, holder);
    }
}

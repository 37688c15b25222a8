package org.lodestone.core.valuation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * The terms on which a company sells a product: a floor under its price, and a share of what is above a price.
 *
 * <pre>paid = max(P, floor) − min(cap, share · max(0, P − shared from))</pre>
 *
 * @param company id of the seller
 * @param buyer who buys it, or pays what the market does not
 * @param line id of the line of the pipeline whose output is sold
 * @param deck id of the price deck it is measured by
 * @param volume id of the assumption of what it holds for in a year; all that is sold where empty
 * @param floor id of the assumption of the least price; empty where there is none
 * @param sharing what of a high price is given away; empty where all is kept
 * @param from first year in which it holds
 * @param until last year
 * @param inflation id of the assumption of the yearly inflation that its prices lose; empty where they are indexed
 * @param note empty when there is none
 * @param sources ids of the sources
 */
public record Contract(
        String id,
        String company,
        String buyer,
        String line,
        String deck,
        Optional<String> volume,
        Optional<String> floor,
        Optional<Sharing> sharing,
        Period from,
        Period until,
        Optional<String> inflation,
        String note,
        ImmutableList<String> sources) {

    /**
     * A share of a high price, by ids of assumptions.
     *
     * @param from the price from which it is shared
     * @param share the part of what is above that is given away
     * @param cap the most that is given away in a year; empty where that is not limited
     */
    public record Sharing(String from, String share, Optional<String> cap) {

        @Override
        public String toString() {
            return OneLine.of(share, from);
        }
    }

    /** Throws if it ends before it begins, or has neither a floor nor a share. */
    public Contract {
        if (until.last().isBefore(from.first())) {
            throw new IllegalArgumentException("'" + id + "' ends in " + until + ", before it begins in " + from
                    + ". Exchange the two, or correct one.");
        }
        if (floor.isEmpty() && sharing.isEmpty()) {
            throw new IllegalArgumentException(
                    "'" + id
                            + "' has neither a floor nor a share of a high price, so that nothing would follow. Fill floor, or shared_from and shared.");
        }
    }

    /** Whether it holds in a year. */
    public boolean holdsIn(int year) {
        return from.year() <= year && year <= until.year();
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(id, company), buyer, from + " to " + until);
    }
}

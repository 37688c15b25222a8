package org.lodestone.core.forecast;

import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;

/**
 * How supply of one measure meets demand for one material.
 *
 * <pre>balance = supply + (1 − within) · scrap − demand</pre>
 *
 * @param measure id of the measure of supply
 * @param material as the demand table names it
 * @param segment the rows of demand that are the whole
 * @param againstOutlook id of the assumption of how much of the outlook's demand comes; all of it where it is empty
 * @param scrap id of the measure of what is recovered from scrap; empty where nothing is known of it
 * @param scrapFollows id of the assumption of how far scrap grows with demand
 * @param within id of the assumption of the share of scrap that supply has in it already; where it has no value, the share that meets
 *     the anchor
 * @param anchor id of the assumption of a published balance of the first year
 */
public record MarketBalance(
        String id,
        String measure,
        String material,
        String segment,
        Optional<String> againstOutlook,
        Optional<String> scrap,
        Optional<String> scrapFollows,
        Optional<String> within,
        Optional<String> anchor) {

    /** Throws if scrap comes without what says how it grows and how much of it is in supply, or these without scrap. */
    public MarketBalance {
        if (scrap.isPresent() != scrapFollows.isPresent() || scrap.isPresent() != within.isPresent()) {
            throw new IllegalArgumentException("scrap, scrap_follows and within go together: "
                    + (scrap.isPresent()
                            ? "'" + scrap.get() + "' needs the other two. Name their assumptions."
                            : "there is no scrap. Name its measure, or leave the other two empty."));
        }
        if (anchor.isPresent() && scrap.isEmpty()) {
            throw new IllegalArgumentException("'" + anchor.get()
                    + "' settles how much of scrap is in supply, and there is no scrap. Name its measure, or leave anchor"
                    + " empty.");
        }
    }

    @Override
    public String toString() {
        return OneLine.of(id, measure + " against demand for " + material, segment);
    }
}

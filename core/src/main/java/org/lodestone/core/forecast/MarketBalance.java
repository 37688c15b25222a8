package org.lodestone.core.forecast;

import org.lodestone.core.internal.text.OneLine;

/**
 * How supply of one measure meets demand for one material.
 *
 * @param measure id of the measure of supply
 * @param material as the demand table names it
 * @param segment the rows of demand that are the whole
 * @param secondaryFollows id of the assumption of how far secondary supply grows with demand
 * @param secondaryShare id of the assumption of the share of demand it reaches; not available where it only follows
 * @param stocks id of the assumption of the stocks at the start
 */
public record MarketBalance(
        String id,
        String measure,
        String material,
        String segment,
        String secondaryFollows,
        String secondaryShare,
        String stocks) {

    @Override
    public String toString() {
        return OneLine.of(id, measure + " against demand for " + material, segment);
    }
}

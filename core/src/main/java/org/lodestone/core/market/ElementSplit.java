package org.lodestone.core.market;

import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;

/**
 * The part of a deposit's rare-earth oxides that is one oxide.
 *
 * @param share in percent; may be a bound, such as {@code >95}
 * @param derivation the arithmetic of a derived share; empty for others
 */
public record ElementSplit(String deposit, String element, Observation share, String derivation, Citation citation) {

    public ElementSplit {
        share.requireAmount(Unit.PERCENT);
    }
}

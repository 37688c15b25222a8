package org.lodestone.core.company;

import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quantity.Unit;

/**
 * The part of one company that another owns directly.
 *
 * @param owner id of a company, or a plain name
 * @param owned id of a company, or a plain name
 * @param stake in percent
 * @param asOf in its source's words
 */
public record Stake(String owner, String owned, Observation stake, String asOf, Citation citation) {

    public Stake {
        stake.requireAmount(Unit.PERCENT);
    }
}

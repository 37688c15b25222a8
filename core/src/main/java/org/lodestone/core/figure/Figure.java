package org.lodestone.core.figure;

import org.lodestone.core.chain.Measure;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * A figure of a place and a period, as an edition printed it.
 *
 * @param outlook the case it holds in ({@code IEA base case}), empty for what was observed
 * @param edition the id of its edition, empty where it belongs to none
 * @param revision the revision within the edition ({@code v1.3}), empty where there is one only
 * @param line where it stands in its file
 */
public record Figure(
        Measure measure,
        Place place,
        Period period,
        String outlook,
        String edition,
        String revision,
        Observation value,
        Unit unit,
        Citation citation,
        int line) {}

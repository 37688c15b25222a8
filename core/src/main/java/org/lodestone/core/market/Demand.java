package org.lodestone.core.market;

import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * The amount of a material that a use takes, observed or in an outlook's case.
 *
 * @param segment the use, such as {@code Wind}
 * @param scenarioCase {@code observed}, or the outlook's case, such as {@code STEPS}
 * @param value below zero only where the segment is a balance
 */
public record Demand(
        String material,
        String segment,
        Period period,
        String scenarioCase,
        Observation value,
        Unit unit,
        Citation citation) {

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(material, segment, period, scenarioCase), OneLine.amount(value, unit));
    }
}

package org.lodestone.core.project;

import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * The output that a project made or sold in a period.
 *
 * @param output what is counted, such as {@code NdPr oxide production}
 * @param derivation the arithmetic of a derived value; empty for others
 */
public record ProjectOutput(
        String project,
        Period period,
        String output,
        Observation value,
        Unit unit,
        String derivation,
        Citation citation) {

    /** Throws if the value is below zero. */
    public ProjectOutput {
        value.requireAmount(unit);
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(project, output, period), OneLine.amount(value, unit));
    }
}

package org.lodestone.core.project;

import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;

/**
 * The reserve in the ground at a project, as one statement put it.
 *
 * @param project name of the project or deposit
 * @param operator empty when not stated
 * @param category such as {@code ore reserve (JORC 2012)}; a resource is not a reserve
 * @param asOf in its source's words
 * @param tonnage of ore, in {@code tonnageUnit}
 * @param tonnageUnit of the tonnage, such as {@code Mt ore}; there wherever a tonnage is
 * @param gradePct the part of the ore that is rare-earth oxides, in percent
 * @param containedReo in t REO
 */
public record ProjectReserve(
        String project,
        String operator,
        String category,
        String asOf,
        Optional<Observation> tonnage,
        Optional<Unit> tonnageUnit,
        Optional<Observation> gradePct,
        Optional<Observation> containedReo,
        Citation citation) {

    /** Throws if a tonnage has no unit. */
    public ProjectReserve {
        if (tonnage.isPresent() && tonnageUnit.isEmpty()) {
            throw new IllegalArgumentException("'" + tonnage.get() + "' as tonnage of " + project + " needs a unit.");
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(project, category, asOf),
                tonnage.map(ore -> OneLine.amount(ore, tonnageUnit.orElseThrow())),
                containedReo.map(reo -> reo + " t REO"));
    }
}

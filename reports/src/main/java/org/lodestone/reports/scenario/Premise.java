package org.lodestone.reports.scenario;

import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;

/**
 * An assumption, or one step of it, whatever its value in each scenario.
 *
 * @param step 1, 2, 3 of a list; 0 for a single value
 */
public record Premise(String id, int step, String name, Unit unit, Period period) {

    static Premise of(Assumption assumption) {
        return new Premise(
                assumption.id(), assumption.step(), assumption.name(), assumption.unit(), assumption.period());
    }

    /** The name, and which step it is: {@code Ramp of a new mine: year 2}. */
    public String words() {
        return step == 0 ? name : name + ": year " + step;
    }

    boolean isOf(Assumption assumption) {
        return id.equals(assumption.id()) && step == assumption.step();
    }
}

package org.lodestone.reports.scenario;

import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;

/**
 * An assumption, or one step or one year of it, whatever its value in each scenario.
 *
 * @param year the one year for which it holds; empty for all that have no value of their own
 * @param step 1, 2, 3 of a list; 0 for a single value
 * @param period when it applies
 */
public record Premise(String id, Optional<Period> year, int step, String name, Unit unit, Period period) {

    static Premise of(Assumption assumption) {
        return new Premise(
                assumption.id(),
                Optional.empty(),
                assumption.step(),
                assumption.name(),
                assumption.unit(),
                assumption.period());
    }

    /** The same assumption in one year. */
    Premise in(Period one) {
        return new Premise(id, Optional.of(one), step, name, unit, one);
    }

    /** The name, and which step or year it is: {@code Ramp of a new mine: year 2}, {@code Growth of the quota, 2027}. */
    public String words() {
        return year.map(one -> name + ", " + one).orElse(step == 0 ? name : name + ": year " + step);
    }

    /** Whether a year is one of those when it applies. */
    boolean applies(Period one) {
        return !one.first().isBefore(period.first()) && !one.last().isAfter(period.last());
    }

    boolean isOf(Assumption assumption) {
        return id.equals(assumption.id()) && year.equals(assumption.year()) && step == assumption.step();
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(id, year), name, unit);
    }
}

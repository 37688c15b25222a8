package org.lodestone.core.valuation;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A mine or plant that runs, valued by what it makes and what a kilogram costs it.
 *
 * <pre>
 * q(t)      = what it makes today + ramp(t) · what is new, until the reserves end
 * EBITDA(t) = q · paid(P(t)) − q · cost(t) − fixed cost(t) + other earnings(t)
 * </pre>
 *
 * <p>In the year in which the reserves end, the fixed cost is that of the part of the year it runs.
 *
 * @param cost id of the assumption of the cost that goes with each kilogram, other products netted, by year
 * @param fixedCost id of the assumption of the cost of a year whatever is made; none where empty
 * @param other id of the assumption of earnings that do not hang on the price, by year; none where empty
 * @param capex id of the assumption of what is spent on plant, by year
 * @param writeOff id of the assumption of what is written off for tax, by year
 * @param reserves id of the assumption of the product that is left to be made; without end where empty
 * @param life id of the assumption of the years for which it runs from the first whose cash counts
 */
public record ValuedOperation(
        Valued valued,
        String cost,
        Optional<String> fixedCost,
        Optional<String> other,
        String capex,
        String writeOff,
        Optional<String> reserves,
        String life) {

    /** The ids of those of which the value of each year is taken. */
    public Stream<String> takenByYear() {
        return Stream.concat(
                Stream.of(cost, capex, writeOff), Stream.of(fixedCost, other).flatMap(Optional::stream));
    }

    @Override
    public String toString() {
        return valued.toString();
    }
}

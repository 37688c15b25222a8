package org.lodestone.core.figure;

import org.lodestone.core.quantity.Unit;

/**
 * A builder of what has a value in a unit.
 *
 * @param <B> the builder itself
 */
public interface Valued<B extends Valued<B>> {

    /** The number as its source prints it; or a bound, a range, or the reason why there is none. */
    B value(Observation value);

    /** The unit of the value, with its basis: {@code t REO}. */
    B unit(Unit unit);

    /** The value and its unit as they are printed: {@code "270,000"}, {@code "t REO"}. */
    default B value(String printed, String unit) {
        return value(Observation.parse(printed)).unit(Unit.parse(unit));
    }
}

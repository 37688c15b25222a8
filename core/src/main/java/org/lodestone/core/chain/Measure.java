package org.lodestone.core.chain;

import java.util.Locale;
import org.lodestone.core.quantity.Unit;

/**
 * A way to count what happens at a stage: {@code mine production}, in {@code t REO}.
 *
 * @param stage id of the stage
 * @param unit the unit it is shown in; its figures may differ in scale, never in basis
 */
public record Measure(String id, String name, String stage, Kind kind, Unit unit, String description) {

    /** What is counted. */
    public enum Kind {
        RESERVES,
        PRODUCTION,
        CAPACITY,
        SHARE,
        DEMAND;

        /** As a dataset writes it: {@code reserves}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** {@code figure} itself; refuses a unit on another basis. */
    public Unit requireUnit(Unit figure) {
        if (!figure.comparableWith(unit)) {
            throw new IllegalArgumentException("'" + figure + "' is not what " + id + " is measured in, which is '"
                    + unit + "'. Amounts on different bases do not add: declare a measure of its own.");
        }
        return figure;
    }
}

package org.lodestone.core.chain;

import org.lodestone.core.quantity.Unit;

/** What is measured at a stage, and in what: mine production in t REO. */
public record Measure(String id, String name, String stage, Kind kind, Unit unit, String description) {

    /** What kind of amount a measure is. */
    public enum Kind {
        RESERVES,
        PRODUCTION,
        CAPACITY,
        /** A share that a source prints without the amounts behind it. */
        SHARE,
        DEMAND
    }
}

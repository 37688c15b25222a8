package org.lodestone.core.chain;

import java.util.Locale;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;

/**
 * A way to count what happens at a stage: {@code mine production}, in {@code t REO}.
 *
 * @param stage id of the stage; empty for a statistic that is of no stage in particular
 * @param unit the unit it is shown in; its figures may differ in scale, never in basis
 */
public record Measure(String id, String name, String stage, Kind kind, Unit unit, String description) {

    /** The kind of a measure. */
    public enum Kind {
        /** Deposits in the ground that could be mined at a profit when they were counted: a stock, not an output. */
        RESERVES,
        /** The output of a stage in a period. */
        PRODUCTION,
        /**
         * The most that a stage could make in a year, by the nameplates of its plants; what it made is {@link
         * #PRODUCTION}.
         */
        CAPACITY,
        /** A share, in percent, that a source prints without the amounts behind it. */
        SHARE,
        /** The use of a stage's product in a period. */
        DEMAND,
        /** Other published statistics of a country: trade, consumption, prices, stocks, reliance on imports. */
        STATISTIC;

        /** The word in a dataset: {@code reserves}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Throws if it is measured at no stage and is not a {@link Kind#STATISTIC}, or if it is a {@link Kind#SHARE} and not in percent. */
    public Measure {
        if (stage.isEmpty() && kind != Kind.STATISTIC) {
            throw new IllegalArgumentException(
                    "'" + name + "' is measured at no stage. Name the one at which its " + kind + " is counted.");
        }
        if (kind == Kind.SHARE && !unit.toString().equals("%")) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a share in '" + unit + "'. Give it in %, or choose another kind.");
        }
    }

    /** Whether it counts what a stage makes, or could make. */
    public boolean isOfOutput() {
        return kind == Kind.PRODUCTION || kind == Kind.CAPACITY;
    }

    /** {@code figure} itself; refuses a unit on another basis. */
    public Unit requireUnit(Unit figure) {
        if (!figure.comparableWith(unit)) {
            throw new IllegalArgumentException("'" + figure + "' is not what " + id + " is measured in, which is '"
                    + unit + "'. Amounts on different bases do not add: declare a measure of its own.");
        }
        return figure;
    }

    @Override
    public String toString() {
        return OneLine.of(name, unit, stage);
    }
}

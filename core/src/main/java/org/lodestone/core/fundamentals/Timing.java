package org.lodestone.core.fundamentals;

import java.util.Locale;

/** Whether a fact runs over a period, as revenue does, or is as of a day, as assets are. */
public enum Timing {
    /** Over a period: revenue, net profit. */
    PERIOD,
    /** A state on a day: total assets, the number of shares. */
    DAY;

    /** The word in a mapping: {@code day}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.lodestone.core.figure;

import java.util.Locale;

/** How a source knows a number. */
public enum How {
    /** Printed by the source as its own number. */
    REPORTED,
    /** Rounded by the press. */
    ROUNDED,
    /** Calculated from other numbers; the arithmetic is kept beside it. */
    DERIVED,
    /** Expected by the source for a time still to come, such as a consensus of earnings. */
    FORECAST,
    /** Told by somebody who read it elsewhere. */
    SECOND_HAND;

    /** The word in a dataset: {@code second-hand}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

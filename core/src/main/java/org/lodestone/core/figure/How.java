package org.lodestone.core.figure;

import java.util.Locale;

/** How a source came to print a figure, as far as is known. */
public enum How {
    REPORTED,
    /** Rounded by the press. */
    ROUNDED,
    /** Worked out from other printed figures; the arithmetic is in the remark. */
    DERIVED,
    FORECAST,
    SECOND_HAND;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

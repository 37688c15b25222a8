package org.lodestone.core.figure;

import java.util.Locale;

/** How close a source is to the fact. */
public enum Reliability {
    /** A note, filing, notice or press page was read. */
    READ,
    /** Forum, digest or second-hand: never stands alone unmarked. */
    SECONDARY;

    /** The word in a dataset: {@code secondary}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

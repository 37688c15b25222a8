package org.lodestone.core.screen;

import java.util.Locale;

/** Which end of a criterion is good. */
public enum Direction {
    /** More is better. */
    HIGHER,
    /** Less is better. */
    LOWER;

    /** The word in a dataset: {@code lower}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package org.lodestone.core.figure;

import java.util.Locale;

/** Whether the source itself was read, or only somebody's account of it. */
public enum Reliability {
    READ,
    /** A forum, a digest, second-hand. Shown as such wherever the figure stands. */
    SECONDARY;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

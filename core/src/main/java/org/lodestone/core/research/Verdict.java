package org.lodestone.core.research;

import java.util.Locale;

/** The result of recomputing a claim. */
public enum Verdict {
    /** The dataset gives the number that is printed. */
    REPRODUCED,
    /** Only from amounts before their rounding. */
    REPRODUCED_FROM_UNROUNDED,
    /** The dataset gives another number. */
    NOT_REPRODUCED,
    /** A figure that it needs is not published. */
    NOT_CHECKABLE,
    /** True in its edition, no longer in a newer one. */
    OVERTAKEN;

    /** The word in a dataset: {@code not-reproduced}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The words that a reader sees: {@code not reproduced}. */
    public String inWords() {
        return toString().replace('-', ' ');
    }
}

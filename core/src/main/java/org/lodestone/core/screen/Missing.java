package org.lodestone.core.screen;

import java.util.Locale;

/** The treatment of a company of which a criterion is not known. It never counts as zero unless that is said. */
public enum Missing {
    /** It is not ranked, but shown apart, with what is missing and the interval its score could take. */
    PROVISIONAL,
    /** It gets the middle: 0.5 of a score from 0 to 1, 0 of a z-score. */
    NEUTRAL,
    /** It gets the worst score there is. */
    WORST,
    /**
     * The criterion does not count for it: the others of its level have its weight, or where none of those is known, what is
     * beside the level.
     */
    LEFT_OUT;

    /** The word in a dataset: {@code left-out}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

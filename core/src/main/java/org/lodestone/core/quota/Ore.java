package org.lodestone.core.quota;

import java.util.Locale;

/** The ore that a mining quota is for. */
public enum Ore {
    /** Every ore: a quota of both kinds together, or one that is not split by ore. */
    ALL,
    /** Rock-type, mostly light rare earths. */
    LIGHT,
    /** Ionic clays, the source of most heavy rare earths. */
    IONIC;

    /** The word in a dataset: {@code ionic}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

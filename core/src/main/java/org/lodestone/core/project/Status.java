package org.lodestone.core.project;

import java.util.Locale;

/** How far a project has come. */
public enum Status {
    /** In production. */
    OPERATING,
    /** In production, and on the way up to its capacity. */
    RAMPING,
    /** Built, and being started up. */
    COMMISSIONING,
    /** More capacity at a site that is already in production. */
    EXPANSION,
    /** Being built. */
    CONSTRUCTION,
    /** Being studied, permitted or financed; not yet being built. */
    DEVELOPMENT,
    /** Announced, without work on it so far. */
    PLANNED,
    /** Put off beyond the date that was announced. */
    DELAYED;

    /** The word in a dataset: {@code operating}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package org.lodestone.core.project;

import java.util.Locale;

/** How far a project has come. */
public enum Status {
    OPERATING,
    RAMPING,
    COMMISSIONING,
    EXPANSION,
    CONSTRUCTION,
    DEVELOPMENT,
    PLANNED,
    DELAYED;

    /** As a dataset writes it: {@code operating}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

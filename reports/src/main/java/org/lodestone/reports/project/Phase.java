package org.lodestone.reports.project;

import org.lodestone.core.project.Status;

/**
 * The meaning of a status for tonnes: they are there, they are being built, or somebody means to build them. An expansion is
 * apart, since its capacity may include what runs already.
 */
public enum Phase {
    /** In operation, ramping up included. */
    OPERATING("Operating"),
    /** In operation, and being expanded. */
    EXPANDING("Expanding"),
    /** Under construction, or being commissioned. */
    BUILDING("Being built"),
    /** Intended: planned, in development, or delayed. */
    PLANNED("Planned");

    private final String words;

    Phase(String words) {
        this.words = words;
    }

    /** A line that is ramping up counts as operating, one that is delayed as planned. */
    public static Phase of(Status status) {
        return switch (status) {
            case OPERATING, RAMPING -> OPERATING;
            case EXPANSION -> EXPANDING;
            case COMMISSIONING, CONSTRUCTION -> BUILDING;
            case DEVELOPMENT, PLANNED, DELAYED -> PLANNED;
        };
    }

    /** In words: {@code Being built}. */
    @Override
    public String toString() {
        return words;
    }
}

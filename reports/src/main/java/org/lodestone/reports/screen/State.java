package org.lodestone.reports.screen;

/** The outcome of a screen for one company. */
public enum State {
    /** It has a score and a rank. */
    RANKED,
    /** Too little is known of it: it has an interval for a score, and no rank. */
    PROVISIONAL,
    /** A filter stopped it. */
    FILTERED_OUT
}

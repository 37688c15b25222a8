package org.lodestone.reports.screen;

/** What a screen makes of a company. */
public enum State {
    /** It has a score and a rank. */
    RANKED,
    /** Too little is known of it: it has an interval for a score, and no rank. */
    PROVISIONAL,
    /** A filter stopped it. */
    FILTERED_OUT
}

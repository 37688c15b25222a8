package org.lodestone.reports.robustness;

import org.lodestone.core.internal.text.OneLine;

/**
 * A change of the weight of one criterion, to or from which all others give or take in proportion to theirs.
 *
 * @param from the weight now, as a share of all
 * @param to the weight after the change
 */
public record ProportionalChange(String criterion, double from, double to) {

    /** By how much all weights change altogether: what this one gains, the others lose. */
    public double size() {
        return 2 * Math.abs(to - from);
    }

    @Override
    public String toString() {
        return OneLine.of(criterion, "weight " + OneLine.number(from) + " to " + OneLine.number(to));
    }
}

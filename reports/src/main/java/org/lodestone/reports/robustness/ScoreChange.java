package org.lodestone.reports.robustness;

import org.lodestone.core.internal.text.OneLine;

/** A rise of the normalised score of a company under one criterion, while all other scores stay as they are. */
public record ScoreChange(String criterion, double from, double to) {

    /** The amount by which the score rises. */
    public double size() {
        return to - from;
    }

    @Override
    public String toString() {
        return OneLine.of(criterion, "score " + OneLine.number(from) + " to " + OneLine.number(to));
    }
}

package org.lodestone.reports.screen;

import static com.google.common.base.Preconditions.checkArgument;

/** Where the score of a company lies, whatever the facts that are missing turn out to be. */
public record Interval(double worst, double best) {
    /** Throws if the worst is above the best. */
    public Interval {
        checkArgument(worst <= best, "No score lies between %s and %s.", worst, best);
    }
}

package org.lodestone.reports.screen;

/**
 * The line on which the values of a criterion lie over their scores, before these are turned where less is better.
 *
 * <pre>value = from + step · score</pre>
 *
 * @param from the lowest value, or of z-scores the mean
 * @param step the range of values, or of z-scores their deviation; zero where all are equal, which says nothing of who is better
 */
record Scaling(double from, double step) {

    /** No line: nobody has a value, or scores are ranks, follow goalposts or a rule of a user's own. */
    static final Scaling NONE = new Scaling(Double.NaN, Double.NaN);

    boolean isAllEqual() {
        return step == 0;
    }
}

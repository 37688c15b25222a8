package org.lodestone.reports.screen;

/**
 * The amount that a criterion adds to the score of a company. All of a company add up to its score.
 *
 * @param of name of the criterion, or {@link #IMBALANCE}
 */
public record Contribution(String of, double amount) {

    /**
     * The name for the amount that a geometric or harmonic mean takes off the arithmetic one, since strength in one criterion does
     * not make up for weakness in another; zero or less.
     */
    public static final String IMBALANCE = "imbalance";
}

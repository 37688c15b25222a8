package org.lodestone.reports.benefit;

import java.util.Arrays;

/**
 * The value of knowing a fact before choosing.
 *
 * <pre>mean over draws of the best payoff − best of the mean payoffs</pre>
 *
 * <p>What the best choice gains, on average, if it may wait for the fact: Raiffa and Schlaifer, <em>Applied Statistical Decision Theory</em>
 * (1961). For a normal gain with mean μ and deviation σ against nothing it is σ·φ(μ/σ) − |μ|·Φ(−|μ|/σ).
 */
final class ValueOfFact {

    private ValueOfFact() {}

    /**
     * The value of a fact that is drawn.
     *
     * @param payoffs of each choice, in each draw of the fact: {@code payoffs[draw][choice]}
     */
    static double of(double[][] payoffs) {
        int choices = payoffs[0].length;
        double[] sums = new double[choices];
        double best = 0;
        for (double[] draw : payoffs) {
            best += Arrays.stream(draw).max().orElseThrow();
            for (int i = 0; i < choices; i++) {
                sums[i] += draw[i];
            }
        }
        return (best - Arrays.stream(sums).max().orElseThrow()) / payoffs.length;
    }
}

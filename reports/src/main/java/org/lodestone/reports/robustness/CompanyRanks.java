package org.lodestone.reports.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import org.lodestone.core.internal.text.OneLine;

/**
 * The ranks of a company over many draws of weights.
 *
 * @param times in how many draws it had each rank, rank 1 first
 * @param centralWeights the mean of the weights with which it comes first, by criterion: what somebody who puts it first
 *     would typically have in mind. Empty where it never comes first.
 */
public record CompanyRanks(
        String company, int draws, ImmutableIntArray times, ImmutableMap<String, Double> centralWeights) {

    /** The rank acceptability: the share of draws in which it has a rank, from 1. */
    public double share(int rank) {
        check(rank);
        return (double) times.get(rank - 1) / draws;
    }

    /** The share of draws in which it has this rank or a better one. */
    public double shareWithin(int rank) {
        check(rank);
        return (double) times.subArray(0, rank).stream().asLongStream().sum() / draws;
    }

    /** The mean rank. */
    public double expectedRank() {
        double sum = 0;
        for (int i = 0; i < times.length(); i++) {
            sum += (i + 1.0) * times.get(i);
        }
        return sum / draws;
    }

    /** The best rank it had in any draw. */
    public int bestRank() {
        int rank = 1;
        while (times.get(rank - 1) == 0) {
            rank++;
        }
        return rank;
    }

    /** The worst rank it had in any draw. */
    public int worstRank() {
        int rank = times.length();
        while (times.get(rank - 1) == 0) {
            rank--;
        }
        return rank;
    }

    private void check(int rank) {
        checkArgument(
                rank >= 1 && rank <= times.length(),
                "Among %s companies there is no rank %s. Ranks begin at 1.",
                times.length(),
                rank);
    }

    @Override
    public String toString() {
        return OneLine.of(company, "first in " + OneLine.percent(share(1)) + " of " + OneLine.count(draws, "draw"));
    }
}

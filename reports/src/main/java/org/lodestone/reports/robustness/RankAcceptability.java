package org.lodestone.reports.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.primitives.ImmutableIntArray;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.screen.ScoreTable;

/**
 * How often each company takes each rank when the weights are drawn at random: stochastic multicriteria acceptability
 * analysis (SMAA-2).
 *
 * <p>With N draws the standard error of a share is at most 0.5 / √N: half a percent for 10,000.
 *
 * @param companies in the order of the table
 */
public record RankAcceptability(WeightRange range, long seed, int draws, ImmutableList<CompanyRanks> companies) {

    /**
     * Draws weights and ranks the companies with them, many times over. The same seed gives the same result, bit for bit,
     * with any number of threads. Each thread needs a count for every company and rank.
     *
     * @param draws 10,000 is usual
     */
    public static RankAcceptability of(ScoreTable table, WeightRange range, long seed, int draws, int threads) {
        int[] order = Ranking.of(table).order();
        RankCounter counts = RankCounter.sum(
                ScoreDraws.run(draws, threads, () -> new RankCounter(table, order, range, seed, draws)));
        CompanyRanks[] ranks = new CompanyRanks[order.length];
        for (int place = 0; place < order.length; place++) {
            ImmutableIntArray times = ImmutableIntArray.copyOf(counts.times(place));
            ranks[order[place]] = new CompanyRanks(
                    table.companies().get(order[place]), draws, times, centralWeights(table, range, counts, place));
        }
        return new RankAcceptability(range, seed, draws, ImmutableList.copyOf(ranks));
    }

    private static ImmutableMap<String, Double> centralWeights(
            ScoreTable table, WeightRange range, RankCounter counts, int place) {
        int first = counts.times(place)[0];
        if (first == 0) {
            return ImmutableMap.of();
        }
        double[] means = new double[table.criteria().size()];
        int[] criteria = WeightDraws.criteria(table, range);
        for (int j = 0; j < criteria.length; j++) {
            means[criteria[j]] = counts.firstWeight(place, j) / first;
        }
        return table.byCriterion(means);
    }

    @Override
    public String toString() {
        return OneLine.of(range, OneLine.count(draws, "draw"), "seed " + seed, OneLine.count(companies, "company"));
    }

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
}

package org.lodestone.reports.robustness;

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
        ImmutableMap.Builder<String, Double> weights = ImmutableMap.builder();
        for (int j = 0; j < means.length; j++) {
            weights.put(table.criteria().get(j), means[j]);
        }
        return weights.buildOrThrow();
    }

    @Override
    public String toString() {
        return OneLine.of(range, OneLine.count(draws, "draw"), "seed " + seed, OneLine.count(companies, "company"));
    }
}

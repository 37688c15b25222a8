package org.lodestone.reports.robustness;

import java.util.Arrays;
import java.util.List;
import org.lodestone.reports.screen.ScoreTable;

/**
 * Counts how often each company takes each rank, and adds up the weights with which it comes first.
 *
 * <p>All sums are of whole numbers, so they do not depend on which thread made which draws.
 */
final class RankCounter extends ScoreDraws {

    /** Weights are added up in units of 2<sup>−31</sup>: the sum fits into a long for any number of draws. */
    static final double WEIGHT_UNITS = 0x1p31;

    private final int companies;
    private final int criteria;
    private final BucketOrder order;
    private final int[] times;
    private final long[] firstWeights;

    /** @param companies in about the order of their scores, for speed */
    RankCounter(ScoreTable table, int[] companies, WeightRange range, long seed, int draws) {
        super(table, companies, range, seed, draws);
        this.companies = companies.length;
        this.criteria = WeightDraws.criteria(table, range).length;
        this.order = new BucketOrder(companies.length);
        this.times = new int[Math.multiplyExact(companies.length, companies.length)];
        this.firstWeights = new long[companies.length * criteria];
    }

    @Override
    void count(double[] weights, double[] scores) {
        order.sort(scores);
        int[] places = order.places();
        double[] sorted = order.sorted();
        int rank = 0;
        for (int i = 0; i < companies; i++) {
            if (sorted[i] != sorted[rank]) {
                rank = i;
            }
            times[places[i] * companies + rank]++;
        }
        for (int i = 0; i < companies && sorted[i] == sorted[0]; i++) {
            addFirst(places[i], weights);
        }
    }

    private void addFirst(int company, double[] weights) {
        for (int j = 0; j < criteria; j++) {
            firstWeights[company * criteria + j] += Math.round(weights[j] * WEIGHT_UNITS);
        }
    }

    /** Adds the counts of the others to the first, and returns it. */
    static RankCounter sum(List<RankCounter> counters) {
        RankCounter sum = counters.get(0);
        for (RankCounter other : counters.subList(1, counters.size())) {
            for (int i = 0; i < sum.times.length; i++) {
                sum.times[i] += other.times[i];
            }
            for (int i = 0; i < sum.firstWeights.length; i++) {
                sum.firstWeights[i] += other.firstWeights[i];
            }
        }
        return sum;
    }

    /** How often the company at a place took each rank. */
    int[] times(int place) {
        return Arrays.copyOfRange(times, place * companies, (place + 1) * companies);
    }

    /** The sum of a criterion's weights over the draws in which the company at a place came first. */
    double firstWeight(int place, int criterion) {
        return firstWeights[place * criteria + criterion] / WEIGHT_UNITS;
    }
}

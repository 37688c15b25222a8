package org.lodestone.reports.robustness;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.lodestone.reports.screen.ScoreTable;

/**
 * The number of ranks that companies are, on average, away from where the screen has them, as a function of evenly drawn numbers of
 * which weights are made.
 *
 * <pre>shift = Σ |rank with drawn weights − rank with given weights| / companies</pre>
 *
 * <p>The handbook of OECD and JRC, step 7, calls it the average shift in ranking. Each thread has one.
 */
final class MeanRankShift implements ToDoubleFunction<double[]> {

    private final WeightRange range;
    private final double[] given;
    private final int[] ranks;
    private final Scorer scorer;
    private final BucketOrder order;
    private final double[] scores;

    MeanRankShift(ScoreTable table, WeightRange range) {
        Ranking ranking = Ranking.of(table);
        int[] companies = ranking.order();
        int[] criteria = WeightDraws.criteria(table, range);
        this.range = range;
        this.given = Arrays.stream(criteria).mapToDouble(table::weight).toArray();
        this.ranks = Arrays.stream(companies).map(ranking.ranks()::get).toArray();
        this.scorer = new Scorer(table, companies, criteria);
        this.order = new BucketOrder(companies.length);
        this.scores = new double[companies.length];
    }

    @Override
    public double applyAsDouble(double[] evenlyDrawn) {
        double[] raw = new double[given.length];
        for (int j = 0; j < raw.length; j++) {
            raw[j] = WeightDraws.raw(range, given[j], evenlyDrawn[j]);
        }
        double sum = Arrays.stream(raw).sum();
        scorer.score(Arrays.stream(raw).map(weight -> weight / sum).toArray(), scores);
        order.sort(scores);
        return shift();
    }

    private double shift() {
        double[] sorted = order.sorted();
        int[] places = order.places();
        int rank = 0;
        long shift = 0;
        for (int i = 0; i < places.length; i++) {
            if (sorted[i] != sorted[rank]) {
                rank = i;
            }
            shift += Math.abs(rank + 1 - ranks[places[i]]);
        }
        return (double) shift / places.length;
    }
}

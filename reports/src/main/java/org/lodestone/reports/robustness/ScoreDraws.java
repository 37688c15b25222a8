package org.lodestone.reports.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.lodestone.reports.internal.thread.Blocks;
import org.lodestone.reports.screen.ScoreTable;
import org.lodestone.reports.simulation.DriverDraws;

/** Draws weights and scores all companies with them, a block of draws at a time. Each thread has one. */
abstract class ScoreDraws implements IntConsumer {

    private final WeightDraws weightDraws;
    private final Scorer scorer;
    private final int draws;
    private final double[] weights;
    private final double[] scores;

    ScoreDraws(ScoreTable table, int[] companies, WeightRange range, long seed, int draws) {
        int[] criteria = WeightDraws.criteria(table, range);
        this.weightDraws = new WeightDraws(table, range, seed);
        this.scorer = new Scorer(table, companies, criteria);
        this.draws = draws;
        this.weights = new double[criteria.length];
        this.scores = new double[companies.length];
    }

    /** Has some draws made by any number of threads. */
    static <W extends IntConsumer> ImmutableList<W> run(int draws, int threads, Supplier<W> worker) {
        checkArgument(draws >= 1, "There must be at least one draw, not %s.", draws);
        return Blocks.workOut((draws - 1) / DriverDraws.BLOCK + 1, threads, worker);
    }

    /**
     * Counts what one draw gives. The arrays are used again for the next.
     *
     * @param weights of the {@linkplain WeightDraws#criteria criteria that can have one}
     * @param scores of all companies
     */
    abstract void count(double[] weights, double[] scores);

    @Override
    public final void accept(int block) {
        int n = Math.min(DriverDraws.BLOCK, draws - block * DriverDraws.BLOCK);
        double[][] drawn = weightDraws.draw(block, n);
        for (int draw = 0; draw < n; draw++) {
            for (int j = 0; j < weights.length; j++) {
                weights[j] = drawn[j][draw];
            }
            scorer.score(weights, scores);
            count(weights, scores);
        }
    }
}

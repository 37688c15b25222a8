package org.lodestone.reports.robustness;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.lodestone.reports.screen.ScoreTable;

/** Counts in how many draws each company scores above each other. */
final class WinCounter implements IntConsumer {

    private final ScoreDraws scoreDraws;
    private final int[][] wins;

    WinCounter(ScoreTable table, WeightRange range, long seed, int draws) {
        int[] companies = IntStream.range(0, table.companies().size()).toArray();
        this.scoreDraws = new ScoreDraws(table, companies, range, seed, draws, this::count);
        this.wins = new int[companies.length][companies.length];
    }

    @Override
    public void accept(int block) {
        scoreDraws.accept(block);
    }

    private void count(double[] weights, double[] scores) {
        for (int i = 0; i < scores.length; i++) {
            int[] over = wins[i];
            double score = scores[i];
            for (int j = 0; j < scores.length; j++) {
                over[j] += score > scores[j] ? 1 : 0;
            }
        }
    }

    /** In how many of all draws a company scored above each other. */
    static int[] sum(List<WinCounter> counters, int company) {
        int[] sum = new int[counters.get(0).wins.length];
        for (WinCounter counter : counters) {
            for (int j = 0; j < sum.length; j++) {
                sum[j] += counter.wins[company][j];
            }
        }
        return sum;
    }
}

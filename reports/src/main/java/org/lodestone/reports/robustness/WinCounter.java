package org.lodestone.reports.robustness;

import java.util.List;
import java.util.stream.IntStream;
import org.lodestone.reports.screen.ScoreTable;

/** Counts in how many draws each company scores above each other. */
final class WinCounter extends ScoreDraws {

    private final int[][] wins;

    WinCounter(ScoreTable table, WeightRange range, long seed, int draws) {
        super(table, IntStream.range(0, table.companies().size()).toArray(), range, seed, draws);
        this.wins = new int[table.companies().size()][table.companies().size()];
    }

    @Override
    void count(double[] weights, double[] scores) {
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

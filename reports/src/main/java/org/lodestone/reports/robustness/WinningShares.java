package org.lodestone.reports.robustness;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.screen.ScoreTable;

/**
 * How often one company scores above another when the weights are drawn at random.
 *
 * @param companies in the order of the table
 * @param wins for each company, in how many draws it scored above each
 */
public record WinningShares(
        WeightRange range,
        long seed,
        int draws,
        ImmutableList<String> companies,
        ImmutableList<ImmutableIntArray> wins) {

    /**
     * Draws weights and compares all companies with each other. The draws are those of {@link RankAcceptability#of} with
     * the same range and seed, and as there, the number of threads changes nothing.
     */
    public static WinningShares of(ScoreTable table, WeightRange range, long seed, int draws, int threads) {
        ImmutableList<WinCounter> counters =
                ScoreDraws.run(draws, threads, () -> new WinCounter(table, range, seed, draws));
        ImmutableList<ImmutableIntArray> wins = IntStream.range(
                        0, table.companies().size())
                .mapToObj(i -> ImmutableIntArray.copyOf(WinCounter.sum(counters, i)))
                .collect(toImmutableList());
        return new WinningShares(range, seed, draws, table.companies(), wins);
    }

    /** The share of draws in which the first company scores above the second, a tie counting half. */
    public double share(int first, int second) {
        double lead = (double) wins.get(first).get(second) - wins.get(second).get(first);
        return 0.5 + 0.5 * lead / draws;
    }

    @Override
    public String toString() {
        return OneLine.of(range, OneLine.count(draws, "draw"), "seed " + seed, OneLine.count(companies, "company"));
    }
}

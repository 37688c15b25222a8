package org.lodestone.reports.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.screen.ScoreTable;

/**
 * The companies of a screen with their scores and ranks.
 *
 * <p>Rank 1 is the best. Scores that are equal when rounded to {@value ScoreTable#DECIMALS} decimals share a rank, and the
 * next ranks are left out: 1, 2, 2, 4. A sheet says the same with {@code RANK} over scores in {@code ROUND(…,9)}.
 *
 * @param companies in the order of the table, as are scores and ranks
 */
public record Ranking(ImmutableList<String> companies, ImmutableDoubleArray scores, ImmutableIntArray ranks) {

    /** Ranks the companies with the weights of the table. */
    public static Ranking of(ScoreTable table) {
        double[] scores = table.total();
        return new Ranking(
                table.companies(),
                ImmutableDoubleArray.copyOf(scores),
                ImmutableIntArray.copyOf(ScoreTable.ranks(scores)));
    }

    /** The companies as the screen would list them: the best first, those of the same rank in the order of the table. */
    public ImmutableList<String> inOrder() {
        return Arrays.stream(order()).mapToObj(companies::get).collect(ImmutableList.toImmutableList());
    }

    /** The numbers of the companies in the order of their ranks. */
    int[] order() {
        return IntStream.range(0, companies.size())
                .boxed()
                .sorted(Comparator.comparingInt(ranks::get))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    @Override
    public String toString() {
        return OneLine.of("ranking", companies);
    }
}

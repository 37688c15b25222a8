package org.lodestone.reports.robustness;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableDoubleArray;
import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.lodestone.reports.screen.ScoreTable;

/**
 * The companies of a screen with their scores and ranks.
 *
 * <p>Rank 1 is the best. Scores that are equal when rounded to {@value #DIGITS} decimals share a rank, and the next ranks
 * are left out: 1, 2, 2, 4. A sheet says the same with {@code RANK} over scores in {@code ROUND(…,9)}.
 *
 * @param companies in the order of the table, as are scores and ranks
 */
public record Ranking(ImmutableList<String> companies, ImmutableDoubleArray scores, ImmutableIntArray ranks) {

    /** The decimals of a score that count. */
    public static final int DIGITS = 9;

    /** Ranks the companies with the weights of the table. */
    public static Ranking of(ScoreTable table) {
        return of(table.companies(), table.total());
    }

    private static Ranking of(ImmutableList<String> companies, double[] scores) {
        double[] rounded = Arrays.stream(scores).map(Ranking::round).toArray();
        double[] ascending = rounded.clone();
        Arrays.sort(ascending);
        int[] ranks = Arrays.stream(rounded)
                .mapToInt(score -> 1 + above(ascending, score))
                .toArray();
        return new Ranking(companies, ImmutableDoubleArray.copyOf(scores), ImmutableIntArray.copyOf(ranks));
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

    /** A score as it is ranked: rounded as spreadsheets round, halves away from zero. */
    static double round(double score) {
        return new BigDecimal(Double.toString(score))
                .setScale(DIGITS, RoundingMode.HALF_UP)
                .doubleValue();
    }

    /** How many of the numbers in ascending order are above one of them. */
    private static int above(double[] ascending, double number) {
        int from = 0;
        int to = ascending.length;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (ascending[middle] <= number) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return ascending.length - from;
    }
}

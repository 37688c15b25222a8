package org.lodestone.reports.robustness;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.screen.ScoreTable;

/** Tables of scores to try things on. */
final class Tables {

    private Tables() {}

    /** Companies A, B, … under criteria of equal weight; each row has the scores of a company. */
    static ScoreTable table(double[]... rows) {
        double[] weights = new double[rows[0].length];
        Arrays.fill(weights, 1);
        return table(Aggregation.ARITHMETIC, weights, rows);
    }

    static ScoreTable table(Aggregation aggregation, double[] weights, double[]... rows) {
        double[][] scores = new double[weights.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < weights.length; j++) {
                scores[j][i] = rows[i][j];
            }
        }
        List<String> companies = IntStream.range(0, rows.length)
                .mapToObj(i -> Character.toString('A' + i))
                .toList();
        List<String> criteria =
                List.of("quota", "ore", "separation", "cost", "debt", "water").subList(0, weights.length);
        return ScoreTable.of(companies, criteria, scores, weights, aggregation);
    }

    static double[] row(double... scores) {
        return scores;
    }

    /** Scores from above zero to one, with some companies alike. */
    static ScoreTable random(SplittableRandom random, Aggregation aggregation, int companies, int criteria) {
        double[][] rows = new double[companies][];
        for (int i = 0; i < companies; i++) {
            rows[i] = i > 0 && random.nextInt(8) == 0
                    ? rows[i - 1]
                    : random.doubles(criteria, 0.01, 1).toArray();
        }
        return table(aggregation, random.doubles(criteria, 0.1, 1).toArray(), rows);
    }
}

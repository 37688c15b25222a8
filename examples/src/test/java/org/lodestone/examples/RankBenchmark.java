package org.lodestone.examples;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.robustness.CompanyRanks;
import org.lodestone.reports.robustness.RankAcceptability;
import org.lodestone.reports.robustness.WeightRange;
import org.lodestone.reports.screen.ScoreTable;

/**
 * Times the rank acceptability of 500 companies under 12 criteria, over any weights.
 *
 * <pre>RankBenchmark [THREADS [DRAWS]] WARMUPS REPETITIONS</pre>
 *
 * <p>Without them, one thread and 10,000 draws. Prints a line for each timed repetition:
 *
 * <pre>RESULT	seconds	best=…:…:meanrank_min=…</pre>
 *
 * <p>with the company that comes first most often, the share of draws in which it does, and the lowest mean rank.
 */
final class RankBenchmark {

    private static final int COMPANIES = 500;
    private static final int CRITERIA = 12;

    private RankBenchmark() {}

    public static void main(String[] args) {
        int warmups = Integer.parseInt(args[args.length - 2]);
        int repetitions = Integer.parseInt(args[args.length - 1]);
        int threads = args.length > 2 ? Integer.parseInt(args[0]) : 1;
        int draws = args.length > 3 ? Integer.parseInt(args[1]) : 10_000;
        ScoreTable table = table();
        for (int i = 0; i < warmups + repetitions; i++) {
            long start = System.nanoTime();
            String check = check(RankAcceptability.of(table, WeightRange.any(), 7, draws, threads));
            double seconds = (System.nanoTime() - start) / 1e9;
            if (i >= warmups) {
                System.out.printf(Locale.ROOT, "RESULT\t%.6f\t%s%n", seconds, check);
            }
        }
    }

    private static String check(RankAcceptability ranks) {
        CompanyRanks best = ranks.companies().stream()
                .max(Comparator.comparingDouble(company -> company.share(1)))
                .orElseThrow();
        double lowest = ranks.companies().stream()
                .mapToDouble(CompanyRanks::expectedRank)
                .min()
                .orElseThrow();
        return String.format(Locale.ROOT, "best=%s:%.2f:meanrank_min=%.0f", best.company(), best.share(1), lowest);
    }

    private static ScoreTable table() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] scores = new double[CRITERIA][];
        double[] weights = new double[CRITERIA];
        for (int j = 0; j < CRITERIA; j++) {
            scores[j] = random.doubles(COMPANIES).toArray();
            weights[j] = 1;
        }
        return ScoreTable.of(
                names("company", COMPANIES), names("criterion", CRITERIA), scores, weights, Aggregation.ARITHMETIC);
    }

    private static List<String> names(String what, int count) {
        return IntStream.range(0, count).mapToObj(i -> what + " " + i).toList();
    }
}

package org.lodestone.examples;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lodestone.core.screen.Aggregation;
import org.lodestone.reports.robustness.RankAcceptability;
import org.lodestone.reports.robustness.RankAcceptability.CompanyRanks;
import org.lodestone.reports.robustness.WeightRange;
import org.lodestone.reports.screen.ScoreTable;

/**
 * Times the rank acceptability of 500 companies under 12 criteria, over any weights.
 *
 * <pre>RankBenchmark [THREADS [DRAWS]] WARMUPS REPETITIONS</pre>
 *
 * <p>Without them, one thread and 10,000 draws. The scores are those of {@code smaa_500x12.f64} of {@link BenchmarkFiles}. Prints a line for each timed repetition:
 *
 * <pre>RESULT	seconds	best=…:…:meanrank_min=…</pre>
 *
 * <p>with the company that comes first most often, the share of draws in which it does, and the lowest mean rank.
 */
final class RankBenchmark {

    private static final int COMPANIES = 500;
    private static final int CRITERIA = 12;

    private RankBenchmark() {}

    public static void main(String[] args) throws IOException {
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

    private static ScoreTable table() throws IOException {
        DoubleBuffer file = ByteBuffer.wrap(Files.readAllBytes(BenchmarkFiles.path("smaa_500x12.f64")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer();
        double[][] scores = new double[CRITERIA][COMPANIES];
        for (int i = 0; i < COMPANIES; i++) {
            for (int j = 0; j < CRITERIA; j++) {
                scores[j][i] = file.get();
            }
        }
        double[] weights = new double[CRITERIA];
        Arrays.fill(weights, 1);
        return ScoreTable.of(numbers(COMPANIES), numbers(CRITERIA), scores, weights, Aggregation.ARITHMETIC);
    }

    private static List<String> numbers(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toList();
    }
}

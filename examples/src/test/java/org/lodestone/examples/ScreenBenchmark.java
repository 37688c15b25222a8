package org.lodestone.examples;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.IntStream;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Missing;
import org.lodestone.core.screen.Normalisation;
import org.lodestone.core.screen.Outliers;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.reports.screen.ScreenResult.Ranked;
import org.lodestone.reports.screen.Screening;

/**
 * Times a screen of 60,000 companies by 12 criteria: two filters, winsorising, z-scores and ranks by turns, weights, and the
 * first 50.
 *
 * <pre>ScreenBenchmark [MORE] WARMUPS REPETITIONS</pre>
 *
 * <p>Without MORE warm-ups on top, as many as stated. The companies are read from {@link BenchmarkFiles} before the clock
 * starts. Prints a line for each timed repetition:
 *
 * <pre>RESULT	seconds	sum of the positions of the first 50:score of the first</pre>
 *
 * <p>Where lower is better, scores by rank are {@code (n + 1 − r) / n} here and {@code −r / n} in other programs, so that
 * {@code 1 + 1 / n} of their weights is taken off the score that is printed.
 */
final class ScreenBenchmark {

    private static final int COMPANIES = 60_000;
    private static final int CRITERIA = 12;
    private static final int LEAST_VALUE = 100;
    private static final int LAST_COUNTRY = 44;

    private ScreenBenchmark() {}

    public static void main(String[] args) throws IOException {
        int warmups = IntStream.range(0, args.length - 1)
                .map(i -> Integer.parseInt(args[i]))
                .sum();
        int repetitions = Integer.parseInt(args[args.length - 1]);
        Universe universe = universe();
        Screen screen = screen();
        double shift = shift(universe);
        for (int i = 0; i < warmups + repetitions; i++) {
            long start = System.nanoTime();
            ImmutableList<Ranked> first = Screening.of(screen, universe).top(50);
            double seconds = (System.nanoTime() - start) / 1e9;
            if (i >= warmups) {
                System.out.printf(Locale.ROOT, "RESULT\t%.6f\t%s%n", seconds, check(first, shift));
            }
        }
    }

    private static String check(ImmutableList<Ranked> first, double shift) {
        return String.format(
                Locale.ROOT,
                "%d:%.6f",
                first.stream().mapToInt(Ranked::company).sum(),
                first.get(0).score() - shift);
    }

    private static double shift(Universe universe) {
        return IntStream.range(0, CRITERIA)
                .filter(j -> isLowerBetter(j) && !isByDeviation(j))
                .mapToDouble(j -> weight(j) / 78 * (1 + 1.0 / known(universe, j)))
                .sum();
    }

    /** How many companies that pass the filters have a value. */
    private static long known(Universe universe, int criterion) {
        double[] value = universe.numbers("market value");
        double[] country = universe.numbers("country");
        double[] metric = universe.numbers("metric " + criterion);
        return IntStream.range(0, COMPANIES)
                .filter(i -> value[i] >= LEAST_VALUE && country[i] <= LAST_COUNTRY && !Double.isNaN(metric[i]))
                .count();
    }

    private static Screen screen() {
        Screen.Builder screen = Screen.named("Benchmark")
                .filter(Filter.atLeast("market value", LEAST_VALUE))
                .filter(Filter.atMost("country", LAST_COUNTRY));
        for (int j = 0; j < CRITERIA; j++) {
            Criterion criterion = Criterion.of("metric " + j)
                    .weight(weight(j))
                    .outliers(new Outliers.Winsorise(0.01, 0.99))
                    .by(isByDeviation(j) ? Normalisation.Relative.Z_SCORE : Normalisation.Relative.RANK)
                    .ifMissing(Missing.NEUTRAL);
            screen.criterion(isLowerBetter(j) ? criterion.lower() : criterion);
        }
        return screen.build();
    }

    private static double weight(int criterion) {
        return criterion + 1;
    }

    private static boolean isByDeviation(int criterion) {
        return criterion % 2 == 0;
    }

    private static boolean isLowerBetter(int criterion) {
        return criterion % 3 == 2;
    }

    private static Universe universe() throws IOException {
        Universe.Builder universe = Universe.of(
                IntStream.range(0, COMPANIES).mapToObj(Integer::toString).toList());
        ByteBuffer countries = data("uni_country.i32");
        universe.numbers(
                "country",
                IntStream.range(0, COMPANIES)
                        .mapToDouble(i -> countries.getInt())
                        .toArray());
        universe.numbers("market value", numbers("uni_mcap.f64"));
        double[] metrics = numbers("uni_metrics.f64");
        for (int j = 0; j < CRITERIA; j++) {
            universe.numbers("metric " + j, Arrays.copyOfRange(metrics, j * COMPANIES, (j + 1) * COMPANIES));
        }
        return universe.build();
    }

    private static double[] numbers(String file) throws IOException {
        ByteBuffer bytes = data(file);
        double[] numbers = new double[bytes.remaining() / Double.BYTES];
        bytes.asDoubleBuffer().get(numbers);
        return numbers;
    }

    private static ByteBuffer data(String file) throws IOException {
        return ByteBuffer.wrap(Files.readAllBytes(BenchmarkFiles.path(file))).order(ByteOrder.LITTLE_ENDIAN);
    }
}

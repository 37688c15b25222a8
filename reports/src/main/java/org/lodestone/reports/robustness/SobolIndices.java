package org.lodestone.reports.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.internal.thread.Blocks;
import org.lodestone.reports.screen.ScoreTable;
import org.lodestone.reports.simulation.DriverDraws;

/**
 * Which uncertain inputs a result varies with: Sobol indices, found by random sampling.
 *
 * <p>The <em>first-order index</em> of an input is the share of the variance that would go if it were known; its <em>total
 * index</em> the share that would stay if all others were. The total is the larger by what the input does together with
 * others. Both are estimates, so small ones may come out a little below zero.
 *
 * <p>The estimators are (b) for the first order and (f), Jansen's, for the total of table 2 in Saltelli, Annoni, Azzini,
 * Campolongo, Ratto and Tarantola, <em>Variance based sensitivity analysis of model output</em>, Computer Physics
 * Communications 181 (2010). A and B are independent samples of all inputs, and A_i is A with input i from B:
 *
 * <pre>
 * first_i = Σ f(B) (f(A_i) − f(A)) / (N V)
 * total_i = Σ (f(A) − f(A_i))² / (2 N V)
 * </pre>
 *
 * <p>Values are taken from their mean before, which changes nothing but the error.
 *
 * @param mean of the result
 * @param variance of the result, V
 * @param runs how often the result was worked out: N (d + 2) for d inputs
 */
public record SobolIndices(ImmutableList<Input> inputs, double mean, double variance, int runs) {

    /** The indices of one input. */
    public record Input(String name, double firstOrder, double total) {

        @Override
        public String toString() {
            return OneLine.of(name, OneLine.percent(firstOrder) + " alone", OneLine.percent(total) + " in all");
        }
    }

    /**
     * The indices of the mean rank shift when the weights are drawn: the mean, over companies, of how many ranks a
     * company is away from where the screen has it.
     *
     * <p>The inputs are the weights before all are divided by their sum; only criteria whose weight can vary are among
     * them.
     *
     * @return empty where the shift is the same in every draw
     */
    public static Optional<SobolIndices> ofMeanRankShift(
            ScoreTable table, WeightRange range, long seed, int samples, int threads) {
        List<String> names = Arrays.stream(WeightDraws.criteria(table, range))
                .mapToObj(table.criteria()::get)
                .toList();
        return of(names, () -> new MeanRankShift(table, range), seed, samples, threads);
    }

    /**
     * The indices of a function.
     *
     * @param inputs their names, each different
     * @param function gives each thread one of as many numbers, each drawn evenly from 0 to 1; it must not keep the array
     * @param samples N; thousands for two decimals
     * @return empty where the result does not vary
     */
    static Optional<SobolIndices> of(
            List<String> inputs, Supplier<ToDoubleFunction<double[]>> function, long seed, int samples, int threads) {
        checkArgument(samples >= 1, "There must be at least one sample, not %s.", samples);
        checkArgument(
                ImmutableSet.copyOf(inputs).size() == inputs.size(),
                "Two inputs have the same name, and would draw the same numbers: %s. Name each differently.",
                inputs);
        int runs = Math.multiplyExact(samples, inputs.size() + 2);
        double[][] results = new double[inputs.size() + 2][samples];
        Blocks.workOut(
                (samples - 1) / DriverDraws.BLOCK + 1,
                threads,
                () -> new SobolSampler(inputs, function.get(), seed, results));
        return of(inputs, results, runs);
    }

    /** @param results f(A), f(B), and f(A_i) for each input */
    private static Optional<SobolIndices> of(List<String> inputs, double[][] results, int runs) {
        double[] a = results[0];
        double[] b = results[1];
        if (Arrays.stream(results).flatMapToDouble(Arrays::stream).allMatch(y -> y == a[0])) {
            return Optional.empty();
        }
        double mean = (sum(a) + sum(b)) / (2.0 * a.length);
        double variance = (squares(a, mean) + squares(b, mean)) / (2.0 * a.length);
        ImmutableList.Builder<Input> indices = ImmutableList.builder();
        for (int i = 0; i < inputs.size(); i++) {
            double[] mixed = results[i + 2];
            double first = 0;
            double total = 0;
            for (int k = 0; k < a.length; k++) {
                double moved = mixed[k] - a[k];
                first += (b[k] - mean) * moved;
                total += moved * moved / 2;
            }
            double scale = a.length * variance;
            indices.add(new Input(inputs.get(i), first / scale, total / scale));
        }
        return Optional.of(new SobolIndices(indices.build(), mean, variance, runs));
    }

    private static double sum(double[] numbers) {
        return Arrays.stream(numbers).sum();
    }

    private static double squares(double[] numbers, double mean) {
        return Arrays.stream(numbers).map(y -> (y - mean) * (y - mean)).sum();
    }

    @Override
    public String toString() {
        return OneLine.of(
                "share of the variance", inputs.stream().map(Input::name).toList(), OneLine.count(runs, "run"));
    }
}

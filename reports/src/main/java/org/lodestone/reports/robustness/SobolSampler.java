package org.lodestone.reports.robustness;

import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.ToDoubleFunction;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.DriverDraws;
import org.lodestone.reports.simulation.Simulation;

/** Works out a function on two samples of its inputs, and on the first with each input from the second. */
final class SobolSampler implements IntConsumer {

    private static final Term SAMPLE = Term.of("sample");

    private final ToDoubleFunction<double[]> function;
    private final DriverDraws[] driversA;
    private final DriverDraws[] driversB;
    private final double[][] a;
    private final double[][] b;
    private final double[][] results;

    /** @param results f(A), f(B), and f(A_i) for each input, to be filled in */
    SobolSampler(List<String> inputs, ToDoubleFunction<double[]> function, long seed, double[][] results) {
        this.function = function;
        this.driversA = drivers(inputs, SAMPLE.sub("A"), seed);
        this.driversB = drivers(inputs, SAMPLE.sub("B"), seed);
        this.a = new double[inputs.size()][DriverDraws.BLOCK];
        this.b = new double[inputs.size()][DriverDraws.BLOCK];
        this.results = results;
    }

    private static DriverDraws[] drivers(List<String> inputs, Term sample, long seed) {
        return inputs.stream()
                .map(input -> Simulation.draws(seed, sample.of(Subject.of(input)), new Distribution.Uniform(0, 1)))
                .toArray(DriverDraws[]::new);
    }

    @Override
    public void accept(int block) {
        int from = block * DriverDraws.BLOCK;
        int n = Math.min(DriverDraws.BLOCK, results[0].length - from);
        for (int i = 0; i < a.length; i++) {
            driversA[i].fill(block, a[i], n);
            driversB[i].fill(block, b[i], n);
        }
        for (int k = 0; k < n; k++) {
            sample(k, from + k);
        }
    }

    private void sample(int k, int at) {
        results[0][at] = result(a, k, -1);
        results[1][at] = result(b, k, -1);
        for (int i = 0; i < a.length; i++) {
            results[i + 2][at] = result(a, k, i);
        }
    }

    /** The function of one sample, with one input from B. */
    private double result(double[][] sample, int k, int fromB) {
        double[] inputs = new double[sample.length];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = i == fromB ? b[i][k] : sample[i][k];
        }
        return function.applyAsDouble(inputs);
    }
}

package org.lodestone.reports.robustness;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.screen.ScoreTable;
import org.lodestone.reports.simulation.Distribution;
import org.lodestone.reports.simulation.DriverDraws;
import org.lodestone.reports.simulation.Simulation;

/** Draws weights, a block at a time. A criterion draws by its name, so their order changes nothing. */
final class WeightDraws {

    private static final Term WEIGHT = Term.of("weight");

    /** Stands for a draw of exactly zero, under which a score of zero would count for nothing. */
    private static final double LEAST = 1e-100;

    private final DriverDraws[] drivers;
    private final double[][] weights;
    private final double[] sums = new double[DriverDraws.BLOCK];

    WeightDraws(ScoreTable table, WeightRange range, long seed) {
        this.drivers = Arrays.stream(criteria(table, range))
                .mapToObj(j -> Simulation.draws(seed, key(table.criteria().get(j)), raw(range, table.weight(j))))
                .toArray(DriverDraws[]::new);
        this.weights = new double[drivers.length][DriverDraws.BLOCK];
    }

    /** The criteria that can have a weight above zero. */
    static int[] criteria(ScoreTable table, WeightRange range) {
        checkArgument(
                ImmutableSet.copyOf(table.criteria()).size() == table.criteria().size(),
                "Two criteria have the same name, and would draw the same weights: %s. Name each differently.",
                table.criteria());
        return IntStream.range(0, table.criteria().size())
                .filter(j -> range.band().isEmpty() || table.weight(j) > 0)
                .toArray();
    }

    static Key key(String criterion) {
        return WEIGHT.of(Subject.of(criterion));
    }

    /** How a weight is drawn before all are divided by their sum. Exponential draws make the simplex uniform. */
    static Distribution raw(WeightRange range, double weight) {
        if (range.band().isEmpty()) {
            return new Distribution.Exponential(1);
        }
        double band = range.band().getAsDouble();
        return new Distribution.Uniform(weight * (1 - band), weight * (1 + band));
    }

    /** The same from a number drawn evenly from 0 to 1, by the inverse of the distribution function. */
    static double raw(WeightRange range, double weight, double evenlyDrawn) {
        double raw = range.band().isEmpty()
                ? -Math.log(1 - evenlyDrawn)
                : weight * (1 + range.band().getAsDouble() * (2 * evenlyDrawn - 1));
        return Math.max(raw, LEAST);
    }

    /** Draws the first {@code n} sets of weights of a block: for each of the {@link #criteria}, its weight in each. */
    double[][] draw(int block, int n) {
        Arrays.fill(sums, 0);
        for (int j = 0; j < drivers.length; j++) {
            drivers[j].fill(block, weights[j], n);
            for (int draw = 0; draw < n; draw++) {
                weights[j][draw] = Math.max(weights[j][draw], LEAST);
                sums[draw] += weights[j][draw];
            }
        }
        for (double[] weight : weights) {
            for (int draw = 0; draw < n; draw++) {
                weight[draw] /= sums[draw];
            }
        }
        return weights;
    }
}

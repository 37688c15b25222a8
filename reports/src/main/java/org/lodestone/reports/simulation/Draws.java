package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.primitives.Doubles;
import java.util.List;
import java.util.Map;
import org.apache.commons.statistics.descriptive.NaNPolicy;
import org.apache.commons.statistics.descriptive.Quantile;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;

/**
 * The result of a simulation: for each output a column with its value in every draw.
 *
 * <p>A value that is missing in a draw is {@code NaN}. Means, percentiles and shares leave such draws out, and are
 * {@code NaN} where no draw is known; {@link #missing} says how many there are.
 */
public final class Draws {

    private static final Quantile QUANTILE =
            Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).with(NaNPolicy.EXCLUDE);

    private final ImmutableMap<Key, double[]> columns;
    private final int size;

    /** Takes the arrays as they are: nobody else may keep them. */
    Draws(ImmutableMap<Key, double[]> columns, int size) {
        this.columns = columns;
        this.size = size;
    }

    /** Draws from elsewhere, such as another machine: for each key its value in every draw. */
    public static Draws of(Map<Key, double[]> columns) {
        List<Integer> lengths = columns.values().stream()
                .map(column -> column.length)
                .distinct()
                .toList();
        if (lengths.size() != 1) {
            throw new IllegalArgumentException(
                    "Every key needs a value for every draw, but their numbers are " + lengths + ".");
        }
        return new Draws(ImmutableMap.copyOf(Maps.transformValues(columns, double[]::clone)), lengths.get(0));
    }

    /** The draws of several ranges of one run, in order, as one. */
    public static Draws join(List<Draws> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("There are no draws to join.");
        }
        ImmutableMap.Builder<Key, double[]> joined = ImmutableMap.builder();
        for (Key key : parts.get(0).keys()) {
            joined.put(
                    key,
                    Doubles.concat(parts.stream().map(part -> part.column(key)).toArray(double[][]::new)));
        }
        return new Draws(
                joined.build(),
                Math.toIntExact(parts.stream().mapToLong(Draws::size).sum()));
    }

    /** The outputs. */
    public ImmutableList<Key> keys() {
        return columns.keySet().asList();
    }

    /** The number of draws. */
    public int size() {
        return size;
    }

    /** The value in a draw, from 0; {@code NaN} where it is missing. */
    public double value(Key key, int draw) {
        return column(key)[draw];
    }

    /** The values in all draws, as a copy. */
    public double[] values(Key key) {
        return column(key).clone();
    }

    /** In how many draws the value is missing. */
    public int missing(Key key) {
        return size - known(key);
    }

    /** The average of the known draws. */
    public double mean(Key key) {
        double total = 0;
        for (double x : column(key)) {
            total += Double.isNaN(x) ? 0 : x;
        }
        return total / known(key);
    }

    /**
     * The value that a share {@code p} of the known draws does not exceed: 0.9 for the ninetieth percentile. Between two
     * draws it lies on the straight line, as that of Excel's {@code PERCENTILE.INC}.
     *
     * <pre>place = p × (known draws − 1), counted from 0 in ascending order</pre>
     */
    public double percentile(Key key, double p) {
        return percentiles(key, p)[0];
    }

    /** Several {@linkplain #percentile percentiles} at once, in the order asked for. */
    public double[] percentiles(Key key, double... shares) {
        for (double p : shares) {
            if (!(p >= 0 && p <= 1)) {
                throw new IllegalArgumentException(
                        "A percentile is asked for by a share between 0 and 1, such as 0.9, not by " + p + ".");
            }
        }
        return QUANTILE.evaluate(values(key), shares);
    }

    /** The share of the known draws that are at least a threshold. */
    public double shareAtLeast(Key key, double threshold) {
        int count = 0;
        for (double x : column(key)) {
            count += x >= threshold ? 1 : 0;
        }
        return (double) count / known(key);
    }

    /** The share of the known draws in which a condition holds. */
    public double shareTrue(Key condition) {
        int count = 0;
        for (double x : column(condition)) {
            count += Double.isNaN(x) || x == 0 ? 0 : 1;
        }
        return (double) count / known(condition);
    }

    private int known(Key key) {
        int known = 0;
        for (double x : column(key)) {
            known += Double.isNaN(x) ? 0 : 1;
        }
        return known;
    }

    private double[] column(Key key) {
        double[] column = columns.get(key);
        if (column == null) {
            throw new IllegalArgumentException(
                    "'" + key + "' is none of the outputs " + keys() + ". Name it when preparing the simulation.");
        }
        return column;
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.count(size, "draw"), columns.keySet());
    }
}

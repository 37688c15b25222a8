package org.lodestone.reports.simulation;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
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
        return size - (int) known(key).count();
    }

    /** The average of the known draws. */
    public double mean(Key key) {
        return known(key).average().orElse(Double.NaN);
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
        return share(key, x -> x >= threshold);
    }

    /** The share of the known draws in which a condition holds. */
    public double shareTrue(Key condition) {
        return share(condition, x -> x != 0);
    }

    private double share(Key key, DoublePredicate which) {
        return (double) known(key).filter(which).count() / known(key).count();
    }

    private DoubleStream known(Key key) {
        return DoubleStream.of(column(key)).filter(x -> !Double.isNaN(x));
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

package org.lodestone.reports.screen;

/** The values of a criterion that are known, side by side without gaps, each with the row it stands in. */
final class KnownValues {

    private final double[] values;
    private final int[] rows;
    private int count;

    /** For up to {@code most} values. */
    KnownValues(int most) {
        this.values = new double[most];
        this.rows = new int[most];
    }

    /** Takes those of {@code all} that are not NaN in place of what was here. */
    KnownValues take(double[] all) {
        int taken = 0;
        for (int row = 0; row < all.length; row++) {
            double value = all[row];
            values[taken] = value;
            rows[taken] = row;
            taken += Double.isNaN(value) ? 0 : 1; // no branch: which values are missing cannot be guessed
        }
        count = taken;
        return this;
    }

    int count() {
        return count;
    }

    /** The first {@link #count} of these. */
    double[] values() {
        return values;
    }

    int row(int i) {
        return rows[i];
    }

    double least() {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    double greatest() {
        double greatest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < count; i++) {
            greatest = Math.max(greatest, values[i]);
        }
        return greatest;
    }

    boolean areEqual() {
        int i = 1;
        while (i < count && values[i] == values[0]) {
            i++;
        }
        return i >= count;
    }

    double mean() {
        return sum(0, false) / count;
    }

    /** <pre>√(Σ (x − mean)² / (n − 1))</pre> */
    double deviation(double mean) {
        return Math.sqrt(sum(mean, true) / (count - 1));
    }

    /** The sum of what lies beyond {@code mean}, or of its square, in four parts that the processor adds side by side. */
    private double sum(double mean, boolean squared) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < count; i += 4) {
            a += term(values[i] - mean, squared);
            b += term(values[i + 1] - mean, squared);
            c += term(values[i + 2] - mean, squared);
            d += term(values[i + 3] - mean, squared);
        }
        for (; i < count; i++) {
            a += term(values[i] - mean, squared);
        }
        return a + b + (c + d);
    }

    private static double term(double difference, boolean squared) {
        return squared ? difference * difference : difference;
    }
}

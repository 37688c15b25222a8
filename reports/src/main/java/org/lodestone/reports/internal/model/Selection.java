package org.lodestone.reports.internal.model;

/**
 * Finds single values by size without sorting the others.
 *
 * <p>The algorithm is SELECT of Floyd and Rivest (CACM 18, 1975): it looks at a sample first, to cut off most of the values
 * at once. Two quantiles of n values then cost about three looks at each, where sorting costs log n.
 */
public final class Selection implements OrderStatistics {

    /** Below this many values a sample costs more than it saves. */
    private static final int WORTH_A_SAMPLE = 600;

    private final double[] values;
    private int count;
    private int from;

    /** For up to {@code most} values. */
    public Selection(int most) {
        this.values = new double[most];
    }

    /** Looks among the first {@code number} of {@code all}, which stay as they are. */
    public Selection among(double[] all, int number) {
        System.arraycopy(all, 0, values, 0, number);
        count = number;
        from = 0;
        return this;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public double at(int k) {
        select(Math.min(from, k), count - 1, k);
        from = k;
        return values[k];
    }

    /** The least of those that the selection left behind the k-th. */
    @Override
    public double after(int k) {
        double least = values[k + 1];
        for (int i = k + 2; i < count; i++) {
            least = Math.min(least, values[i]);
        }
        return least;
    }

    /** Moves the k-th value to its place, with none larger before it and none smaller behind. */
    private void select(int first, int last, int k) {
        int left = first;
        int right = last;
        while (right > left) {
            if (right - left > WORTH_A_SAMPLE) {
                selectInSample(left, right, k);
            }
            int split = split(left, right, values[k], k);
            if (split <= k) {
                left = split + 1;
            }
            if (k <= split) {
                right = split - 1;
            }
        }
    }

    private void selectInSample(int left, int right, int k) {
        double n = right - left + 1;
        double i = k - left + 1;
        double z = Math.log(n);
        double size = 0.5 * Math.exp(2 * z / 3);
        double deviation = 0.5 * Math.sqrt(z * size * (n - size) / n) * Math.signum(i - n / 2);
        int sampleLeft = Math.max(left, (int) (k - i * size / n + deviation));
        int sampleRight = Math.min(right, (int) (k + (n - i) * size / n + deviation));
        select(sampleLeft, sampleRight, k);
    }

    /** Parts the values at {@code pivot}, which stands at {@code k}, and says where it stands then. */
    private int split(int left, int right, double pivot, int k) {
        double[] x = values;
        int i = left;
        int j = right;
        swap(left, k);
        if (x[right] > pivot) {
            swap(left, right);
        }
        while (i < j) {
            swap(i, j);
            i++;
            j--;
            while (x[i] < pivot) {
                i++;
            }
            while (x[j] > pivot) {
                j--;
            }
        }
        if (x[left] == pivot) {
            swap(left, j);
        } else {
            j++;
            swap(j, right);
        }
        return j;
    }

    private void swap(int a, int b) {
        double held = values[a];
        values[a] = values[b];
        values[b] = held;
    }
}

package org.lodestone.reports.internal.model;

/** Numbers by size. */
public interface OrderStatistics {

    /** The number of values. */
    int count();

    /** The k-th smallest, from 0. Asked for several, begin with the lowest. */
    double at(int k);

    /** The next smallest after the k-th, which was asked for just before. */
    double after(int k);

    /**
     * The value below which a share {@code p} of the others lie, between two values in proportion.
     *
     * <pre>x(k) + (x(k+1) − x(k)) (h − k), h = (n − 1) p</pre>
     */
    default double quantile(double p) {
        double h = (count() - 1) * p;
        int k = (int) h;
        double value = at(k);
        return h == k ? value : value + (after(k) - value) * (h - k);
    }
}

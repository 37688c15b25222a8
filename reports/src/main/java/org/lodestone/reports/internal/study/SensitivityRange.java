package org.lodestone.reports.internal.study;

/** The values that a figure can have, from the lowest to the highest; infinite where nothing limits it. */
public record SensitivityRange(double low, double high) {
    boolean meets(double value, double half) {
        return value + half >= low && value - half <= high;
    }

    /** The value in it that is nearest to another. */
    double nearest(double value) {
        return Math.max(low, Math.min(high, value));
    }
}

package org.lodestone.reports.internal.study;

import java.util.Locale;

/** The values that a figure can have, from the lowest to the highest; infinite where nothing limits it. */
public record SensitivityRange(double low, double high) {
    boolean meets(double value, double half) {
        return value + half >= low && value - half <= high;
    }

    /** The value in it that is nearest to another. */
    double nearest(double value) {
        return Math.max(low, Math.min(high, value));
    }

    String inWords() {
        if (Double.isInfinite(low)) {
            return "at most " + shown(high);
        }
        return Double.isInfinite(high) ? "at least " + shown(low) : shown(low) + " to " + shown(high);
    }

    static String shown(double number) {
        return String.format(Locale.ROOT, Math.abs(number) < 100 ? "%,.2f" : "%,.1f", number);
    }
}

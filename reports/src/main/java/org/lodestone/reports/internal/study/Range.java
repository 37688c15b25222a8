package org.lodestone.reports.internal.study;

/** A number that is known, or known to lie between two, with the one that is taken. */
public record Range(double low, double central, double high) {

    /** Throws if the three do not rise. */
    public Range {
        if (!(low <= central && central <= high)) {
            throw new IllegalArgumentException(
                    "A range rises: " + low + ", " + central + ", " + high + ". Write the lowest first.");
        }
    }

    /** A number that is known. */
    public static Range of(double exact) {
        return new Range(exact, exact, exact);
    }

    /** The number, give or take what rounding leaves open. */
    public static Range around(double number, double halfUnit) {
        return new Range(number - halfUnit, number, number + halfUnit);
    }

    /** Whether some number lies in it and in another. */
    public boolean meets(Range other) {
        return low <= other.high && other.low <= high;
    }
}

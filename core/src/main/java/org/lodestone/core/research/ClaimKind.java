package org.lodestone.core.research;

import java.util.Locale;

/** The kind of a claim, which decides how it is recomputed: {@code finding} in {@code claims.csv}. */
public enum ClaimKind {
    /** A sum of a measure over places. */
    TOTAL,
    /** One place's figure. */
    AMOUNT,
    /** A place over the total. */
    SHARE,
    /** Growth of the total on the year before. */
    GROWTH,
    /** The year's quota of a stage. */
    QUOTA,
    /** The growth of a stage's full-year quota on the year before. */
    QUOTA_GROWTH,
    /** Whether that growth is below the average of the years up to it: compound, or the mean of the yearly rates. */
    QUOTA_GROWTH_BELOW_AVERAGE,
    /** The number of groups that hold a stage's quota. */
    HOLDERS,
    /** A share that a third party prints, without a known denominator. */
    PUBLISHED_SHARE,
    /** The number of countries that have every stage. */
    WHOLE_CHAIN,
    /** The nameplate capacity of a project line. */
    PROJECT_CAPACITY,
    /** The date of a policy. */
    POLICY,
    /** Not a number. */
    QUALITATIVE;

    /** Whether a text prints a number for it, and neither words nor a date. */
    public boolean isNumber() {
        return switch (this) {
            case QUOTA_GROWTH_BELOW_AVERAGE, POLICY, QUALITATIVE -> false;
            default -> true;
        };
    }

    /** The word in a dataset: {@code quota-growth}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

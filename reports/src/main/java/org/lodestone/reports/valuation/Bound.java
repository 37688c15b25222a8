package org.lodestone.reports.valuation;

/** In which sense a number is known. */
public enum Bound {
    /** The number is what was stated, no bound. */
    EXACT(""),
    /** The true number is no larger. */
    AT_MOST("≤"),
    /** The true number is no smaller. */
    AT_LEAST("≥");

    private final String sign;

    Bound(String sign) {
        this.sign = sign;
    }

    /** The sense of a number that is divided by one of this sense. */
    public Bound under() {
        return switch (this) {
            case EXACT -> EXACT;
            case AT_MOST -> AT_LEAST;
            case AT_LEAST -> AT_MOST;
        };
    }

    /** As it stands before a number; empty where that is exact. */
    @Override
    public String toString() {
        return sign;
    }
}

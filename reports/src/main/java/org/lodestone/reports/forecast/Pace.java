package org.lodestone.reports.forecast;

/** How growth to come compares with the growths that are known: one of four, or it is not known. */
public enum Pace {
    SLOWS("slows against all", "●"),
    RECOVERS("recovers against all", "○"),
    SAME("as fast as all", "◌"),
    DEPENDS("depends on the base", "◐");

    private final String words;
    private final String symbol;

    Pace(String words, String symbol) {
        this.words = words;
        this.symbol = symbol;
    }

    /** As it is told of growth: {@code slows against all}. */
    @Override
    public String toString() {
        return words;
    }

    /** A circle, the fuller the more the conclusion that supply slows holds. */
    public String symbol() {
        return symbol;
    }
}

package org.lodestone.reports.internal.words;

/** How growth to come compares with the growths that are known: one of four, or it is not known. */
public enum Pace {
    /** Growth to come is more than a quarter of a percentage point below every known growth. */
    SLOWS("slows", "slows against all", "●"),
    /** Growth to come is more than a quarter of a percentage point above every known growth. */
    RECOVERS("recovers", "recovers against all", "○"),
    /** Growth to come is within a quarter of a percentage point of every known growth. */
    SAME("as fast", "as fast as all", "◌"),
    /**
     * Growth to come is below some of the known growths, or above some, but not all: it depends on which year is the
     * base.
     */
    DEPENDS("depends on the base", "depends on the base", "◐");

    /** The words where growth to come, or one of the known growths, is not known. */
    public static final String NOT_KNOWN = "not known";

    private final String ofOne;
    private final String words;
    private final String symbol;

    Pace(String ofOne, String words, String symbol) {
        this.ofOne = ofOne;
        this.words = words;
        this.symbol = symbol;
    }

    /** The words against one known growth, {@code slows}, or against several, {@code slows against all}. */
    public String against(int bases) {
        return bases == 1 ? ofOne : words;
    }

    /** A circle, the fuller the more the conclusion that supply slows holds. */
    public String symbol() {
        return symbol;
    }
}

package org.lodestone.reports.internal.words;

/** How the balance of a market moves over a forecast: one of four, or it is not known. */
public enum MarketTurn {
    /** It falls by more than the band in every reading. */
    TIGHTENS("tightens", "●", "tightens"),
    /** It rises by more than the band in every reading. */
    EASES("eases", "○", "eases"),
    /** It stays within the band in every reading. */
    LITTLE("little change", "◌", "is steady"),
    /** Readings of what supply counts do not agree. */
    DEPENDS("depends on the reading", "◐", "turns either way");

    /** The words where the balance of a year is not known. */
    public static final String NOT_KNOWN = "not known";

    private final String words;
    private final String symbol;
    private final String clause;

    MarketTurn(String words, String symbol, String clause) {
        this.words = words;
        this.symbol = symbol;
        this.clause = clause;
    }

    /** The words for a market: {@code tightens}. */
    @Override
    public String toString() {
        return words;
    }

    /** A circle, the fuller the more the conclusion that the market tightens holds. */
    public String symbol() {
        return symbol;
    }

    /** A verb behind the market, for a title: {@code tightens}. */
    public String clause() {
        return clause;
    }
}

package org.lodestone.reports.formula;

/** How strongly a printed formula holds together; a weaker one stands in brackets where a stronger is needed. */
public enum Strength {
    /** Wanted where anything may stand: between brackets and commas. */
    ANY,
    COMPARISON,
    TERMS,
    FACTORS,
    POWERS,
    ATOM
}

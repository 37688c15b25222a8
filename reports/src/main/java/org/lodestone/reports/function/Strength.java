package org.lodestone.reports.function;

/** How strongly a printed formula holds together; a weaker one stands in brackets where a stronger is needed. */
public enum Strength {
    /** Wanted where anything may stand: between brackets and commas. */
    ANY,
    /** A comparison, such as {@code a-b>0}. */
    COMPARISON,
    /** A sum or a difference. */
    TERMS,
    /** A product or a quotient. */
    FACTORS,
    /** A power. */
    POWERS,
    /** A number, a cell or a call, which never needs brackets. */
    ATOM
}

package org.lodestone.reports.function;

/** The kind of one argument of a function. */
public enum Parameter {
    /** A single value. */
    VALUE,
    /** A single value as a reader sees it: in its place a sheet shows {@code n/a} where it fails. */
    SHOWN,
    /** One of the pieces of a text: a sheet has an error where it fails; a text within a text is no piece of its own. */
    PIECE,
    /** A text for which other words may stand: a sheet has an error where it fails. */
    TRIED,
    /** A number of digits, as a literal. */
    DIGITS,
    /** A literal text of letters: a sheet reads stars and comparison signs in a text as patterns. */
    WORD,
    /** A span, or a single number. */
    NUMBERS,
    /** A span in any order, which a sheet may have in several ranges. */
    SPAN,
    /** A span in any order, which a sheet needs as one range. */
    RANGE,
    /** A span in its order, which a sheet needs as one range. Lists of one call are of one length. */
    LIST
}

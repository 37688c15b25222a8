package org.lodestone.reports.function;

/**
 * The effect of a missing input on the result of a function, in Java and in a sheet alike. A text is no number, so where a number
 * is wanted it counts as missing.
 */
public enum Gap {
    /** One missing input leaves no result. */
    STRICT,
    /** Missing ones are left out; there is no result only where nothing is known. */
    OF_KNOWN,
    /** The value that is looked for in a span must be known; missing ones in the span are left out. */
    SOUGHT,
    /** There is no result where the condition is missing, or what it chooses. */
    CHOICE,
    /** Another value takes its place. */
    FILLED,
    /** One that cannot be worked out, or is empty, leaves no result; a published code is a text like any other. */
    SPOKEN,
    /** Other words take its place. */
    CAUGHT,
    /** It is taken for its code, or only counted, so it never leaves a gap. */
    TOLD
}

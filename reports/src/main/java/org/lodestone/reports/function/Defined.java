package org.lodestone.reports.function;

/** Where a function has a result, if all its inputs are known. */
public enum Defined {
    /** Wherever its inputs are known. */
    ALWAYS,
    /** Not where its second argument is zero. */
    UNLESS_BY_ZERO,
    /** Not everywhere: the logarithm of zero, the fifth largest of three. */
    SOMETIMES
}

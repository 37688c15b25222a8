package org.lodestone.reports.report;

/** How a value is shown. Rounding belongs here and nowhere else: the value itself stays exact. */
public enum Shown {
    /** Thousands grouped, no decimals: {@code 393,950}. */
    WHOLE,
    /** One decimal: {@code 4,923.5}. */
    ONE_DECIMAL,
    /** Two decimals: {@code 18.45}. */
    TWO_DECIMALS,
    /** A ratio in percent with one decimal: {@code 68.5%}. */
    PERCENT,
    /** A ratio in percent with two decimals, as a note prints it: {@code 68.54%}. */
    PERCENT_2,
    /** Two to four decimals, to see how a figure rounds: {@code 68.5366}. */
    PRECISE,
    /** As many decimals as the figure has. */
    AS_IS,
    /** A year or an ordinal, without grouping. */
    ORDINAL,
    /** A text. */
    TEXT,
    /** A word among values, at their edge. */
    WORD,
    /** 1 is good, 0 is not. */
    CHECK
}

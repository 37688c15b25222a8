package org.lodestone.reports.valuation;

import org.lodestone.reports.formula.Key;

/**
 * A warning to read before comparing a company.
 *
 * @param sentence says it, with its numbers
 */
public record CompFlag(Kind kind, Key sentence) {

    /** The subject of a warning. */
    public enum Kind {
        /** Dates of one row are more than three months apart. */
        DATES_APART("dates apart"),
        /** A number has no date. */
        NO_DATE("no date"),
        /** Equity was raised after the day of its shares or of its balance sheet. */
        RAISED_SINCE("raised since"),
        /** A claim on it is known that is not in its enterprise value. */
        CLAIM_OUTSIDE("claim outside"),
        /** A number comes from a secondary source. */
        SECONDARY("secondary");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    @Override
    public String toString() {
        return kind.toString();
    }
}

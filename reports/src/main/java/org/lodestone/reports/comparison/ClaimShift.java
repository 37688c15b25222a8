package org.lodestone.reports.comparison;

import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.research.Claim;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.formula.Key;

/**
 * A claim on both sides: what the edition it is from gives for it, what the newest edition of the side does, and the verdict.
 *
 * @param printed what the text prints
 * @param value in the claim's unit; missing where nothing can be worked out
 * @param newestBefore empty where no newer edition has a figure for it
 * @param remark what else the newer side says, such as the same of another year; empty when there is nothing
 */
public record ClaimShift(
        Claim claim,
        Kind kind,
        Key printed,
        Pair value,
        Optional<Key> newestBefore,
        Optional<Key> newestAfter,
        Pair verdict,
        String remark) {

    /** The change of a claim between the two sides. */
    public enum Kind {
        /** The same number and the same verdict. */
        HELD,
        /** Another number, and still the same verdict. */
        MOVED,
        /** Another verdict. */
        FLIPPED,
        /** On one side only, or checkable on neither. */
        NOT_COMPARABLE;

        /** In words: {@code not comparable}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    @Override
    public String toString() {
        return OneLine.of(claim.statement(), kind);
    }
}

package org.lodestone.core.forecast;

import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;

/**
 * A sentence about a forecast that one number decides.
 *
 * @param statement as it reads where it holds: {@code Supply growth slows}
 * @param measure id of the measure whose growth, share or balance it is about
 * @param place whose share it is about
 * @param threshold id of the assumption it is measured against, of a change of the balance within which it counts as little; empty for growth
 *     that is measured against those known
 * @param upper id of the assumption from which the opposite holds; between the two lies neither
 */
public record Conclusion(
        String id,
        String statement,
        Kind kind,
        String measure,
        Optional<Place> place,
        Optional<String> threshold,
        Optional<String> upper) {

    /** The test that decides a conclusion. */
    public enum Kind {
        /** The average growth of supply over the forecast is below the threshold. */
        GROWTH_BELOW,
        /** The balance at the end is below the threshold. */
        BALANCE_BELOW,
        /** The balance falls, as a share of demand, by more than a band, however what supply counts is read. */
        BALANCE_CHANGE,
        /** The part of its largest holder's supply that could be replaced at the end is below the threshold. */
        REPLACED_BELOW,
        /** The share of a place at the end is at least the threshold. */
        SHARE_AT_LEAST;

        /** The word in a dataset: {@code growth-below}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Throws if a share has no place or another kind has one, if a kind other than {@link Kind#GROWTH_BELOW} has no threshold, or if one
     * other than {@link Kind#REPLACED_BELOW} has an upper one.
     */
    public Conclusion {
        if ((kind == Kind.SHARE_AT_LEAST) != place.isPresent()) {
            throw new IllegalArgumentException(
                    "A conclusion of kind '" + kind + "' " + (place.isPresent() ? "has no" : "needs a") + " place.");
        }
        if (kind != Kind.GROWTH_BELOW && threshold.isEmpty()) {
            throw new IllegalArgumentException("A conclusion of kind '" + kind + "' needs a threshold.");
        }
        if ((kind == Kind.REPLACED_BELOW) != upper.isPresent()) {
            throw new IllegalArgumentException("A conclusion of kind '" + kind + "' "
                    + (upper.isPresent() ? "has no" : "needs an") + " upper threshold.");
        }
    }

    @Override
    public String toString() {
        return OneLine.of(id, statement);
    }
}

package org.lodestone.core.internal.screen;

import com.google.common.collect.ImmutableSet;
import org.lodestone.core.internal.text.Nearest;

/**
 * The columns that a screen may ask for.
 *
 * @param only whether there is nothing else to measure a company by, as in a table of one's own
 */
public record ScreenColumns(ImmutableSet<String> numbers, ImmutableSet<String> words, boolean only) {

    /** Refuses a column of numbers that is not there. */
    String requireNumbers(String column) {
        if (isDataset()) {
            throw new IllegalArgumentException("'" + column + "' is not a column of numbers, and a dataset has none."
                    + " Measure by a rating, a quota, stages, or what is stated.");
        }
        return require(column, numbers, words, "numbers");
    }

    /** Refuses a column of words that is not there. */
    String requireWords(String column) {
        return require(column, words, numbers, "words");
    }

    /** Its companies are measured by other means, so it has no columns of numbers. */
    private boolean isDataset() {
        return !only && numbers.isEmpty();
    }

    private String require(String column, ImmutableSet<String> known, ImmutableSet<String> others, String kind) {
        if (!known.contains(column)) {
            String found = isDataset()
                    ? "' is not a word about companies. "
                    : others.contains(column)
                            ? "' is not a column of " + kind + ". "
                            : "' is not a column of the universe. ";
            throw new IllegalArgumentException("'" + column + found
                    + (known.isEmpty()
                            ? "It has no column of " + kind + "."
                            : Nearest.remedy(
                                    column,
                                    known,
                                    "Its columns of " + kind + " are " + String.join(", ", known) + ".")));
        }
        return column;
    }
}

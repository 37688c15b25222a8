package org.lodestone.reports.forecast;

import org.lodestone.reports.formula.Key;

/**
 * A growth that is known of a measure, against which growth to come is judged.
 *
 * @param years what it is the growth of, in a sentence: {@code in 2024}
 * @param from where it is from: {@code MCS 2025, the note's}
 * @param growth on the year before, or a year on average
 */
public record GrowthBase(String years, String from, Key growth) {

    /** {@code in 2024 (MCS 2025, the note's)}. */
    public String name() {
        return years + " (" + from + ")";
    }
}

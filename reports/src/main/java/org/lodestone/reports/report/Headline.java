package org.lodestone.reports.report;

import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;

/**
 * A result that a reader watches while changing what it rests on, beside what it is in the base case.
 *
 * @param label what it is, with its unit: {@code Balance 2030, kt magnet REE}
 * @param word the same in a word or two, for what moves it: {@code Balance}
 * @param shown how both are shown
 * @param now as it stands
 * @param base as it is whatever is chosen or typed: in the base scenario, or by the screen's own weights
 */
public record Headline(String label, String word, Shown shown, Key now, Key base) {

    @Override
    public String toString() {
        return OneLine.of(label, word, now);
    }
}

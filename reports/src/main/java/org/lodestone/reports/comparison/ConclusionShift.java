package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.comparison.Comparison.Pair;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Premise;

/**
 * A conclusion of the forecast in one scenario, on both sides.
 *
 * @param scenario its name
 * @param unit of the number that decides it
 * @param number the one that decides it
 * @param threshold what it is measured against
 * @param verdict {@code holds} or {@code does not hold}
 * @param breakEvens what would turn it, for each driver that can on a side
 */
public record ConclusionShift(
        Conclusion conclusion,
        String scenario,
        String unit,
        Shown shown,
        Pair number,
        Pair threshold,
        Pair verdict,
        ImmutableList<BreakEven> breakEvens) {

    /**
     * The value of a driver at which the conclusion turns, and how far that is from its value.
     *
     * @param now its value
     * @param turn the value at which it turns; a text where it does within no distance that was searched
     * @param distance missing where it does not turn
     */
    public record BreakEven(Premise driver, Pair now, Pair turn, Pair distance) {

        @Override
        public String toString() {
            return driver.toString();
        }
    }

    /** The conclusion and its scenario: {@code The market tightens, Base}. */
    public String title() {
        return conclusion.statement() + ", " + scenario;
    }

    /** Whether it is judged against several growths and not against one threshold. */
    boolean isOfPace() {
        return conclusion.threshold().isEmpty();
    }

    /** The unit as it follows the number in a sentence: a percentage has its sign already. */
    String unitBehind() {
        return unit.startsWith("%") ? "" : " " + unit;
    }

    /** Whether it holds on one side only. */
    public boolean turned() {
        return verdict.moved();
    }

    /** Whether the number or its threshold changed. */
    public boolean moved() {
        return number.moved() || threshold.moved();
    }

    @Override
    public String toString() {
        return OneLine.of(title(), turned() ? "turned" : moved() ? "moved" : "not moved");
    }
}

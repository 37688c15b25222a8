package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.scenario.Premise;

/**
 * A conclusion of the forecast in one scenario, on both sides.
 *
 * @param scenario its name
 * @param unit of the number that decides it
 * @param before the number that decides it
 * @param thresholdBefore what it is measured against
 * @param verdictBefore {@code holds} or {@code does not hold}
 * @param turned whether it holds on one side only
 * @param moved whether the number or its threshold changed
 * @param breakEvens what would turn it, for each driver that can on a side
 */
public record ConclusionShift(
        Conclusion conclusion,
        String scenario,
        String unit,
        Shown shown,
        Key before,
        Key after,
        Key thresholdBefore,
        Key thresholdAfter,
        Key verdictBefore,
        Key verdictAfter,
        boolean turned,
        boolean moved,
        ImmutableList<BreakEven> breakEvens) {

    /**
     * The value of a driver at which the conclusion turns, and how far that is from its value.
     *
     * @param before the value at which it turns; a text where it does within no distance that was searched
     * @param distanceBefore missing where it does not turn
     */
    public record BreakEven(
            Premise driver, Key nowBefore, Key nowAfter, Key before, Key after, Key distanceBefore, Key distanceAfter) {

        @Override
        public String toString() {
            return driver.toString();
        }
    }

    /** The conclusion and its scenario: {@code The market tightens, Base}. */
    public String title() {
        return conclusion.statement() + ", " + scenario;
    }

    @Override
    public String toString() {
        return OneLine.of(title(), turned ? "turned" : moved ? "moved" : "not moved");
    }
}

package org.lodestone.reports.scenario;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.forecast.PipelineLine;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/** When a line of the pipeline comes in a scenario, and how far it is ramped up. */
public record Arrival(Scenarios scenarios, PipelineLine.Coming coming, Optional<String> speed, Case in) {

    /** That of a line, which says when it comes. */
    public static Arrival of(Scenarios scenarios, PipelineLine line, Case in) {
        return new Arrival(scenarios, line.coming().orElseThrow(), line.speed(), in);
    }

    /** The first year, its delay counted. */
    public Formula planned() {
        return scenarios.key(coming.start(), in).plus(scenarios.key(coming.delay(), in));
    }

    /** The probability that it comes, as a ratio. */
    public Formula probability() {
        return scenarios.number(coming.probability(), in);
    }

    /** The number of steps of its curve, after which it stays where it is. */
    public int steps() {
        return scenarios.steps(coming.ramp(), in).size();
    }

    /**
     * How far it is ramped up: the step of its curve for its age, times the speed, and no more than the whole.
     *
     * @param age 1 in its first year; nothing below that, and the last step past the curve
     */
    public Formula reached(Formula age) {
        return age.isAtLeast(ONE).then(step(age), ZERO);
    }

    /** The same from the first year on. */
    public Formula step(Formula age) {
        ImmutableList<Key> curve = scenarios.steps(coming.ramp(), in);
        Formula step = Formula.min(age, Formula.countOfKnown(span(curve)));
        Formula share = scenarios.asNumber(Formula.call(Fn.PICK, span(curve), step), coming.ramp());
        return speed.map(id -> Formula.min(ONE, share.times(scenarios.number(id, in))))
                .orElse(share);
    }
}

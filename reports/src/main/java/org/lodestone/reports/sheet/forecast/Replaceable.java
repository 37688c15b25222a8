package org.lodestone.reports.sheet.forecast;

import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import java.util.Optional;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Replacement;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.scenario.Scenarios;

/** The part of the largest holder's supply that could be replaced from outside, as findings say it. */
public final class Replaceable {

    private Replaceable() {}

    /**
     * The part that could be replaced in the first and in the last year of the forecast, and when half of it could; how late steps of
     * projects came, where some were due.
     */
    public static Formula inWords(Replacement replacement, Optional<Slips> slips) {
        return inWords("Could", replacement, slips);
    }

    /** The same as a sentence that names what could. */
    public static Formula inProse(Replacement replacement, Optional<Slips> slips) {
        return inWords("Supply outside " + replacement.holder().name() + " could", replacement, slips);
    }

    private static Formula inWords(String could, Replacement replacement, Optional<Slips> slips) {
        Period start = replacement.supply().start();
        Period end = replacement.supply().horizon();
        return words().with("could", could)
                .with("scenario", Scenarios.IN_FORCE)
                .with("before", replacement.ratio(start))
                .with("after", replacement.ratio(end))
                .with("holder", replacement.holder().name())
                .with("start", start)
                .with("end", end)
                .with("never", Formula.call(Fn.SAME_TEXT, replacement.half(), text(Replacement.NOT_REACHED)))
                .with("half", replacement.half())
                .with("slips", slips.isPresent())
                .with("mean", slips.map(record -> record.mean().magnitude()))
                .with("late", slips.map(record -> record.mean().isAtLeast(ZERO)))
                .with("open", slips.map(Slips::isOpen).orElse(false))
                .with("dated", slips.map(record -> Formula.sum(record.late()).isKnown()))
                .say(
                        "{could} replace {before:0%} of what {holder} supplied in {start}, {after:0%} by {end}"
                                + "{slips?{never?|, half in {half}}[; projects{dated?| with known dates} ran {mean:0.0} years {late?late{open? or more}|early} on average]"
                                + "|; {never?the pipeline never reaches half|half of it in {half}}}."
                                + "|{could} replace {before:0%} of what {holder} supplied in {start}; how much by {end} is not known."
                                + "|How much of what {holder} supplied could be replaced is not known in {scenario}: a figure is missing.");
    }
}

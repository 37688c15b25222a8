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

/** The supply from elsewhere beside that of the largest holder, as findings say it. */
public final class Replaceable {

    private Replaceable() {}

    /**
     * The supply from elsewhere in the first and in the last year of the forecast as a part of the largest holder's, and when it is half of
     * that; how late steps of projects came, where some were due.
     */
    public static Formula inWords(Replacement replacement, Optional<Slips> slips) {
        return inWords("Equals", replacement, slips);
    }

    /** The same as a sentence with its subject. */
    public static Formula inProse(Replacement replacement, Optional<Slips> slips) {
        return inWords("Supply outside " + replacement.holder().name() + " equals", replacement, slips);
    }

    private static Formula inWords(String equals, Replacement replacement, Optional<Slips> slips) {
        Period start = replacement.supply().start();
        Period end = replacement.supply().horizon();
        return words().with("equals", equals)
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
                        "{equals} {before:0%} of what {holder} supplied in {start}, {after:0%} by {end}{never?|, half in {half}}"
                                + "{slips?[; projects{dated?| with known dates} ran {mean:0.0} years {late?late{open? or more}|early} on average]}."
                                + "|{equals} {before:0%} of what {holder} supplied in {start}; how much by {end} is not known."
                                + "|How supply outside {holder} compares is not known in {scenario}: a figure is missing.");
    }
}

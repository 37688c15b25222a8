package org.lodestone.reports.sheet.risk;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.trueMinus;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.words.MarketTurn;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.risk.RiskAnalysis;
import org.lodestone.reports.risk.RiskAnalysis.Lookup;

/**
 * The lead where it is told how a market turns: the scenario as assumed, or the median of its draws where that has another word.
 *
 * @param conclusion on the change of a balance
 */
public record LeadingTurn(RiskAnalysis risk, Conclusion conclusion) {

    private Outcome chosen() {
        return risk.study().chosen();
    }

    /**
     * Words on the median of draws where it leads, and else words on the scenario. Draws that are out of date lead nowhere.
     *
     * @param outOfDate the words on the scenario then
     */
    public Formula led(Formula median, Formula scenario, Formula outOfDate) {
        Key word = risk.turn(conclusion);
        Formula agrees = Formula.call(Fn.SAME_TEXT, word, chosen().turn(conclusion))
                .or(Formula.call(Fn.SAME_TEXT, word, text(MarketTurn.NOT_KNOWN)));
        return Dated.of(risk.current(conclusion), agrees.then(scenario, median), outOfDate);
    }

    /** The words for a sentence on the median: both turns, the ends of its change over the readings, and the share of draws. */
    public Wording words() {
        ImmutableList<Key> medians =
                risk.medians(conclusion).stream().map(Lookup::chosen).collect(ImmutableList.toImmutableList());
        return change(Wording.words(), medians)
                .with("turn", risk.turn(conclusion))
                .with("assumed", chosen().turn(conclusion))
                .with("share", risk.holds(conclusion).chosen());
    }

    /** More words, for a sentence on changes, one in every reading: the smallest and the largest, in points. */
    public static Wording change(Wording words, ImmutableList<Key> changes) {
        return words.with("several", changes.size() > 1)
                .with("least", trueMinus(Formula.call(Fn.MAX, span(changes)).times(HUNDRED), 1))
                .with("most", trueMinus(Formula.call(Fn.MIN, span(changes)).times(HUNDRED), 1));
    }
}

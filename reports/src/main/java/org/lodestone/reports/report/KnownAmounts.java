package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/** Sentences on sums of which an amount may be withheld: of those amounts that are known, and of how many. */
final class KnownAmounts {

    /** The functions that put an amount in words, or add it to others, and make no ratio of it. */
    private static final ImmutableSet<Fn> SAYS_AN_AMOUNT =
            ImmutableSet.of(Fn.JOIN, Fn.FIXED, Fn.OR_WORDS, Fn.IF, Fn.ADD, Fn.ROUND, Fn.ABSOLUTE);

    private final Map<Key, Formula> calculated;
    private final Set<Key> amounts = new LinkedHashSet<>();

    private KnownAmounts(Map<Key, Formula> calculated) {
        this.calculated = calculated;
    }

    /**
     * A sentence that says as much as is known: the sums in it are of the amounts that are known where one is not, unless its
     * template has other words for that.
     *
     * @param calculated the formulas behind keys that the sentence may name
     */
    static Formula say(String template, Wording words, Map<Key, Formula> calculated) {
        return template.contains("|") ? words.say(template) : new KnownAmounts(calculated).sentence(template, words);
    }

    private Formula sentence(String template, Wording words) {
        String stop = template.endsWith(".") ? "." : "";
        Formula ofKnown = ofKnown(words.clause(template.substring(0, template.length() - stop.length())));
        if (amounts.isEmpty()) {
            return words.say(template);
        }
        Wording told = Wording.words()
                .with("sentence", ofKnown)
                .with("known", Formula.countOfKnown(Formula.span(ImmutableList.copyOf(amounts))))
                .with("all", amounts.size());
        Formula some = stop.isEmpty()
                ? told.say("{sentence} ({known:0} of {all} figures are known)")
                : told.say("{sentence} ({known:0} of {all} figures are known).");
        return words.clause(template).orWords(some);
    }

    private Formula ofKnown(Formula formula) {
        return formula.fold(Formula.Literal::new, this::ofKnown, span -> span, this::ofKnown);
    }

    private Formula ofKnown(Key key) {
        Formula formula = calculated.get(key);
        if (formula == null) {
            return key;
        }
        Formula ofKnown = ofKnown(formula);
        return ofKnown.equals(formula) ? key : ofKnown;
    }

    /** A sum of those that are known; a share of a sum, or its growth, is not known as long as the sum is not. */
    private Formula ofKnown(Formula.Call call) {
        if (call.fn() == Fn.SUM && call.args().get(0).asSpan().isPresent()) {
            Formula.Span summed = call.args().get(0).asSpan().orElseThrow();
            amounts.addAll(summed.keys());
            return Formula.sumOfKnown(summed);
        }
        return SAYS_AN_AMOUNT.contains(call.fn()) || isScaled(call)
                ? new Formula.Call(
                        call.fn(), call.args().stream().map(this::ofKnown).collect(ImmutableList.toImmutableList()))
                : call;
    }

    /** Whether an amount is told in another size: times or over a constant. */
    private static boolean isScaled(Formula.Call call) {
        return (call.fn() == Fn.MULTIPLY || call.fn() == Fn.DIVIDE)
                && call.args().get(1).asKey().filter(Definitions.MODEL::has).isPresent();
    }
}

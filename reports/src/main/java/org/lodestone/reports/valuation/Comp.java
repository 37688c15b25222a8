package org.lodestone.reports.valuation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/**
 * A company with what it costs and what that is compared with. Each fact has its period and its sources.
 *
 * @param netProfit of the last twelve months that ended before the day of the price; empty where not known
 * @param ebitda of the same, perhaps of other months
 * @param forwardPe the latest quote, with its day
 * @param flags what to know before comparing it
 */
public record Comp(
        Company company,
        CompGroup group,
        SharePrice price,
        Bridge bridge,
        Optional<StatedFact> netProfit,
        Optional<StatedFact> ebitda,
        Optional<StatedFact> forwardPe,
        OwnTonnes tonnes,
        ImmutableList<CompFlag> flags) {

    static final String EXACT = "exact";
    static final String AT_LEAST = "at least";
    static final String AT_MOST = "at most";

    Comp withFlags(ImmutableList<CompFlag> found) {
        return new Comp(company, group, price, bridge, netProfit, ebitda, forwardPe, tonnes, found);
    }

    /** The key of what is known of it. */
    public Key key(CompMeasure measure) {
        return measure == CompMeasure.MARKET_VALUE ? price.marketValue() : measure.of(company.id());
    }

    /**
     * In which sense its own tonnes, or its enterprise value for each of them, are known: the text {@code at least} where the true number is
     * no smaller, {@code at most} where it is no larger, else {@code exact}.
     */
    public Key bound(CompMeasure ofTonnes) {
        return bound(key(ofTonnes));
    }

    static Key bound(Key ofTonnes) {
        return ofTonnes.sub("known as");
    }

    /** A text for each of the bounds, none for what is exact. */
    public Formula bound(CompMeasure ofTonnes, String atLeast, String atMost) {
        return bound(ofTonnes, atLeast, atMost, "");
    }

    Formula bound(CompMeasure ofTonnes, String atLeast, String atMost, String exact) {
        Formula known = bound(ofTonnes).ref();
        return is(known, AT_LEAST)
                .then(Formula.text(atLeast), is(known, AT_MOST).then(Formula.text(atMost), Formula.text(exact)));
    }

    private static Formula is(Formula known, String other) {
        return Formula.call(Fn.SAME_TEXT, known, Formula.text(other));
    }

    /** Whether there is a flag of this kind. */
    public boolean has(CompFlag.Kind kind) {
        return flags.stream().anyMatch(flag -> flag.kind() == kind);
    }

    @Override
    public String toString() {
        return OneLine.joined(price, OneLine.count(flags, "flag"));
    }
}

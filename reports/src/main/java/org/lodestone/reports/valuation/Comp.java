package org.lodestone.reports.valuation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Shown;

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

    Comp withFlags(ImmutableList<CompFlag> found) {
        return new Comp(company, group, price, bridge, netProfit, ebitda, forwardPe, tonnes, found);
    }

    /** The key of what is known of it. */
    public Key key(CompMeasure measure) {
        return measure == CompMeasure.MARKET_VALUE ? price.marketValue() : measure.of(company.id());
    }

    /** In which sense that is known. */
    public Bound bound(CompMeasure measure) {
        return switch (measure) {
            case OWN_TONNES -> tonnes.bound();
            case EV_PER_TONNE -> tonnes.bound().under();
            default -> Bound.EXACT;
        };
    }

    /** A measure in a cell, with its sign where it is known as a bound. */
    public Cell shown(CompMeasure measure, Shown shown) {
        return new Cell.Of(key(measure), shown).signed(bound(measure).toString());
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

package org.lodestone.core.company;

import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;

/**
 * One number about a company.
 *
 * @param company id of the company
 * @param fact what is counted, such as {@code revenue} or {@code separation-capacity}
 * @param period a period, or words such as {@code at full build}
 * @param value as printed: a number, a bound, a range, or why there is none
 * @param unit such as {@code CNY mn} or {@code t REO/yr}
 * @param scope for whom or which part; empty for the whole company
 * @param derivation the arithmetic of a derived value; empty for others
 */
public record CompanyFact(
        String company,
        String fact,
        String period,
        Observation value,
        Unit unit,
        String scope,
        String derivation,
        Citation citation) {

    /** Whether it is stated for each share, as {@code share-price} and {@code eps} are, whether or not its unit says so. */
    public boolean isPerShare() {
        return unit.dimension() == Dimension.MONEY_PER_SHARE
                || fact.equals("share-price")
                || fact.startsWith("eps")
                || fact.contains("per-share");
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(company, fact, period, scope), OneLine.amount(value, unit));
    }
}

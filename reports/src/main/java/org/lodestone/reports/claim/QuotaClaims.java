package org.lodestone.reports.claim;

import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.research.Claim;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;

/**
 * Claims on quotas: their amount, their growth, or who holds them.
 *
 * @param ways takes the ways in which the claim is worked out
 */
record QuotaClaims(List<Quotas> stages, Claim claim, ClaimWays ways) {

    void recompute() {
        Period year = claim.period().orElse(Period.NONE);
        stages.stream()
                .filter(quotas ->
                        claim.measure().equals(Optional.of(quotas.stage().id())))
                .filter(quotas -> quotas.years().contains(year))
                .forEach(quotas -> recompute(quotas, year));
    }

    private void recompute(Quotas quotas, Period year) {
        ways.include(quotas.model());
        switch (claim.finding()) {
            case QUOTA -> fullYear(quotas, year);
            case QUOTA_GROWTH -> quotas.growth(year).ifPresent(growth -> growth(quotas, year, growth));
            case QUOTA_GROWTH_BELOW_AVERAGE -> belowAverage(quotas, year);
            case HOLDERS ->
                quotas.holdings()
                        .filter(holdings -> holdings.years().contains(year))
                        .ifPresent(holdings -> ways.way(
                                words().with("share", holdings.knownShare(year))
                                        .say("Known holders have {share:0.0%} of the quota between them"
                                                + "|Holders that have the whole quota between them"),
                                holdings.holdersOfAll(year)));
            default -> throw new IllegalStateException(claim.finding() + " is not one of quotas.");
        }
    }

    /** Fewer batches may be stated than were issued, so their sum counts only where there is no figure for the year. */
    private void fullYear(Quotas quotas, Period year) {
        Formula total = quotas.total(year);
        Optional<Key> batches = quotas.sumOfBatches(year);
        Formula words = batches.map(sum -> words().with("known", total.isKnown())
                        .clause("{known?Full-year quota|Sum of its batches, as the full-year quota is not known}"))
                .orElse(text("Full-year quota"));
        ways.way(words, ways.amountIn(quotas.unit(), batches.map(total::orElse).orElse(total)));
    }

    private void growth(Quotas quotas, Period year, Key growth) {
        ways.way(
                words().with("now", amount(quotas, year))
                        .with("before", amount(quotas, year.previous()))
                        .with("unit", quotas.unit())
                        .say("Full-year quota of {now} after {before} {unit}|Full-year quota on the year before"),
                ClaimWays.inPercent(growth));
    }

    private static Formula amount(Quotas quotas, Period year) {
        return quotas.total(year).fixed(Shown.of(quotas.unit()).decimals());
    }

    /** Against both averages of the years up to that of the claim, whatever years the ledger has after it. */
    private void belowAverage(Quotas quotas, Period year) {
        Optional<Period> first = quotas.span()
                .filter(range -> range.contains(year))
                .map(Range::lowerEndpoint)
                .filter(lower -> lower.compareTo(year) < 0);
        if (first.isEmpty()) {
            return;
        }
        Key growth = quotas.growth(year).orElseThrow();
        Key compound = growth.sub("compound growth up to then");
        Key mean = growth.sub("mean growth up to then");
        Formula againstCompound = against(growth, compound);
        Formula againstMean = against(growth, mean);
        if (quotas.span().orElseThrow().upperEndpoint().equals(year)) {
            compound = quotas.compoundGrowth().orElseThrow();
            mean = quotas.meanGrowth().orElseThrow();
            againstCompound = quotas.againstCompound().orElseThrow();
            againstMean = quotas.againstMean().orElseThrow();
        } else {
            ways.model().calculation(compound, compound(quotas, first.get(), year));
            ways.model().calculation(mean, Growth.mean(rates(quotas, year)));
        }
        Wording words = words().with("growth", growth)
                .with("compound", compound)
                .with("mean", mean)
                .with("first", first.get())
                .with("year", year);
        ways.way(
                words.say("Growth of {growth:0.00%} against {compound:0.00%} a year compound, {first} to {year}"
                        + "|Growth against compound growth"),
                againstCompound);
        ways.way(
                words.say("Growth of {growth:0.00%} against the mean of yearly rates of {mean:0.00%}, {first} to {year}"
                        + "|Growth against the mean of yearly rates"),
                againstMean);
    }

    private static Formula compound(Quotas quotas, Period first, Period year) {
        return Growth.compound(quotas.total(year), quotas.total(first), YearNumber.between(first, year));
    }

    /** The yearly rates from the first known year to this one. */
    private static ImmutableList<Key> rates(Quotas quotas, Period last) {
        Period first = quotas.span().orElseThrow().lowerEndpoint();
        return quotas.years().stream()
                .filter(year -> year.compareTo(first) > 0 && year.compareTo(last) <= 0)
                .flatMap(year -> quotas.growth(year).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Formula against(Key growth, Key average) {
        return words().with("below", average.isAbove(growth)).clause("{below?below|not below}");
    }
}

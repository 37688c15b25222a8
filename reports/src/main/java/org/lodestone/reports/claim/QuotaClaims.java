package org.lodestone.reports.claim;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.research.Claim;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.quota.Quotas;

/** The ways in which a claim about quotas is worked out. */
record QuotaClaims(List<Quotas> stages, Claim claim) {

    ImmutableList<ClaimWay> ways() {
        Period year = claim.period().orElse(Period.NONE);
        return stages.stream()
                .filter(quotas ->
                        claim.measure().equals(Optional.of(quotas.stage().id())))
                .filter(quotas -> quotas.years().contains(year))
                .flatMap(quotas -> ways(quotas, year))
                .collect(ImmutableList.toImmutableList());
    }

    private Stream<ClaimWay> ways(Quotas quotas, Period year) {
        return switch (claim.finding()) {
            case QUOTA ->
                Stream.of(
                                way(quotas, "full-year quota", Optional.of(quotas.total(year)), ClaimWay.Kind.AMOUNT),
                                way(quotas, "sum of its batches", quotas.sumOfBatches(year), ClaimWay.Kind.AMOUNT))
                        .flatMap(Optional::stream);
            case QUOTA_GROWTH ->
                way(quotas, "full-year quota on the year before", quotas.growth(year), ClaimWay.Kind.RATIO).stream();
            case QUOTA_GROWTH_BELOW_AVERAGE -> belowAverage(quotas, year);
            case HOLDERS ->
                way(
                        quotas,
                        "holders that have the whole quota between them",
                        quotas.holdings()
                                .filter(holdings -> holdings.years().contains(year))
                                .map(holdings -> holdings.holdersOfAll(year)),
                        ClaimWay.Kind.PLAIN)
                        .stream();
            default -> Stream.empty();
        };
    }

    /** Against both averages of the years up to that of the claim, whatever years the ledger has after it. */
    private Stream<ClaimWay> belowAverage(Quotas quotas, Period year) {
        Optional<Period> first = quotas.span()
                .filter(range -> range.contains(year))
                .map(Range::lowerEndpoint)
                .filter(lower -> lower.compareTo(year) < 0);
        if (first.isEmpty()) {
            return Stream.empty();
        }
        String span = ", " + first.get() + " to " + year;
        String compound = "against compound growth" + span;
        String mean = "against the mean of yearly rates" + span;
        if (quotas.span().orElseThrow().upperEndpoint().equals(year)) {
            return Stream.of(
                            way(quotas, compound, quotas.againstCompound(), ClaimWay.Kind.PLAIN),
                            way(quotas, mean, quotas.againstMean(), ClaimWay.Kind.PLAIN))
                    .flatMap(Optional::stream);
        }
        Key growth = quotas.growth(year).orElseThrow();
        Model.Builder model = Model.builder().include(quotas.model());
        Key againstCompound = model.calculation(
                growth.sub("against compound growth up to then"), against(growth, compound(quotas, first.get(), year)));
        Key againstMean = model.calculation(
                growth.sub("against mean growth up to then"), against(growth, Growth.mean(rates(quotas, year))));
        Model built = model.build();
        return Stream.of(
                new ClaimWay(compound, againstCompound.ref(), ClaimWay.Kind.PLAIN, quotas.unit(), "", built),
                new ClaimWay(mean, againstMean.ref(), ClaimWay.Kind.PLAIN, quotas.unit(), "", built));
    }

    private static Formula compound(Quotas quotas, Period first, Period year) {
        return Growth.compound(
                quotas.total(year).ref(),
                quotas.total(first).ref(),
                Quotas.yearLabel(year).ref().minus(Quotas.yearLabel(first).ref()));
    }

    /** The yearly rates from the first known year to this one. */
    private static ImmutableList<Key> rates(Quotas quotas, Period last) {
        Period first = quotas.span().orElseThrow().lowerEndpoint();
        return quotas.years().stream()
                .filter(year -> year.compareTo(first) > 0 && year.compareTo(last) <= 0)
                .flatMap(year -> quotas.growth(year).stream())
                .collect(ImmutableList.toImmutableList());
    }

    private static Formula against(Key growth, Formula average) {
        return average.isAbove(growth.ref()).then(Formula.text("below"), Formula.text("not below"));
    }

    private Optional<ClaimWay> way(Quotas quotas, String words, Optional<Key> value, ClaimWay.Kind kind) {
        return value.map(key -> new ClaimWay(words, key.ref(), kind, quotas.unit(), "", quotas.model()));
    }
}

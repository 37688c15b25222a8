package org.lodestone.reports.claim;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Finding;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.quota.Quotas;

/** The ways in which a claim about quotas is worked out. */
record QuotaClaims(Dataset dataset, Claim claim) {

    ImmutableList<ClaimWay> ways() {
        Period year = claim.period().orElse(Period.NONE);
        return claim.measure().flatMap(stage -> Quotas.of(dataset, stage)).stream()
                .filter(quotas -> quotas.years().contains(year))
                .filter(quotas -> claim.finding() != Finding.QUOTA_GROWTH_BELOW_AVERAGE || endsIn(quotas, year))
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
            case QUOTA_GROWTH_BELOW_AVERAGE ->
                Stream.of(
                                way(
                                        quotas,
                                        "against compound growth" + span(quotas),
                                        quotas.againstCompound(),
                                        ClaimWay.Kind.PLAIN),
                                way(
                                        quotas,
                                        "against the mean of yearly rates" + span(quotas),
                                        quotas.againstMean(),
                                        ClaimWay.Kind.PLAIN))
                        .flatMap(Optional::stream);
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

    /** Whether growth and average, which are those of the last year of the ledger, are of this year. */
    private static boolean endsIn(Quotas quotas, Period year) {
        return quotas.span().filter(range -> range.upperEndpoint().equals(year)).isPresent();
    }

    private static String span(Quotas quotas) {
        return quotas.span()
                .map(range -> ", " + range.lowerEndpoint() + " to " + range.upperEndpoint())
                .orElse("");
    }

    private Optional<ClaimWay> way(Quotas quotas, String words, Optional<Key> value, ClaimWay.Kind kind) {
        return value.map(key -> new ClaimWay(words, key.ref(), kind, quotas.unit(), "", quotas.model()));
    }
}

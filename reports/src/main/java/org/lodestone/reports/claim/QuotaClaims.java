package org.lodestone.reports.claim;

import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

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
import org.lodestone.reports.internal.model.YearNumber;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Wording;

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
            case QUOTA -> Stream.of(fullYear(quotas, year));
            case QUOTA_GROWTH -> growth(quotas, year).stream();
            case QUOTA_GROWTH_BELOW_AVERAGE -> belowAverage(quotas, year);
            case HOLDERS ->
                quotas.holdings().filter(holdings -> holdings.years().contains(year)).stream()
                        .map(holdings -> way(
                                quotas,
                                words().with("share", holdings.knownShare(year))
                                        .say("Known holders have {share:0.0%} of the quota between them"
                                                + "|Holders that have the whole quota between them"),
                                holdings.holdersOfAll(year),
                                ClaimWay.Kind.PLAIN));
            default -> Stream.empty();
        };
    }

    /** Fewer batches may be stated than were issued, so their sum counts only where there is no figure for the year. */
    private static ClaimWay fullYear(Quotas quotas, Period year) {
        Formula total = quotas.total(year);
        return quotas.sumOfBatches(year)
                .map(batches -> way(
                        quotas,
                        words().with("known", total.isKnown())
                                .clause(
                                        "{known?Full-year quota|Sum of its batches, as the full-year quota is not known}"),
                        total.orElse(batches),
                        ClaimWay.Kind.AMOUNT))
                .orElseGet(() -> way(quotas, text("Full-year quota"), total, ClaimWay.Kind.AMOUNT));
    }

    private static Optional<ClaimWay> growth(Quotas quotas, Period year) {
        return quotas.growth(year)
                .map(growth -> way(
                        quotas,
                        words().with("now", amount(quotas, year))
                                .with("before", amount(quotas, year.previous()))
                                .with("unit", quotas.unit())
                                .say(
                                        "Full-year quota of {now} after {before} {unit}|Full-year quota on the year before"),
                        growth,
                        ClaimWay.Kind.RATIO));
    }

    private static Formula amount(Quotas quotas, Period year) {
        return quotas.total(year).fixed(Shown.of(quotas.unit()).decimals());
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
        Key growth = quotas.growth(year).orElseThrow();
        Model.Builder model = Model.builder().include(quotas.model());
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
            model.calculation(compound, compound(quotas, first.get(), year));
            model.calculation(mean, Growth.mean(rates(quotas, year)));
        }
        Model built = model.build();
        Wording words = words().with("growth", growth)
                .with("compound", compound)
                .with("mean", mean)
                .with("first", first.get())
                .with("year", year);
        return Stream.of(
                new ClaimWay(
                        words.say("Growth of {growth:0.00%} against {compound:0.00%} a year compound, {first} to {year}"
                                + "|Growth against compound growth"),
                        againstCompound,
                        ClaimWay.Kind.PLAIN,
                        quotas.unit(),
                        "",
                        built),
                new ClaimWay(
                        words.say(
                                "Growth of {growth:0.00%} against the mean of yearly rates of {mean:0.00%}, {first} to {year}"
                                        + "|Growth against the mean of yearly rates"),
                        againstMean,
                        ClaimWay.Kind.PLAIN,
                        quotas.unit(),
                        "",
                        built));
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

    private static ClaimWay way(Quotas quotas, Formula words, Formula value, ClaimWay.Kind kind) {
        return new ClaimWay(words, value, kind, quotas.unit(), "", quotas.model());
    }
}

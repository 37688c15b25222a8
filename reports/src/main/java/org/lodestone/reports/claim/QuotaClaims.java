package org.lodestone.reports.claim;

import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

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
import org.lodestone.reports.report.Saying;
import org.lodestone.reports.report.Shown;

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
                                say(
                                                "Known holders have {share} of the quota between them",
                                                with(
                                                        "share",
                                                        percent(
                                                                holdings.knownShare(year)
                                                                        .ref(),
                                                                1)))
                                        .orIfUnknown("Holders that have the whole quota between them"),
                                holdings.holdersOfAll(year).ref(),
                                ClaimWay.Kind.PLAIN));
            default -> Stream.empty();
        };
    }

    /** Fewer batches may be stated than were issued, so their sum counts only where there is no figure for the year. */
    private static ClaimWay fullYear(Quotas quotas, Period year) {
        Formula total = quotas.total(year).ref();
        Formula whole = text("Full-year quota");
        return quotas.sumOfBatches(year)
                .map(batches -> way(
                        quotas,
                        say(
                                "{way}",
                                with(
                                        "way",
                                        total.isKnown()
                                                .then(
                                                        whole,
                                                        text(
                                                                "Sum of its batches, as the full-year quota is not known")))),
                        total.orElse(batches.ref()),
                        ClaimWay.Kind.AMOUNT))
                .orElseGet(() -> way(quotas, say("Full-year quota"), total, ClaimWay.Kind.AMOUNT));
    }

    private static Optional<ClaimWay> growth(Quotas quotas, Period year) {
        return quotas.growth(year)
                .map(growth -> way(
                        quotas,
                        say(
                                        "Full-year quota of {now} after {before} {unit}",
                                        with("now", amount(quotas, year))
                                                .with("before", amount(quotas, year.previous()))
                                                .with("unit", quotas.unit().toString()))
                                .orIfUnknown("Full-year quota on the year before"),
                        growth.ref(),
                        ClaimWay.Kind.RATIO));
    }

    private static Formula amount(Quotas quotas, Period year) {
        return quotas.total(year).ref().fixed(Shown.of(quotas.unit()).decimals());
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
            againstCompound = quotas.againstCompound().orElseThrow().ref();
            againstMean = quotas.againstMean().orElseThrow().ref();
        } else {
            model.calculation(compound, compound(quotas, first.get(), year));
            model.calculation(mean, Growth.mean(rates(quotas, year)));
        }
        Model built = model.build();
        Saying.Arguments span = with("growth", percent(growth.ref(), 2))
                .with("first", first.get().toString())
                .with("year", year.toString());
        return Stream.of(
                new ClaimWay(
                        say(
                                        "Growth of {growth} against {compound} a year compound, {first} to {year}",
                                        span.with("compound", percent(compound.ref(), 2)))
                                .orIfUnknown("Growth against compound growth"),
                        againstCompound,
                        ClaimWay.Kind.PLAIN,
                        quotas.unit(),
                        "",
                        built),
                new ClaimWay(
                        say(
                                        "Growth of {growth} against the mean of yearly rates of {mean}, {first} to {year}",
                                        span.with("mean", percent(mean.ref(), 2)))
                                .orIfUnknown("Growth against the mean of yearly rates"),
                        againstMean,
                        ClaimWay.Kind.PLAIN,
                        quotas.unit(),
                        "",
                        built));
    }

    private static Formula compound(Quotas quotas, Period first, Period year) {
        return Growth.compound(quotas.total(year).ref(), quotas.total(first).ref(), YearNumber.between(first, year));
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
        return average.ref().isAbove(growth.ref()).then(text("below"), text("not below"));
    }

    private static ClaimWay way(Quotas quotas, Saying words, Formula value, ClaimWay.Kind kind) {
        return new ClaimWay(words, value, kind, quotas.unit(), "", quotas.model());
    }
}

package org.lodestone.reports.claim;

import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.research.Claim;
import org.lodestone.core.research.Verdict;
import org.lodestone.core.time.Period;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.project.Pipeline;
import org.lodestone.reports.quota.Quotas;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.supply.Supplies;

/** Recomputes the claims of a dataset, each by the formulas of the analysis it belongs to. */
public record ClaimCheck(ImmutableList<CheckedClaim> claims, Model model) {

    static final Term CLAIM = Term.of("claim");
    private static final Term VERDICTS = Term.of("claims by verdict");

    /** The claims of a dataset, each recomputed; none where it has none. */
    public static ClaimCheck of(Dataset dataset) {
        Supplies supplies = Supplies.of(dataset);
        return of(supplies, Quotas.of(dataset), ChainAnalysis.of(supplies));
    }

    /** The same as {@link #of(Dataset)} gives, from analyses that are worked out already. */
    public static ClaimCheck of(Supplies supplies, List<Quotas> quotas, Optional<ChainAnalysis> chain) {
        ImmutableList<CheckedClaim> claims = supplies.dataset().claims().stream()
                .map(claim -> new Check(supplies, quotas, chain, claim, new ClaimWays(claim)).run())
                .collect(ImmutableList.toImmutableList());
        Model.Builder model = Model.builder();
        claims.forEach(claim -> model.include(claim.model()));
        List<Key> judged = claims.stream().map(CheckedClaim::judged).toList();
        if (!judged.isEmpty()) {
            for (Verdict verdict : Verdict.values()) {
                model.calculation(
                        count(verdict), Formula.call(Fn.COUNT_TEXT, Formula.span(judged), text(verdict.inWords())));
            }
            model.calculation(
                    total(),
                    Formula.sum(Formula.span(
                            Stream.of(Verdict.values()).map(ClaimCheck::count).toList())));
        }
        return new ClaimCheck(claims, model.build());
    }

    /** The number of claims that have a verdict. */
    public static Key count(Verdict verdict) {
        return VERDICTS.of(Subject.of(verdict.inWords()));
    }

    /** The numbers of claims, in all and by verdict, by the names that sentences on the claims use. */
    public static Wording words() {
        return Wording.words()
                .with("all", total())
                .with("reproduced", count(Verdict.REPRODUCED))
                .with("overtaken", count(Verdict.OVERTAKEN))
                .with("notReproduced", count(Verdict.NOT_REPRODUCED))
                .with("notCheckable", count(Verdict.NOT_CHECKABLE));
    }

    /** The number of claims. */
    public static Key total() {
        return VERDICTS.sub("all").key();
    }

    /** One claim being checked. */
    private record Check(
            Supplies supplies, List<Quotas> quotas, Optional<ChainAnalysis> chain, Claim claim, ClaimWays ways) {
        CheckedClaim run() {
            switch (claim.finding()) {
                case TOTAL, AMOUNT, SHARE, GROWTH -> new SupplyClaims(supplies, claim, ways).recompute();
                case QUOTA, QUOTA_GROWTH, QUOTA_GROWTH_BELOW_AVERAGE, HOLDERS ->
                    new QuotaClaims(quotas, claim, ways).recompute();
                case WHOLE_CHAIN -> chain.ifPresent(this::wholeChain);
                case PROJECT_CAPACITY -> capacity();
                case POLICY -> {
                    return policy();
                }
                case PUBLISHED_SHARE ->
                    ways.remark("Printed by a third party; the amounts behind it are not known. " + ofAnotherYear());
                case QUALITATIVE -> ways.remark("");
            }
            return ways.judged();
        }

        private Dataset dataset() {
            return supplies.dataset();
        }

        private Period period() {
            return claim.period().orElse(Period.NONE);
        }

        private void wholeChain(ChainAnalysis chain) {
            ways.include(chain.model());
            ways.way(
                    Wording.words()
                            .with("threshold", chain.threshold())
                            .say("Countries that reach {threshold:0.0}% in every stage"
                                    + "|Countries that reach the threshold in every stage"),
                    chain.wholeChains());
            String unknown = chain.withoutFigures().stream().map(Stage::name).collect(Collectors.joining(", "));
            ways.remark(unknown.isEmpty() ? "" : "No figures by country for: " + unknown + ".");
        }

        private void capacity() {
            dataset().projects().stream()
                    .filter(line -> line.id().equals(claim.place().orElse("")))
                    .filter(line -> line.capacity().isPresent())
                    .findFirst()
                    .ifPresent(line -> {
                        Pipeline.of(dataset()).map(Pipeline::model).ifPresent(ways::include);
                        Key capacity = Pipeline.capacity(line);
                        ways.way(
                                text("Planned capacity of " + line.project()),
                                line.unit()
                                        .map(unit -> ways.amountIn(unit, capacity))
                                        .orElse(capacity));
                    });
        }

        /** A date is a text: it is compared to the letter. */
        private CheckedClaim policy() {
            String effective = dataset().policies().stream()
                    .filter(policy -> policy.id().equals(claim.place().orElse("")))
                    .map(policy -> policy.effective())
                    .findFirst()
                    .orElse("");
            if (effective.isEmpty()) {
                return ways.notCheckable();
            }
            Subject subject = Subject.of(claim.id());
            Key printed = ways.printed();
            Key found = ways.model().label(CLAIM.sub("date").of(subject), effective);
            Key judged = ways.model()
                    .calculation(
                            CLAIM.sub("verdict").of(subject),
                            Formula.call(Fn.SAME_TEXT, found, printed)
                                    .then(text(Verdict.REPRODUCED.inWords()), text(Verdict.NOT_REPRODUCED.inWords())));
            return ways.checked(
                    printed, Optional.of(found), judged, "In force from this date, by the table of policies.");
        }

        /** Whether the claim is of another year than most. */
        private String ofAnotherYear() {
            var years = dataset().claims().stream()
                    .flatMap(other -> other.period().stream())
                    .filter(period -> period.kind() == Period.Kind.YEAR)
                    .collect(Collectors.groupingBy(Period::year, Collectors.counting()));
            int usual = years.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .map(Map.Entry::getKey)
                    .orElse(0);
            return claim.period().filter(period -> period.year() != usual).isPresent()
                    ? "It is of " + period() + ", beside figures of " + usual + "."
                    : "";
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.count(claims, "claim"),
                Stream.of(Verdict.values())
                        .map(one ->
                                OneLine.number(model.value(count(one)).number().orElseThrow()) + " " + one.inWords())
                        .toList());
    }
}

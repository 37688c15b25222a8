package org.lodestone.core.fundamentals;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.lodestone.core.company.CompanyFact;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Source;
import org.lodestone.core.internal.text.OneLine;

/**
 * The changes that the facts of a file make in a dataset.
 *
 * <p>A fact of the same company, period and scope that comes from the same source is replaced; what another source states stays
 * beside it, and where the two differ that is told. Facts the source stated earlier and states no more stay.
 *
 * @param added facts that the source has not stated yet
 * @param unchanged facts that it states as before
 * @param differing added or replaced facts of which another source states another number
 * @param slips of these, those that are off by thousands or ten thousands, as where 万 was overlooked
 */
public record FactChanges(
        ImmutableList<CompanyFact> added,
        ImmutableList<Replaced> replaced,
        ImmutableList<CompanyFact> unchanged,
        ImmutableList<Differing> differing,
        ImmutableList<Differing> slips) {

    private static final String MARK = ", sha-256 ";
    private static final Splitter FINGERPRINTS = Splitter.on(Pattern.compile("; earlier |, "));

    /** Two sources may round one number differently, and a slip is told all the same. */
    private static final double LARGEST_ROUNDING = 0.02;

    /** To fewer digits nobody rounds. */
    private static final int FEWEST_DIGITS = 3;

    private static final ImmutableList<Integer> SLIPS = ImmutableList.of(3, 4, 6, 8);

    /** A fact that the source stated before, and what it states now. */
    public record Replaced(CompanyFact before, CompanyFact now) {

        @Override
        public String toString() {
            return OneLine.joined(before + " to " + now);
        }
    }

    /** A fact, and what another source states. */
    public record Differing(CompanyFact fact, CompanyFact other) {
        /** Whether both are numbers, of which this holds in one unit. */
        private boolean numbers(BiPredicate<BigDecimal, BigDecimal> holds) {
            Optional<BigDecimal> mine = fact.value().inBaseUnit(fact.unit());
            Optional<BigDecimal> theirs = other.value().inBaseUnit(other.unit());
            return mine.isPresent() && theirs.isPresent() && holds.test(mine.get(), theirs.get());
        }

        @Override
        public String toString() {
            return OneLine.joined(fact + " and " + other);
        }
    }

    private record What(String company, String fact, String period) {}

    /** The changes that {@code read} would make in {@code dataset}. */
    static FactChanges of(Dataset dataset, Fundamentals read) {
        requireNonNull(dataset, "dataset");
        requireNonNull(read, "read");
        ImmutableListMultimap<What, CompanyFact> known = Multimaps.index(dataset.facts(), FactChanges::what);
        ImmutableList<String> source = ImmutableList.of(read.source().id());
        ImmutableList.Builder<CompanyFact> added = ImmutableList.builder();
        ImmutableList.Builder<Replaced> replaced = ImmutableList.builder();
        ImmutableList.Builder<CompanyFact> unchanged = ImmutableList.builder();
        List<Differing> compared = new ArrayList<>();
        for (CompanyFact fact : read.facts()) {
            Optional<CompanyFact> before = known.get(what(fact)).stream()
                    .filter(one -> one.scope().equals(fact.scope()))
                    .filter(one -> one.citation().sources().equals(source))
                    .findFirst();
            if (before.filter(fact::equals).isPresent()) {
                unchanged.add(fact);
                continue;
            }
            before.ifPresentOrElse(one -> replaced.add(new Replaced(one, fact)), () -> added.add(fact));
            known.get(what(fact)).stream()
                    .filter(one -> !one.citation().sources().equals(source))
                    .filter(one -> one.unit().comparableWith(fact.unit()))
                    .forEach(one -> compared.add(new Differing(fact, one)));
        }
        return new FactChanges(
                added.build(),
                replaced.build(),
                unchanged.build(),
                compared.stream()
                        .filter(pair ->
                                pair.fact().scope().equals(pair.other().scope()) && pair.numbers(FactChanges::isApart))
                        .collect(toImmutableList()),
                compared.stream()
                        .filter(pair -> pair.numbers(FactChanges::isSlip))
                        .collect(toImmutableList()));
    }

    private static What what(CompanyFact fact) {
        return new What(fact.company(), fact.fact(), fact.period());
    }

    /** Whether nothing is added or replaced. */
    public boolean isEmpty() {
        return added.isEmpty() && replaced.isEmpty();
    }

    /**
     * The source as the dataset has it after the change: a file that was imported before under the same id keeps its earlier
     * fingerprints, since facts of it may stay. Refuses an id that is another source's.
     */
    public static Source source(Dataset dataset, Fundamentals read) {
        requireNonNull(dataset, "dataset");
        requireNonNull(read, "read");
        Source now = read.source();
        Source before = dataset.sources().get(now.id());
        if (before == null || before.citation().startsWith(now.citation())) {
            return before == null ? now : before;
        }
        if (!before.citation().contains(MARK)) {
            throw new IllegalArgumentException(
                    "'" + now.id() + "' is a source of the dataset already, and not a file that was imported: "
                            + before.citation() + ". Give the file another id with --source.");
        }
        String fingerprint = now.citation().substring(now.citation().indexOf(MARK) + MARK.length());
        String earlier = FINGERPRINTS
                .splitToStream(before.citation().substring(before.citation().indexOf(MARK) + MARK.length()))
                .filter(one -> !one.equals(fingerprint))
                .collect(joining(", "));
        return new Source(now.id(), now.citation() + "; earlier " + earlier, before.brief(), before.url());
    }

    /** Whether the two are not the same but for the last digits of the shorter one. */
    private static boolean isApart(BigDecimal one, BigDecimal other) {
        int digits = Math.min(
                one.stripTrailingZeros().precision(), other.stripTrailingZeros().precision());
        MathContext shorter = new MathContext(Math.max(FEWEST_DIGITS, digits));
        return one.round(shorter).compareTo(other.round(shorter)) != 0;
    }

    private static boolean isSlip(BigDecimal one, BigDecimal other) {
        if (one.signum() == 0 || other.signum() == 0) {
            return false;
        }
        double orders = Math.abs(Math.log10(Math.abs(one.doubleValue() / other.doubleValue())));
        return SLIPS.stream().anyMatch(slip -> Math.abs(orders - slip) < Math.log10(1 + LARGEST_ROUNDING));
    }
}

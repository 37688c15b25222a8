package org.lodestone.reports.quota;

import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.quota.QuotaSignal;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.internal.model.Dated;
import org.lodestone.reports.internal.model.Unchanged;

/**
 * The range of a stage's quota in years for which none is published, and the record of the rules that give it.
 *
 * <p>Four rules, no more. <em>Past growth</em>: the last total at the average growth, as far either way as that was off before.
 * <em>Bounds</em>: not below what holders plan or have mined, with what the others held last, nor above a published cap.
 * <em>Price</em>: the upper half of the range where the price rose in each year since the last total, the lower half where it fell.
 * <em>Bounds and price</em>: the half, then the bounds. A point is never given without its range.
 *
 * <p>The record hides each published year in turn, with only what was known before its first batch. Rules are compared by the
 * interval score of Gneiting and Raftery (2007), equation 43, of which less is better. The rule with all signals is used where
 * its mean score is less than that of past growth alone, and past growth where it is not.
 */
public final class QuotaOutlook {

    /** The chance that a range misses: with three to six past misses, one as large as the largest holds the next in 75% to 86%. */
    public static final double ALPHA = 0.2;

    /** Sums of ratios are not exact: a total this near to an end is held. */
    private static final double NEAR = 1e-9;

    private static final String HOW =
            "Worked out from totals of earlier years and the signals known before the first batch";

    /** How a range comes about. */
    public enum Rule {
        /** The last total at the average growth. */
        PAST_GROWTH,
        /** The same, within what is known. */
        BOUNDS,
        /** The half in which the price points. */
        PRICE,
        /** That half, within what is known. */
        BOUNDS_AND_PRICE;

        private boolean hasBounds() {
            return this == BOUNDS || this == BOUNDS_AND_PRICE;
        }

        private boolean hasPrice() {
            return this == PRICE || this == BOUNDS_AND_PRICE;
        }

        /** In words: {@code Bounds and price}. */
        @Override
        public String toString() {
            return Words.byItself(name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }

    /**
     * A range of a quota.
     *
     * @param centre where past growth alone would lead, or the end that is nearest to that
     */
    public record Range(double low, double centre, double high) {

        /** From the low to the high end. */
        public double width() {
            return high - low;
        }

        /** Whether an amount lies in it. */
        public boolean holds(double amount) {
            return amount >= low - NEAR && amount <= high + NEAR;
        }

        /**
         * The interval score, of which less is better.
         *
         * <pre>S = (u − l) + 2/α · (l − x)₊ + 2/α · (x − u)₊</pre>
         */
        public double score(double amount) {
            return width() + 2 / ALPHA * (Math.max(0, low - amount) + Math.max(0, amount - high));
        }

        /** Cut from below; where nothing would be left, moved up instead. */
        Range from(double least) {
            return within(least, least >= high ? least + width() : high);
        }

        /** Cut from above. */
        Range to(double most) {
            return within(low, most);
        }

        /** Moved down so that it ends there, as wide as it was before and not below what is known. */
        Range to(double most, double least, double wide) {
            return within(Math.max(Math.max(0, most - wide), least), most);
        }

        private Range within(double least, double most) {
            return new Range(least, Math.min(Math.max(centre, least), most), most);
        }

        @Override
        public String toString() {
            return OneLine.number(low) + " to " + OneLine.number(high);
        }
    }

    /**
     * The range that a rule has for a year.
     *
     * @param range empty where there is none, for the reason that is remarked
     * @param moved the signals that moved an end
     * @param remarks why there is none, or what could not be used
     */
    public record Estimate(Optional<Range> range, ImmutableList<QuotaSignal> moved, ImmutableList<String> remarks) {

        static Estimate none(String why) {
            return new Estimate(Optional.empty(), ImmutableList.of(), ImmutableList.of(why));
        }

        static Estimate of(Range range) {
            return new Estimate(Optional.of(range), ImmutableList.of(), ImmutableList.of());
        }

        Estimate with(Range other, List<QuotaSignal> by) {
            return new Estimate(Optional.of(other), plus(moved, by), remarks);
        }

        Estimate noting(String what) {
            return new Estimate(range, moved, plus(remarks, List.of(what)));
        }

        @Override
        public String toString() {
            return range.map(Range::toString).orElseGet(() -> String.join(" ", remarks));
        }

        private static <T> ImmutableList<T> plus(List<T> some, List<T> more) {
            return ImmutableList.<T>builder().addAll(some).addAll(more).build();
        }
    }

    /**
     * A published year, hidden.
     *
     * @param before the day before which a signal had to be known
     * @param published the total that was hidden
     * @param ranges by rule
     */
    public record Trial(Period year, LocalDate before, double published, ImmutableMap<Rule, Range> ranges) {

        /** Whether the range of a rule holds what was published. */
        public boolean held(Rule rule) {
            return range(rule).holds(published);
        }

        /** The interval score of a rule. */
        public double score(Rule rule) {
            return range(rule).score(published);
        }

        private Range range(Rule rule) {
            return requireNonNull(ranges.get(rule));
        }

        @Override
        public String toString() {
            return OneLine.of(year, OneLine.number(published), "known before " + before);
        }
    }

    /**
     * A signal that may bear on a year, and what it did to the range of all that were known by then.
     *
     * @param tells its amount, or the two prices, in words; empty where it has none
     * @param known when it became known
     * @param inTime whether that was before the first batch of the year, or is that batch
     * @param lowTo the low end after it, where it moved that
     * @param highTo the high end after it, where it moved that
     */
    public record Step(
            Period year,
            QuotaSignal signal,
            String tells,
            Period known,
            boolean inTime,
            Optional<Double> lowTo,
            Optional<Double> highTo) {

        @Override
        public String toString() {
            return OneLine.of(OneLine.joined(year, signal.id()), signal.effect(), "known " + known);
        }
    }

    private final Quotas quotas;
    private final QuotaPast past;
    private final QuotaEvidence evidence;
    private final LocalDate asOf;
    private final ImmutableList<Period> ahead;
    private final ImmutableList<Trial> trials;
    private final Calculations values;

    private QuotaOutlook(
            Quotas quotas, QuotaPast past, QuotaEvidence evidence, LocalDate asOf, ImmutableList<Period> ahead) {
        this.quotas = quotas;
        this.past = past;
        this.evidence = evidence;
        this.asOf = asOf;
        this.ahead = ahead;
        this.trials = past.totals().keySet().stream()
                .flatMap(year -> trial(year).stream())
                .collect(ImmutableList.toImmutableList());
        this.values = new Calculations(quotas.model());
        ask();
        values.close();
    }

    /**
     * The outlook of every stage with a total, of a dataset that has signals: for the years after the last total, up to that in which
     * its figures were gathered, with all that was known by the end of that time.
     */
    public static ImmutableList<QuotaOutlook> of(Dataset dataset, List<Quotas> stages) {
        requireNonNull(dataset, "dataset");
        requireNonNull(stages, "stages");
        if (dataset.rows(DatasetTables.QUOTA_SIGNALS).isEmpty()
                || dataset.gathered().equals(Period.NONE)) {
            return ImmutableList.of();
        }
        return stages.stream()
                .flatMap(quotas -> of(dataset, quotas, dataset.gathered().year()).stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The outlook of a stage up to a year; empty where it has no total. */
    static Optional<QuotaOutlook> of(Dataset dataset, Quotas quotas, int until) {
        Map<Integer, Double> totals = new LinkedHashMap<>();
        quotas.years()
                .forEach(year ->
                        quotas.value(quotas.total(year)).number().ifPresent(total -> totals.put(year.year(), total)));
        QuotaPast past = QuotaPast.of(totals);
        LocalDate asOf = dataset.gathered().last().plusDays(1);
        return past.last()
                .map(last -> new QuotaOutlook(
                        quotas, past, QuotaEvidence.of(dataset, quotas), asOf, Period.years(last + 1, until)));
    }

    private void ask() {
        current();
        ahead.stream().filter(year -> has(year)).forEach(year -> {
            lowGrowth(year);
            highGrowth(year);
            Stream.of(Rule.values()).forEach(rule -> store(estimate(rule, year), rule, year));
        });
        trials.forEach(trial -> trial.ranges().forEach((rule, range) -> {
            store(Estimate.of(range), rule, trial.year());
            store("score", rule, trial.year(), trial.score(rule), HOW);
        }));
        if (!trials.isEmpty()) {
            Stream.of(Rule.values())
                    .forEach(rule -> store("score", rule, Period.NONE, mean(rule), "Mean of the years of the record"));
        }
    }

    // ---------------------------------------------------------------- what it is of

    /** The quota whose range it is. */
    public Quotas quotas() {
        return quotas;
    }

    /** The last year with a total. */
    public Period last() {
        return Period.year(past.last().orElseThrow());
    }

    /** The years since then, of which no total is known. */
    public ImmutableList<Period> ahead() {
        return ahead;
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    // ---------------------------------------------------------------- rules

    /** The range that a rule has for a year with all that is known. */
    public Estimate estimate(Rule rule, Period year) {
        return estimate(rule, year, asOf);
    }

    /** The range that a rule has for a year with what was known before a day, and totals of the years before it. */
    public Estimate estimate(Rule rule, Period year, LocalDate day) {
        return estimate(rule, year.year(), evidence.knownBefore(day));
    }

    private Estimate estimate(Rule rule, int year, List<QuotaSignal> known) {
        QuotaPast before = past.before(year);
        Estimate estimate = before.estimate(year);
        if (rule.hasPrice()) {
            estimate = evidence.halved(estimate, year, before, known);
        }
        return rule.hasBounds() ? evidence.bounded(estimate, year, before, known) : estimate;
    }

    /** The rule that the record prefers: all signals where that is better than past growth, and else past growth. */
    public Rule used() {
        return !trials.isEmpty() && mean(Rule.BOUNDS_AND_PRICE) < mean(Rule.PAST_GROWTH)
                ? Rule.BOUNDS_AND_PRICE
                : Rule.PAST_GROWTH;
    }

    /** Whether a year has a range. */
    public boolean has(Period year) {
        return estimate(used(), year).range().isPresent();
    }

    // ---------------------------------------------------------------- record

    /** The published years that could have been said before they were, each hidden in turn. */
    public ImmutableList<Trial> trials() {
        return trials;
    }

    private Optional<Trial> trial(int year) {
        LocalDate before = evidence.firstBatch(year);
        Map<Rule, Range> ranges = new LinkedHashMap<>();
        Stream.of(Rule.values())
                .forEach(rule ->
                        estimate(rule, Period.year(year), before).range().ifPresent(range -> ranges.put(rule, range)));
        return ranges.containsKey(Rule.PAST_GROWTH)
                ? Optional.of(new Trial(Period.year(year), before, past.total(year), ImmutableMap.copyOf(ranges)))
                : Optional.empty();
    }

    private double mean(Rule rule) {
        return trials.stream().mapToDouble(trial -> trial.score(rule)).average().orElse(Double.NaN);
    }

    /** The number of signals that moved a range of the record. */
    public int movers() {
        return (int) trials.stream()
                .flatMap(trial -> steps(trial.year(), trial.before()).stream())
                .filter(step -> step.lowTo().isPresent() || step.highTo().isPresent())
                .map(step -> step.signal().id())
                .distinct()
                .count();
    }

    /** The number of years of the record that a rule held. */
    public int held(Rule rule) {
        return (int) trials.stream().filter(trial -> trial.held(rule)).count();
    }

    /** In how many years of the record the rule with all signals scored better, or worse, than past growth. */
    public int years(boolean better) {
        return (int) trials.stream()
                .filter(trial -> {
                    double more = trial.score(Rule.BOUNDS_AND_PRICE) - trial.score(Rule.PAST_GROWTH);
                    return better ? more < -NEAR : more > NEAR;
                })
                .count();
    }

    /** The effect of each signal on the range of all signals, in the order in which they became known, the years in order. */
    public ImmutableList<Step> steps() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        trials.forEach(trial -> steps.addAll(steps(trial.year(), trial.before())));
        ahead.forEach(year -> steps.addAll(steps(year, asOf)));
        return steps.build();
    }

    private List<Step> steps(Period year, LocalDate before) {
        List<QuotaSignal> known = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (QuotaSignal signal : evidence.on(year.year(), past.before(year.year()))) {
            boolean inTime = signal.effect() == QuotaSignal.Effect.ANNOUNCED
                    || evidence.knownBy(signal).isBefore(before);
            Optional<Range> then =
                    estimate(Rule.BOUNDS_AND_PRICE, year.year(), known).range();
            if (inTime) {
                known.add(signal);
            }
            Optional<Range> now =
                    estimate(Rule.BOUNDS_AND_PRICE, year.year(), known).range();
            steps.add(new Step(
                    year,
                    signal,
                    evidence.tells(signal),
                    evidence.time(signal),
                    inTime,
                    now.map(Range::low).filter(low -> !then.map(Range::low).equals(Optional.of(low))),
                    now.map(Range::high).filter(high -> !then.map(Range::high).equals(Optional.of(high)))));
        }
        return steps;
    }

    // ---------------------------------------------------------------- keys

    private Term term(String part) {
        return quotas.term().sub("range").sub(part);
    }

    /** Whether the totals, and what holders held last, are as they were when the range was worked out: 1 or 0. */
    public Key current() {
        return values.as(
                Dated.current("quota of " + quotas.stage().id()),
                () -> Stream.concat(
                                past.totals().keySet().stream()
                                        .map(Period::year)
                                        .map(quotas::total),
                                evidence.heldIn(last()))
                        .map(this::unchanged)
                        .reduce(Formula::times)
                        .orElse(ONE));
    }

    private Formula unchanged(Key input) {
        Key then = term("as it was when it was worked out").of(Subject.of(input));
        Value value = quotas.value(input);
        values.building().computed(then, value, ValueUnit.like(input), "As it was when the range was worked out");
        return Unchanged.of(input, then, value);
    }

    /** The low end of the range of a year. */
    public Key low(Period year) {
        return end("low end", year);
    }

    /** The high end of the range of a year. */
    public Key high(Period year) {
        return end("high end", year);
    }

    private Key end(String end, Period year) {
        return values.as(
                term(end).key().at(year),
                () -> Dated.of(current(), stored(end, used(), year).in(ValueUnit.of(quotas.unit()))));
    }

    /** Growth from the last total to the low end. */
    public Key lowGrowth(Period year) {
        return growth("low end", year);
    }

    /** Growth from the last total to the high end. */
    public Key highGrowth(Period year) {
        return growth("high end", year);
    }

    private Key growth(String end, Period year) {
        return values.as(
                term("growth to the " + end).key().at(year),
                () -> end(end, year).over(quotas.total(last())).minus(ONE));
    }

    /** An end of the range of a rule in a year, or its score, as it was worked out: {@code low end}, {@code high end} or {@code score}. */
    public Key stored(String what, Rule rule, Period year) {
        return term(what + " by rule").of(Subject.of(rule.toString())).at(year);
    }

    private void store(Estimate estimate, Rule rule, Period year) {
        estimate.range().ifPresent(range -> {
            store("low end", rule, year, range.low(), HOW);
            store("high end", rule, year, range.high(), HOW);
        });
    }

    private void store(String what, Rule rule, Period year, double amount, String how) {
        values.building().computed(stored(what, rule, year), Value.of(amount), ValueUnit.of(quotas.unit()), how);
    }

    /** The mean score of a rule over the record. */
    public Key meanScore(Rule rule) {
        return stored("score", rule, Period.NONE);
    }

    @Override
    public String toString() {
        return OneLine.of("outlook of the quota for " + quotas.stage().name(), used(), ahead);
    }
}

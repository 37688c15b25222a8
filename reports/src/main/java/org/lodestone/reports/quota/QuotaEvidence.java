package org.lodestone.reports.quota;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetTables;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Quantity;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.QuotaSignal;
import org.lodestone.core.quota.QuotaSignal.Effect;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.quota.QuotaOutlook.Estimate;
import org.lodestone.reports.quota.QuotaOutlook.Range;
import org.lodestone.reports.report.Wording;

/**
 * The signals of the quota of one stage: when each was known, and what it does to a range.
 *
 * @param signals in the order of the dataset
 */
record QuotaEvidence(Dataset dataset, Quotas quotas, ImmutableList<QuotaSignal> signals) {

    /** A price that moved by no more than this many percent has no direction. */
    private static final BigDecimal FLAT = BigDecimal.valueOf(5);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final String CONTRADICT =
            "At least {floor} ({floors}), at most {cap} ({caps}): these contradict, so neither is used.";
    private static final String ABOVE =
            "At least {floor} ({floors}) lies above the rule: the range keeps its width and" + " starts there.";
    private static final String BELOW =
            "At most {cap} ({caps}) lies below the rule: the range keeps its width and ends there.";

    /** An end of the range, and what says so. */
    private record Bound(double amount, ImmutableList<QuotaSignal> signals) {

        private String ids() {
            return signals.stream().map(QuotaSignal::id).collect(joining(", "));
        }
    }

    static QuotaEvidence of(Dataset dataset, Quotas quotas) {
        return new QuotaEvidence(
                dataset,
                quotas,
                dataset.rows(DatasetTables.QUOTA_SIGNALS).stream()
                        .filter(signal ->
                                signal.stages().contains(quotas.stage().id()))
                        .collect(ImmutableList.toImmutableList()));
    }

    // ---------------------------------------------------------------- when it was known

    /** The last day by which a signal may have become known: {@code 2024-01} is 31 January. */
    LocalDate knownBy(QuotaSignal signal) {
        return time(signal).last();
    }

    /** The day, month or year in which it became known. */
    Period time(QuotaSignal signal) {
        return signal.knownOn().equals(Period.NONE)
                ? dataset.edition(signal.edition()).map(Edition::released).orElse(Period.NONE)
                : signal.knownOn();
    }

    /** The first day on which the first batch of a year may have been known; that of the year where none is told. */
    LocalDate firstBatch(int year) {
        return signals.stream()
                .filter(signal -> signal.effect() == Effect.ANNOUNCED && isOf(signal, year))
                .map(signal -> time(signal).first())
                .min(Comparator.naturalOrder())
                .orElse(LocalDate.of(year, 1, 1));
    }

    /** The evidence that was known before a day. */
    ImmutableList<QuotaSignal> knownBefore(LocalDate day) {
        return signals.stream()
                .filter(signal -> knownBy(signal).isBefore(day))
                .collect(ImmutableList.toImmutableList());
    }

    private static boolean isOf(QuotaSignal signal, int year) {
        return signal.year().year() == year;
    }

    /** The evidence that may bear on a year: signals of it, and directions of the years since the last total. */
    ImmutableList<QuotaSignal> on(int year, QuotaPast past) {
        int since = past.last().orElse(year - 1);
        return signals.stream()
                .filter(signal -> isOf(signal, year)
                        || (signal.effect() == Effect.DIRECTION
                                && signal.year().year() > since
                                && signal.year().year() < year))
                .sorted(Comparator.comparing(this::knownBy))
                .collect(ImmutableList.toImmutableList());
    }

    // ---------------------------------------------------------------- price

    /** The upper half where the price rose in each year since the last total, the lower half where it fell in each. */
    Estimate halved(Estimate estimate, int year, QuotaPast past, List<QuotaSignal> known) {
        if (estimate.range().isEmpty()) {
            return estimate;
        }
        List<Optional<QuotaSignal>> prices = IntStream.rangeClosed(past.last().orElse(year - 1) + 1, year)
                .mapToObj(one -> known.stream()
                        .filter(signal -> signal.effect() == Effect.DIRECTION && isOf(signal, one))
                        .max(Comparator.comparing(this::knownBy)))
                .toList();
        List<Integer> signs = prices.stream()
                .map(price -> price.map(this::sign).orElse(0))
                .distinct()
                .toList();
        if (signs.size() != 1 || signs.get(0) == 0) {
            return estimate;
        }
        Range whole = estimate.range().get();
        Range half = signs.get(0) > 0
                ? new Range(whole.centre(), whole.centre(), whole.high())
                : new Range(whole.low(), whole.centre(), whole.centre());
        return estimate.with(half, prices.stream().flatMap(Optional::stream).toList());
    }

    /** 1 where the price rose on the year before, −1 where it fell, and 0 where it hardly moved. */
    private int sign(QuotaSignal signal) {
        BigDecimal now = price(signal, signal.period());
        BigDecimal before = price(signal, signal.period().previous());
        BigDecimal change = now.subtract(before);
        return change.abs().multiply(HUNDRED).compareTo(before.multiply(FLAT)) <= 0 ? 0 : change.signum();
    }

    private BigDecimal price(QuotaSignal signal, Period year) {
        return prices(signal)
                .filter(price -> price.period().equals(year))
                .flatMap(price -> price.price().number().stream())
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    private Stream<Price> prices(QuotaSignal signal) {
        return dataset.prices().stream()
                .filter(price -> price.product().equals(signal.product().orElseThrow()))
                .filter(price -> price.edition().equals(signal.edition()));
    }

    /** The content of a signal in words: an amount, or two prices. */
    String tells(QuotaSignal signal) {
        return signal.effect() == Effect.DIRECTION
                ? Stream.of(signal.period(), signal.period().previous())
                                .map(year -> OneLine.number(price(signal, year).doubleValue()))
                                .collect(joining(" after "))
                        + prices(signal)
                                .map(Price::unit)
                                .findFirst()
                                .map(unit -> " " + unit)
                                .orElse("")
                : signal.value()
                        .map(value -> OneLine.amount(
                                value.number()
                                        .map(amount -> OneLine.number(amount.doubleValue()))
                                        .orElse(value.toString()),
                                signal.unit().orElseThrow()))
                        .orElse("");
    }

    // ---------------------------------------------------------------- bounds

    /** The range cut at what is known, moved where that lies beyond it, and as it was where what is known contradicts. */
    Estimate bounded(Estimate estimate, int year, QuotaPast past, List<QuotaSignal> known) {
        Optional<Bound> floor = floor(year, past, known);
        Optional<Bound> cap = bounds(Effect.AT_MOST, year, known).min(Comparator.comparingDouble(Bound::amount));
        if (floor.isPresent()
                && cap.isPresent()
                && floor.get().amount() >= cap.get().amount()) {
            return estimate.noting(words(floor, cap).told(CONTRADICT));
        }
        if (estimate.range().isEmpty()) {
            return floor.isPresent() && cap.isPresent() ? alone(estimate, floor.get(), cap.get()) : estimate;
        }
        Estimate bounded = estimate;
        Range range = estimate.range().get();
        if (floor.filter(at -> at.amount() > range.low()).isPresent()) {
            boolean isBeyond = floor.get().amount() >= range.high();
            double low = floor.get().amount();
            bounded = bounded.with(range.from(low), floor.get().signals());
            bounded = isBeyond ? bounded.noting(words(floor, cap).told(ABOVE)) : bounded;
        }
        Range cut = bounded.range().orElseThrow();
        if (cap.filter(at -> at.amount() < cut.high()).isPresent()) {
            double high = cap.get().amount();
            boolean isBeyond = high <= cut.low();
            Range capped = isBeyond
                    // as wide as the rule had it, and not below the floor
                    ? cut.to(high, floor.map(Bound::amount).orElse(0.0), range.width())
                    : cut.to(high);
            bounded = bounded.with(capped, cap.get().signals());
            bounded = isBeyond ? bounded.noting(words(floor, cap).told(BELOW)) : bounded;
        }
        return bounded;
    }

    private static Estimate alone(Estimate estimate, Bound floor, Bound cap) {
        double middle = (floor.amount() + cap.amount()) / 2;
        return estimate.with(
                new Range(floor.amount(), middle, cap.amount()),
                Stream.of(floor, cap).flatMap(bound -> bound.signals().stream()).toList());
    }

    private Wording words(Optional<Bound> floor, Optional<Bound> cap) {
        return Wording.words()
                .with("floor", words(floor))
                .with("floors", floor.map(Bound::ids).orElse(""))
                .with("cap", words(cap))
                .with("caps", cap.map(Bound::ids).orElse(""));
    }

    private String words(Optional<Bound> bound) {
        return bound.map(at -> OneLine.amount(OneLine.number(at.amount()), quotas.unit()))
                .orElse("");
    }

    private Stream<Bound> bounds(Effect effect, int year, List<QuotaSignal> known) {
        return known.stream()
                .filter(signal -> signal.effect() == effect && isOf(signal, year))
                .filter(signal -> signal.holder().isEmpty())
                .map(signal -> new Bound(amount(signal), ImmutableList.of(signal)));
    }

    /** The greatest floor: that of all together, or what some holders have at least and the others held last. */
    private Optional<Bound> floor(int year, QuotaPast past, List<QuotaSignal> known) {
        Map<String, QuotaSignal> byHolder = new LinkedHashMap<>();
        known.stream()
                .filter(signal -> signal.effect() == Effect.AT_LEAST && isOf(signal, year))
                .forEach(signal -> signal.holder()
                        .ifPresent(holder -> byHolder.merge(
                                holder, signal, (one, other) -> amount(other) > amount(one) ? other : one)));
        double own = byHolder.values().stream().mapToDouble(this::amount).sum();
        Stream<Bound> ofHolders = byHolder.isEmpty()
                ? Stream.empty()
                : Stream.of(new Bound(own + others(byHolder, past), ImmutableList.copyOf(byHolder.values())));
        return Stream.concat(bounds(Effect.AT_LEAST, year, known), ofHolders)
                .max(Comparator.comparingDouble(Bound::amount));
    }

    /** The amount that holders whom no signal names held in the last year with a total; nothing where that is not known. */
    private double others(Map<String, QuotaSignal> byHolder, QuotaPast past) {
        if (past.last().isEmpty()) {
            return 0;
        }
        int last = past.last().get();
        double held = 0;
        for (String holder : byHolder.keySet()) {
            held += held(holder, last).orElse(Double.NaN);
        }
        return Double.isNaN(held) ? 0 : Math.max(0, past.total(last) - held);
    }

    private OptionalDouble held(String name, int year) {
        return held(name, Period.year(year))
                .flatMapToDouble(key -> quotas.value(key).number().stream())
                .findFirst();
    }

    private Stream<Key> held(String name, Period year) {
        return quotas.holders().stream()
                .filter(holder -> holder.name().equals(name))
                .flatMap(holder -> quotas.held(holder, Ore.ALL, year).stream());
    }

    /** The amount that the holders of a floor held in a year. */
    Stream<Key> heldIn(Period year) {
        return signals.stream()
                .filter(signal -> signal.effect() == Effect.AT_LEAST)
                .flatMap(signal -> signal.holder().stream())
                .distinct()
                .flatMap(holder -> held(holder, year));
    }

    private double amount(QuotaSignal signal) {
        return Quantity.of(
                        signal.value().flatMap(Observation::number).orElseThrow(),
                        signal.unit().orElseThrow())
                .in(quotas.unit())
                .amount()
                .doubleValue();
    }
}

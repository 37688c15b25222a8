package org.lodestone.reports.quota;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.How;
import org.lodestone.core.quantity.Quantity;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Value;

/** The rows on the quota of one stage, in one unit; where several are of one thing, the best of them first. */
final class QuotaRows {

    /** A reported figure goes before a derived one, and that before hearsay; what the press rounded comes last. */
    private static final ImmutableList<How> PREFERENCE =
            ImmutableList.of(How.REPORTED, How.DERIVED, How.SECOND_HAND, How.ROUNDED, How.FORECAST);

    private static final ImmutableList<Ore> ORES = ImmutableList.of(Ore.LIGHT, Ore.IONIC);

    private static final Comparator<Quota> BEST = Comparator.comparing(
                    (Quota quota) -> quota.amount().known().isEmpty())
            .thenComparing(quota -> PREFERENCE.indexOf(quota.citation().how()))
            .thenComparing(quota -> quota.citation().reliability());

    private final Unit unit;
    private final Map<Split, Map<Period, List<Quota>>> rows = new LinkedHashMap<>();

    QuotaRows(List<Quota> all) {
        this.unit = all.get(0).unit();
        for (Quota quota : all) {
            rows.computeIfAbsent(Split.of(quota), split -> new TreeMap<>())
                    .computeIfAbsent(quota.year(), year -> new ArrayList<>())
                    .add(quota);
        }
        rows.values().forEach(years -> years.values().forEach(same -> same.sort(BEST)));
    }

    Unit unit() {
        return unit;
    }

    /** Every year from the first to the last, also those without a row, so that no growth spans a gap unseen. */
    ImmutableList<Period> years() {
        TreeSet<Period> seen = new TreeSet<>();
        rows.values().forEach(byYear -> seen.addAll(byYear.keySet()));
        List<Period> years = new ArrayList<>();
        for (Period year = seen.last(); year.compareTo(seen.first()) >= 0; year = year.previous()) {
            years.add(0, year);
        }
        return ImmutableList.copyOf(years);
    }

    /** Every part of a quota that some row is of, in the order of the file. */
    ImmutableList<Split> splits() {
        return ImmutableList.copyOf(rows.keySet());
    }

    /** The batches for which a total over all ores and holders is stated, in order. */
    ImmutableList<String> batches() {
        return rows.keySet().stream()
                .filter(split -> !split.fullYear() && split.equals(Split.of(split.batch())))
                .map(Split::batch)
                .sorted()
                .collect(ImmutableList.toImmutableList());
    }

    /** The batches of a year whose totals add up without counting one twice: {@code 1+2} stands for 1 and 2. */
    ImmutableList<Split> addends(Period year) {
        List<String> stated = batches().stream()
                .filter(batch -> row(Split.of(batch), year).isPresent())
                .toList();
        return stated.stream()
                .filter(batch -> stated.stream()
                        .noneMatch(other -> !other.equals(batch)
                                && Splitter.on('+').splitToList(other).contains(batch)))
                .map(Split::of)
                .collect(ImmutableList.toImmutableList());
    }

    /** The ores for which a full-year quota of all holders is stated in some year. */
    ImmutableList<Ore> ores() {
        return ORES.stream().filter(ore -> rows.containsKey(Split.of(ore))).collect(ImmutableList.toImmutableList());
    }

    /** The row that counts for a part of a year's quota. */
    Optional<Quota> row(Split split, Period year) {
        return rows(split, year).stream().findFirst();
    }

    /** The rows for a part of a year's quota, the one that counts first. */
    List<Quota> rows(Split split, Period year) {
        return rows.getOrDefault(split, Map.of()).getOrDefault(year, List.of());
    }

    /** The amount in this ledger's unit, where it is known. */
    Optional<BigDecimal> amount(Split split, Period year) {
        return row(split, year).flatMap(this::amount);
    }

    /** The value that a row states, in this ledger's unit. Text that is no number stays as printed. */
    Value value(Quota quota) {
        Optional<BigDecimal> amount = amount(quota);
        if (amount.isPresent()) {
            return Value.of(amount.get().doubleValue());
        }
        boolean ofOtherScale = !quota.unit().equals(unit) && !quota.amount().isMissing();
        return ofOtherScale
                ? new Value.Missing(quota.amount() + " " + quota.unit(), "published as '" + quota.amount() + "'")
                : Value.of(quota.amount());
    }

    /** Who says so, with the year and the arithmetic in the note: a mark may stand beside several years. */
    static Citation citation(Quota quota) {
        Citation citation = quota.citation();
        String known = quota.derivation();
        String how = citation.how() == How.REPORTED ? "" : ", " + citation.how();
        String remark = Stream.of(known, citation.note())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(". "));
        if (remark.isEmpty() && !how.isEmpty()) {
            return citation.withNote(quota.year() + how + ".");
        }
        return remark.isEmpty() ? citation : citation.withNote(quota.year() + how + ": " + remark + ".");
    }

    private Optional<BigDecimal> amount(Quota quota) {
        return quota.amount()
                .number()
                .map(amount -> Quantity.of(amount, quota.unit()).in(unit).amount());
    }

    /** The ores that a holder's full-year quota is stated for, one by one. */
    private ImmutableList<Split> byOre(Holder holder, Period year) {
        return ORES.stream()
                .map(ore -> Split.of(holder, ore))
                .filter(split -> row(split, year).isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The rows that stand for all of a holder's full-year quota: the one for all ores; or those for each ore, where there
     * is none for all, or only one which the press rounded and which they round to.
     */
    ImmutableList<Split> whole(Holder holder, Period year) {
        Split all = Split.of(holder, Ore.ALL);
        ImmutableList<Split> parts = byOre(holder, year);
        Optional<Quota> stated = row(all, year);
        if (stated.isEmpty()) {
            return parts;
        }
        boolean exactInParts = !parts.isEmpty()
                && parts.stream().allMatch(split -> amount(split, year).isPresent())
                && stated.get().citation().how() == How.ROUNDED
                && amount(stated.get())
                        .map(rounded -> roundsTo(sumOfKnown(parts, year), rounded))
                        .orElse(false);
        return exactInParts ? parts : ImmutableList.of(all);
    }

    /** To how many decimals the figure for all of a holder's full-year quota is rounded: −3 of 189,000; empty where none is stated. */
    Optional<Integer> roundedTo(Holder holder, Period year) {
        return amount(Split.of(holder, Ore.ALL), year)
                .map(amount -> amount.stripTrailingZeros().scale());
    }

    BigDecimal sumOfKnown(List<Split> parts, Period year) {
        return parts.stream().flatMap(split -> amount(split, year).stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Whether an amount lies within half of the last digit that is printed: 188,650 within 189,000. */
    private static boolean roundsTo(BigDecimal amount, BigDecimal rounded) {
        BigDecimal twice = amount.subtract(rounded).abs().multiply(BigDecimal.valueOf(2));
        return twice.compareTo(rounded.stripTrailingZeros().ulp()) <= 0;
    }
}

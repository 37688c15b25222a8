package org.lodestone.reports.quota;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/**
 * Who holds the full-year quota of a stage. What stands behind the keys is in the model of the {@link Quotas} they belong
 * to.
 *
 * <p>Holders are groups where any are told, else companies, else provinces: a company's quota is part of its group's, so
 * kinds do not add.
 *
 * @param kind what the holders are
 * @param holders the largest of the latest year first
 * @param years the years in which some holder's full-year quota is known
 * @param amounts the full-year quota of each holder and year; an empty text where none was found
 * @param conflicts where a holder's whole and the sum of its ores are both stated, and differ
 */
public record Holdings(
        Term quota,
        Holder.Kind kind,
        ImmutableList<Holder> holders,
        ImmutableList<Period> years,
        ImmutableTable<Holder, Period, Key> amounts,
        ImmutableList<Conflict> conflicts) {

    private static final ImmutableList<Holder.Kind> KINDS =
            ImmutableList.of(Holder.Kind.GROUP, Holder.Kind.COMPANY, Holder.Kind.PROVINCE);

    /** Shares are compared to this many decimals, since sums of ratios are not exact. */
    private static final int DIGITS = 9;

    static Optional<Holdings> of(
            QuotaKeys quotas, QuotaRows ledger, ImmutableTable<Holder, Period, Key> wholes, Model.Builder model) {
        return KINDS.stream()
                .map(kind -> new Builder(quotas, ledger, wholes, model, kind))
                .filter(builder -> !builder.years.isEmpty())
                .findFirst()
                .map(Builder::build);
    }

    /** A holder's full-year quota for all ores. */
    public Key amount(Holder holder, Period year) {
        return Optional.ofNullable(amounts.get(holder, year))
                .orElseThrow(() -> new IllegalArgumentException(
                        "No holder's quota is known for " + year + ", only for " + years + "."));
    }

    /** A holder's share of the total. */
    public Key share(Holder holder, Period year) {
        return quota.sub("share").of(Subject.of(holder.name())).at(year);
    }

    /** The share of all known holders together: 100% where nothing is left for others. */
    public Key knownShare(Period year) {
        return key("share of known holders", year);
    }

    /**
     * The share of the two largest holders (CR2). {@code not known} where what is left for holders not told could hide a
     * larger one.
     */
    public Key largestTwo(Period year) {
        return key("CR2", year);
    }

    /** The number of holders that have the whole quota between them; {@code not known} where a part is not told. */
    public Key holdersOfAll(Period year) {
        return key("holders of all", year);
    }

    private Key key(String part, Period year) {
        return quota.sub(part).key().at(year);
    }

    private static Key place(int place) {
        return Term.of("place").of(Subject.of(Integer.toString(place)));
    }

    /** Puts together what stands behind the keys. */
    private static final class Builder {
        private final QuotaKeys quotas;
        private final QuotaRows ledger;
        private final ImmutableTable<Holder, Period, Key> wholes;
        private final Model.Builder model;
        private final Holder.Kind kind;
        private final List<Holder> holders;
        private final List<Period> years;

        Builder(
                QuotaKeys quotas,
                QuotaRows ledger,
                ImmutableTable<Holder, Period, Key> wholes,
                Model.Builder model,
                Holder.Kind kind) {
            this.quotas = quotas;
            this.ledger = ledger;
            this.wholes = wholes;
            this.model = model;
            this.kind = kind;
            this.holders = ledger.splits().stream()
                    .filter(split -> split.fullYear() && split.holder().kind() == kind)
                    .map(Split::holder)
                    .distinct()
                    .sorted(Comparator.comparing(this::lastYear)
                            .thenComparing(holder -> known(holder, lastYear(holder)))
                            .reversed()
                            .thenComparing(Holder::name))
                    .toList();
            this.years = quotas.years().stream()
                    .filter(year -> holders.stream()
                            .anyMatch(holder -> !ledger.whole(holder, year).isEmpty()))
                    .toList();
        }

        private Period lastYear(Holder holder) {
            return quotas.years().stream()
                    .filter(year -> !ledger.whole(holder, year).isEmpty())
                    .reduce((first, second) -> second)
                    .orElseThrow();
        }

        private BigDecimal known(Holder holder, Period year) {
            return ledger.sumOfKnown(ledger.whole(holder, year), year);
        }

        Holdings build() {
            ImmutableTable.Builder<Holder, Period, Key> amounts = ImmutableTable.builder();
            ImmutableList.Builder<Conflict> conflicts = ImmutableList.builder();
            for (Holder holder : holders) {
                for (Period year : years) {
                    amounts.put(holder, year, amount(holder, year));
                    conflict(holder, year).ifPresent(conflicts::add);
                }
            }
            Holdings holdings = new Holdings(
                    QuotaKeys.term(quotas.stage()),
                    kind,
                    ImmutableList.copyOf(holders),
                    ImmutableList.copyOf(years),
                    amounts.build(),
                    conflicts.build());
            years.forEach(year -> shares(holdings, year));
            return holdings;
        }

        private Key amount(Holder holder, Period year) {
            return Optional.ofNullable(wholes.get(holder, year)).orElseGet(() -> {
                Key whole = Split.of(holder, Ore.ALL).key(QuotaKeys.term(quotas.stage()), year);
                return model.label(whole.sub("none found"), "");
            });
        }

        /** The rounded figure for all ores that gave way to exact ones for each ore. */
        private Optional<Conflict> conflict(Holder holder, Period year) {
            Split all = Split.of(holder, Ore.ALL);
            List<Split> used = ledger.whole(holder, year);
            return ledger.row(all, year)
                    .filter(row -> !used.contains(all))
                    .filter(row -> ledger.amount(all, year).orElseThrow().compareTo(known(holder, year)) != 0)
                    .map(row -> Conflict.of(
                            all,
                            year,
                            amount(holder, year),
                            ledger.row(used.get(0), year).orElseThrow(),
                            all.key(QuotaKeys.term(quotas.stage()), year),
                            row,
                            model));
        }

        private void shares(Holdings holdings, Period year) {
            Formula total = quotas.total(year).ref();
            List<Key> shares = new ArrayList<>();
            for (Holder holder : holders) {
                Key amount = holdings.amount(holder, year);
                boolean stated = !ledger.whole(holder, year).isEmpty();
                Key share = holdings.share(holder, year);
                shares.add(
                        stated
                                ? model.calculation(share, Concentration.share(amount.ref(), total))
                                : model.label(share, ""));
            }
            Key known = model.calculation(holdings.knownShare(year), Formula.sumOfKnown(Formula.span(shares)));
            Formula left = Definitions.ONE.minus(known.ref()).rounded(DIGITS);
            Formula notKnown = Formula.text("not known");
            Formula first = Concentration.largest(shares, List.of(model.label(place(1), 1)));
            Formula second = Concentration.largest(shares, List.of(model.label(place(2), 2)))
                    .orElse(Definitions.ZERO);
            model.calculation(holdings.largestTwo(year), second.isAtLeast(left).then(first.plus(second), notKnown));
            model.calculation(
                    holdings.holdersOfAll(year),
                    left.isEqualTo(Definitions.ZERO).then(Formula.countOfKnown(Formula.span(shares)), notKnown));
        }
    }

    @Override
    public String toString() {
        return OneLine.of(quota, holders, years);
    }
}

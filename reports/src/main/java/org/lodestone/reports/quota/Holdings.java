package org.lodestone.reports.quota;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.figure.How;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;

/**
 * Who holds the full-year quota of a stage. What stands behind the keys is in the model of the {@link Quotas} they belong
 * to.
 *
 * <p>Holders are groups where any are told, else companies, else provinces: a company's quota is part of its group's, so
 * kinds do not add.
 */
public final class Holdings {

    private static final ImmutableList<Holder.Kind> KINDS =
            ImmutableList.of(Holder.Kind.GROUP, Holder.Kind.COMPANY, Holder.Kind.PROVINCE);

    /** Shares are compared to this many decimals, since sums of ratios are not exact. */
    private static final int DIGITS = 9;

    private final Quotas quotas;
    private final QuotaRows ledger;
    private final Calculations values;
    private final Holder.Kind kind;
    private final ImmutableList<Holder> holders;
    private final ImmutableList<Period> years;
    private final ImmutableList<Conflict> conflicts;

    private Holdings(Quotas quotas, QuotaRows ledger, Calculations values, Holder.Kind kind) {
        this.quotas = quotas;
        this.ledger = ledger;
        this.values = values;
        this.kind = kind;
        this.holders = quotas.holders().stream()
                .filter(holder -> holder.kind() == kind)
                .sorted(Comparator.comparing(this::lastYear)
                        .thenComparing(holder -> known(holder, lastYear(holder)))
                        .reversed()
                        .thenComparing(Holder::name))
                .collect(ImmutableList.toImmutableList());
        this.years = quotas.years().stream()
                .filter(year -> holders.stream().anyMatch(holder -> isStated(holder, year)))
                .collect(ImmutableList.toImmutableList());
        ImmutableList.Builder<Conflict> found = ImmutableList.builder();
        for (Holder holder : holders) {
            for (Period year : years) {
                amount(holder, year);
                conflict(holder, year).ifPresent(found::add);
            }
        }
        this.conflicts = found.build();
        for (Period year : years) {
            largestTwo(year);
            holdersOfAll(year);
        }
    }

    static Optional<Holdings> of(Quotas quotas, QuotaRows ledger, Calculations values) {
        return KINDS.stream()
                .filter(kind -> quotas.holders().stream().anyMatch(holder -> holder.kind() == kind))
                .findFirst()
                .map(kind -> new Holdings(quotas, ledger, values, kind));
    }

    /** The kind of the holders. */
    public Holder.Kind kind() {
        return kind;
    }

    /** The holders, the largest of the latest year first. */
    public ImmutableList<Holder> holders() {
        return holders;
    }

    /** The years in which some holder's full-year quota is known. */
    public ImmutableList<Period> years() {
        return years;
    }

    /** Where a holder's whole and the sum of its ores are both stated, and differ. */
    public ImmutableList<Conflict> conflicts() {
        return conflicts;
    }

    private Key key(String part, Period year, Supplier<Formula> formula) {
        return values.as(quotas.term().sub(part).key().at(year), formula);
    }

    private Key stated(Holder holder, Period year) {
        return Split.of(holder, Ore.ALL).key(quotas.term(), year);
    }

    private boolean isStated(Holder holder, Period year) {
        return !ledger.whole(holder, year).isEmpty();
    }

    private Period lastYear(Holder holder) {
        return quotas.years().stream()
                .filter(year -> isStated(holder, year))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private BigDecimal known(Holder holder, Period year) {
        return ledger.sumOfKnown(ledger.whole(holder, year), year);
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
                        stated(holder, year),
                        row,
                        values.building()));
    }

    /** A holder's full-year quota for all ores; an empty text where none was found. */
    public Key amount(Holder holder, Period year) {
        if (!holders.contains(holder) || !years.contains(year)) {
            throw new IllegalArgumentException("No holder's quota is known for " + year + ", only for " + years + ".");
        }
        return quotas.held(holder, Ore.ALL, year)
                .orElseGet(() -> values.label(stated(holder, year).sub("none found"), ""));
    }

    /** A holder's share of the total; an empty text where none was found. */
    public Key share(Holder holder, Period year) {
        Key share = quotas.term().sub("share").of(Subject.of(holder.name())).at(year);
        return isStated(holder, year)
                ? values.as(share, () -> Concentration.share(amount(holder, year), quotas.total(year)))
                : values.label(share, "");
    }

    private List<Key> shares(Period year) {
        return holders.stream().map(holder -> share(holder, year)).toList();
    }

    /** The share of all known holders together: 100% where nothing is left for others. */
    public Key knownShare(Period year) {
        return key("share of known holders", year, () -> Formula.sumOfKnown(Formula.span(shares(year))));
    }

    /** The amount left for holders that are not told. */
    private Formula left(Period year) {
        return Definitions.ONE.minus(knownShare(year)).rounded(DIGITS);
    }

    /**
     * The share of the two largest holders (CR2). {@code not known} where what is left for holders not told could hide a
     * larger one.
     */
    public Key largestTwo(Period year) {
        return key("CR2", year, () -> {
            Formula left = left(year);
            Formula first = Concentration.largest(shares(year), List.of(place(1)));
            Formula second =
                    Concentration.largest(shares(year), List.of(place(2))).orElse(Definitions.ZERO);
            return second.isAtLeast(left).then(first.plus(second), Formula.text("not known"));
        });
    }

    private Key place(int place) {
        return values.label(Term.of("place").of(Subject.of(Integer.toString(place))), place);
    }

    /** The number of holders that have the whole quota between them; {@code not known} where a part is not told. */
    public Key holdersOfAll(Period year) {
        return key(
                "holders of all",
                year,
                () -> left(year)
                        .isEqualTo(Definitions.ZERO)
                        .then(Formula.countOfKnown(Formula.span(shares(year))), Formula.text("not known")));
    }

    @Override
    public String toString() {
        return OneLine.of(quotas.term(), holders, years);
    }

    /**
     * Two figures for one quota that are not the same: the one used, and another one that is not.
     *
     * @param usedHow how the source of the figure used knows it
     * @param difference the other less the one used
     */
    public record Conflict(Split split, Period year, Key used, How usedHow, Key other, How otherHow, Key difference) {

        static Conflict of(
                Split split, Period year, Key used, Quota usedRow, Key other, Quota otherRow, Model.Builder model) {
            Key difference = model.calculation(other.sub("less the figure used"), other.minus(used));
            return new Conflict(
                    split,
                    year,
                    used,
                    usedRow.citation().how(),
                    other,
                    otherRow.citation().how(),
                    difference);
        }

        @Override
        public String toString() {
            return OneLine.of(OneLine.joined(year, split), usedHow + " used", otherHow + " not");
        }
    }
}

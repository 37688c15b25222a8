package org.lodestone.reports.quota;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Range;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.growth.Growth;

/** Puts together what stands behind the keys of a quota: rows, totals, batches, growth, averages and ores. */
final class QuotasBuilder {

    private final QuotaRows ledger;
    private final QuotaKeys keys;
    private final Model.Builder model = Model.builder().include(Definitions.MODEL);
    private final ImmutableList.Builder<Conflict> conflicts = ImmutableList.builder();

    QuotasBuilder(Stage stage, QuotaRows ledger) {
        this.ledger = ledger;
        ImmutableList<Period> years = ledger.years();
        List<Period> known = years.stream()
                .filter(year -> ledger.amount(Split.WHOLE, year).isPresent())
                .toList();
        this.keys = new QuotaKeys(
                stage,
                ledger.unit(),
                years,
                ledger.batches(),
                ledger.ores(),
                known.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Range.closed(known.get(0), known.get(known.size() - 1))),
                ledger.splits());
    }

    Quotas build() {
        for (Period year : keys.years()) {
            model.label(QuotaKeys.yearLabel(year), year.year());
            keys.splits().forEach(split -> stated(split, year));
            total(year);
            batches(year);
            growth(year);
        }
        keys.span().ifPresent(this::averages);
        keys.known().ifPresent(this::ores);
        ImmutableTable<Holder, Period, Key> wholes = wholes();
        Optional<Holdings> holdings = Holdings.of(keys, ledger, wholes, model);
        return new Quotas(
                keys,
                wholes,
                holdings,
                conflicts
                        .addAll(holdings.map(Holdings::conflicts).orElse(ImmutableList.of()))
                        .build(),
                model.build());
    }

    private ImmutableTable<Holder, Period, Key> wholes() {
        ImmutableTable.Builder<Holder, Period, Key> wholes = ImmutableTable.builder();
        for (Holder holder : keys.holders()) {
            for (Period year : keys.years()) {
                List<Key> rows = ledger.whole(holder, year).stream()
                        .map(split -> split.key(QuotaKeys.term(keys.stage()), year))
                        .toList();
                if (!rows.isEmpty()) {
                    Key known = rows.size() == 1 ? rows.get(0) : sumOfOres(holder, year, rows);
                    wholes.put(
                            holder,
                            year,
                            ledger.roundedTo(holder, year)
                                    .filter(digits -> !rows.contains(stated(holder, year)))
                                    .map(digits -> exact(known, stated(holder, year), digits))
                                    .orElse(known));
                }
            }
        }
        return wholes.build();
    }

    private Key sumOfOres(Holder holder, Period year, List<Key> ores) {
        return model.calculation(stated(holder, year).sub("sum of ores"), Formula.sum(Formula.span(ores)));
    }

    /** The full-year quota of a holder as it is stated for all ores. */
    private Key stated(Holder holder, Period year) {
        return Split.of(holder, Ore.ALL).key(QuotaKeys.term(keys.stage()), year);
    }

    /** What is known of each ore, for as long as the figure for all is that rounded: 188,650 for 189,000; else that figure. */
    private Key exact(Key known, Key stated, int digits) {
        return model.calculation(
                stated.sub("as exact as known"),
                known.ref()
                        .rounded(digits)
                        .isEqualTo(stated.ref())
                        .then(known.ref(), stated.ref())
                        .orElse(stated.ref()));
    }

    /** The row that counts, and what others say instead. */
    private void stated(Split split, Period year) {
        List<Quota> rows = ledger.rows(split, year);
        Key used = split.key(QuotaKeys.term(keys.stage()), year);
        for (int i = 0; i < rows.size(); i++) {
            Quota row = rows.get(i);
            if (i == 0) {
                model.figure(used, ledger.value(row), QuotaRows.citation(row));
            } else if (!ledger.value(row).equals(ledger.value(rows.get(0)))) {
                Key other = used.sub("another figure, " + i);
                model.figure(other, ledger.value(row), QuotaRows.citation(row));
                conflicts.add(Conflict.of(split, year, used, rows.get(0), other, row, model));
            }
        }
    }

    private void total(Period year) {
        if (ledger.row(Split.WHOLE, year).isEmpty()) {
            Optional<Quota> unpublished = keys.batches().stream()
                    .flatMap(batch -> ledger.row(Split.of(batch), year).stream())
                    .filter(batch -> batch.amount().isMissing())
                    .findFirst();
            unpublished.ifPresentOrElse(
                    batch -> model.figure(
                            keys.total(year),
                            ledger.value(batch),
                            QuotaRows.noted(
                                    batch.citation(),
                                    year + ": a batch has no published amount, so the year has no total.")),
                    () -> notFound(keys.total(year), year + ": no total of the full year was found."));
        }
    }

    private void notFound(Key key, String note) {
        model.figure(
                key,
                Value.of(Observation.parse(Observation.Reason.NOT_AVAILABLE.code())),
                QuotaRows.noted(Citation.of(), note));
    }

    private void batches(Period year) {
        List<Key> stated = ledger.addends(year).stream()
                .map(batch -> batch.key(QuotaKeys.term(keys.stage()), year))
                .toList();
        if (!stated.isEmpty()) {
            Key sum = model.calculation(keys.sumOfBatchesKey(year), Formula.sum(Formula.span(stated)));
            model.calculation(
                    keys.beyondBatchesKey(year), keys.total(year).ref().minus(sum.ref()));
        }
    }

    private void growth(Period year) {
        if (keys.years().contains(year.previous())) {
            model.calculation(
                    keys.growthKey(year),
                    Growth.onYearBefore(
                            keys.total(year).ref(), keys.total(year.previous()).ref()));
        }
    }

    private void averages(Range<Period> span) {
        Period first = span.lowerEndpoint();
        Period last = span.upperEndpoint();
        Key firstYear = model.calculation(
                keys.firstYearKey(), QuotaKeys.yearLabel(first).ref());
        Key lastYear =
                model.calculation(keys.lastYearKey(), QuotaKeys.yearLabel(last).ref());
        Key years = model.calculation(keys.numberOfYearsKey(), lastYear.ref().minus(firstYear.ref()));
        Key lastGrowth = model.calculation(
                keys.growthInLastYearKey(), keys.growthKey(last).ref());
        Key compound = model.calculation(
                keys.compoundGrowthKey(),
                Growth.compound(keys.total(last).ref(), keys.total(first).ref(), years.ref()));
        List<Key> rates = keys.years().stream()
                .filter(year -> year.compareTo(first) > 0 && year.compareTo(last) <= 0)
                .map(year -> keys.growthKey(year))
                .toList();
        Key mean = model.calculation(keys.meanGrowthKey(), Growth.mean(rates));
        model.calculation(keys.againstCompoundKey(), against(lastGrowth, compound));
        model.calculation(keys.againstMeanKey(), against(lastGrowth, mean));
    }

    private static Formula against(Key growth, Key average) {
        return average.ref().isAbove(growth.ref()).then(Formula.text("below"), Formula.text("not below"));
    }

    /** Within the known years an ore without a figure says so, since the total that it is part of is there. */
    private void ores(Range<Period> known) {
        List<Period> years = keys.years().stream().filter(known).toList();
        for (Ore ore : keys.ores()) {
            for (Period year : years) {
                Key amount = Split.of(ore).key(QuotaKeys.term(keys.stage()), year);
                if (ledger.row(Split.of(ore), year).isEmpty()) {
                    notFound(amount, year + ": no quota of the full year was found for " + ore + " ore.");
                }
                model.calculation(
                        keys.oreShareKey(ore, year),
                        Concentration.share(amount.ref(), keys.total(year).ref()));
                if (years.contains(year.previous())) {
                    Key before = Split.of(ore).key(QuotaKeys.term(keys.stage()), year.previous());
                    model.calculation(keys.oreGrowthKey(ore, year), Growth.onYearBefore(amount.ref(), before.ref()));
                }
            }
        }
        if (keys.ores().size() > 1) {
            for (Period year : years) {
                List<Key> amounts = keys.ores().stream()
                        .map(ore -> Split.of(ore).key(QuotaKeys.term(keys.stage()), year))
                        .toList();
                model.calculation(
                        keys.beyondOresKey(year), keys.total(year).ref().minus(Formula.sum(Formula.span(amounts))));
            }
        }
    }
}

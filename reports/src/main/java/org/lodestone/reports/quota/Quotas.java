package org.lodestone.reports.quota;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import com.google.common.collect.Range;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.text.UnknownIdException;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.growth.Growth;

/**
 * The quota of one stage, year by year.
 *
 * <p>Where several rows are of one thing, the best one is used (reported before derived, hearsay and what the press
 * rounded) and the others are {@link #conflicts()}. The total of a year is its full-year row, never its batches.
 */
public final class Quotas extends QuotaKeys {

    private final ImmutableTable<Holder, Period, Key> wholes;
    private final Optional<Holdings> holdings;
    private final ImmutableList<Conflict> conflicts;
    private final Model model;

    Quotas(
            QuotaKeys keys,
            ImmutableTable<Holder, Period, Key> wholes,
            Optional<Holdings> holdings,
            ImmutableList<Conflict> conflicts,
            Model model) {
        super(keys.stage(), keys.unit(), keys.years(), keys.batches(), keys.ores(), keys.known(), keys.splits());
        this.wholes = wholes;
        this.holdings = holdings;
        this.conflicts = conflicts;
        this.model = model;
    }

    /**
     * The quota of a stage; empty where the dataset has none. Throws if its chain has no such stage, or its rows are on
     * different bases.
     */
    public static Optional<Quotas> of(Dataset dataset, String stage) {
        requireNonNull(dataset, "dataset");
        requireNonNull(stage, "stage");
        List<Quota> rows = dataset.quotas().stream()
                .filter(quota -> quota.stage().equals(stage))
                .toList();
        Optional<Stage> ofChain = dataset.chain().stage(stage);
        if (rows.isEmpty() && ofChain.isEmpty()) {
            throw UnknownIdException.of(
                    stage,
                    "a stage of " + dataset.name(),
                    dataset.chain().stages().stream().map(Stage::id).toList());
        }
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Stage known = ofChain.orElseGet(() -> new Stage(stage, 0, stage, ImmutableList.of(), ""));
        return Optional.of(new Builder(known, new Ledger(rows)).build());
    }

    /** The quotas of every stage that has one, from the ground on. */
    public static ImmutableList<Quotas> of(Dataset dataset) {
        requireNonNull(dataset, "dataset");
        return dataset.quotas().stream()
                .map(Quota::stage)
                .distinct()
                .flatMap(stage -> of(dataset, stage).stream())
                .sorted(Comparator.comparingInt(quotas -> quotas.stage().order()))
                .collect(ImmutableList.toImmutableList());
    }

    /** What is stated for a part of a year's quota. */
    public Optional<Key> amount(Split split, Period year) {
        return known(split.key(term(stage()), year));
    }

    /** The batches of a year with a stated total, summed; missing where one of them is not published. */
    public Optional<Key> sumOfBatches(Period year) {
        return known(sumOfBatchesKey(year));
    }

    /** The total less the sum of stated batches: what was issued in batches that are not stated. */
    public Optional<Key> beyondBatches(Period year) {
        return known(beyondBatchesKey(year));
    }

    /** Growth of the total on the year before. */
    public Optional<Key> growth(Period year) {
        return known(growthKey(year));
    }

    /** The first year of the span, as a number. */
    public Optional<Key> firstYear() {
        return known(firstYearKey());
    }

    /** The last year of the span, as a number. */
    public Optional<Key> lastYear() {
        return known(lastYearKey());
    }

    /** How many years the span is long: 7 from 2017 to 2024. */
    public Optional<Key> numberOfYears() {
        return known(numberOfYearsKey());
    }

    /** Growth in the last year of the span on the year before. */
    public Optional<Key> growthInLastYear() {
        return known(growthInLastYearKey());
    }

    /** Compound growth a year over the span. */
    public Optional<Key> compoundGrowth() {
        return known(compoundGrowthKey());
    }

    /** The mean of the yearly rates of the span; missing where a year in it is. */
    public Optional<Key> meanGrowth() {
        return known(meanGrowthKey());
    }

    /** {@code below} where growth in the span's last year is below compound growth, else {@code not below}. */
    public Optional<Key> againstCompound() {
        return known(againstCompoundKey());
    }

    /** {@code below} where growth in the span's last year is below the mean of yearly rates, else {@code not below}. */
    public Optional<Key> againstMean() {
        return known(againstMeanKey());
    }

    /** The full-year quota for an ore, or why there is none; empty outside the known years. */
    public Optional<Key> ore(Ore ore, Period year) {
        return amount(Split.of(ore), year);
    }

    /** An ore's share of the total. */
    public Optional<Key> oreShare(Ore ore, Period year) {
        return known(oreShareKey(ore, year));
    }

    /** Growth of an ore's quota on the year before. */
    public Optional<Key> oreGrowth(Ore ore, Period year) {
        return known(oreGrowthKey(ore, year));
    }

    /** The total less the quotas of all ores: zero where the split is whole. */
    public Optional<Key> beyondOres(Period year) {
        return known(beyondOresKey(year));
    }

    /**
     * The full-year quota of a holder for an ore; for all ores the sum of those stated, where that is more exact or nothing
     * is stated for all. Empty where none is stated.
     */
    public Optional<Key> held(Holder holder, Ore ore, Period year) {
        return ore == Ore.ALL ? Optional.ofNullable(wholes.get(holder, year)) : amount(Split.of(holder, ore), year);
    }

    public Value value(Key key) {
        return model.value(key);
    }

    private Optional<Key> known(Key key) {
        return model.has(key) ? Optional.of(key) : Optional.empty();
    }

    /** The full-year quota of each holder for all ores, where it is stated. */
    public ImmutableTable<Holder, Period, Key> wholes() {
        return wholes;
    }

    /** Who holds the full-year quota; empty where no holder is told. */
    public Optional<Holdings> holdings() {
        return holdings;
    }

    public ImmutableList<Conflict> conflicts() {
        return conflicts;
    }

    /** What stands behind the keys. */
    public Model model() {
        return model;
    }

    /** Puts together what stands behind the keys. */
    private static final class Builder {

        private final Ledger ledger;
        private final QuotaKeys keys;
        private final Model.Builder model = Model.builder().include(Definitions.MODEL);
        private final ImmutableList.Builder<Conflict> conflicts = ImmutableList.builder();

        Builder(Stage stage, Ledger ledger) {
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
                model.label(yearLabel(year), year.year());
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
                            .map(split -> split.key(term(keys.stage()), year))
                            .toList();
                    if (!rows.isEmpty()) {
                        wholes.put(holder, year, rows.size() == 1 ? rows.get(0) : sumOfOres(holder, year, rows));
                    }
                }
            }
            return wholes.build();
        }

        private Key sumOfOres(Holder holder, Period year, List<Key> ores) {
            Key whole = Split.of(holder, Ore.ALL).key(term(keys.stage()), year);
            return model.calculation(whole.sub("sum of ores"), Formula.sum(Formula.span(ores)));
        }

        /** The row that counts, and what others say instead. */
        private void stated(Split split, Period year) {
            List<Quota> rows = ledger.rows(split, year);
            Key used = split.key(term(keys.stage()), year);
            for (int i = 0; i < rows.size(); i++) {
                Quota row = rows.get(i);
                if (i == 0) {
                    model.figure(used, ledger.value(row), Ledger.citation(row));
                } else if (!ledger.value(row).equals(ledger.value(rows.get(0)))) {
                    Key other = used.sub("another figure, " + i);
                    model.figure(other, ledger.value(row), Ledger.citation(row));
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
                                Ledger.noted(
                                        batch.citation(),
                                        year + ": a batch has no published amount, so the year has no total.")),
                        () -> notFound(keys.total(year), year + ": no total of the full year was found."));
            }
        }

        private void notFound(Key key, String note) {
            model.figure(
                    key,
                    Value.of(Observation.parse(Observation.Reason.NOT_AVAILABLE.code())),
                    Ledger.noted(Citation.of(), note));
        }

        private void batches(Period year) {
            List<Key> stated = ledger.addends(year).stream()
                    .map(batch -> batch.key(term(keys.stage()), year))
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
                                keys.total(year).ref(),
                                keys.total(year.previous()).ref()));
            }
        }

        private void averages(Range<Period> span) {
            Period first = span.lowerEndpoint();
            Period last = span.upperEndpoint();
            Key firstYear =
                    model.calculation(keys.firstYearKey(), yearLabel(first).ref());
            Key lastYear = model.calculation(keys.lastYearKey(), yearLabel(last).ref());
            Key years =
                    model.calculation(keys.numberOfYearsKey(), lastYear.ref().minus(firstYear.ref()));
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
                    Key amount = Split.of(ore).key(term(keys.stage()), year);
                    if (ledger.row(Split.of(ore), year).isEmpty()) {
                        notFound(amount, year + ": no quota of the full year was found for " + ore + " ore.");
                    }
                    model.calculation(
                            keys.oreShareKey(ore, year),
                            Concentration.share(amount.ref(), keys.total(year).ref()));
                    if (years.contains(year.previous())) {
                        Key before = Split.of(ore).key(term(keys.stage()), year.previous());
                        model.calculation(
                                keys.oreGrowthKey(ore, year), Growth.onYearBefore(amount.ref(), before.ref()));
                    }
                }
            }
            if (keys.ores().size() > 1) {
                for (Period year : years) {
                    List<Key> amounts = keys.ores().stream()
                            .map(ore -> Split.of(ore).key(term(keys.stage()), year))
                            .toList();
                    model.calculation(
                            keys.beyondOresKey(year), keys.total(year).ref().minus(Formula.sum(Formula.span(amounts))));
                }
            }
        }
    }
}

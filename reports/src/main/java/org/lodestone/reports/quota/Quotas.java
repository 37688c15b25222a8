package org.lodestone.reports.quota;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableTable;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;

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
        return Optional.of(new QuotasBuilder(known, new QuotaRows(rows)).build());
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

    /** The amount stated for a part of a year's quota. */
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

    /** The last year of the span, as a number. */
    public Optional<Key> lastYear() {
        return known(lastYearKey());
    }

    /** The length of the span in years: 7 from 2017 to 2024. */
    public Optional<Key> numberOfYears() {
        return known(numberOfYearsKey());
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

    /** The value of a key of this quota. Throws if it has no such key. */
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

    /** The pairs of figures for one quota that are not the same. */
    public ImmutableList<Conflict> conflicts() {
        return conflicts;
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return model;
    }

    @Override
    public String toString() {
        return OneLine.of(
                "quota for " + stage().name(), unit(), years().get(0) + " to " + years().get(years().size() - 1));
    }
}

package org.lodestone.reports.quota;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.problem.UnknownIdException;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.growth.Growth;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.quota.Holdings.Conflict;

/**
 * The quota of one stage, year by year.
 *
 * <p>Where several rows are of one thing, the best one is used (reported before derived, hearsay and what the press
 * rounded) and the others are {@link #conflicts()}. The total of a year is its full-year row, never its batches.
 */
public final class Quotas {

    private final Stage stage;
    private final QuotaRows ledger;
    private final ImmutableList<Period> years;
    /** The years from the first to the last full-year total that is known. */
    private final ImmutableList<Period> known;

    private final Calculations values = new Calculations(Definitions.MODEL);
    private final Optional<Holdings> holdings;
    private final ImmutableList<Conflict> conflicts;

    private Quotas(Stage stage, QuotaRows ledger) {
        this.stage = stage;
        this.ledger = ledger;
        this.years = ledger.years();
        List<Period> totals = years.stream()
                .filter(year -> ledger.amount(Split.WHOLE, year).isPresent())
                .toList();
        this.known = totals.isEmpty()
                ? ImmutableList.of()
                : years.subList(years.indexOf(totals.get(0)), years.indexOf(totals.get(totals.size() - 1)) + 1);
        ImmutableList.Builder<Conflict> found = ImmutableList.builder();
        for (Period year : years) {
            values.year(year);
            splits().forEach(split -> found.addAll(figures(split, year)));
            missingTotal(year);
            beyondBatches(year);
            growth(year);
        }
        againstCompound();
        againstMean();
        for (Ore ore : ores()) {
            for (Period year : known) {
                missingOre(ore, year);
                oreShare(ore, year);
                oreGrowth(ore, year);
            }
        }
        known.forEach(this::beyondOres);
        holders().forEach(holder -> years.forEach(year -> held(holder, Ore.ALL, year)));
        this.holdings = Holdings.of(this, ledger, values);
        holdings.ifPresent(told -> found.addAll(told.conflicts()));
        this.conflicts = found.build();
        values.close();
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
        return Optional.of(new Quotas(known, new QuotaRows(rows)));
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

    /** The stage whose output is allotted. */
    public Stage stage() {
        return stage;
    }

    /** The unit of every amount. */
    public Unit unit() {
        return ledger.unit();
    }

    /** The years from the first to the last that any row is of, without a gap. */
    public ImmutableList<Period> years() {
        return years;
    }

    /** The first and the last year with a known total; empty where they are the same or there are none. */
    public Optional<Range<Period>> span() {
        return known.size() > 1
                ? Optional.of(Range.closed(known.get(0), known.get(known.size() - 1)))
                : Optional.empty();
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    /** The value of a key of this quota. Throws if it has no such key. */
    public Value value(Key key) {
        return model().value(key);
    }

    Term term() {
        return Term.of(stage).sub("quota");
    }

    private Key key(String part, Supplier<Formula> formula) {
        return values.as(term().sub(part).key(), formula);
    }

    private Key key(String part, Period year, Supplier<Formula> formula) {
        return values.as(term().sub(part).key().at(year), formula);
    }

    private Optional<Key> keyIf(boolean has, String part, Period year, Supplier<Formula> formula) {
        return has ? Optional.of(key(part, year, formula)) : Optional.empty();
    }

    // ---------------------------------------------------------------- what the rows state

    /** Every part of a quota that a row is of. */
    public ImmutableList<Split> splits() {
        return ledger.splits();
    }

    /** The amount stated for a part of a year's quota. */
    public Optional<Key> amount(Split split, Period year) {
        return Optional.of(split.key(term(), year)).filter(model()::has);
    }

    /** The pairs of figures for one quota that are not the same. */
    public ImmutableList<Conflict> conflicts() {
        return conflicts;
    }

    /** Puts in the row that counts, and what others say instead. */
    private List<Conflict> figures(Split split, Period year) {
        List<Quota> rows = ledger.rows(split, year);
        Key used = split.key(term(), year);
        ImmutableList.Builder<Conflict> found = ImmutableList.builder();
        for (int i = 0; i < rows.size(); i++) {
            Quota row = rows.get(i);
            if (i == 0) {
                figure(used, row);
            } else if (!ledger.value(row).equals(ledger.value(rows.get(0)))) {
                Key other = used.sub("another figure, " + i);
                figure(other, row);
                found.add(Conflict.of(split, year, used, rows.get(0), other, row, values.building()));
            }
        }
        return found.build();
    }

    private void figure(Key key, Quota row) {
        figure(key, ledger.value(row), QuotaRows.citation(row));
    }

    private void notFound(Key key, String note) {
        figure(
                key,
                Value.of(Observation.parse(Observation.Reason.NOT_AVAILABLE.code())),
                Citation.of().withNote(note));
    }

    private void figure(Key key, Value amount, Citation citation) {
        values.building().figure(key, amount, ValueUnit.of(unit()), citation);
    }

    // ---------------------------------------------------------------- totals and batches

    /** The total of a year: as published or derived for the full year, or why there is none. */
    public Key total(Period year) {
        return Split.WHOLE.key(term(), year);
    }

    /** Puts in why there is no total, where no row is of the full year. */
    private void missingTotal(Period year) {
        if (ledger.row(Split.WHOLE, year).isPresent()) {
            return;
        }
        Optional<Quota> unpublished = batches().stream()
                .flatMap(batch -> ledger.row(Split.of(batch), year).stream())
                .filter(batch -> batch.amount().isMissing())
                .findFirst();
        unpublished.ifPresentOrElse(
                batch -> figure(
                        total(year),
                        ledger.value(batch),
                        batch.citation()
                                .withNote(year + ": a batch has no published amount, so the year has no total.")),
                () -> notFound(total(year), year + ": no total of the full year was found."));
    }

    /** The batches with a total, as the dataset names them. */
    public ImmutableList<String> batches() {
        return ledger.batches();
    }

    /** The batches of a year with a stated total, summed; missing where one of them is not published. */
    public Optional<Key> sumOfBatches(Period year) {
        List<Key> stated = ledger.addends(year).stream()
                .map(batch -> batch.key(term(), year))
                .toList();
        return keyIf(!stated.isEmpty(), "sum of stated batches", year, () -> Formula.sum(Formula.span(stated)));
    }

    /** The total less the sum of stated batches: what was issued in batches that are not stated. */
    public Optional<Key> beyondBatches(Period year) {
        return sumOfBatches(year)
                .map(sum ->
                        key("total less stated batches", year, () -> total(year).minus(sum)));
    }

    // ---------------------------------------------------------------- growth

    /**
     * Growth of the total on the year before.
     *
     * <pre>total / total of the year before − 1</pre>
     */
    public Optional<Key> growth(Period year) {
        return keyIf(
                hasYearBefore(year, years),
                "growth",
                year,
                () -> Growth.onYearBefore(total(year), total(year.previous())));
    }

    private static boolean hasYearBefore(Period year, List<Period> years) {
        return years.contains(year) && years.contains(year.previous());
    }

    /** The length of the span in years: 7 from 2017 to 2024. */
    public Optional<Key> numberOfYears() {
        return span().map(this::length);
    }

    private Key length(Range<Period> span) {
        Key first = key("first year", () -> values.year(span.lowerEndpoint()));
        Key last = key("last year", () -> values.year(span.upperEndpoint()));
        return key("years", () -> last.minus(first));
    }

    /**
     * Compound growth a year over the span.
     *
     * <pre>(last total / first total)^(1 / years) − 1</pre>
     */
    public Optional<Key> compoundGrowth() {
        return span().map(span -> key(
                "compound growth",
                () -> Growth.compound(total(span.upperEndpoint()), total(span.lowerEndpoint()), length(span))));
    }

    /** The mean of the yearly rates of the span; missing where a year in it is. */
    public Optional<Key> meanGrowth() {
        return span().map(span -> key(
                "mean growth",
                () -> Growth.mean(
                        known.stream().flatMap(year -> growth(year).stream()).toList())));
    }

    /** {@code below} where growth in the span's last year is below compound growth, else {@code not below}. */
    public Optional<Key> againstCompound() {
        return compoundGrowth().map(average -> key("last growth against compound", () -> against(average)));
    }

    /** {@code below} where growth in the span's last year is below the mean of yearly rates, else {@code not below}. */
    public Optional<Key> againstMean() {
        return meanGrowth().map(average -> key("last growth against mean", () -> against(average)));
    }

    private Formula against(Key average) {
        Period last = known.get(known.size() - 1);
        Key growth = key("growth in last year", () -> growth(last).orElseThrow());
        return average.isAbove(growth).then(Formula.text("below"), Formula.text("not below"));
    }

    // ---------------------------------------------------------------- ores

    /** The ores with a full-year quota of their own. */
    public ImmutableList<Ore> ores() {
        return ledger.ores();
    }

    /** The full-year quota for an ore, or why there is none; empty outside the known years. */
    public Optional<Key> ore(Ore ore, Period year) {
        return amount(Split.of(ore), year);
    }

    /** Within the known years an ore without a figure says so, since the total that it is part of is there. */
    private void missingOre(Ore ore, Period year) {
        if (ledger.row(Split.of(ore), year).isEmpty()) {
            notFound(ofOre(ore, year), year + ": no quota of the full year was found for " + ore + " ore.");
        }
    }

    private Key ofOre(Ore ore, Period year) {
        return Split.of(ore).key(term(), year);
    }

    /** An ore's share of the total. */
    public Optional<Key> oreShare(Ore ore, Period year) {
        return keyIf(
                ores().contains(ore) && known.contains(year),
                ore + " ore: share",
                year,
                () -> Concentration.share(ofOre(ore, year), total(year)));
    }

    /** Growth of an ore's quota on the year before, as of the total. */
    public Optional<Key> oreGrowth(Ore ore, Period year) {
        return keyIf(
                ores().contains(ore) && hasYearBefore(year, known),
                ore + " ore: growth",
                year,
                () -> Growth.onYearBefore(ofOre(ore, year), ofOre(ore, year.previous())));
    }

    /** The total less the quotas of all ores: zero where the split is whole. */
    public Optional<Key> beyondOres(Period year) {
        return keyIf(ores().size() > 1 && known.contains(year), "total less ores", year, () -> {
            List<Key> amounts = ores().stream().map(ore -> ofOre(ore, year)).toList();
            return total(year).minus(Formula.sum(Formula.span(amounts)));
        });
    }

    // ---------------------------------------------------------------- holders

    /** Who a full-year quota is stated for, groups, companies and provinces alike. */
    public ImmutableList<Holder> holders() {
        return splits().stream()
                .filter(Split::fullYear)
                .map(Split::holder)
                .filter(holder -> !holder.equals(Holder.ALL))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    /**
     * The full-year quota of a holder for an ore; for all ores the sum of those stated, where that is more exact or nothing
     * is stated for all. Empty where none is stated.
     */
    public Optional<Key> held(Holder holder, Ore ore, Period year) {
        return ore == Ore.ALL ? whole(holder, year) : amount(Split.of(holder, ore), year);
    }

    private Optional<Key> whole(Holder holder, Period year) {
        Key stated = Split.of(holder, Ore.ALL).key(term(), year);
        List<Key> rows = ledger.whole(holder, year).stream()
                .map(split -> split.key(term(), year))
                .toList();
        if (rows.isEmpty() || rows.contains(stated)) {
            return rows.stream().findFirst();
        }
        Key known = rows.size() == 1
                ? rows.get(0)
                : values.as(stated.sub("sum of ores"), () -> Formula.sum(Formula.span(rows)));
        return Optional.of(ledger.roundedTo(holder, year)
                .map(digits -> exact(known, stated, digits))
                .orElse(known));
    }

    /** The sum of what is known of each ore, as long as the figure for all is that rounded: 188,650 for 189,000; else that figure. */
    private Key exact(Key known, Key stated, int digits) {
        return values.as(
                stated.sub("as exact as known"),
                () -> known.rounded(digits)
                        .isEqualTo(stated)
                        .then(known, stated)
                        .orElse(stated));
    }

    /** Who holds the full-year quota; empty where no holder is told. */
    public Optional<Holdings> holdings() {
        return holdings;
    }

    @Override
    public String toString() {
        return OneLine.of(
                "quota for " + stage().name(), unit(), years().get(0) + " to " + years().get(years().size() - 1));
    }
}

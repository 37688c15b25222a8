package org.lodestone.reports.quota;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.util.Optional;
import org.lodestone.core.chain.Stage;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Holder;
import org.lodestone.core.quota.Ore;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Term;

/** The keys of the quota of a stage: each is spelled here and nowhere else. {@link Quotas} gives them their values. */
class QuotaKeys {

    private static final Term YEAR = Term.of("year");

    private final Stage stage;
    private final Unit unit;
    private final ImmutableList<Period> years;
    private final ImmutableList<String> batches;
    private final ImmutableList<Ore> ores;
    private final Optional<Range<Period>> known;
    private final ImmutableList<Split> splits;

    QuotaKeys(
            Stage stage,
            Unit unit,
            ImmutableList<Period> years,
            ImmutableList<String> batches,
            ImmutableList<Ore> ores,
            Optional<Range<Period>> known,
            ImmutableList<Split> splits) {
        this.stage = stage;
        this.unit = unit;
        this.years = years;
        this.batches = batches;
        this.ores = ores;
        this.known = known;
        this.splits = splits;
    }

    /** The stage whose output is allotted. */
    public Stage stage() {
        return stage;
    }

    /** The unit of every amount. */
    public Unit unit() {
        return unit;
    }

    /** The years from the first to the last that any row is of, without a gap. */
    public ImmutableList<Period> years() {
        return years;
    }

    /** The batches with a total, as the dataset names them. */
    public ImmutableList<String> batches() {
        return batches;
    }

    /** The ores with a full-year quota of their own. */
    public ImmutableList<Ore> ores() {
        return ores;
    }

    /** The years from the first to the last full-year total that is known; empty where none is. */
    public Optional<Range<Period>> known() {
        return known;
    }

    /** Every part of a quota that a row is of. */
    public ImmutableList<Split> splits() {
        return splits;
    }

    /** The total of a year: as published or derived for the full year, or why there is none. */
    public Key total(Period year) {
        return Split.WHOLE.key(term(stage), year);
    }

    /** A year as a number, so that spans of years can be worked out. */
    public static Key yearLabel(Period year) {
        return YEAR.key().at(year);
    }

    /** The first and the last year with a known total; empty where they are the same or there are none. */
    public Optional<Range<Period>> span() {
        return known.filter(range -> !range.lowerEndpoint().equals(range.upperEndpoint()));
    }

    /** Who a full-year quota is stated for, groups, companies and provinces alike. */
    public ImmutableList<Holder> holders() {
        return splits.stream()
                .filter(Split::fullYear)
                .map(Split::holder)
                .filter(holder -> !holder.equals(Holder.ALL))
                .distinct()
                .collect(ImmutableList.toImmutableList());
    }

    static Term term(Stage stage) {
        return Term.of(stage).sub("quota");
    }

    // ---------------------------------------------------------------- what only some years or quotas have

    Key sumOfBatchesKey(Period year) {
        return key("sum of stated batches", year);
    }

    Key beyondBatchesKey(Period year) {
        return key("total less stated batches", year);
    }

    Key firstYearKey() {
        return key("first year");
    }

    Key lastYearKey() {
        return key("last year");
    }

    Key numberOfYearsKey() {
        return key("years");
    }

    Key growthInLastYearKey() {
        return key("growth in last year");
    }

    Key compoundGrowthKey() {
        return key("compound growth");
    }

    Key meanGrowthKey() {
        return key("mean growth");
    }

    Key againstCompoundKey() {
        return key("last growth against compound");
    }

    Key againstMeanKey() {
        return key("last growth against mean");
    }

    Key beyondOresKey(Period year) {
        return key("total less ores", year);
    }

    Key growthKey(Period year) {
        return key("growth", year);
    }

    Key oreShareKey(Ore ore, Period year) {
        return key(ore + " ore: share", year);
    }

    Key oreGrowthKey(Ore ore, Period year) {
        return key(ore + " ore: growth", year);
    }

    // ---------------------------------------------------------------- how a key is spelled

    Key key(String part) {
        return term(stage).sub(part).key();
    }

    Key key(String part, Period year) {
        return key(part).at(year);
    }
}

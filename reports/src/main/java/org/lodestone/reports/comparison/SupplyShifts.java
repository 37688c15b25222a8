package org.lodestone.reports.comparison;

import static org.lodestone.reports.formula.Definitions.ZERO;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Doubt;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.supply.Supply;

/**
 * Compares the supply of one measure on both sides, year by year.
 *
 * @param edition name of the edition of both, where it is another than the one compared; empty otherwise
 */
record SupplyShifts(Supply before, Supply after, String edition, Pairs pairs) {

    private static final String SHARE = ", share of sum of rows";

    /** The years both have, if something changed in them; without any, the latest year of each. */
    List<SupplyShift> find() {
        return compared()
                .filter(shift -> shift.isMoved() && !shift.isInDoubt())
                .map(Shift::build)
                .toList();
    }

    private Stream<Shift> compared() {
        List<Shift> common = after.observed().stream()
                .filter(before.observed()::contains)
                .map(year -> new Shift(year, year))
                .toList();
        return common.isEmpty() ? Stream.of(new Shift(before.latest(), after.latest())) : common.stream();
    }

    /** The years of the newer side whose total is so many times the older that a unit is in doubt: no change is made of them. */
    List<Period> inDoubt() {
        return compared().filter(Shift::isInDoubt).map(shift -> shift.year).toList();
    }

    /** The years that only one side has. */
    static List<Period> onlyOf(Supply side, Supply other) {
        return side.observed().stream()
                .filter(year -> !other.observed().contains(year))
                .toList();
    }

    private List<Place> places() {
        return Supply.rows(List.of(before, after));
    }

    private static OptionalDouble printed(Supply supply, Period year) {
        return supply.printedTotal(year).map(key -> supply.value(key).number()).orElse(OptionalDouble.empty());
    }

    private static Value amount(Supply supply, Place place, Period year) {
        Key key = supply.amount(place, year);
        return supply.model().has(key) ? supply.value(key) : Value.missing("not among the rows");
    }

    /** One year set beside another, or beside itself. */
    private final class Shift {

        private final Measure measure = after.measure();
        private final Period yearBefore;
        private final Period year;
        private final String title;
        private final Place largest;
        private final boolean hasGrowth;

        Shift(Period yearBefore, Period year) {
            this.yearBefore = yearBefore;
            this.year = year;
            this.title = measure.name() + " " + yearBefore + " to " + year + (edition.isEmpty() ? "" : ", " + edition);
            this.largest = before.places().stream()
                    .max(Comparator.comparingDouble(place -> was(place).number().orElse(-1)))
                    .orElse(Place.OTHER);
            this.hasGrowth =
                    yearBefore.equals(year) && before.growth(yearBefore).isPresent();
        }

        boolean isMoved() {
            return !printed(before, yearBefore).equals(printed(after, year))
                    || places().stream().anyMatch(place -> !was(place).equals(is(place)));
        }

        boolean isInDoubt() {
            return Doubt.isOfAUnit(
                    before.value(before.total(yearBefore)).number().orElse(0),
                    after.value(after.total(year)).number().orElse(0));
        }

        private Value was(Place place) {
            return amount(before, place, yearBefore);
        }

        private Value is(Place place) {
            return amount(after, place, year);
        }

        SupplyShift build() {
            pairs.include(after.model());
            ImmutableList<SupplyShift.Finding> findings = findings();
            List<Place> rows = places().stream()
                    .filter(this::counts)
                    .sorted(Comparator.comparingDouble(place -> -Math.abs(change(place))))
                    .toList();
            return new SupplyShift(
                    measure,
                    edition,
                    yearBefore,
                    year,
                    largest,
                    hasGrowth,
                    rows.stream().map(this::row).collect(ImmutableList.toImmutableList()),
                    findings);
        }

        private double change(Place place) {
            return is(place).number().orElse(0) - was(place).number().orElse(0);
        }

        /** Whether a place has more than nothing on a side, or anything that changed. */
        private boolean counts(Place place) {
            return !was(place).equals(is(place)) || was(place).number().orElse(0) > 0;
        }

        private String what(Place place) {
            return title + ", " + place;
        }

        // -------------------------------------------------------- findings

        private ImmutableList<SupplyShift.Finding> findings() {
            ImmutableList.Builder<SupplyShift.Finding> findings = ImmutableList.builder();
            String unit = measure.unit().toString();
            Shown amount = measure.unit().word().equals("t") ? Shown.WHOLE : Shown.ONE_DECIMAL;
            findings.add(finding(
                    sumName(), unit, amount, Optional.of(before.total(yearBefore)), Optional.of(after.total(year))));
            findings.add(
                    finding("Printed total", unit, amount, before.printedTotal(yearBefore), after.printedTotal(year)));
            if (hasGrowth) {
                findings.add(percentage(
                        growthName("sums of rows", isGrowthOfTwoEditions()),
                        before.growth(yearBefore),
                        Optional.of(growth())));
                findings.add(percentage(
                        growthName("printed totals", isGrowthOfPrintedOfTwoEditions()),
                        before.growthOfPrinted(yearBefore),
                        growthOfPrinted()));
            }
            findings.add(percentage(
                    largest + SHARE,
                    Optional.of(before.share(largest, yearBefore)),
                    Optional.of(after.share(largest, year)).filter(after.model()::has)));
            findings.add(percentage(
                    largest + ", share of printed total",
                    before.shareOfPrinted(largest, yearBefore),
                    after.shareOfPrinted(largest, year)));
            findings.add(finding(
                    before.other() || after.other() ? "HHI, other countries split up" : "HHI",
                    "index",
                    Shown.ONE_DECIMAL,
                    Optional.of(before.hhi(yearBefore)),
                    Optional.of(after.hhi(year))));
            return findings.build();
        }

        private SupplyShift.Finding percentage(String name, Optional<Key> older, Optional<? extends Formula> newer) {
            return finding(name, "%", Shown.PERCENT_2, older, newer);
        }

        /** A number on both sides; missing, with the reason, on one that does not have it. */
        private SupplyShift.Finding finding(
                String name, String unit, Shown shown, Optional<Key> older, Optional<? extends Formula> newer) {
            String what = title + ", " + name;
            Key wasKey = pairs.was(what, older.map(before::value).orElse(Value.missing("not in the older edition")));
            Key isKey = newer.map(formula -> pairs.is(what, formula))
                    .orElseGet(() -> pairs.isNot(
                            what, Value.missing("not in the newer edition"), "nothing to work it out from"));
            return new SupplyShift.Finding(name, unit, shown, wasKey, isKey, pairs.change(what));
        }

        private boolean isGrowthOfTwoEditions() {
            return after.growth(year).isEmpty();
        }

        private String growthName(String sums, boolean isOfTwoEditions) {
            return "Growth, " + sums + (isOfTwoEditions ? ", over the older " + year.previous() : "");
        }

        /** Growth within the newer edition; where it lacks the year before, over that of the older one. */
        private Formula growth() {
            return after.growth(year)
                    .<Formula>map(key -> key)
                    .orElseGet(() -> after.total(year).over(baseBefore()).minus(Definitions.ONE));
        }

        private boolean isGrowthOfPrintedOfTwoEditions() {
            return after.growthOfPrinted(year).isEmpty()
                    && after.printedTotal(year).isPresent()
                    && before.printedTotal(year.previous()).isPresent();
        }

        /** The same of the printed totals. */
        private Optional<? extends Formula> growthOfPrinted() {
            if (!isGrowthOfPrintedOfTwoEditions()) {
                return after.growthOfPrinted(year);
            }
            Value base = before.value(before.printedTotal(year.previous()).orElseThrow());
            Formula older = pairs.was(title + ", printed total of the year before", base);
            return after.printedTotal(year).map(total -> total.over(older).minus(Definitions.ONE));
        }

        private Formula baseBefore() {
            return pairs.was(
                    title + ", sum of rows of the year before", before.value(before.total(yearBefore.previous())));
        }

        // -------------------------------------------------------- parts

        private SupplyShift.Row row(Place place) {
            String what = what(place);
            Key wasKey = before(place);
            Key isKey = after.model().has(after.amount(place, year))
                    ? pairs.is(what, after.amount(place, year))
                    : pairs.isNot(what, Value.missing("not named"), "the newer edition does not name it");
            Formula d = known(isKey).minus(known(wasKey));
            Key total = pairs.key("after", title + ", " + sumName());
            Key shareBefore = pairs.key("before", title + ", " + largest + SHARE);
            Formula others = shareBefore.times(d);
            Formula ofShare = place.equals(largest) ? d.minus(others) : ZERO.minus(others);
            return new SupplyShift.Row(
                    place,
                    wasKey,
                    isKey,
                    pairs.calculation("change", what, d),
                    pairs.calculation("part of growth", what, hasGrowth ? toGrowth(wasKey, isKey) : ZERO),
                    pairs.calculation("part of share", what, ofShare.over(total)),
                    pairs.calculation("part of HHI", what, toIndex(place, wasKey, isKey)));
        }

        private String sumName() {
            return before.allKnown(yearBefore) && after.allKnown(year) ? "Sum of rows" : "Sum of known rows";
        }

        private Formula known(Key key) {
            return key.orElse(ZERO);
        }

        private Key before(Place place) {
            Key key = before.amount(place, yearBefore);
            if (!before.model().has(key)) {
                return pairs.was(what(place), Value.missing("not named"));
            }
            return before.model()
                    .content(key)
                    .asFigure()
                    .map(figure -> pairs.was(what(place), figure.value(), figure.citation()))
                    .orElseGet(() -> pairs.was(what(place), before.value(key)));
        }

        private Formula toGrowth(Key wasKey, Key isKey) {
            Formula base = isGrowthOfTwoEditions() ? baseBefore() : after.total(year.previous());
            return known(isKey).over(base).minus(known(wasKey).over(baseBefore()));
        }

        /** Other countries count as nothing in the index, as if they were very many. */
        private Formula toIndex(Place place, Key wasKey, Key isKey) {
            if (place.equals(Place.OTHER)) {
                return ZERO;
            }
            Formula now = known(isKey).over(pairs.key("after", title + ", " + sumName()));
            Formula then = known(wasKey).over(pairs.key("before", title + ", " + sumName()));
            return now.times(now).minus(then.times(then)).times(Definitions.INDEX_SCALE);
        }
    }
}

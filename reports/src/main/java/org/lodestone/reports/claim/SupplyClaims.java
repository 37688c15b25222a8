package org.lodestone.reports.claim;

import static org.lodestone.reports.formula.Definitions.HUNDRED;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Claim;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * Claims on reserves, production and refining: a total, an amount, a share or growth.
 *
 * @param ways takes the ways in which it is worked out
 */
record SupplyClaims(Supplies supplies, Claim claim, ClaimWays ways) {

    void recompute() {
        supply().ifPresent(supply -> {
            Optional<Supply> newest = newestSupply(supply);
            Stream.concat(Stream.of(supply), newest.stream()).map(Supply::model).forEach(ways::include);
            switch (claim.finding()) {
                case TOTAL -> total(supply, newest);
                case AMOUNT -> amount(supply, newest);
                case SHARE -> share(supply, newest);
                case GROWTH -> growth(supply, newest);
                default -> throw new IllegalStateException(claim.finding() + " is not one of supply.");
            }
        });
    }

    private Dataset dataset() {
        return supplies.dataset();
    }

    private Period period() {
        return claim.period().orElse(Period.NONE);
    }

    /** Empty also where the row of the measure or of the edition could not be read, so that the dataset lacks it. */
    private Optional<Supply> supply() {
        return claim.measure()
                .filter(dataset().measures()::containsKey)
                .filter(measure -> claim.edition().stream().allMatch(this::hasEdition))
                .flatMap(measure -> claim.edition()
                        .map(edition -> supplies.supply(measure, edition))
                        .orElseGet(() -> supplies.supply(measure)))
                .filter(supply -> supply.years().contains(period()));
    }

    private boolean hasEdition(String edition) {
        return dataset().editions().containsKey(edition)
                || dataset().figures().stream()
                        .anyMatch(figure -> figure.edition().equals(edition));
    }

    private Optional<Supply> newestSupply(Supply used) {
        return dataset()
                .edition(used.edition())
                .flatMap(edition -> dataset().withEdition(edition.id()).newest())
                .filter(edition -> !edition.id().equals(used.edition()))
                .flatMap(edition -> supplies.supply(used.measure().id(), edition.id()))
                .filter(newer -> newer.years().contains(period()));
    }

    private Place place() {
        return Place.parse(claim.place().orElse("World"));
    }

    private String name(Supply supply) {
        return dataset().editionName(supply.edition());
    }

    /** {@code Sum of rows}, or that of known rows where some are not published, and those that are stand there. */
    private static Formula sum(Supply supply, Period year, String sum) {
        return words().with("sum", sum)
                .with("published", supply.allKnown(year))
                .with("allKnown", areKnown(supply, year, supply.rows()))
                .with("someKnown", areKnown(supply, year, supply.known(year)))
                .clause("{sum} of {published?rows|{allKnown?rows|{someKnown?known rows|rows}}}");
    }

    private static Formula areKnown(Supply supply, Period year, ImmutableList<Place> rows) {
        return rows.isEmpty()
                ? ZERO
                : Formula.sum(span(rows, place -> supply.amount(place, year))).isKnown();
    }

    /**
     * A value that rests on the sum of the rows that the edition has, while all of these are known: of fewer rows it is the sum of
     * something else than the claim was taken from.
     */
    private static Formula ofKnownRows(Supply supply, Period year, Formula value) {
        return supply.allKnown(year)
                ? value
                : areKnown(supply, year, supply.known(year)).then(value, text(Value.NOT_AVAILABLE));
    }

    private static Formula total(Supply supply, Period year) {
        return ofKnownRows(supply, year, supply.total(year));
    }

    private void total(Supply supply, Optional<Supply> newest) {
        Unit unit = supply.measure().unit();
        ways.way(sumOf(supply), ways.amountIn(unit, total(supply, period())));
        supply.printedTotal(period())
                .ifPresent(printed -> ways.way(text("Printed total, " + name(supply)), ways.amountIn(unit, printed)));
        newest.ifPresent(newer -> ways.newest(sumOf(newer), ways.amountIn(unit, total(newer, period()))));
    }

    private Formula sumOf(Supply supply) {
        return words().with("sum", sum(supply, period(), "Sum"))
                .with("edition", name(supply))
                .say("{sum}, {edition}");
    }

    /** Whether the supply has a row for the claim's place; without one there is nothing to check. */
    private boolean hasPlace(Supply supply) {
        boolean has = supply.rows().contains(place());
        if (!has) {
            ways.remark("There is no figure for '" + claim.place().orElse("") + "' in " + name(supply) + ".");
        }
        return has;
    }

    private void amount(Supply supply, Optional<Supply> newest) {
        if (hasPlace(supply)) {
            asPrinted(supply, ways::way);
            newest.filter(newer -> newer.rows().contains(place())).ifPresent(newer -> asPrinted(newer, ways::newest));
        }
    }

    private void asPrinted(Supply supply, BiConsumer<Formula, Formula> way) {
        way.accept(
                text("As printed in " + name(supply)),
                ways.amountIn(supply.measure().unit(), supply.amount(place(), period())));
    }

    private void share(Supply supply, Optional<Supply> newest) {
        if (!hasPlace(supply)) {
            return;
        }
        Period year = period();
        Key amount = supply.amount(place(), year);
        overSum(supply, year, ways::way);
        Formula rounded = ways.worked("sum rounded", inThreeDigits(total(supply, year)));
        ways.way(shareOf(supply, rounded, text("that sum rounded")), ClaimWays.inPercent(amount.over(rounded)));
        supply.shareOfPrinted(place(), year)
                .ifPresent(share -> ways.way(
                        shareOf(supply, supply.printedTotal(year).orElseThrow(), text("the printed total")),
                        ClaimWays.inPercent(share)));
        newest.filter(newer -> newer.rows().contains(place())).ifPresent(newer -> overSum(newer, year, ways::newest));
    }

    private void overSum(Supply supply, Period year, BiConsumer<Formula, Formula> way) {
        way.accept(
                shareOf(supply, total(supply, year), sum(supply, year, "the sum")),
                ClaimWays.inPercent(ofKnownRows(supply, year, supply.share(place(), year))));
    }

    /** {@code 270,000 of 393,950 t REO, the sum of rows, MCS 2025}. */
    private Formula shareOf(Supply supply, Formula total, Formula what) {
        return words().with("amount", inWords(supply, supply.amount(place(), period())))
                .with("total", inWords(supply, total))
                .with("unit", supply.measure().unit())
                .with("what", what)
                .with("edition", name(supply))
                .say("{amount} of {total} {unit}, {what}, {edition}|Over {what}, {edition}");
    }

    private static Formula inWords(Supply supply, Formula amount) {
        return amount.fixed(Shown.of(supply.measure().unit()).decimals());
    }

    /** An amount as a note prints it: 394,000 for 393,950. */
    private static Formula inThreeDigits(Formula amount) {
        Formula ten = Formula.call(Fn.SQUARE_ROOT, HUNDRED.asNumber("ten is the base of decimal digits"));
        Formula magnitude = Formula.call(
                Fn.WHOLE_PART,
                Formula.call(Fn.LOGARITHM, amount.asNumber("its digits are counted"))
                        .over(Formula.call(Fn.LOGARITHM, ten)));
        Formula step = Formula.call(Fn.POWER, ten, magnitude.minus(ONE).minus(ONE));
        return amount.over(step).rounded(0).times(step);
    }

    private void growth(Supply supply, Optional<Supply> newest) {
        Period year = period();
        if (claim.place().isPresent() && !place().equals(Place.WORLD)) {
            if (hasPlace(supply)) {
                supply.growth(place(), year)
                        .ifPresent(growth -> ways.way(
                                growthOf(supply, given -> supply.amount(place(), given), "as printed"),
                                ClaimWays.inPercent(growth)));
            }
            return;
        }
        supply.growth(year)
                .ifPresent(growth ->
                        ways.way(growthOf(supply, supply::total, "sums of rows"), ClaimWays.inPercent(growth)));
        supply.growthOfPrinted(year)
                .ifPresent(growth -> ways.way(
                        growthOf(supply, given -> supply.printedTotal(given).orElseThrow(), "printed totals"),
                        ClaimWays.inPercent(growth)));
        newest.filter(newer -> !ways.isEmpty())
                .ifPresent(newer -> newer.growth(year)
                        .ifPresentOrElse(
                                growth -> ways.newest(
                                        growthOf(newer, newer::total, "sums of rows"), ClaimWays.inPercent(growth)),
                                () -> movedTotal(supply, newer, year)));
    }

    /** {@code 393,950 after 376,090 t REO, sums of rows, MCS 2025}. */
    private Formula growthOf(Supply supply, Function<Period, Key> amount, String what) {
        return words().with("now", inWords(supply, amount.apply(period())))
                .with("before", inWords(supply, amount.apply(period().previous())))
                .with("unit", supply.measure().unit())
                .with("what", what)
                .with("edition", name(supply))
                .say("{now} after {before} {unit}, {what}, {edition}|On the year before, {what}, {edition}");
    }

    /** A newer edition without the year before cannot give the growth, but it can move the year itself. */
    private void movedTotal(Supply supply, Supply newer, Period year) {
        Formula before = supply.total(year.previous());
        Formula now = newer.total(year);
        ways.acrossEditions(
                words().with("now", inWords(newer, now))
                        .with("newer", name(newer))
                        .with("before", inWords(supply, before))
                        .with("unit", supply.measure().unit())
                        .with("edition", name(supply))
                        .with("year", year)
                        .with("previous", year.previous())
                        .say(
                                "{now} in {newer} after {before} {unit} in {edition}, two editions that do not compare"
                                        + "|{newer} for {year} over {edition} for {previous}, two editions that do not compare"),
                ClaimWays.inPercent(now.over(before).minus(Definitions.ONE)));
    }
}

package org.lodestone.reports.claim;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Claim;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** Claims on reserves, production and refining: a total, an amount, a share or growth. */
final class SupplyClaims {

    private final Supplies supplies;
    private final Dataset dataset;
    private final Claim claim;
    private final ClaimWays ways;

    /** @param ways takes the ways in which it is worked out */
    SupplyClaims(Supplies supplies, Claim claim, ClaimWays ways) {
        this.supplies = supplies;
        this.dataset = supplies.dataset();
        this.claim = claim;
        this.ways = ways;
    }

    void recompute() {
        supply().ifPresent(supply -> {
            switch (claim.finding()) {
                case TOTAL -> total(supply);
                case AMOUNT -> amount(supply);
                case SHARE -> share(supply);
                case GROWTH -> growth(supply);
                default -> throw new IllegalStateException(claim.finding() + " is not one of supply.");
            }
        });
    }

    private Period period() {
        return claim.period().orElse(Period.NONE);
    }

    /** Empty also where the row of the measure or of the edition could not be read, so that the dataset lacks it. */
    private Optional<Supply> supply() {
        return claim.measure()
                .filter(dataset.measures()::containsKey)
                .filter(measure -> claim.edition().stream().allMatch(this::hasEdition))
                .flatMap(measure -> claim.edition()
                        .map(edition -> supplies.supply(measure, edition))
                        .orElseGet(() -> supplies.supply(measure)))
                .filter(supply -> supply.years().contains(period()));
    }

    private boolean hasEdition(String edition) {
        return dataset.editions().containsKey(edition)
                || dataset.figures().stream()
                        .anyMatch(figure -> figure.edition().equals(edition));
    }

    private Optional<Supply> newestSupply(Supply used) {
        return dataset.edition(used.edition())
                .flatMap(edition -> dataset.withEdition(edition.id()).newest())
                .filter(edition -> !edition.id().equals(used.edition()))
                .flatMap(edition -> supplies.supply(used.measure().id(), edition.id()))
                .filter(newer -> newer.years().contains(period()));
    }

    private Place place() {
        return Place.parse(claim.place().orElse("World"));
    }

    private String name(Supply supply) {
        return dataset.editionName(supply.edition());
    }

    private static String sum(Supply supply, Period year) {
        return supply.allKnown(year) ? "sum of rows" : "sum of known rows";
    }

    private void total(Supply supply) {
        Unit unit = supply.measure().unit();
        ways.include(supply.model());
        ways.way(sum(supply, period()) + ", " + name(supply), ways.amountIn(unit, supply.total(period())));
        supply.printedTotal(period())
                .ifPresent(printed -> ways.way("printed total, " + name(supply), ways.amountIn(unit, printed)));
        newestSupply(supply).ifPresent(newer -> {
            ways.include(newer.model());
            ways.newest(sum(newer, period()) + ", " + name(newer), ways.amountIn(unit, newer.total(period())));
        });
    }

    /** Whether the supply has a row for the claim's place; without one there is nothing to check. */
    private boolean hasPlace(Supply supply) {
        boolean has = supply.rows().contains(place());
        if (!has) {
            ways.remark("There is no figure for '" + claim.place().orElse("") + "' in " + name(supply) + ".");
        }
        return has;
    }

    private void amount(Supply supply) {
        if (!hasPlace(supply)) {
            return;
        }
        Unit unit = supply.measure().unit();
        ways.include(supply.model());
        ways.way("as printed in " + name(supply), ways.amountIn(unit, supply.amount(place(), period())));
        newestSupply(supply).filter(newer -> newer.rows().contains(place())).ifPresent(newer -> {
            ways.include(newer.model());
            ways.newest("as printed in " + name(newer), ways.amountIn(unit, newer.amount(place(), period())));
        });
    }

    private void share(Supply supply) {
        if (!hasPlace(supply)) {
            return;
        }
        ways.include(supply.model());
        Period year = period();
        ways.way(
                "over the " + sum(supply, year) + ", " + name(supply),
                ClaimWays.inPercent(supply.share(place(), year).ref()));
        int digits = roundingDigits(supply, year);
        ways.way(
                "over that sum rounded to three figures",
                ClaimWays.inPercent(supply.amount(place(), year)
                        .ref()
                        .over(supply.total(year).ref().rounded(digits))));
        supply.shareOfPrinted(place(), year)
                .ifPresent(share -> ways.way("over the printed total", ClaimWays.inPercent(share.ref())));
        newestSupply(supply).filter(newer -> newer.rows().contains(place())).ifPresent(newer -> {
            ways.include(newer.model());
            ways.newest(
                    "over the " + sum(newer, year) + ", " + name(newer),
                    ClaimWays.inPercent(newer.share(place(), year).ref()));
        });
    }

    private static int roundingDigits(Supply supply, Period year) {
        double total = supply.value(supply.total(year)).number().orElse(1);
        return 2 - (int) Math.floor(Math.log10(Math.max(1, total)));
    }

    private void growth(Supply supply) {
        ways.include(supply.model());
        Period year = period();
        if (claim.place().isPresent() && !place().equals(Place.WORLD)) {
            if (hasPlace(supply)) {
                supply.growth(place(), year)
                        .ifPresent(
                                growth -> ways.way("as printed in " + name(supply), ClaimWays.inPercent(growth.ref())));
            }
            return;
        }
        supply.growth(year)
                .ifPresent(growth -> ways.way("sums of rows, " + name(supply), ClaimWays.inPercent(growth.ref())));
        supply.growthOfPrinted(year).ifPresent(growth -> ways.way("printed totals", ClaimWays.inPercent(growth.ref())));
        newestSupply(supply).filter(newer -> !ways.isEmpty()).ifPresent(newer -> {
            ways.include(newer.model());
            newer.growth(year)
                    .ifPresentOrElse(
                            growth -> ways.newest("sums of rows, " + name(newer), ClaimWays.inPercent(growth.ref())),
                            () -> movedTotal(supply, newer, year));
        });
    }

    /** A newer edition without the year before cannot give the growth, but it can move the year itself. */
    private void movedTotal(Supply supply, Supply newer, Period year) {
        Formula before = supply.total(year.previous()).ref();
        ways.newest(
                name(newer) + " for " + year + " over " + name(supply) + " for " + year.previous()
                        + ", two editions in one",
                ClaimWays.inPercent(newer.total(year).ref().over(before).minus(Definitions.ONE)));
    }
}

package org.lodestone.reports.sheet.supply;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import java.util.Collection;
import java.util.List;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Check;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/** Checks of supplies: sums, shares, concentration and ranks, and the totals that editions print. */
record SupplyChecks(Supplies supplies, Model.Builder model, List<Check> checks) {

    private static final int WEIGHT = 90;

    /** To the sixth decimal shares sum to one, and the index of one holder alone is its share squared. */
    private static final int DIGITS = 6;

    List<Check> all() {
        Collection<Measure> measures = supplies.dataset().measures().values();
        measures.stream()
                .filter(SupplyFindings::isSupplied)
                .forEach(measure -> supplies.supply(measure.id()).ifPresent(this::shares));
        measures.stream()
                .filter(measure -> measure.kind() != Measure.Kind.STATISTIC)
                .forEach(measure -> supplies.editions(measure.id()).forEach(this::totals));
        return checks.stream().map(check -> check.withWeight(WEIGHT)).toList();
    }

    private void shares(Supply supply) {
        model.include(supply.model());
        for (Period year : supply.years()) {
            String what = named(supply, year);
            if (supply.value(supply.total(year)).number().orElse(0) == 0) {
                checks.add(Check.that(
                        model,
                        "There is a sum where there is a figure, and only there: " + what,
                        sumWhereFigure(supply, year)));
            } else {
                shares(supply, year, what);
            }
        }
    }

    private String named(Supply supply, Period year) {
        String edition = supplies.dataset().editionName(supply.edition());
        return supply.measure().name() + " " + year + (edition.isEmpty() ? "" : ", " + edition);
    }

    private void shares(Supply supply, Period year, String what) {
        Formula held = supplies.dataset().unread(supply.measure()).isEmpty() ? ONE : text("not all read");
        Formula.Span shares = span(supply.rows(), place -> supply.share(place, year));
        checks.add(Check.that(
                model,
                "Shares sum to one: " + what,
                Formula.sumOfKnown(shares).rounded(DIGITS).isEqualTo(ONE),
                held));
        Formula largest = supply.rankedShare(1, year);
        checks.add(Check.that(
                model,
                "HHI is at least the largest share squared: " + what,
                supply.hhi(year)
                        .minus(largest.times(largest).times(Definitions.INDEX_SCALE))
                        .rounded(DIGITS)
                        .isAtLeast(ZERO),
                held));
        Formula.Span ranks = span(supply.places(), place -> supply.rank(place, year));
        Formula.Span amounts = span(supply.places(), place -> supply.amount(place, year));
        checks.add(Check.that(
                model,
                "Ranks run from one without a gap: " + what,
                Formula.call(Fn.MAX_OF_KNOWN, ranks).isEqualTo(Formula.countOfKnown(amounts)),
                held));
    }

    /** For a year in which nothing is known, or nothing is made: there are no shares to sum. */
    private static Formula sumWhereFigure(Supply supply, Period year) {
        Formula known = supply.total(year).isKnown().then(ONE, ZERO);
        return supply.count(year).isAbove(ZERO).then(known, ONE.minus(known)).isEqualTo(ONE);
    }

    /** Checks an edition that prints a total. */
    private void totals(Supply supply) {
        model.include(supply.model());
        for (Period year : supply.years()) {
            supply.sumsToPrinted(year)
                    .ifPresent(sums -> checks.add(Check.of(
                            model,
                            (supply.allKnown(year)
                                            ? "Rows sum to the printed total, but for rounding of both: "
                                            : "Known rows do not exceed the printed total, but for rounding of both: ")
                                    + named(supply, year),
                            sums.isEqualTo(ONE).then(ONE, text("missed")))));
        }
    }
}

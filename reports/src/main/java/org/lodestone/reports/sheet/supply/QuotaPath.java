package org.lodestone.reports.sheet.supply;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.forecast.Limit;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.quota.QuotaOutlook;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * The forecast of a limit that is a quota, beside the range of that quota: its amount where the two are in one unit, and
 * its growth since the last published total where they are not.
 */
record QuotaPath(QuotaOutlook outlook, SupplyForecast supply, Limit limit, Supplies supplies, Model.Builder model) {

    private static final Term TERM = Term.of("quota outlook").sub("forecast");

    private static final String PRINTED = "{measure} of {place} is printed as {amount:0} {unit} for {year},"
            + " {below?{gap:0} {unit} below the range|{above?{over:0} {unit} above the range|within the range}}."
            + "[ It was the quota itself in {equal:0} of {years} earlier years that have both.]"
            + "|What {place} is printed to make in {year} is not known, or its range is not.";

    private static final String AHEAD =
            "The forecast of the chosen scenario has {measure} of {place} at {amount:0} {unit}"
                    + " in {year}, {below?{gap:0} {unit} below the range|{above?{over:0} {unit} above the range|within the range}}."
                    + "|The forecast for {place} in {year} is not known, or its range is not.";

    private static final String GROWTH =
            "The forecast of the chosen scenario lets {measure} of {place} grow by {growth:+0.0%}"
                    + " from {last} to {year} under its quota, whose range is {from:+0.0%} to {to:+0.0%}:"
                    + " {below?below it|{above?above it|within it}}."
                    + "|The forecast for {place} in {year} is not known, or its range is not.";

    /** The one limit of the forecast that is this quota; none where several places have one at the stage, or no year is forecast. */
    static Optional<QuotaPath> of(QuotaOutlook outlook, ForecastStudy study, Supplies supplies, Model.Builder model) {
        List<QuotaPath> found = study.chosen().supplies().stream()
                .filter(supply ->
                        supply.measure().stage().equals(outlook.quotas().stage().id()))
                .flatMap(supply -> supply.limits().stream()
                        .filter(limit -> limit.kind() == Limit.Kind.QUOTA && !supply.isOfPlants(limit.place()))
                        .map(limit -> new QuotaPath(outlook, supply, limit, supplies, model)))
                .toList();
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    /** A sentence for each year that has a range and a forecast. */
    ImmutableList<Block.Sentence> sentences() {
        boolean isOfOneUnit = supply.measure().unit().equals(outlook.quotas().unit());
        return outlook.ahead().stream()
                .filter(year -> outlook.has(year) && supply.years().contains(year))
                .filter(year -> isOfOneUnit || supply.years().contains(outlook.last()))
                .map(year -> Block.Sentence.live(model.calculation(
                        TERM.of(Subject.of(outlook.quotas().stage())).at(year),
                        isOfOneUnit ? amount(year) : growth(year))))
                .collect(ImmutableList.toImmutableList());
    }

    private Wording words(Period year) {
        String measure = supply.measure().name();
        boolean begins = supply.measure().unit().equals(outlook.quotas().unit()) && year.equals(supply.start());
        return Wording.words()
                .with("measure", begins ? Words.byItself(measure) : Words.inSentence(measure))
                .with("place", limit.place().name())
                .with("year", year);
    }

    private Formula amount(Period year) {
        Formula amount = supply.limit(limit, year);
        Formula low = outlook.low(year);
        Formula high = outlook.high(year);
        Wording words = words(year)
                .with("amount", amount)
                .with("unit", outlook.quotas().unit())
                .with("below", low.isAbove(amount))
                .with("above", amount.isAbove(high))
                .with("gap", low.minus(amount))
                .with("over", amount.minus(high));
        if (!year.equals(supply.start())) {
            return words.say(AHEAD);
        }
        List<Formula> equal = equal();
        return words.with("equal", equal.stream().reduce(Formula::plus))
                .withSome("years", equal.size())
                .say(PRINTED);
    }

    /** For each published year with an output of the place, 1 where the two are the same and else 0. */
    private List<Formula> equal() {
        Place place = limit.place();
        return supplies.history(supply.measure().id()).stream()
                .flatMap(history -> history.editions().entrySet().stream())
                .filter(edition -> edition.getKey().compareTo(outlook.last()) <= 0)
                .filter(edition -> edition.getValue().places().contains(place))
                .filter(edition -> outlook.quotas().years().contains(edition.getKey()))
                .map(edition -> equal(edition.getValue(), place, edition.getKey()))
                .toList();
    }

    private Formula equal(Supply printed, Place place, Period year) {
        model.include(printed.model());
        Key total = outlook.quotas().total(year);
        return printed.amount(place, year).isEqualTo(total).then(ONE, ZERO);
    }

    private Formula growth(Period year) {
        Formula growth = supply.limit(limit, year)
                .over(supply.limit(limit, outlook.last()))
                .minus(ONE);
        Formula low = outlook.lowGrowth(year);
        Formula high = outlook.highGrowth(year);
        return words(year)
                .with("growth", growth)
                .with("last", outlook.last())
                .with("from", low)
                .with("to", high)
                .with("below", low.isAbove(growth))
                .with("above", growth.isAbove(high))
                .say(GROWTH);
    }
}

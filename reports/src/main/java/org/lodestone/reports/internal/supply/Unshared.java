package org.lodestone.reports.internal.supply;

import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Saying.say;
import static org.lodestone.reports.report.Saying.with;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.report.Saying;
import org.lodestone.reports.report.Words;
import org.lodestone.reports.supply.Supply;

/** The words for a supply whose rows give no shares: one country alone has a figure, or none has. */
final class Unshared {

    private Unshared() {}

    /** The finding on the latest year of a supply, where {@link Supply#hasShares} is not so. */
    public static Formula finding(Dataset dataset, Supply supply) {
        requireNonNull(dataset, "dataset");
        requireNonNull(supply, "supply");
        Period year = supply.latest();
        Formula sum = say(
                        "{measure} {year}: {count} of {rows} rows have a figure, {total} {unit} in all.",
                        with("measure", supply.measure().name())
                                .with("year", year.toString())
                                .with("count", supply.count(year).ref().fixed(0))
                                .with("rows", String.valueOf(supply.rows().size()))
                                .with("total", supply.total(year).ref().fixed(EditionSection.digits(supply)))
                                .with("unit", supply.measure().unit().toString()))
                .formula();
        if (supply.known(year).size() == 1) {
            return supply.count(year)
                    .ref()
                    .isAbove(ONE)
                    .then(sum, alone(supply, supply.known(year).get(0), year));
        }
        Formula counted = supply.known(year).isEmpty()
                ? supply.count(year).ref()
                : supply.total(year).ref();
        return counted.isAbove(ZERO).then(sum, text(nothing(dataset, supply, year)));
    }

    private static Formula alone(Supply supply, Place place, Period year) {
        return say(
                        "{measure} {year}: {country} has {amount} {unit}{growth}{share}",
                        with("measure", supply.measure().name())
                                .with("year", year.toString())
                                .with("country", place.toString())
                                .with("amount", supply.amount(place, year).ref().fixed(EditionSection.digits(supply)))
                                .with("unit", supply.measure().unit().toString())
                                .with("growth", growth(supply, place, year))
                                .with("share", Optional.of(share(supply, place, year))))
                .formula();
    }

    /** Empty where the country has no growth on the year before. */
    private static Optional<Saying> growth(Supply supply, Place place, Period year) {
        return supply.growth(place, year)
                .filter(growth -> supply.value(growth).number().isPresent())
                .map(growth -> say(", {growth} on the year", with("growth", signedPercent(growth.ref(), 1))));
    }

    private static Saying share(Supply supply, Place place, Period year) {
        return supply.shareOfPrinted(place, year)
                .filter(share -> supply.value(share).number().isPresent())
                .map(share -> say(
                        ", {share} of the printed total; no other row has a figure.",
                        with("share", percent(share.ref(), 1))))
                .orElseGet(() -> say("; no other row has a figure, so that it has no share."));
    }

    /** Why there is no amount, in the words of the codes that are printed. */
    private static String nothing(Dataset dataset, Supply supply, Period year) {
        if (!supply.known(year).isEmpty()) {
            return supply.measure().name() + " " + year + ": every row with a figure is zero.";
        }
        List<String> reasons = dataset.figures(supply.measure().id(), supply.edition()).stream()
                .filter(figure -> figure.period().equals(year) && figure.place().kind() != Place.Kind.WORLD)
                .map(Figure::value)
                .map(Unshared::reason)
                .distinct()
                .sorted()
                .toList();
        return "There is no total of " + Words.inSentence(supply.measure().name()) + " in " + year
                + ": figures of countries are " + reasons.stream().collect(Collectors.joining(" or ")) + ".";
    }

    private static String reason(Observation value) {
        return value.fold(
                exact -> "published",
                bounded -> "bounds",
                ranged -> "ranges",
                missing -> missing.reason().toString());
    }
}

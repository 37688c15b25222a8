package org.lodestone.reports.sheet.supply;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Wording;
import org.lodestone.reports.supply.Supply;

/** The words for a supply whose rows give no shares: one country alone has a figure, or none has. */
final class Unshared {

    private Unshared() {}

    /** The finding on the latest year of a supply, where {@link Supply#hasShares} is not so. */
    public static Formula finding(Dataset dataset, Supply supply) {
        Period year = supply.latest();
        Wording words = words().with("measure", supply.measure().name())
                .with("year", year)
                .with("unit", supply.measure().unit());
        Formula sum = words.with("count", supply.count(year))
                .with("rows", String.valueOf(supply.rows().size()))
                .with("total", supply.total(year).fixed(EditionSection.digits(supply)))
                .say("{measure} {year}: {count:0} of {rows} rows have a figure, {total} {unit} in all.");
        if (supply.known(year).size() == 1) {
            Formula alone = alone(words, supply, supply.known(year).get(0), year);
            return supply.count(year).isAbove(ONE).then(sum, alone);
        }
        Formula counted = supply.known(year).isEmpty() ? supply.count(year) : supply.total(year);
        return counted.isAbove(ZERO).then(sum, text(nothing(dataset, supply, year)));
    }

    private static Formula alone(Wording words, Supply supply, Place place, Period year) {
        return words.with("country", place.toString())
                .with("amount", supply.amount(place, year).fixed(EditionSection.digits(supply)))
                .with("growth", known(supply, supply.growth(place, year)))
                .with("share", known(supply, supply.shareOfPrinted(place, year)))
                .with(
                        "shared",
                        known(supply, supply.shareOfPrinted(place, year)).isPresent())
                .say(
                        "{measure} {year}: {country} has {amount} {unit}[, {growth:+0.0%} on the year]"
                                + "[, {share:0.0%} of the printed total]; no other row has a figure{shared?|, so that it has no share}.");
    }

    private static Optional<Key> known(Supply supply, Optional<Key> value) {
        return value.filter(key -> supply.value(key).isNumber());
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
        return value.fold(new Observation.Cases<>(
                exact -> "published",
                bounded -> "bounds",
                ranged -> "ranges",
                missing -> missing.reason().toString()));
    }
}

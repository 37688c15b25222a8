package org.lodestone.reports.supply;

import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.percent;
import static org.lodestone.reports.formula.Definitions.signedPercent;
import static org.lodestone.reports.formula.Formula.ONE;
import static org.lodestone.reports.formula.Formula.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.text;

import java.util.List;
import java.util.stream.Collectors;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Figure;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.report.Words;

/** What is said of a supply whose rows give no shares: one country alone has a figure, or none has. */
public final class Unshared {

    private Unshared() {}

    /** What the latest year of a supply says, where {@link Supply#hasShares} is not so. */
    public static Formula finding(Dataset dataset, Supply supply) {
        requireNonNull(dataset, "dataset");
        requireNonNull(supply, "supply");
        Period year = supply.latest();
        Formula sum = sentence(
                text(supply.measure().name() + " " + year + ": "),
                supply.count(year).ref().fixed(0),
                text(" of " + supply.rows().size() + " rows have a figure, "),
                supply.total(year).ref().fixed(SupplySection.digits(supply)),
                text(" " + supply.measure().unit() + " in all."));
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
        Formula amount = sentence(
                text(supply.measure().name() + " " + year + ": " + place + " has "),
                supply.amount(place, year).ref().fixed(SupplySection.digits(supply)),
                text(" " + supply.measure().unit()),
                supply.growth(place, year)
                        .filter(growth -> supply.value(growth).number().isPresent())
                        .map(growth -> sentence(text(", "), signedPercent(growth.ref(), 2), text(" on the year")))
                        .orElse(text("")));
        return supply.shareOfPrinted(place, year)
                .filter(share -> supply.value(share).number().isPresent())
                .map(share -> sentence(
                        amount,
                        text(", "),
                        percent(share.ref(), 2),
                        text(" of the printed total; no other row has a figure.")))
                .orElse(sentence(amount, text("; no other row has a figure, so that it has no share.")));
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

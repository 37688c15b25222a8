package org.lodestone.reports.value;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.company.CompanyFacts;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.ProductUnits;

/**
 * A price as quoted: of the market, or by the company itself.
 *
 * @param valueUnit money for a mass of the product
 * @param isOfBasis whether the dataset counts tonnes of the product as such, so that others do not pass for them
 * @param printed as its source has it
 */
public record MarketPrice(
        Key key,
        Unit unit,
        ValueUnit valueUnit,
        boolean isOfBasis,
        Period period,
        Observation printed,
        Optional<Price> figure,
        Optional<Citation> citation) {

    /** By the last day, then the first: a day says more than the half-year it ends. */
    private static final Comparator<Period> LATER =
            Comparator.comparing(Period::last).thenComparing(Period::first);

    /** A price that the company states, among its facts. */
    public static MarketPrice of(StatedFact stated, Period period) {
        requireNonNull(stated, "stated");
        requireNonNull(period, "period");
        return new MarketPrice(
                stated.key(),
                stated.fact().unit(),
                StatedFact.unit(stated.fact()),
                false,
                period,
                stated.fact().value(),
                Optional.empty(),
                Optional.empty());
    }

    /** A price of the market in a period: of the newest edition, or else the first of the dataset, with what others print. */
    public static Optional<MarketPrice> of(Dataset dataset, Exposure.Sale sale, Period period) {
        requireNonNull(dataset, "dataset");
        requireNonNull(sale, "sale");
        requireNonNull(period, "period");
        return of(dataset, sale::means, period);
    }

    private static Optional<MarketPrice> of(Dataset dataset, Predicate<Price> meant, Period period) {
        List<Price> found = dataset.prices().stream()
                .filter(meant)
                .filter(price -> price.period().equals(period))
                .sorted(Comparator.comparing(
                        (Price price) -> dataset.released(price.edition()), Comparator.reverseOrder()))
                .toList();
        return found.stream()
                .findFirst()
                .map(price -> new MarketPrice(
                        key(price),
                        price.unit(),
                        ProductUnits.of(dataset, price),
                        ProductUnits.basis(dataset, price.product()).isPresent(),
                        price.period(),
                        price.price(),
                        Optional.of(price),
                        Optional.of(cited(price, found))));
    }

    /** The key of a price of the market. */
    public static Key key(Price price) {
        return Term.of("price")
                .of(Subject.of((price.product() + ", " + price.grade()).replaceFirst(", $", "") + ", " + price.unit()))
                .at(price.period())
                .in(Case.of(price.edition()));
    }

    /**
     * The last known price of what is sold, whenever it was paid: the one whose period ends last, and of several the
     * shortest, then that of the newest edition. Empty where none is a number.
     */
    public static Optional<MarketPrice> latest(Dataset dataset, Exposure.Sale sale) {
        requireNonNull(dataset, "dataset");
        requireNonNull(sale, "sale");
        return latest(
                dataset, price -> sale.means(price) && price.price().known().isPresent());
    }

    /** The average of a year on the market of a deck, in a unit: a price of the year by the same rule as a spot. */
    static Optional<MarketPrice> average(Dataset dataset, Deck deck, Unit unit, Period year) {
        return of(dataset, price -> deck.isQuote(price) && price.unit().equals(unit), year);
    }

    /** The spot of a deck in a unit, by the same rule. */
    public static Optional<MarketPrice> spot(Dataset dataset, Deck deck, Unit unit) {
        requireNonNull(dataset, "dataset");
        requireNonNull(deck, "deck");
        requireNonNull(unit, "unit");
        return latest(dataset, price -> deck.isSpot(price) && price.unit().equals(unit));
    }

    private static Optional<MarketPrice> latest(Dataset dataset, Predicate<Price> meant) {
        return dataset.prices().stream()
                .filter(meant)
                .map(Price::period)
                .max(LATER)
                .flatMap(period -> of(dataset, meant, period));
    }

    /** The last known price that the company states, by the same rule. */
    public static Optional<MarketPrice> latest(CompanyFacts facts, String company, String fact, Unit unit) {
        requireNonNull(facts, "facts");
        requireNonNull(company, "company");
        requireNonNull(fact, "fact");
        requireNonNull(unit, "unit");
        return facts.of(company, fact).stream()
                .filter(stated -> stated.fact().unit().equals(unit))
                .filter(stated -> stated.fact().value().known().isPresent())
                .flatMap(stated -> stated.period().stream())
                .max(LATER)
                .flatMap(period -> facts.of(company, fact, period).map(stated -> of(stated, period)));
    }

    private static Citation cited(Price price, List<Price> found) {
        String others = found.stream()
                .filter(other -> other.edition().equals(price.edition()))
                .map(other -> other.price().printed())
                .filter(printed -> !printed.equals(price.price().printed()))
                .distinct()
                .collect(Collectors.joining(", "));
        Citation citation = price.citation();
        return others.isEmpty()
                ? citation
                : citation.withNote((citation.note() + " Others print " + others + ".").strip());
    }

    /** Puts the price into a model: one of the market, under its own key. */
    public void put(Model.Builder model) {
        figure.ifPresent(price -> model.figure(key, Value.of(price.price()), valueUnit, citation.orElseThrow()));
    }

    @Override
    public String toString() {
        return OneLine.of(key, OneLine.amount(printed, unit));
    }
}

package org.lodestone.reports.earnings;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lodestone.core.company.Exposure;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Edition;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/** A price as quoted: of the market, or by the company itself. */
public record MarketPrice(Key key, Unit unit, Period period, Optional<Price> figure, Optional<Citation> citation) {

    /** A price that the company states, among its facts. */
    static MarketPrice of(StatedFact stated, Period period) {
        return new MarketPrice(stated.key(), stated.fact().unit(), period, Optional.empty(), Optional.empty());
    }

    /** A price of the market: of the newest edition, or else the first of the dataset, with what others print. */
    static Optional<MarketPrice> of(Dataset dataset, Exposure.Quote.Market market) {
        List<Price> found = dataset.prices().stream()
                .filter(market::names)
                .sorted(Comparator.comparing((Price price) -> released(dataset, price), Comparator.reverseOrder()))
                .toList();
        return found.stream().findFirst().map(price -> {
            Key key = Term.of("price")
                    .of(Subject.of(
                            (market.product() + ", " + market.grade()).replaceFirst(", $", "") + ", " + market.unit()))
                    .at(market.period())
                    .in(Case.of(price.edition()));
            return new MarketPrice(
                    key, market.unit(), market.period(), Optional.of(price), Optional.of(cited(price, found)));
        });
    }

    /**
     * The last known price of what a quote names, whenever it was paid: the one whose period ends last, and of several the
     * shortest, then that of the newest edition. Empty where none is a number.
     */
    public static Optional<Price> latest(Dataset dataset, Exposure.Quote.Market market) {
        requireNonNull(dataset, "dataset");
        requireNonNull(market, "market");
        return dataset.prices().stream()
                .filter(price -> price.product().equals(market.product())
                        && price.grade().equals(market.grade())
                        && price.unit().equals(market.unit()))
                .filter(price -> price.price().known().isPresent())
                .max(Comparator.comparing((Price price) -> price.period().last())
                        .thenComparing(price -> price.period().first())
                        .thenComparing(price -> released(dataset, price)));
    }

    private static Period released(Dataset dataset, Price price) {
        return dataset.edition(price.edition()).map(Edition::released).orElse(Period.year(1800));
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
                : new Citation(
                        citation.sources(),
                        citation.reliability(),
                        citation.how(),
                        (citation.note() + " Others print " + others + ".").strip());
    }

    void put(Model.Builder model) {
        figure.ifPresent(price -> model.figure(key, Value.of(price.price()), citation.orElseThrow()));
    }
}

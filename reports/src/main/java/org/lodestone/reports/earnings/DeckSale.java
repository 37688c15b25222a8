package org.lodestone.reports.earnings;

import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.value.MarketPrice;
import org.lodestone.reports.value.OperationCash;
import org.lodestone.reports.value.PriceDecks;
import org.lodestone.reports.value.SaleTerms;
import org.lodestone.reports.value.ValueStudy;

/**
 * The sale of a product of one price deck: at the spot, and at the price of the deck in the year after it, both on the terms of the
 * contracts of the seller.
 *
 * <pre>spot = the latest quote of the deck, or of the one it stands over · (1 + premium of its year)</pre>
 *
 * <p>One quote is the spot of all who sell the product.
 */
public final class DeckSale {

    private static final String A_QUOTE = "a quote of the deck is one for its product";
    private static final String MONEY_OF_THE_DAY = "money of the deck is told at the rate of the day of the spot";

    private final ValueStudy values;
    private final Deck deck;
    private final MarketPrice quote;
    private final String company;
    private final String currency;
    private final Optional<CurrencyRate> rate;
    private final Calculations into;

    private DeckSale(
            ValueStudy values,
            Deck deck,
            MarketPrice quote,
            String company,
            String currency,
            Optional<CurrencyRate> rate,
            Calculations into) {
        this.values = values;
        this.deck = deck;
        this.quote = quote;
        this.company = company;
        this.currency = currency;
        this.rate = rate;
        this.into = into;
    }

    /** Empty where the deck has no spot, or no rate leads from its currency. */
    static Optional<DeckSale> of(
            Dataset dataset, ValueStudy values, String deckId, String company, String currency, Calculations into) {
        PriceDecks decks = values.decks();
        Deck deck = dataset.valuation().deck(deckId).orElseThrow();
        Unit unit = decks.unit(deck);
        return MarketPrice.spot(dataset, decks.under(deck), decks.ofTheDay(deck))
                .flatMap(quote -> {
                    Optional<CurrencyRate> rate = unit.currency().equals(currency)
                            ? Optional.empty()
                            : CurrencyRate.nearest(
                                    dataset,
                                    unit.currency(),
                                    currency,
                                    quote.period().last());
                    return rate.isEmpty() && !unit.currency().equals(currency)
                            ? Optional.empty()
                            : Optional.of(new DeckSale(values, deck, quote, company, currency, rate, into));
                });
    }

    void putIn() {
        quote.put(into.building());
        rate.ifPresent(found -> found.put(into.building()));
    }

    /** The deck at which it is sold. */
    public Deck deck() {
        return deck;
    }

    /** The spot of that deck, or of the one it stands over. */
    public MarketPrice quote() {
        return quote;
    }

    /** The rate of the last day of the quote, from its currency to that of the company; empty where they are the same. */
    public Optional<CurrencyRate> rate() {
        return rate;
    }

    private PriceDecks decks() {
        return values.decks();
    }

    private Period year() {
        return Period.year(quote.period().year());
    }

    /** The year after that of the spot. */
    public Period nextYear() {
        return Period.year(quote.period().year() + 1);
    }

    private Formula converted(Formula amount) {
        return rate.map(found -> found.convert(amount, currency)).orElse(amount);
    }

    // ---------------------------------------------------------------- prices

    /** The spot on the market of the deck, without value added tax, in the currency of the deck. */
    Formula spot() {
        return decks().onTop(
                        quote.key().countedAs(ValueUnit.ofPrice(quote.unit(), deck.product()), A_QUOTE), deck, year());
    }

    /** The same in the currency of the company. */
    Formula spotConverted() {
        return converted(spot());
    }

    /** The unit of that. */
    Unit convertedUnit() {
        return new Unit(Dimension.PRICE, currency, quote.unit().word());
    }

    /** The highest floor that the seller is paid in the year of the spot, in the currency of the deck; empty where there is none. */
    Optional<Formula> floor() {
        return today().floor(year());
    }

    /** The price of the deck in the year after the spot. */
    public Key nextPrice() {
        return decks().price(deck, nextYear());
    }

    // ---------------------------------------------------------------- what is paid

    private SaleTerms today() {
        return values.terms(company, deck, quote.unit(), into::years);
    }

    /** All that is paid for kilotonnes at a multiple of the spot, in millions of the currency of the company. */
    Formula paid(Formula kilotonnes, Formula multiple) {
        return converted(today().paid(kilotonnes, spot().times(multiple), year()));
    }

    /** The same at a multiple of the price of the deck in the next year. */
    Formula paidNext(Formula kilotonnes, Formula multiple) {
        SaleTerms terms = values.terms(company, deck, decks().unit(deck), into::years);
        return ofTheDay(terms.paid(kilotonnes, nextPrice().times(multiple), nextYear()));
    }

    private Formula ofTheDay(Formula millions) {
        ValueUnit day = ValueUnit.of(new Unit(Dimension.MONEY, quote.unit().basis(), "mn"));
        return converted(millions.countedAs(day, MONEY_OF_THE_DAY));
    }

    // ---------------------------------------------------------------- volume

    /** The kilotonnes that the mine or plant of the company makes in the next year; empty where none is valued. */
    public Optional<Key> nextVolume() {
        return operation().map(operation -> operation.volume(nextYear()));
    }

    private Optional<OperationCash> operation() {
        return values.operation(company, deck).filter(one -> one.years().contains(nextYear()));
    }

    /** The cost of what it makes beyond a volume in kilotonnes, in millions of the currency of the company; empty where none is valued. */
    Optional<Formula> costOfMore(Function<Key, Formula> beyond) {
        return operation()
                .map(operation -> ofTheDay(
                        beyond.apply(operation.volume(nextYear())).times(operation.cost(nextYear(), into.building()))));
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(company, deck.id()), quote);
    }
}

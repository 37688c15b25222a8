package org.lodestone.reports.value;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static java.util.Objects.requireNonNull;
import static org.lodestone.reports.formula.Definitions.ONE;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.research.Assumption;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Deck;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.scenario.Scenarios;

/** The price decks of a dataset in one scenario, or as chosen. */
public final class PriceDecks {

    private static final Term DECK = Term.of("price deck");
    private static final String AS_IT_WAS = "money of the year is held against that of the deck as it is";
    private static final String ITS_PRODUCT = "it is the price of the product of the deck";

    private final Dataset dataset;
    private final Outcome outcome;
    private final Scenarios scenarios;
    private final ImmutableMap<String, ImmutableList<Period>> years;
    private final Calculations values;

    PriceDecks(Dataset dataset, Scenarios scenarios, Outcome outcome) {
        this.dataset = dataset;
        this.outcome = outcome;
        this.scenarios = scenarios;
        this.years = decks().stream().collect(toImmutableMap(Deck::id, this::stated));
        this.values = new Calculations(outcome.model());
        for (Deck deck : decks()) {
            years(deck).forEach(year -> price(deck, year));
            price(deck, Period.NONE);
            yearsBefore(deck).forEach(year -> {
                average(deck, year).orElseThrow().put(values.building());
                missed(deck, year);
                responseThatFits(deck, year);
            });
        }
        values.close();
    }

    /** The decks, in the order of the dataset. */
    public ImmutableList<Deck> decks() {
        return dataset.valuation().decks();
    }

    /** The deck of an id. Throws if there is none. */
    Deck deck(String id) {
        return dataset.valuation().deck(id).orElseThrow();
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    /** The scenario, or the one chosen. */
    public Case in() {
        return outcome.in();
    }

    private String price(Deck deck) {
        return deck.price()
                .or(() -> deck.over().map(this::deck).flatMap(Deck::price))
                .orElseThrow();
    }

    /** The unit of its prices: {@code 2026 USD/kg}. */
    public Unit unit(Deck deck) {
        return scenarios.premise(price(deck)).unit();
    }

    /** The unit of its prices as the product's. */
    public ValueUnit valueUnit(Deck deck) {
        return ValueUnit.ofPrice(unit(deck), deck.product());
    }

    /**
     * The years that have a price of their own: from the first that any scenario states or a lever may, to the last. After them the
     * price is that of the long term.
     */
    public ImmutableList<Period> years(Deck deck) {
        return requireNonNull(years.get(deck.id()));
    }

    private ImmutableList<Period> stated(Deck deck) {
        List<String> ids = Stream.of(Optional.of(price(deck)), deck.premium())
                .flatMap(Optional::stream)
                .toList();
        List<Period> stated = dataset.assumptions().stream()
                .filter(row -> ids.contains(row.id()))
                .map(Assumption::year)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        return stated.isEmpty()
                ? ImmutableList.of()
                : Period.years(
                        stated.get(0).year(), stated.get(stated.size() - 1).year());
    }

    /** The price in a year; {@link Period#NONE} stands for the long term. */
    public Key price(Deck deck, Period year) {
        Period own = years(deck).contains(year) ? year : Period.NONE;
        return values.as(Key.of(DECK, Subject.of(deck.id()), own, in()), () -> moved(deck, own, stated(deck, own)));
    }

    /** The deck whose prices a deck stands over: itself where it has its own. */
    public Deck under(Deck deck) {
        return deck.over().map(this::deck).orElse(deck);
    }

    /** A price of the deck that a deck stands over, with what is paid on top of it in a year; its own as it is. */
    public Formula onTop(Formula price, Deck deck, Period year) {
        Period own = years(deck).contains(year) ? year : Period.NONE;
        return deck.premium()
                .map(premium -> price.times(ONE.plus(scenarios.number(premium, own, in()))))
                .orElse(price);
    }

    private Formula stated(Deck deck, Period year) {
        if (deck.over().isPresent()) {
            return onTop(price(under(deck), year), deck, year);
        }
        String id = price(deck);
        return scenarios.key(id, year, in()).in(ValueUnit.of(unit(deck))).countedAs(valueUnit(deck), ITS_PRODUCT);
    }

    /** The answer to the balance: a power of demand over supply, as it has moved since the first year of the deck. The long term has none. */
    private Formula moved(Deck deck, Period year, Formula price) {
        boolean isBalanced =
                balance(deck).filter(balance -> balance.years().contains(year)).isPresent();
        return isBalanced && !year.equals(Period.NONE)
                ? price.times(risen(deck, year).toThe(response(deck)))
                : price;
    }

    /** Demand over supply in a year, over that of the first year of the deck. */
    private Formula risen(Deck deck, Period year) {
        Balance balance = balance(deck).orElseThrow();
        return ONE.plus(balance.afterShare(years(deck).get(0))).over(ONE.plus(balance.afterShare(year)));
    }

    Key response(Deck deck) {
        return scenarios.key(deck.response().orElseThrow(), in());
    }

    // ---------------------------------------------------------------- the response, held against what was paid

    /** The years before its first of which its balance knows demand and supply, and an average price is known. */
    public ImmutableList<Period> yearsBefore(Deck deck) {
        return balance(deck).stream()
                .flatMap(balance -> balance.years().stream())
                .filter(year -> years(deck).stream()
                        .findFirst()
                        .filter(first -> year.compareTo(first) < 0)
                        .isPresent())
                .filter(year -> average(deck, year).isPresent())
                .collect(ImmutableList.toImmutableList());
    }

    private Optional<MarketPrice> average(Deck deck, Period year) {
        return MarketPrice.average(dataset, deck, ofTheDay(deck), year);
    }

    /** The unit of its prices in money of the day: {@code USD/kg}. */
    public Unit ofTheDay(Deck deck) {
        Unit unit = unit(deck);
        return new Unit(unit.dimension(), unit.currency(), unit.word());
    }

    /** The average price of a year before the first, in money of that year. */
    public Key paid(Deck deck, Period year) {
        return average(deck, year).orElseThrow().key();
    }

    private Key lookingBack(String part, Deck deck, Period year, Supplier<Formula> formula) {
        return values.as(Key.of(DECK.sub(part), Subject.of(deck.id()), year, in()), formula);
    }

    /** The price that the response gives for such a year, from that of the first: {@code P(first) · (risen)^response}. */
    public Key lookedBack(Deck deck, Period year) {
        return lookingBack(
                "looked back",
                deck,
                year,
                () -> price(deck, years(deck).get(0)).times(risen(deck, year).toThe(response(deck))));
    }

    /** By how much that misses what was paid, as a part of it. */
    public Key missed(Deck deck, Period year) {
        return lookingBack(
                "looked back, missed",
                deck,
                year,
                () -> lookedBack(deck, year)
                        .over(paid(deck, year).countedAs(valueUnit(deck), AS_IT_WAS))
                        .minus(ONE));
    }

    /** The response that would have given what was paid: {@code ln(paid / P(first)) / ln(risen)}. */
    public Key responseThatFits(Deck deck, Period year) {
        return lookingBack("response that fits", deck, year, () -> {
            Formula paid = paid(deck, year).countedAs(valueUnit(deck), AS_IT_WAS);
            return Formula.call(Fn.LOGARITHM, paid.over(price(deck, years(deck).get(0))))
                    .over(Formula.call(Fn.LOGARITHM, risen(deck, year)));
        });
    }

    private Optional<Balance> balance(Deck deck) {
        return deck.balance()
                .flatMap(id -> outcome.balances().stream()
                        .filter(one -> one.rule().id().equals(id))
                        .findFirst());
    }

    @Override
    public String toString() {
        return OneLine.of("price decks", in(), OneLine.count(decks(), "deck"));
    }
}

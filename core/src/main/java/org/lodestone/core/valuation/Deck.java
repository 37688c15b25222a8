package org.lodestone.core.valuation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.market.Price;
import org.lodestone.core.time.Period;

/**
 * The prices of a product on one market, year by year, without what is paid on top.
 *
 * <pre>
 * of its own          P(t) = price(t)
 * over another deck   P(t) = P'(t) · (1 + premium(t))
 * moved by a balance  P(t) · [(demand / supply)(t) / (demand / supply)(first year)]^response
 * </pre>
 *
 * <p>The response is nothing unless a reader chooses one.
 *
 * @param product as prices name it: {@code NdPr oxide}
 * @param market where it is paid: {@code China}, {@code outside China}
 * @param price id of the assumption of the price of each year; empty where it stands over another deck
 * @param over id of the deck it stands over
 * @param premium id of the assumption of the part that is paid on top of that deck, by year
 * @param longTerm the first year of the long term, from which one price may be asked for all years
 * @param vat whether value added tax is in it
 * @param response id of the assumption of how the price answers to a change of the balance; empty where it never does
 * @param balance id of the market balance it answers to
 * @param incentive id of the assumption of the real rate of return at which a project's price is asked for; empty where none is
 * @param spot the products that prices.csv has its quotes under: {@code NdPr oxide}, {@code NdPr}; none where it has no spot
 * @param note empty when there is none
 * @param sources ids of the sources
 */
public record Deck(
        String id,
        String product,
        String market,
        Optional<String> price,
        Optional<String> over,
        Optional<String> premium,
        Period longTerm,
        Price.Vat vat,
        Optional<String> response,
        Optional<String> balance,
        Optional<String> incentive,
        ImmutableList<String> spot,
        String note,
        ImmutableList<String> sources) {

    /** Throws unless it has a price or stands over another deck with a premium, and a response has a balance. */
    public Deck {
        if (price.isPresent() == over.isPresent()) {
            throw new IllegalArgumentException("'" + id + "' has "
                    + (price.isPresent()
                            ? "a price and a deck it stands over"
                            : "neither a price nor a deck it stands over")
                    + ". Fill either price or over.");
        }
        if (over.isPresent() != premium.isPresent()) {
            throw new IllegalArgumentException("'" + id + "' "
                    + (over.isPresent()
                            ? "stands over '" + over.get()
                                    + "' and names no premium. Name its assumption, of 0% where both cost the same."
                            : "has the premium '" + premium.orElseThrow() + "' over no deck. Name that in over."));
        }
        if (response.isPresent() != balance.isPresent()) {
            throw new IllegalArgumentException("'" + id + "' names "
                    + (response.isPresent() ? "a response and no balance" : "a balance and no response")
                    + ". Fill both, or neither.");
        }
    }

    /**
     * Whether a price is a spot price of it: of one of the products it names, of a day or a month, a number, and with value added
     * tax as the deck has it. A price that does not say whether it has the tax is none.
     */
    public boolean isSpot(Price other) {
        return isQuote(other)
                && (other.period().kind() == Period.Kind.DAY || other.period().kind() == Period.Kind.MONTH);
    }

    /** Whether a price is of one of the products it names, a number, and with value added tax as the deck has it. */
    public boolean isQuote(Price other) {
        return spot.contains(other.product())
                && other.vat() == vat
                && other.price().known().isPresent();
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(id, product), market);
    }
}

package org.lodestone.core.company;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * How the earnings of a company hang on the price of a product it sells.
 *
 * <p>Amounts are named, not repeated: a fact of the company, a price of the market, or the id of an assumption.
 *
 * @param company id of the company
 * @param product what it sells, by a name that tells it from other products: {@code NdPr oxide}, {@code REO basket}
 * @param sale what is sold, at what price; empty where that is not known, and then the note says why
 * @param note empty when there is none
 * @param sources ids of the sources of the note
 */
public record Exposure(
        String company, String product, Optional<Sale> sale, String note, ImmutableList<String> sources) {

    /** Throws if it has neither a sale nor a note. */
    public Exposure {
        if (sale.isEmpty() && note.isBlank()) {
            throw new IllegalArgumentException(
                    "'" + product + "' of " + company
                            + " has neither a volume nor a note. Name a volume and a price, or say in the note what is missing.");
        }
    }

    /**
     * A sale in the period whose earnings it is measured against, and how much is kept of a change of its price.
     *
     * @param period of the volume; empty for the newest in which all that it names is stated
     * @param volume the fact that states the mass
     * @param content the assumption of how much of that mass is the product; empty where all of it is
     * @param quote where the price is found: on the market, or in a fact of the company
     * @param vatIncluded whether the price includes value added tax
     * @param vat the assumption of its rate; empty only where the price does not include it
     * @param oreCost the fact that states what was paid for ore whose price moves in proportion to the product's
     * @param passThrough the assumption of how much of each change goes to whoever sold the ore; empty where {@code oreCost}
     *     says it, and where it is not known
     * @param deck id of the price deck whose spot it is sold at, on the terms of its contracts; empty where the last known price
     *     is the one of {@code quote}
     * @param onTop the fact of what others paid beside the price in the period; empty where nobody did
     * @param royalty the assumption of the share of sales that is due to others
     * @param hedged the assumption of the share that is sold at prices fixed before
     * @param tax the assumption of the rate of tax on profit
     * @param minority the assumption of the share of the profit that belongs to others
     */
    public record Sale(
            Optional<Period> period,
            String volume,
            Optional<String> content,
            Quote quote,
            boolean vatIncluded,
            Optional<String> vat,
            Optional<String> oreCost,
            Optional<String> passThrough,
            Optional<String> deck,
            Optional<String> onTop,
            String royalty,
            String hedged,
            String tax,
            String minority) {

        /** Throws if the price includes VAT and no rate is named, or if both {@code oreCost} and {@code passThrough} are. */
        public Sale {
            if (vatIncluded && vat.isEmpty()) {
                throw new IllegalArgumentException(
                        "the price includes VAT, but no rate is named. Name its assumption under vat.");
            }
            if (oreCost.isPresent() && passThrough.isPresent()) {
                throw new IllegalArgumentException(
                        "what goes to the seller of the ore is said twice. Fill either ore_cost, with a fact, or"
                                + " pass_through, with an assumption.");
            }
        }

        /** Whether it is known what of a change goes to whoever sold the ore. */
        public boolean isOreKnown() {
            return oreCost.isPresent() || passThrough.isPresent();
        }

        /** Whether a price of the market is one of those that are meant, whenever it was paid: with VAT, or without it. */
        public boolean means(Price price) {
            Price.Vat other = vatIncluded ? Price.Vat.EXCLUDED : Price.Vat.INCLUDED;
            return price.vat() != other
                    && quote.asMarket().filter(market -> market.names(price)).isPresent();
        }

        /** The ids of the assumptions it leans on. */
        public Stream<String> assumptions() {
            return Stream.of(
                            content,
                            vat,
                            passThrough,
                            Optional.of(royalty),
                            Optional.of(hedged),
                            Optional.of(tax),
                            Optional.of(minority))
                    .flatMap(Optional::stream);
        }

        @Override
        public String toString() {
            return OneLine.joined(volume, period, quote);
        }
    }

    /** Where the price of a sale is found. */
    public sealed interface Quote {

        /** The result of one of two functions, one for each kind of quote. */
        <T> T fold(Function<Market, T> market, Function<Reported, T> reported);

        /** The fact of the company it is; empty for a price of the market. */
        default Optional<String> asFact() {
            return fold(market -> Optional.empty(), reported -> Optional.of(reported.fact()));
        }

        /** The price of the market it is; empty for one of the company. */
        default Optional<Market> asMarket() {
            return fold(Optional::of, reported -> Optional.empty());
        }

        /**
         * A price among those of the market.
         *
         * @param period in which it was paid; empty for that of the sale
         */
        record Market(String product, String grade, Unit unit, Optional<Period> period) implements Quote {
            /** Whether this price is one of it, whenever it was paid. */
            public boolean names(Price price) {
                return price.product().equals(product)
                        && price.grade().equals(grade)
                        && price.unit().equals(unit);
            }

            @Override
            public <T> T fold(Function<Market, T> market, Function<Reported, T> reported) {
                return market.apply(this);
            }

            @Override
            public String toString() {
                return OneLine.of("market price", product, grade, unit, period);
            }
        }

        /** A fact of the company, of the period of the sale: a price, or sales in money, which make one over the volume. */
        record Reported(String fact) implements Quote {
            @Override
            public <T> T fold(Function<Market, T> market, Function<Reported, T> reported) {
                return reported.apply(this);
            }
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(company, product), sale.map(Object::toString).orElse(note));
    }
}

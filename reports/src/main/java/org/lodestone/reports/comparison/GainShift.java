package org.lodestone.reports.comparison;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.company.Company;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.comparison.Comparison.Pair;

/**
 * The gains of companies on both sides, with the balance and the price that they come of.
 *
 * @param year the last of the forecast
 * @param balance of that year, as a share of demand
 * @param prices of the deck in the first years in which they moved, or else in that year; none where there is no deck
 * @param companies those of which a gain is known on either side
 */
public record GainShift(
        Period year, Pair balance, ImmutableList<OfDeck> prices, String tonnes, ImmutableList<OfCompany> companies) {

    /**
     * The price of a product.
     *
     * @param unit {@code 2026 USD/kg}
     * @param follows whether a rule moves it with the balance, on the newer side
     */
    public record OfDeck(String product, Period year, String unit, Pair price, boolean follows) {

        @Override
        public String toString() {
            return OneLine.of("price of " + product, year, price.moved() ? "moved" : "not moved");
        }
    }

    /**
     * The gains of a company; each is empty where it is known on neither side.
     *
     * @param tonnes its own output of the year, in the unit of the supply
     * @param profit for each share in the year after the spot, at the price of the deck
     * @param implied price of its product that its share price implies
     */
    public record OfCompany(
            Company company, Optional<Pair> tonnes, Optional<Pair> profit, String currency, Optional<Pair> implied) {

        /** Whether any of its gains is known. */
        public boolean isKnown() {
            return tonnes.isPresent() || profit.isPresent() || implied.isPresent();
        }

        /** Whether any of its gains moved. */
        public boolean moved() {
            return tonnes.filter(Pair::moved).isPresent()
                    || profit.filter(Pair::moved).isPresent()
                    || implied.filter(Pair::moved).isPresent();
        }

        @Override
        public String toString() {
            return OneLine.of(company.name(), moved() ? "moved" : "not moved");
        }
    }

    /** The companies of which a gain moved. */
    public ImmutableList<OfCompany> moved() {
        return companies.stream().filter(OfCompany::moved).collect(toImmutableList());
    }

    /** Those of which none moved, though at least one is known. */
    public ImmutableList<OfCompany> unmoved() {
        return companies.stream().filter(one -> !one.moved() && one.isKnown()).collect(toImmutableList());
    }

    @Override
    public String toString() {
        return OneLine.of("gains", year, OneLine.count(companies, "company"));
    }
}

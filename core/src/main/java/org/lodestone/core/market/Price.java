package org.lodestone.core.market;

import java.util.Locale;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * The price of a product.
 *
 * @param product such as {@code NdPr oxide}
 * @param grade such as {@code 99.5% min}; empty when not stated
 * @param period the day or span of which it is the price
 * @param price in {@code unit}; not below zero
 * @param unit such as {@code CNY/kg} or {@code USD/t}
 * @param edition id of the edition; empty when the source has none
 * @param vat whether value added tax is in it
 */
public record Price(
        String product,
        String grade,
        Period period,
        Observation price,
        Unit unit,
        String edition,
        Vat vat,
        Citation citation) {

    /** Whether a price includes value added tax. */
    public enum Vat {
        /** The price includes value added tax. */
        INCLUDED,
        /** The price is net of value added tax. */
        EXCLUDED,
        /** The source does not say. */
        NOT_STATED;

        /** The word in a dataset: {@code included}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** Throws if the price is below zero. */
    public Price {
        price.requireAmount(unit);
    }

    /** The product and its grade. */
    public String name() {
        return grade.isEmpty() ? product : product + ", " + grade;
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(product, grade, period, edition), OneLine.amount(price, unit));
    }
}

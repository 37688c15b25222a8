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
 * @param grade such as {@code 99.5% min}; empty when not stated
 * @param edition id of the edition; empty when the source has none
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
        INCLUDED,
        EXCLUDED,
        NOT_STATED;

        /** As a dataset writes it: {@code included}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    public Price {
        price.requireAmount(unit);
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(product, grade, period, edition), OneLine.amount(price, unit));
    }
}

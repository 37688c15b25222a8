package org.lodestone.core.market;

import java.util.Locale;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * The amount that one country bought from or sold to another; or, in percent, a share or growth of that.
 *
 * @param reporter whose customs counted
 * @param flow into the reporter or out of it
 * @param partner the place on the other side; the world for all of them
 * @param product as its source calls it
 * @param value in {@code unit}
 * @param unit such as {@code t gross}; {@code %} for a share or growth
 * @param derivation the arithmetic of a derived value; empty for others
 */
public record TradeFlow(
        Place reporter,
        Flow flow,
        Place partner,
        String product,
        Period period,
        Observation value,
        Unit unit,
        String derivation,
        Citation citation) {

    /** Into or out of the reporter. */
    public enum Flow {
        /** Bought by the reporter from the partner. */
        IMPORT,
        /** Sold by the reporter to the partner. */
        EXPORT;

        /** The word in a dataset: {@code import}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.joined(reporter, flow, (flow == Flow.IMPORT ? "from " : "to ") + partner, product, period),
                OneLine.amount(value, unit));
    }
}

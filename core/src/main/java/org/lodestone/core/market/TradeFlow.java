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
        IMPORT,
        EXPORT;

        /** As a dataset writes it: {@code import}. */
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

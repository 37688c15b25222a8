package org.lodestone.core.market;

import java.math.BigDecimal;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;

/**
 * The close of a share or of a market index on a day, adjusted for what was paid out if its source does so.
 *
 * @param of id of a company, or the name of an index, such as {@code CSI 300}
 * @param day a trading day
 * @param close above zero
 * @param unit the currency, or for an index {@code [points]}
 */
public record DailyPrice(String of, Period day, BigDecimal close, Unit unit, Citation citation) {

    /** Throws if the day is none, or if the close is not above zero. */
    public DailyPrice {
        if (day.kind() != Period.Kind.DAY) {
            throw new IllegalArgumentException("day is '" + day + "', which is no day. Write one, such as 2023-12-18.");
        }
        if (close.signum() <= 0) {
            throw new IllegalArgumentException(
                    "close is '" + close + "': it must be above zero. Leave the row out where there was no trade.");
        }
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(of, day), close.toPlainString() + " " + unit);
    }
}

package org.lodestone.core.company;

import java.math.BigDecimal;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * The price of {@code baseUnits} of one currency in another.
 *
 * @param date the day of the rate, or the last day it averages
 * @param period what it is of: the year of an average
 * @param kind such as {@code annual_average} or {@code year_end}
 * @param baseUnits 1, or 100 where a rate is quoted for 100 JPY
 * @param base the currency that is priced, as an ISO 4217 code
 * @param quote the currency in which it is priced
 * @param rate how many of {@code quote} are paid for {@code baseUnits} of {@code base}; above zero
 */
public record ExchangeRate(
        Period date,
        Period period,
        String kind,
        BigDecimal baseUnits,
        String base,
        String quote,
        BigDecimal rate,
        Citation citation) {

    /** Throws if both currencies are the same, or if the rate or its base units are not above zero. */
    public ExchangeRate {
        if (base.equals(quote)) {
            throw new IllegalArgumentException("'" + base + "' has no rate in itself. Name two currencies.");
        }
        if (baseUnits.signum() <= 0 || rate.signum() <= 0) {
            throw new IllegalArgumentException("'" + rate + "' " + quote + " for " + baseUnits + " " + base
                    + " is no rate: both must be above zero.");
        }
    }

    /** The price of one unit of the base currency. */
    public double perUnit() {
        return rate.doubleValue() / baseUnits.doubleValue();
    }

    @Override
    public String toString() {
        return OneLine.of(baseUnits.toPlainString() + " " + base, rate.toPlainString() + " " + quote, kind, period);
    }
}

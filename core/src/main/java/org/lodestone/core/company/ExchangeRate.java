package org.lodestone.core.company;

import com.google.auto.value.AutoBuilder;
import java.math.BigDecimal;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.figure.Cited;
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

    /** Throws if the rate or its base units are not above zero. */
    public ExchangeRate {
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

    /** A builder of a rate. */
    public static Builder builder() {
        return new AutoBuilder_ExchangeRate_Builder().baseUnits(BigDecimal.ONE);
    }

    /** A builder that holds all of it, to say another. */
    public Builder toBuilder() {
        return new AutoBuilder_ExchangeRate_Builder(this);
    }

    /** Collects a rate, component by component. */
    @AutoBuilder(ofClass = ExchangeRate.class)
    public abstract static class Builder implements Cited<Builder> {

        Builder() {}

        public abstract Builder date(Period date);

        public abstract Builder period(Period period);

        public abstract Builder kind(String kind);

        public abstract Builder baseUnits(BigDecimal baseUnits);

        public abstract Builder base(String base);

        public abstract Builder quote(String quote);

        public abstract Builder rate(BigDecimal rate);

        /** The rate. Throws an {@link IllegalStateException} that names each component that is missing. */
        public abstract ExchangeRate build();

        @Override
        public String toString() {
            return "builder of a rate";
        }
    }
}

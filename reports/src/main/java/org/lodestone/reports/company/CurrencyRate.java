package org.lodestone.reports.company;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.internal.words.AsPrinted;

/** A published exchange rate with its key, to convert amounts of one of its two currencies into the other. */
public record CurrencyRate(ExchangeRate quoted) {

    /** The currency to which market values are converted, so that they compare. */
    public static final String COMMON = "USD";

    private static final String AVERAGE = "average";
    private static final int YEAR = 366;

    /** Rates of a day or a month; averages over longer times do not say what a day's price was worth. */
    private static final ImmutableSet<String> DATED = ImmutableSet.of("year-end", "monthly-average", "latest");

    /**
     * The rate of a day: the average of the month it is in, or else the rate of a day or a month that is nearest, the earlier of
     * two. A rate some days later says more of a price than one of the year before; empty where all are more than a year away.
     */
    public static Optional<CurrencyRate> nearest(Dataset dataset, String one, String other, LocalDate day) {
        requireNonNull(dataset, "dataset");
        requireNonNull(one, "one");
        requireNonNull(other, "other");
        requireNonNull(day, "day");
        return between(dataset, one, other, rate -> DATED.contains(rate.kind()))
                .filter(rate -> daysApart(rate, day) <= YEAR)
                .min(Comparator.comparingLong((ExchangeRate rate) -> daysApart(rate, day))
                        .thenComparing(rate -> rate.date().last()))
                .map(CurrencyRate::new);
    }

    /** The rate of a day to {@value #COMMON}; empty where none is needed or there is none. */
    public static Optional<CurrencyRate> toCommon(Dataset dataset, String currency, LocalDate day) {
        requireNonNull(dataset, "dataset");
        requireNonNull(currency, "currency");
        requireNonNull(day, "day");
        return currency.equals(COMMON) ? Optional.empty() : nearest(dataset, currency, COMMON, day);
    }

    /** None where a day is in the month that is averaged. */
    private static long daysApart(ExchangeRate rate, LocalDate day) {
        LocalDate first = rate.kind().contains(AVERAGE)
                ? rate.period().first()
                : rate.date().first();
        LocalDate last = rate.date().last();
        if (day.isBefore(first)) {
            return ChronoUnit.DAYS.between(day, first);
        }
        return day.isAfter(last) ? ChronoUnit.DAYS.between(last, day) : 0;
    }

    /** The average over a period: the first of the dataset for just these days, or else the rate of its last day. */
    public static Optional<CurrencyRate> average(Dataset dataset, String one, String other, Period period) {
        requireNonNull(dataset, "dataset");
        requireNonNull(one, "one");
        requireNonNull(other, "other");
        requireNonNull(period, "period");
        return between(dataset, one, other, rate -> rate.kind().contains(AVERAGE))
                .filter(rate -> rate.period().first().equals(period.first())
                        && rate.period().last().equals(period.last()))
                .findFirst()
                .map(CurrencyRate::new)
                .or(() -> nearest(dataset, one, other, period.last()));
    }

    private static Stream<ExchangeRate> between(
            Dataset dataset, String one, String other, Predicate<ExchangeRate> wanted) {
        return dataset.rates().stream()
                .filter(rate -> isBetween(rate, one, other) || isBetween(rate, other, one))
                .filter(wanted);
    }

    private static boolean isBetween(ExchangeRate rate, String base, String quote) {
        return rate.base().equals(base) && rate.quote().equals(quote);
    }

    /** The rate as it is quoted. */
    public Key key() {
        return Key.of(
                Term.of("exchange rate"),
                Subject.of(quoted.quote() + " for " + quoted.base()),
                quoted.date(),
                Case.of(quoted.kind()));
    }

    /** {@code At the monthly-average rate.} */
    private String kind() {
        return "At the " + quoted.kind() + " rate";
    }

    /** Adds the rate to a model. */
    public void put(Model.Builder model) {
        model.figure(
                key(), Value.of(quoted.rate().doubleValue()), unit(), AsPrinted.citation(quoted.citation(), kind()));
        if (!isPer(100)) {
            model.label(baseUnits(), quoted.baseUnits().doubleValue());
        }
    }

    /** One currency for one of the other, or for a hundred. */
    private ValueUnit unit() {
        ValueUnit single = ValueUnit.ofRate(quoted.quote(), quoted.base());
        return isPer(100) ? single.times(ValueUnit.PERCENT) : single;
    }

    /** An amount in the other currency. */
    public Formula convert(Formula amount, String into) {
        boolean single = isPer(1);
        Formula units = isPer(100) ? Definitions.HUNDRED : baseUnits();
        if (quoted.quote().equals(into)) {
            Formula times = amount.times(key());
            return single ? times : times.over(units);
        }
        Formula over = amount.over(key());
        return single ? over : over.times(units);
    }

    /**
     * An amount in millions of {@value #COMMON}; empty where its currency is another and there is no rate.
     *
     * @param rate from its currency, where there is one; it is put into the model
     */
    public static Optional<Formula> inCommon(
            Formula millions, String currency, Optional<CurrencyRate> rate, Model.Builder model) {
        rate.ifPresent(found -> found.put(model));
        return currency.equals(COMMON) ? Optional.of(millions) : rate.map(found -> found.convert(millions, COMMON));
    }

    /** The rate in words: {@code CNY for 1 USD, 2025-12-31}. */
    public String inWords() {
        return quoted.quote() + " for " + quoted.baseUnits().toPlainString() + " " + quoted.base() + ", "
                + quoted.date();
    }

    private boolean isPer(int units) {
        return quoted.baseUnits().compareTo(BigDecimal.valueOf(units)) == 0;
    }

    private Key baseUnits() {
        return key().sub("base units");
    }

    @Override
    public String toString() {
        return quoted.toString();
    }
}

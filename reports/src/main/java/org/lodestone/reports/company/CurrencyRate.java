package org.lodestone.reports.company;

import static java.util.Objects.requireNonNull;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
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

/** A published exchange rate with its key, to convert amounts of one of its two currencies into the other. */
public record CurrencyRate(ExchangeRate quoted) {

    /** Rates of a day or a month; averages over longer times do not say what a day's price was worth. */
    private static final ImmutableSet<String> DATED = ImmutableSet.of("year-end", "monthly-average", "latest");

    /** The nearest rate of a day or a month that is not after a day. */
    static Optional<CurrencyRate> nearestEarlier(Dataset dataset, String one, String other, LocalDate day) {
        return between(dataset, one, other, rate -> DATED.contains(rate.kind()))
                .filter(rate -> !rate.date().last().isAfter(day))
                .max(Comparator.comparing(rate -> rate.date().last()))
                .map(CurrencyRate::new);
    }

    /** The average over a period: the first of the dataset for just these days, or else the nearest earlier rate to its end. */
    public static Optional<CurrencyRate> average(Dataset dataset, String one, String other, Period period) {
        requireNonNull(dataset, "dataset");
        requireNonNull(one, "one");
        requireNonNull(other, "other");
        requireNonNull(period, "period");
        return between(dataset, one, other, rate -> rate.kind().contains("average"))
                .filter(rate -> rate.period().first().equals(period.first())
                        && rate.period().last().equals(period.last()))
                .findFirst()
                .map(CurrencyRate::new)
                .or(() -> nearestEarlier(dataset, one, other, period.last()));
    }

    private static Stream<ExchangeRate> between(
            Dataset dataset, String one, String other, Predicate<ExchangeRate> wanted) {
        return dataset.rates().stream()
                .filter(wanted)
                .filter(rate -> Set.of(rate.base(), rate.quote()).equals(Set.of(one, other)));
    }

    /** The rate as it is quoted. */
    public Key key() {
        return Term.of("exchange rate")
                .of(Subject.of(quoted.quote() + " for " + quoted.base()))
                .at(quoted.date())
                .in(Case.of(quoted.kind()));
    }

    /** Adds the rate to a model. */
    public void put(Model.Builder model) {
        model.figure(
                key(),
                Value.of(quoted.rate().doubleValue()),
                AsPrinted.citation(quoted.citation(), "Rate of kind " + quoted.kind()));
        if (!isPerHundred()) {
            model.label(baseUnits(), quoted.baseUnits().intValueExact());
        }
    }

    /** An amount in the other currency. */
    public Formula convert(Formula amount, String into) {
        boolean single = quoted.baseUnits().intValueExact() == 1;
        Formula units = isPerHundred() ? Definitions.HUNDRED : baseUnits().ref();
        if (quoted.quote().equals(into)) {
            Formula times = amount.times(key().ref());
            return single ? times : times.over(units);
        }
        Formula over = amount.over(key().ref());
        return single ? over : over.times(units);
    }

    /** What the rate is: {@code CNY for 1 USD, 2025-12-31}. */
    public String inWords() {
        return quoted.quote() + " for " + quoted.baseUnits().toPlainString() + " " + quoted.base() + ", "
                + quoted.date();
    }

    private boolean isPerHundred() {
        return quoted.baseUnits().intValueExact() == 100;
    }

    private Key baseUnits() {
        return key().sub("base units");
    }
}

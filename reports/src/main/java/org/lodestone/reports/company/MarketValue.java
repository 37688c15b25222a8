package org.lodestone.reports.company;

import com.google.common.collect.ImmutableSet;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import org.lodestone.core.company.ExchangeRate;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;

/**
 * A market value in its own currency, and in {@value #CURRENCY} mn at the nearest earlier rate.
 *
 * @param rate empty where none is needed, or where the value has no date or no rate before it
 */
record MarketValue(StatedFact stated, Optional<ExchangeRate> rate) {

    /** What all market values are converted to. */
    static final String CURRENCY = "USD";

    /** Rates of a day or a month; averages over longer times do not say what a day's price was worth. */
    private static final ImmutableSet<String> DATED = ImmutableSet.of("year-end", "monthly-average", "latest");

    static MarketValue of(Dataset dataset, StatedFact stated) {
        Unit unit = stated.fact().unit();
        if (unit.dimension() != Dimension.MONEY) {
            throw new IllegalArgumentException("The market value of "
                    + stated.fact().company() + " is in '" + unit + "', which is no money. Correct its unit.");
        }
        String currency = unit.basis();
        Optional<ExchangeRate> rate = currency.equals(CURRENCY)
                ? Optional.empty()
                : stated.period().flatMap(period -> nearestEarlier(dataset, currency, period.last()));
        return new MarketValue(stated, rate);
    }

    private static Optional<ExchangeRate> nearestEarlier(Dataset dataset, String currency, LocalDate day) {
        return dataset.rates().stream()
                .filter(rate -> DATED.contains(rate.kind()))
                .filter(rate -> Set.of(rate.base(), rate.quote()).equals(Set.of(currency, CURRENCY)))
                .filter(rate -> !rate.date().last().isAfter(day))
                .max(Comparator.comparing(rate -> rate.date().last()));
    }

    void put(Model.Builder model) {
        rate.ifPresent(found -> {
            model.figure(
                    rateKey(found),
                    Value.of(found.rate().doubleValue()),
                    AsPrinted.citation(found.citation(), "Rate of kind " + found.kind()));
            if (!isPerHundred(found)) {
                model.label(baseUnits(found), found.baseUnits().intValueExact());
            }
        });
        if (isConvertible()) {
            Formula millions = inMillions(stated.key().ref(), stated.fact().unit());
            model.calculation(
                    converted(), rate.map(found -> convert(millions, found)).orElse(millions));
        } else {
            model.label(converted(), Value.NOT_AVAILABLE);
        }
    }

    private Formula convert(Formula amount, ExchangeRate found) {
        Formula quoted = rateKey(found).ref();
        boolean single = found.baseUnits().intValueExact() == 1;
        Formula units =
                isPerHundred(found) ? Definitions.HUNDRED : baseUnits(found).ref();
        if (found.quote().equals(CURRENCY)) {
            Formula times = amount.times(quoted);
            return single ? times : times.over(units);
        }
        Formula over = amount.over(quoted);
        return single ? over : over.times(units);
    }

    private static boolean isPerHundred(ExchangeRate found) {
        return found.baseUnits().intValueExact() == 100;
    }

    /** An amount of money, or a number of shares, in millions. */
    static Formula inMillions(Formula amount, Unit unit) {
        return switch (unit.word()) {
            case "" -> amount.over(Definitions.MILLION);
            case "bn" -> amount.times(Definitions.THOUSAND);
            default -> amount;
        };
    }

    /** Whether it can be converted, or need not be. */
    boolean isConvertible() {
        return rate.isPresent() || stated.fact().unit().basis().equals(CURRENCY);
    }

    /** In millions of {@value #CURRENCY}. */
    Key converted() {
        return stated.key().sub("in " + CURRENCY + " mn");
    }

    Optional<Key> rateAsQuoted() {
        return rate.map(MarketValue::rateKey);
    }

    /** What the rate is: {@code CNY for 1 USD, 2025-12-31}. */
    String rateInWords() {
        return rate.map(found -> found.quote() + " for " + found.baseUnits().toPlainString() + " " + found.base() + ", "
                        + found.date())
                .orElse("");
    }

    private static Key rateKey(ExchangeRate found) {
        return Term.of("exchange rate")
                .of(Subject.of(found.quote() + " for " + found.base()))
                .at(found.date())
                .in(Case.of(found.kind()));
    }

    private static Key baseUnits(ExchangeRate found) {
        return rateKey(found).sub("base units");
    }
}

package org.lodestone.reports.company;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quantity.UnitException;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;

/**
 * A market value in its own currency, and in {@value #CURRENCY} mn at the nearest earlier rate.
 *
 * @param rate empty where none is needed, or where the value has no date or no rate before it
 */
record MarketValue(StatedFact stated, Optional<CurrencyRate> rate) {

    /** What all market values are converted to. */
    static final String CURRENCY = "USD";

    static MarketValue of(Dataset dataset, StatedFact stated) {
        Unit unit = stated.fact().unit();
        if (unit.dimension() != Dimension.MONEY) {
            throw new UnitException("The market value of " + stated.fact().company() + " is in '" + unit
                    + "', which is no money. Correct its unit.");
        }
        String currency = unit.basis();
        Optional<CurrencyRate> rate = currency.equals(CURRENCY)
                ? Optional.empty()
                : stated.period()
                        .flatMap(period -> CurrencyRate.nearestEarlier(dataset, currency, CURRENCY, period.last()));
        return new MarketValue(stated, rate);
    }

    void put(Model.Builder model) {
        rate.ifPresent(found -> found.put(model));
        if (isConvertible()) {
            Formula millions = inMillions(stated.key().ref(), stated.fact().unit());
            model.calculation(
                    converted(),
                    rate.map(found -> found.convert(millions, CURRENCY)).orElse(millions));
        } else {
            model.label(converted(), Value.NOT_AVAILABLE);
        }
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
        return rate.map(CurrencyRate::key);
    }

    /** What the rate is: {@code CNY for 1 USD, 2025-12-31}. */
    String rateInWords() {
        return rate.map(CurrencyRate::inWords).orElse("");
    }
}

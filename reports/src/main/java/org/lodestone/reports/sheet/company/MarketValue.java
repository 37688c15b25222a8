package org.lodestone.reports.sheet.company;

import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quantity.UnitException;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;

/**
 * A market value in its own currency, and in {@value CurrencyRate#COMMON} mn at the rate of its day.
 *
 * @param rate empty where none is needed, or where the value has no date or there is no rate
 */
record MarketValue(StatedFact stated, Optional<CurrencyRate> rate) {

    static MarketValue of(Dataset dataset, StatedFact stated) {
        Unit unit = stated.fact().unit();
        if (unit.dimension() != Dimension.MONEY) {
            throw new UnitException("The market value of " + stated.fact().company() + " is in '" + unit
                    + "', which is no money. Correct its unit.");
        }
        Optional<CurrencyRate> rate =
                stated.period().flatMap(period -> CurrencyRate.toCommon(dataset, unit.basis(), period.last()));
        return new MarketValue(stated, rate);
    }

    void put(Model.Builder model) {
        CurrencyRate.inCommon(stated.inMillions(), currency(), rate, model)
                .ifPresentOrElse(
                        millions -> model.calculation(converted(), millions),
                        () -> model.label(converted(), Value.NOT_AVAILABLE));
    }

    private String currency() {
        return stated.fact().unit().basis();
    }

    /** Whether it can be converted, or need not be. */
    boolean isConvertible() {
        return rate.isPresent() || currency().equals(CurrencyRate.COMMON);
    }

    /** In millions of {@value CurrencyRate#COMMON}. */
    Key converted() {
        return stated.key().sub("in " + CurrencyRate.COMMON + " mn");
    }

    Optional<Key> rateAsQuoted() {
        return rate.map(CurrencyRate::key);
    }

    /** The exchange rate in words: {@code CNY for 1 USD, 2025-12-31}. */
    String rateInWords() {
        return rate.map(CurrencyRate::inWords).orElse("");
    }
}

package org.lodestone.reports.value;

import java.time.LocalDate;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.company.CurrencyRate;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.ValueUnit;

/**
 * The money of a deck, into which all that is valued at it is brought.
 *
 * @param unit millions of it: {@code 2026 USD mn}
 * @param day at whose rate other currencies are converted
 */
record DeckMoney(Unit unit, Dataset dataset, LocalDate day) {

    private static final String STUDY = "money of a study is taken for that of the deck: it is not escalated";

    /** That of prices in a unit. */
    static DeckMoney of(Unit price, Dataset dataset, LocalDate day) {
        return new DeckMoney(new Unit(Dimension.MONEY, price.basis(), "mn"), dataset, day);
    }

    ValueUnit valueUnit() {
        return ValueUnit.of(unit);
    }

    /** The rate from a currency; empty where none is needed. */
    private Optional<CurrencyRate> rate(Unit from) {
        return from.currency().equals(unit.currency())
                ? Optional.empty()
                : Optional.of(CurrencyRate.nearest(dataset, from.currency(), unit.currency(), day)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "There is no rate of " + from.currency() + " to " + unit.currency()
                                        + " within a year of " + day + ". Add one to exchange-rates.csv.")));
    }

    /** Whether an amount in a currency can be brought into it. */
    boolean takes(Unit from) {
        return from.currency().equals(unit.currency())
                || CurrencyRate.nearest(dataset, from.currency(), unit.currency(), day)
                        .isPresent();
    }

    /** An amount of money. */
    Formula of(Formula amount, Unit from, Model.Builder model) {
        Formula millions = Definitions.inUnit(amount, from, new Unit(Dimension.MONEY, from.basis(), "mn"));
        return converted(
                millions.in(ValueUnit.of(new Unit(Dimension.MONEY, from.basis(), "mn"))), from, model, valueUnit());
    }

    /** A price of a product, by the kilogram. */
    Formula ofPrice(Formula price, Unit from, String product, Model.Builder model) {
        Unit own = new Unit(Dimension.PRICE, unit.basis(), from.word());
        return converted(price.in(ValueUnit.of(from)), from, model, ValueUnit.ofPrice(own, product));
    }

    private Formula converted(Formula amount, Unit from, Model.Builder model, ValueUnit into) {
        Optional<CurrencyRate> rate = rate(from);
        if (rate.isEmpty()) {
            return from.basis().equals(unit.basis()) && from.dimension() == Dimension.MONEY
                    ? amount
                    : amount.countedAs(into, STUDY);
        }
        rate.get().put(model);
        return rate.get().convert(amount, unit.currency()).countedAs(into, STUDY);
    }
}

package org.lodestone.reports.value;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.max;
import static org.lodestone.reports.formula.Formula.min;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.time.Period;
import org.lodestone.core.valuation.Contract;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.ValueUnit;
import org.lodestone.reports.scenario.Scenarios;

/**
 * The terms of a seller: all that is paid beside the market price.
 *
 * <pre>on top = v · max(0, floor − P) − min(cap, share · v · max(0, P − shared from))</pre>
 *
 * <p>v is what a contract holds for, of what contracts before it leave. What is not indexed loses inflation from the year of the
 * deck's money on; at prices in money of the day nothing is lost.
 *
 * @param price the unit of the market price
 * @param years from one year to another
 */
public record SaleTerms(
        ImmutableList<Contract> contracts,
        Scenarios scenarios,
        Unit price,
        String product,
        BiFunction<Period, Period, Formula> years,
        Case in) {

    private static final String LESS_INFLATION = "inflation is taken off, from the year of the deck's money on";

    /** All that is paid for a volume in kilotonnes of the product, in millions. */
    public Formula paid(Formula volume, Formula market, Period year) {
        Formula paid = volume.times(market);
        Formula left = volume;
        for (Contract contract : contracts) {
            if (!contract.holdsIn(year.year())) {
                continue;
            }
            Formula under = left;
            Formula held = contract.volume().map(id -> min(under, tonnes(id))).orElse(left);
            left = max(ZERO, left.minus(held));
            if (contract.floor().isPresent()) {
                paid = paid.plus(held.times(
                        max(ZERO, real(contract, contract.floor().get(), year).minus(market))));
            }
            if (contract.sharing().isPresent()) {
                paid = paid.minus(given(contract, contract.sharing().get(), held, market, year));
            }
        }
        return paid;
    }

    private Formula given(Contract contract, Contract.Sharing sharing, Formula held, Formula market, Period year) {
        Formula above = max(ZERO, market.minus(real(contract, sharing.from(), year)));
        Formula given = scenarios.number(sharing.share(), in).times(held.times(above));
        return sharing.cap()
                .map(id -> min(
                        given,
                        lessInflation(contract, id, year)
                                .countedAs(
                                        ValueUnit.of(new Unit(Dimension.MONEY, price.basis(), "mn")), LESS_INFLATION)))
                .orElse(given);
    }

    private Formula tonnes(String id) {
        return CashFlow.kilotonnes(scenarios.key(id, in), scenarios.premise(id).unit(), product);
    }

    /** The highest floor that holds in a year, as a price; empty where there is none. */
    public Optional<Formula> floor(Period year) {
        return contracts.stream()
                .filter(contract -> contract.holdsIn(year.year()))
                .flatMap(contract -> contract.floor().map(id -> real(contract, id, year)).stream())
                .reduce(Formula::max);
    }

    /** A price of the contract in the money of the deck. */
    private Formula real(Contract contract, String id, Period year) {
        return lessInflation(contract, id, year).countedAs(ValueUnit.ofPrice(price, product), LESS_INFLATION);
    }

    private Formula lessInflation(Contract contract, String id, Period year) {
        Formula amount =
                scenarios.key(id, in).in(ValueUnit.of(scenarios.premise(id).unit()));
        return contract.inflation()
                .filter(rate -> price.moneyOf().isPresent())
                .map(rate -> amount.over(ONE.plus(scenarios.number(rate, in))
                        .toThe(years.apply(Period.year(price.moneyOf().orElseThrow()), year))))
                .orElse(amount);
    }

    @Override
    public String toString() {
        return OneLine.of("terms of sale", product, OneLine.count(contracts, "contract"));
    }
}

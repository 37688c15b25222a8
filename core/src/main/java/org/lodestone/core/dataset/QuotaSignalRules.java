package org.lodestone.core.dataset;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.lodestone.core.figure.Observation;
import org.lodestone.core.internal.text.Nearest;
import org.lodestone.core.market.Price;
import org.lodestone.core.quantity.Quantity;
import org.lodestone.core.quantity.Unit;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.quota.QuotaSignal;
import org.lodestone.core.quota.QuotaSignal.Effect;
import org.lodestone.core.time.Period;

/** The rules for what signals of quotas need of other tables, and of each other. */
final class QuotaSignalRules {

    private QuotaSignalRules() {}

    /** Requires that the amount of a bound adds to the quotas of each of its stages. */
    static Unit requireAdding(RowReader row, List<String> stages, Unit unit) {
        List<String> known = stages.stream()
                .filter(stage -> row.known(ChainTables.STAGES).find(stage).isPresent())
                .toList();
        for (String stage : known) {
            Quota quota = row.rows(QuotaTables.QUOTAS)
                    .filter(one -> one.stage().equals(stage))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("quotas.csv has no quota of '" + stage
                            + "' that could be bounded. Add it, or write another stage."));
            if (!quota.unit().comparableWith(unit)) {
                throw new IllegalArgumentException("'" + unit + "' does not add to the '" + quota.unit()
                        + "' of the quota of '" + stage + "' in "
                        + quota.citation().row()
                        + ". Convert the value, and say how in the reason.");
            }
        }
        return unit;
    }

    /** Requires one price of the product for the year and one for the year before, in one unit, in the edition. */
    static String requirePrices(RowReader row, String product, Period year, String edition) {
        List<Price> prices = row.rows(MarketTables.PRICES)
                .filter(price -> price.product().equals(product))
                .toList();
        if (prices.isEmpty()) {
            throw new IllegalArgumentException("'" + product + "' is no product of prices.csv. "
                    + Nearest.remedy(
                            product,
                            row.rows(MarketTables.PRICES)
                                    .map(Price::product)
                                    .distinct()
                                    .toList(),
                            "Add its prices."));
        }
        Price now = requireOne(prices, year, edition);
        Price before = requireOne(prices, year.previous(), edition);
        if (!now.unit().equals(before.unit())) {
            throw new IllegalArgumentException("'" + product + "' is in '" + now.unit() + "' for " + year + " and in '"
                    + before.unit() + "' for " + before.period()
                    + ", which are not compared. Name a product or an edition with one unit.");
        }
        return product;
    }

    private static Price requireOne(List<Price> prices, Period year, String edition) {
        List<Price> found = prices.stream()
                .filter(price -> price.period().equals(year) && price.edition().equals(edition))
                .toList();
        boolean isOne = found.size() == 1
                && found.get(0)
                        .price()
                        .number()
                        .filter(price -> price.signum() > 0)
                        .isPresent();
        if (!isOne) {
            throw new IllegalArgumentException("prices.csv has " + (found.isEmpty() ? "no" : "not one clear")
                    + " price of '" + prices.get(0).product() + "' for " + year
                    + (edition.isEmpty() ? " without an edition" : " in " + edition)
                    + ". A change needs one number above zero. Add it, or name another edition.");
        }
        return found.get(0);
    }

    /** Tells of a floor that is above a cap of the same stage and year: neither is used, until one is corrected. */
    static void check(List<RowWithLine<QuotaSignal>> signals) {
        for (RowWithLine<QuotaSignal> floor : of(Effect.AT_LEAST, signals).toList()) {
            of(Effect.AT_MOST, signals)
                    .filter(cap -> cap.row().year().equals(floor.row().year()))
                    .filter(cap ->
                            cap.row().stages().stream().anyMatch(floor.row().stages()::contains))
                    .filter(cap -> isAbove(floor.row(), cap.row()))
                    .findFirst()
                    .ifPresent(cap -> floor.note(
                            "value",
                            "'" + said(floor.row()) + "' is at least, and "
                                    + cap.at()
                                    + " says at most '" + said(cap.row()) + "' for "
                                    + cap.row().year()
                                    + ": neither is used. Correct one, or write none as its effect, with the reason."));
        }
    }

    private static Stream<RowWithLine<QuotaSignal>> of(Effect effect, List<RowWithLine<QuotaSignal>> signals) {
        return signals.stream().filter(signal -> signal.row().effect() == effect);
    }

    private static boolean isAbove(QuotaSignal floor, QuotaSignal cap) {
        Unit unit = cap.unit().orElseThrow();
        return floor.unit().filter(unit::comparableWith).isPresent()
                && Quantity.of(amount(floor), floor.unit().orElseThrow())
                                .in(unit)
                                .amount()
                                .compareTo(amount(cap))
                        >= 0;
    }

    private static BigDecimal amount(QuotaSignal signal) {
        return signal.value().flatMap(Observation::number).orElseThrow();
    }

    private static String said(QuotaSignal signal) {
        return signal.value().orElseThrow() + " " + signal.unit().orElseThrow();
    }
}

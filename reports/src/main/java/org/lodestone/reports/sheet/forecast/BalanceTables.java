package org.lodestone.reports.sheet.forecast;

import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.Replacement;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The tables of one balance, the same for the chosen scenario and for each. */
final class BalanceTables {

    private static final String UNMET =
            "Unmet demand is what neither supply nor stocks cover: in a real market the price would ration it.";

    private BalanceTables() {}

    static Table balance(Balance balance) {
        String unit = balance.unit().toString();
        Shown shown = Shown.of(balance.unit());
        return Table.overYears("Supply and demand of " + balance.rule().material(), balance.years())
                .id("balance", balance.rule().material())
                .row("Primary supply", unit, shown, balance.supply()::total)
                .row("Demand", unit, shown, balance::demand)
                .total("Balance before scrap and stocks", unit, shown, balance::before)
                .row("Scrap and stocks", unit, shown, balance::secondary)
                .row("Scrap and stocks, share of demand", "%", Shown.PERCENT, balance::secondaryShare)
                .total("Balance", unit, shown, balance::after)
                .row("Balance, share of demand", "%", Shown.PERCENT, balance::afterShare)
                .row("Stocks at the end of the year", unit, shown, balance::stock)
                .row("Unmet demand", unit, shown, balance::unmet)
                .note("Scrap and stocks of " + balance.start()
                        + " are what closes a shortage of that year, demand less primary supply, and no published"
                        + " figure. They are carried forward as the scenario says.")
                .note(UNMET)
                .build();
    }

    /** The figures that the page on a balance leaves out. */
    static Table stocks(Balance balance) {
        String unit = balance.unit().toString();
        Shown shown = Shown.of(balance.unit());
        return Table.overYears("Stocks of " + balance.rule().material() + ", and unmet demand", balance.years())
                .id("stocks", balance.rule().material())
                .row("Stocks at the end of the year", unit, shown, balance::stock)
                .row("Unmet demand", unit, shown, balance::unmet)
                .note(UNMET)
                .build();
    }

    static Table replacement(Replacement replacement) {
        SupplyForecast supply = replacement.supply();
        String unit = supply.measure().unit().toString();
        Shown shown = Outcome.shown(supply);
        return Table.overYears(
                        "Share of " + replacement.holder() + " in " + supply.start() + " that others could replace",
                        supply.years())
                .id("replacement", supply.measure().name())
                .row("Year", "", Shown.ORDINAL, replacement::year)
                .row("Supply from outside", unit, shown, replacement::outside)
                .row(
                        "Share of " + replacement.holder() + " in " + supply.start(),
                        "%",
                        Shown.PERCENT,
                        replacement::ratio)
                .row("Half reached", "1 is yes", Shown.ORDINAL, year -> replacement.isHalf(replacement.ratio(year)))
                .row("All reached", "1 is yes", Shown.ORDINAL, year -> replacement.isAll(replacement.ratio(year)))
                .build();
    }
}

package org.lodestone.reports.sheet.forecast;

import java.util.List;
import java.util.function.Function;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.Replacement;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The tables of one balance, the same for the chosen scenario and for each. */
final class BalanceTables {

    private BalanceTables() {}

    static Table balance(Balance balance) {
        String unit = balance.unit().toString();
        Shown shown = Shown.of(balance.unit());
        Table.YearBuilder table = Table.overYears(
                        "Supply and demand of " + balance.rule().material(), balance.years())
                .id("balance", balance.rule().material())
                .row("Supply", unit, shown, balance.supply()::total)
                .row("Demand", unit, shown, balance::demand);
        if (balance.hasScrap()) {
            table.total("Balance without scrap beyond supply", unit, shown, balance::before)
                    .row("Scrap recovered", unit, shown, balance::scrap)
                    .row("Scrap beyond supply", unit, shown, balance::secondary);
        }
        table.total("Balance", unit, shown, balance::after)
                .row("Balance, share of demand", "%", Shown.PERCENT, balance::afterShare)
                .row("Change since " + balance.start() + ", share of demand", "%", Shown.PERCENT, balance::change);
        if (balance.hasScrap()) {
            readings(balance, table);
        }
        return table.build();
    }

    /** The balance at the end as the other readings of what supply counts have it. */
    private static void readings(Balance balance, Table.YearBuilder table) {
        Period end = balance.horizon();
        for (Balance.Reading reading : Balance.Reading.values()) {
            table.inYear(
                            end,
                            "Share of demand, " + reading.inWords(),
                            "%",
                            Shown.PERCENT,
                            balance.afterShare(reading, end))
                    .inYear(end, "Change, " + reading.inWords(), "%", Shown.PERCENT, balance.change(reading, end));
        }
    }

    /** The stocks that the balances would need, which the page leaves out. */
    static Table stocks(Balance balance) {
        String unit = balance.unit().toString();
        Shown shown = Shown.of(balance.unit());
        List<Period> ahead = balance.years().subList(1, balance.years().size());
        return Table.overYears("Balances of " + balance.rule().material() + " together", ahead)
                .id("stocks", balance.rule().material())
                .row("Balance", unit, shown, balance::after)
                .row("Cumulated since " + balance.start(), unit, shown, balance::cumulated)
                .note("A shortage would have to come out of stocks. How large they are is not known: none is drawn on.")
                .build();
    }

    static Table replacement(Replacement replacement) {
        SupplyForecast supply = replacement.supply();
        String unit = supply.measure().unit().toString();
        Shown shown = Outcome.shown(supply);
        Table.YearBuilder table = Table.overYears(
                        "Share of " + replacement.holder() + " in " + supply.start() + " that others could replace",
                        supply.years())
                .id("replacement", supply.measure().name())
                .row("Supply from outside", unit, shown, replacement::outside)
                .row(
                        "Share of " + replacement.holder() + " in " + supply.start(),
                        "%",
                        Shown.PERCENT,
                        replacement::ratio);
        if (supply.isChosen()) {
            reached(replacement, replacement::ratio, table.row("Year", "", Shown.ORDINAL, replacement::year));
        }
        return table.build();
    }

    /** Whether half and all of what the largest holder supplied is reached, by year. */
    static Table.YearBuilder reached(Replacement replacement, Function<Period, Key> ratio, Table.YearBuilder table) {
        return table.row("Half reached", "1 is yes", Shown.ORDINAL, year -> replacement.isHalf(ratio.apply(year)))
                .row("All reached", "1 is yes", Shown.ORDINAL, year -> replacement.isAll(ratio.apply(year)));
    }
}

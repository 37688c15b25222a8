package org.lodestone.reports.sheet.forecast;

import java.util.Optional;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supplies;

/**
 * The balance of every scenario side by side, with that of a published outlook where it counts the same.
 *
 * @param model takes what is worked out of an outlook
 */
record ScenarioBalances(Supplies supplies, ForecastStudy study, Model.Builder model) {

    /** The amounts by which the scenarios are compared. */
    private enum Side {
        SUPPLY("Supply"),
        BEFORE("Balance without scrap beyond supply"),
        AFTER("Balance");

        private final String heading;

        Side(String heading) {
            this.heading = heading;
        }
    }

    /** Supply and balance of every scenario, with an outlook's where it counts the same. */
    Table table(int index) {
        Balance first = study.chosen().balances().get(index);
        String unit = first.unit().toString();
        Optional<OutlookComparison> outlook = outlook(first);
        var table = Table.overYears("Supply and balance in every scenario", first.years())
                .id("scenario-balances", first.rule().material());
        for (Side side : Side.values()) {
            table.group(side.heading);
            for (Outcome outcome : study.scenarioOutcomes()) {
                Balance balance = outcome.balances().get(index);
                table.again(outcome.in().name(), unit, Shown.of(first.unit()), year -> inScenario(balance, year, side));
            }
            outlook.ifPresent(beside -> table.row(
                    beside.name(), unit, Shown.of(first.unit()), year -> inOutlook(beside, first, year, side)));
        }
        outlook.ifPresent(beside -> table.note(
                "The " + beside.title() + ", against demand and scrap of the chosen scenario, in the years it gives."));
        return table.build();
    }

    private static Key inScenario(Balance balance, Period year, Side side) {
        return switch (side) {
            case SUPPLY -> balance.supply().total(year);
            case BEFORE -> balance.before(year);
            case AFTER -> balance.after(year);
        };
    }

    /** An outlook that counts the same as the supply of a balance. */
    Optional<OutlookComparison> outlook(Balance balance) {
        return OutlookComparison.of(supplies, balance.supply()).filter(OutlookComparison::isSameMeasure);
    }

    private Key inOutlook(OutlookComparison beside, Balance chosen, Period year, Side side) {
        Key key = BalanceSection.BALANCE
                .sub("outlook beside")
                .sub(side.heading)
                .of(Subject.of(chosen.rule().id()))
                .at(year);
        return beside.total(year)
                .map(total -> {
                    Formula before = total.minus(chosen.demand(year));
                    return model.calculation(
                            key,
                            switch (side) {
                                case SUPPLY -> total;
                                case BEFORE -> before;
                                case AFTER -> chosen.hasScrap() ? before.plus(chosen.secondary(year)) : before;
                            });
                })
                .orElseGet(() -> model.label(key, Value.NOT_AVAILABLE));
    }
}

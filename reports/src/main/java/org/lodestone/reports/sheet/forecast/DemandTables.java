package org.lodestone.reports.sheet.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.DemandCases;
import org.lodestone.reports.forecast.Replacement;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.supply.Supply;

/**
 * Demand as it is published, and an outlook's own supply against its own demand.
 *
 * @param model takes what is worked out of an outlook
 */
record DemandTables(Dataset dataset, ScenarioBalances scenarios, Model.Builder model) {

    Table published(Balance balance) {
        DemandCases demand = balance.demand();
        List<Period> years = new ArrayList<>(balance.years());
        demand.given().stream().filter(year -> !years.contains(year)).forEach(years::add);
        String unit = balance.unit().toString();
        var table = Table.overYears("Demand of " + balance.rule().material() + " as published, by case", years)
                .id("demand-cases", balance.rule().material())
                .optional(
                        "Observed",
                        unit,
                        Shown.of(balance.unit()),
                        year -> Optional.of(demand.start())
                                .filter(key -> year.equals(demand.observed().period())));
        for (String name : demand.cases()) {
            table.optional(
                    demand.name(name),
                    unit,
                    Shown.of(balance.unit()),
                    year -> Optional.of(demand.amount(name, year))
                            .filter(key -> demand.given().contains(year)));
        }
        return table.note("Years between are not published. The forecast fills them on the scenario's path.")
                .build();
    }

    /** The outlook's own supply against its own cases of demand. */
    Optional<Block> ofOutlook(Balance balance) {
        Supply observed = balance.supply().observed();
        DemandCases demand = balance.demand();
        List<Period> years = observed.years().stream()
                .filter(year -> demand.given().contains(year) || year.equals(balance.start()))
                .toList();
        List<Period> later = years.stream().filter(demand.given()::contains).toList();
        if (later.isEmpty()) {
            return Optional.empty();
        }
        String edition = dataset.editionName(observed.edition());
        String unit = balance.unit().toString();
        var table = Table.overYears("The " + edition + " against its own demand", years)
                .id("outlook-balance", balance.rule().material())
                .row(
                        scenarios
                                .outlook(balance)
                                .map(beside -> "Primary supply, " + beside.assumed())
                                .orElse("Primary supply"),
                        unit,
                        Shown.of(balance.unit()),
                        observed::total);
        for (boolean after : balance.hasScrap() ? new boolean[] {false, true} : new boolean[] {false}) {
            table.group(
                    after
                            ? "Balance with scrap beyond supply at its share of demand in " + balance.start()
                            : "Balance without scrap beyond supply");
            for (String name : demand.cases()) {
                for (Period year : later) {
                    Formula asked = demand.amount(name, year);
                    Formula before = observed.total(year).minus(asked);
                    model.calculation(
                            outlookKey(balance, name, year, after),
                            after
                                    ? before.plus(balance.secondary(balance.start())
                                            .over(balance.demand(balance.start()))
                                            .times(asked))
                                    : before);
                }
                table.optional(
                        name,
                        unit,
                        Shown.of(balance.unit()),
                        year -> later.contains(year)
                                ? Optional.of(outlookKey(balance, name, year, after))
                                : Optional.empty());
            }
        }
        return Optional.of(table.build());
    }

    private static Key outlookKey(Balance balance, String demandCase, Period year, boolean after) {
        return BalanceSection.BALANCE
                .sub(after ? "outlook with secondary supply" : "outlook")
                .of(Subject.of(balance.rule().id() + ", " + demandCase))
                .at(year);
    }

    Optional<Block> replacementOfOutlook(Replacement replacement) {
        if (replacement.outlooks().isEmpty()) {
            return Optional.empty();
        }
        String edition = dataset.editionName(replacement.supply().observed().edition());
        Table.YearBuilder table = Table.overYears("The same by the " + edition, replacement.outlooks())
                .id("outlook-replacement", replacement.supply().measure().name())
                .row("Year", "", Shown.ORDINAL, replacement::outlookYear)
                .row(
                        "Outside, as share of " + replacement.holder() + " in "
                                + replacement.supply().start(),
                        "%",
                        Shown.PERCENT,
                        replacement::outlookRatio);
        return Optional.of(BalanceTables.reached(replacement, replacement::outlookRatio, table)
                .build());
    }
}

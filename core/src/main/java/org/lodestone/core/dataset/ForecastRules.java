package org.lodestone.core.dataset;

import java.util.List;
import java.util.Locale;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.valuation.Valuation;

/** The rules of a forecast: what its tables need of each other, of the figures, and of the tables they lean on. */
record ForecastRules(Tables tables, Premises premises, NewestFigures figures, Outlook outlook, Valuation valuation) {

    /** Adds a problem for whatever does not go together. */
    void check() {
        requireBase();
        requireTables();
        premises.checkUses();
        RowWithLine.refuseRepeated(
                tables.lines(ForecastTables.SCENARIOS),
                "id",
                scenario -> "'" + scenario.name().toLowerCase(Locale.ROOT) + "'",
                "Capitals do not tell scenarios apart: rename one of them.");
        new LimitRules(tables, outlook, figures).check();
        new SupplyRules(tables, outlook, figures, premises).check();
        new FeedRules(tables, outlook, figures, premises).check();
        new BalanceRules(tables, outlook, figures, premises).check();
        new DriverRules(tables, outlook, valuation, premises).check();
    }

    private void requireBase() {
        Known<Scenario> known = tables.known(ForecastTables.SCENARIOS);
        boolean there =
                known.byId().containsKey(Scenario.BASE) || known.unread().contains(Scenario.BASE);
        if (known.checked() && !there) {
            tables.problem(
                    ForecastTables.SCENARIOS,
                    1,
                    "id",
                    "there is no scenario '" + Scenario.BASE + "', from which the others start. Add a row for it.");
        }
    }

    /** Each table that is not there is told once, however many lean on it. */
    private void requireTables() {
        require(ForecastTables.SCENARIOS, ForecastTables.LIMITS);
        require(ForecastTables.ASSUMPTIONS, ForecastTables.LIMITS);
        List.of(
                        ForecastTables.PIPELINE,
                        ForecastTables.FEEDS,
                        ForecastTables.ADDITIONS,
                        ForecastTables.BALANCES,
                        ForecastTables.CONCLUSIONS,
                        ForecastTables.DRIVERS,
                        ForecastTables.SHOCKS)
                .forEach(table -> require(ForecastTables.LIMITS, table));
        List.of(ValuationTables.PROJECTS, ValuationTables.OPERATIONS).forEach(table -> {
            require(ValuationTables.DECKS, table);
            require(ForecastTables.PIPELINE, table);
        });
        require(StudyTables.STUDIES, ValuationTables.PROJECTS);
        require(ValuationTables.DECKS, ValuationTables.CONTRACTS);
        require(ProjectTables.PROJECTS, ForecastTables.PIPELINE);
        require(MarketTables.DEMAND, ForecastTables.BALANCES);
        require(ResearchTables.RISKS, ForecastTables.SHOCKS);
    }

    /** Rules need the tables they lean on. One that is listed and could not be read has been reported. */
    private void require(Table<?> needed, Table<?> rules) {
        if (!tables.lines(rules).isEmpty() && !tables.isListed(needed) && tables.areWhole(needed)) {
            tables.problems()
                    .add(
                            needed.file(),
                            0,
                            "is not there, and " + rules.file() + " needs it. Add it, and list it in " + Manifest.FILE
                                    + ".");
        }
    }
}

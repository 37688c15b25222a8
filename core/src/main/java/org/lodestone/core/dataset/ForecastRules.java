package org.lodestone.core.dataset;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lodestone.core.forecast.Outlook;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.core.internal.problem.Problems;

/** The rules of a forecast: what its tables need of each other, of the figures, and of the tables they lean on. */
final class ForecastRules {

    private final Tables tables;
    private final Premises premises;
    private final NewestFigures figures;
    private final Rules rules;

    ForecastRules(Tables tables, Premises premises, NewestFigures figures) {
        this.tables = tables;
        this.premises = premises;
        this.figures = figures;
        this.rules = new Rules(
                scenarios(tables),
                tables.lines(ForecastTables.LIMITS),
                tables.lines(ForecastTables.PIPELINE),
                tables.lines(ForecastTables.ADDITIONS),
                tables.lines(ForecastTables.BALANCES),
                tables.lines(ForecastTables.CONCLUSIONS),
                tables.lines(ForecastTables.DRIVERS),
                tables.lines(ForecastTables.SHOCKS));
    }

    /** The base scenario first. */
    private static ImmutableList<RowWithLine<Scenario>> scenarios(Tables tables) {
        return tables.lines(ForecastTables.SCENARIOS).stream()
                .sorted(Comparator.comparing(line -> !line.row().isBase()))
                .collect(toImmutableList());
    }

    /** The rules with a problem for whatever does not go together; none at all without a base scenario. */
    Outlook checked() {
        Problems problems = tables.problems();
        requireBase();
        requireTables();
        premises.checkUses();
        RowWithLine.refuseRepeated(
                rules.scenarios(),
                "id",
                scenario -> "'" + scenario.name().toLowerCase(Locale.ROOT) + "'",
                "Capitals do not tell scenarios apart: rename one of them.");
        new LimitRules(rules, tables.known(ChainTables.MEASURES), figures, problems).check();
        new SupplyRules(rules, tables.known(ProjectTables.PROJECTS), figures, premises, problems).check();
        new BalanceRules(rules, tables.known(ChainTables.MEASURES), figures, tables.rows(MarketTables.DEMAND), problems)
                .check();
        new DriverRules(rules, premises, problems).check();
        Outlook outlook = rules.outlook();
        boolean complete = outlook.scenarios().stream().anyMatch(Scenario::isBase);
        return complete ? outlook : Outlook.NONE;
    }

    private void requireBase() {
        Known<Scenario> known = tables.known(ForecastTables.SCENARIOS);
        boolean there =
                known.byId().containsKey(Scenario.BASE) || known.unread().contains(Scenario.BASE);
        if (known.checked() && !there) {
            tables.problems()
                    .add(
                            ForecastTables.SCENARIOS.file(),
                            1,
                            "id",
                            "there is no scenario '" + Scenario.BASE
                                    + "', from which the others start. Add a row for it.");
        }
    }

    /** Each table that is not there is told once, however many lean on it. */
    private void requireTables() {
        require(ForecastTables.SCENARIOS, ForecastTables.LIMITS);
        require(ForecastTables.ASSUMPTIONS, ForecastTables.LIMITS);
        List.of(
                        ForecastTables.PIPELINE,
                        ForecastTables.ADDITIONS,
                        ForecastTables.BALANCES,
                        ForecastTables.CONCLUSIONS,
                        ForecastTables.DRIVERS,
                        ForecastTables.SHOCKS)
                .forEach(table -> require(ForecastTables.LIMITS, table));
        require(ProjectTables.PROJECTS, ForecastTables.PIPELINE);
        require(MarketTables.DEMAND, ForecastTables.BALANCES);
        require(ResearchTables.RISKS, ForecastTables.SHOCKS);
    }

    /** Rules need the tables they lean on. One that is listed and could not be read has been reported. */
    private void require(Table<?> needed, Table<?> rules) {
        if (!tables.lines(rules).isEmpty() && !tables.isListed(needed) && Tables.areWhole(tables.problems(), needed)) {
            tables.problems()
                    .add(
                            needed.file(),
                            0,
                            "is not there, and " + rules.file() + " needs it. Add it, and list it in " + Manifest.FILE
                                    + ".");
        }
    }
}

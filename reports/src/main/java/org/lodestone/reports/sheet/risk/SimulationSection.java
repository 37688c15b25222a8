package org.lodestone.reports.sheet.risk;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.lodestone.core.forecast.Conclusion;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.RiskAnalysis;

/** The section on the simulation: the spread of supply and balance, year by year. */
public final class SimulationSection {

    private SimulationSection() {}

    /** The section, with the model it stands on. */
    public static Part of(RiskAnalysis risk) {
        return Part.of(section(risk), risk.model());
    }

    private static Section section(RiskAnalysis risk) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(
                new Block.Prose(
                        "",
                        ImmutableList.of(
                                new Block.Sentence.Plain(
                                        "Each draw takes delays, ramps, disruption, quotas and what else is listed under Drivers at random, and"
                                                + " works the whole forecast out anew. P5 is the value that 5% of the draws are below."))));
        Outcome chosen = risk.study().chosen();
        for (SupplyForecast supply : chosen.supplies()) {
            blocks.add(table(
                    supply.measure().name(),
                    supply.measure().unit().toString(),
                    Outcome.shown(supply),
                    supply.years(),
                    (share, year) -> risk.percentile(supply, share, year).chosen()));
        }
        for (Balance balance : chosen.balances()) {
            boolean isTurn = chosen.turn(balance).isPresent();
            blocks.add(table(
                    "Balance of " + balance.rule().material()
                            + (isTurn ? ", change since " + balance.start() + ", share of demand" : ""),
                    isTurn ? "%" : balance.unit().toString(),
                    isTurn ? Shown.PERCENT : Shown.ONE_DECIMAL,
                    balance.years(),
                    (share, year) -> risk.percentile(balance, share, year).chosen()));
        }
        blocks.add(Table.of("Share of draws in which each conclusion holds", risk.conclusions())
                .id("share-of-draws")
                .label("Conclusion", Conclusion::statement)
                .value("Holds in", Shown.PERCENT, one -> risk.holds(one).chosen())
                .value(
                        "Could turn: 1, else 0",
                        Shown.ORDINAL,
                        one -> risk.canTurn(one).chosen())
                .note(
                        "0: it stands with each driver that is drawn at the end of its range that speaks most against it.")
                .build());
        return Section.of(
                "Simulation",
                "Range of supply and balance around the scenario",
                risk.run().inWords() + " with seed " + risk.run().seed()
                        + " in each scenario, with the inputs under Runs; once one of these changes they read “out of date”",
                blocks);
    }

    private static Table table(
            String name, String unit, Shown shown, List<Period> years, BiFunction<Double, Period, Key> key) {
        var table = Table.overYears(name + ", percentiles", years).id("percentiles", name);
        for (double share : RiskAnalysis.PERCENTILES) {
            table.row(words(share), unit, shown, year -> key.apply(share, year));
        }
        return table.build();
    }

    /** A percentile as analysts write it: {@code P95}. */
    static String words(double share) {
        return "P" + Math.round(share * 100);
    }
}

package org.lodestone.reports.risk;

import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on the simulation: the spread of supply and balance, year by year. */
public final class SimulationSection {

    private final RiskAnalysis risk;

    private SimulationSection(RiskAnalysis risk) {
        this.risk = risk;
    }

    public static Part of(RiskAnalysis risk) {
        return Part.of(new SimulationSection(risk).section(), risk.model());
    }

    private Section section() {
        List<Block> blocks = new ArrayList<>();
        List<Chart> fans = new ArrayList<>();
        List<Block> tables = new ArrayList<>();
        Outcome chosen = risk.study().chosen();
        for (SupplyForecast supply : chosen.supplies()) {
            String unit = supply.measure().unit().toString();
            BiFunction<Double, Period, Key> key =
                    (share, year) -> risk.percentile(supply, share, year).chosen();
            fans.add(fan(supply.measure().name(), unit, supply.years(), key));
            tables.add(table(supply.measure().name(), unit, Outcome.shown(supply), supply.years(), key));
        }
        for (Balance balance : chosen.balances()) {
            String unit = balance.unit().toString();
            BiFunction<Double, Period, Key> key =
                    (share, year) -> risk.percentile(balance, share, year).chosen();
            fans.add(fan("Balance after secondary supply", unit, balance.years(), key));
            tables.add(table("Balance after secondary supply", unit, Shown.ONE_DECIMAL, balance.years(), key));
        }
        blocks.add(
                new Block.Prose(
                        "",
                        ImmutableList.of(
                                new Block.Sentence.Plain(
                                        "Each draw takes delays, ramps, disruption, quotas and what else is listed under Drivers at random, and"
                                                + " works the whole forecast out anew. Where half the draws are above, half are below."))));
        for (Chart fan : fans) {
            blocks.add(Block.charts(fan));
        }
        blocks.addAll(tables);
        return Section.of(
                "Simulation",
                "How far supply and balance could be from the scenario",
                risk.run().draws() + " draws with seed " + risk.run().seed()
                        + " in each scenario, worked out in Java with the inputs under Runs",
                blocks);
    }

    private static Chart fan(String name, String unit, List<Period> years, BiFunction<Double, Period, Key> key) {
        return Chart.of(
                name + ": percentiles of the draws",
                Chart.Kind.FAN,
                unit,
                RiskAnalysis.PERCENTILES.stream()
                        .map(share -> Chart.line(
                                words(share),
                                span(years.stream()
                                        .map(year -> key.apply(share, year))
                                        .toList())))
                        .toArray(Chart.Series[]::new));
    }

    private static Table table(
            String name, String unit, Shown shown, List<Period> years, BiFunction<Double, Period, Key> key) {
        var table = Table.overYears(name + ", percentiles", years);
        for (double share : RiskAnalysis.PERCENTILES) {
            table.row(words(share), unit, shown, year -> Optional.of(key.apply(share, year)));
        }
        return table.build();
    }

    /** A percentile as analysts write it: {@code P95}. */
    static String words(double share) {
        return "P" + Math.round(share * 100);
    }
}

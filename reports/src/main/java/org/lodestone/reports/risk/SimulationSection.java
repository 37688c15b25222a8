package org.lodestone.reports.risk;

import static org.lodestone.reports.formula.Formula.span;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.lodestone.core.time.Period;
import org.lodestone.reports.forecast.Balance;
import org.lodestone.reports.forecast.Outcome;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.report.Band;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/** The section on the simulation: the spread of supply and balance, year by year. */
public final class SimulationSection {

    private final RiskAnalysis risk;
    private final Model.Builder model;

    private SimulationSection(RiskAnalysis risk) {
        this.risk = risk;
        this.model = Model.builder().include(risk.model());
    }

    public static Part of(RiskAnalysis risk) {
        SimulationSection simulation = new SimulationSection(risk);
        Section section = simulation.section();
        return Part.of(section, simulation.model.build());
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

    /** The median of the draws, with the band that holds half of them, and the one that holds nine tenths. */
    private Chart fan(String name, String unit, List<Period> years, BiFunction<Double, Period, Key> key) {
        Function<Double, Formula.Span> percentile =
                share -> span(years.stream().map(year -> key.apply(share, year)).toList());
        return Chart.lines(name + ": median, half and nine tenths of the draws", unit)
                .series("Median", percentile.apply(0.5))
                .behind(Band.of(
                        model,
                        RiskAnalysis.PERCENTILES.stream()
                                .filter(share -> share != 0.5)
                                .map(percentile)
                                .toArray(Formula.Span[]::new)))
                .build();
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

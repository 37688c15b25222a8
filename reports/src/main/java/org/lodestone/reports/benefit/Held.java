package org.lodestone.reports.benefit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lodestone.core.time.Period;
import org.lodestone.reports.benefit.Holders.Group;
import org.lodestone.reports.forecast.SupplyForecast;
import org.lodestone.reports.forecast.SupplyForecast.Tracked;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.scenario.Scenarios;

/** The output of a stage by those who hold it: of plants their owners, of all else in a place with a quota its holders. */
record Held(SupplyForecast supply, Scenarios scenarios, Case in, Holders holders) {

    /** The output of a year of each group, which together is all supply. */
    Map<Group, Formula> output(Period year) {
        Map<Group, Formula> all = new LinkedHashMap<>();
        supply.places().forEach(place -> {
            if (!supply.isOfPlants(place)) {
                all.merge(holders.of(supply, place), supply.running(place, year), Formula::plus);
            }
        });
        supply.pipeline().forEach(line -> all.merge(holders.of(line.project()), output(line, year), Formula::plus));
        supply.additions().forEach(addition -> all.merge(Holders.NOBODY, supply.added(addition, year), Formula::plus));
        return all;
    }

    /** The output of a line of the pipeline, as far as there is ore for it. */
    private Formula output(Tracked line, Period year) {
        if (!supply.isFed(line)) {
            return supply.added(line, year);
        }
        Formula planned = supply.planned(line, year);
        Formula part = supply.feed().orElseThrow().partRun(line.line().pool().orElseThrow(), year);
        return line.line()
                .scrap()
                .<Formula>map(id -> scenarios.number(id, in))
                .map(scrap -> planned.times(scrap)
                        .plus(planned.minus(planned.times(scrap)).times(part)))
                .orElseGet(() -> planned.times(part));
    }
}

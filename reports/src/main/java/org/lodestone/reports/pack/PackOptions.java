package org.lodestone.reports.pack;

import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.risk.Run;

/**
 * How a research pack is made, where the dataset has a forecast.
 *
 * @param scenario the scenario chosen at first
 * @param run how its simulation is run
 */
public record PackOptions(String scenario, Run run) {

    public static final PackOptions STANDARD = new PackOptions(Scenario.BASE, Run.STANDARD);

    public PackOptions withScenario(String name) {
        return new PackOptions(name, run);
    }

    public PackOptions withRun(Run other) {
        return new PackOptions(scenario, other);
    }
}

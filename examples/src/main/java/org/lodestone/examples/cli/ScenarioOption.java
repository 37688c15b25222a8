package org.lodestone.examples.cli;

import java.util.List;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.scenario.Scenarios;
import picocli.CommandLine.Option;

/** The scenario that somebody asks for by name. */
final class ScenarioOption {

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "A scenario of the dataset (default: " + Scenario.BASE + ")")
    private Optional<String> typed = Optional.empty();

    /** Its name as the dataset spells it. Throws {@link WrongUse} if the dataset has none of that name. */
    String in(Dataset dataset) {
        return typed.map(name -> named(name, dataset)).orElse(Scenario.BASE);
    }

    /** Throws {@link WrongUse} if one was asked for where there is none to choose. */
    void refuse(String why) {
        typed.ifPresent(name -> {
            throw new WrongUse("The scenario '" + name + "' cannot be chosen: " + why + ". Leave --scenario out.");
        });
    }

    private static String named(String typed, Dataset dataset) {
        refuseWithout("scenarios", dataset.outlook().scenarios(), typed, dataset);
        refuseWithout("limits", dataset.outlook().limits(), typed, dataset);
        return WrongUse.unlessRefused(
                "", () -> Scenarios.of(dataset, Scenarios.Use.NONE, typed).selected());
    }

    /** Without scenarios there is none to choose, and without limits no forecast that would follow it. */
    private static void refuseWithout(String table, List<?> rows, String typed, Dataset dataset) {
        if (rows.isEmpty()) {
            throw new WrongUse("The scenario '" + typed + "' cannot be chosen: " + dataset.name() + " has no " + table
                    + ". Leave --scenario out, or add a table of " + table + " to the dataset.");
        }
    }
}

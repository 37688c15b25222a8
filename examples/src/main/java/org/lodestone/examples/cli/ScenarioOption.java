package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableSet;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.forecast.Scenario;
import org.lodestone.reports.scenario.Scenarios;
import picocli.CommandLine.Option;

/** The scenario that somebody asks for by name, in capitals or not. */
final class ScenarioOption {

    @Option(
            names = "--scenario",
            paramLabel = "NAME",
            description = "The scenario chosen, as the dataset names it; " + Scenario.BASE + " unless given")
    private Optional<String> typed = Optional.empty();

    /** Its name as the dataset spells it. Throws {@link WrongUse} if the dataset has none of that name. */
    String in(Dataset dataset) {
        return typed.map(name -> named(name, dataset)).orElse(Scenario.BASE);
    }

    private static String named(String typed, Dataset dataset) {
        if (dataset.outlook().scenarios().isEmpty()) {
            throw new WrongUse("The scenario '" + typed + "' cannot be chosen: " + dataset.name()
                    + " has no scenarios. Leave --scenario out, or add a table of scenarios to the dataset.");
        }
        String name = dataset.outlook().scenarios().stream()
                .map(Scenario::name)
                .filter(typed::equalsIgnoreCase)
                .findFirst()
                .orElse(typed);
        try {
            return Scenarios.of(dataset, ImmutableSet.of(), name).selected();
        } catch (IllegalArgumentException e) {
            throw new WrongUse(String.valueOf(e.getMessage()), e);
        }
    }
}

package org.lodestone.examples.cli;

import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.risk.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what could turn the conclusions of a forecast, and how far it could be off. */
@Command(description = "Show what would turn the conclusions of the forecast, and its spread in a simulation.")
final class RiskCommand extends SectionCommand {

    @Mixin
    private ScenarioOption scenario = new ScenarioOption();

    @Option(
            names = "--draws",
            paramLabel = "N",
            description = "Number of simulated draws a scenario (default: ${DEFAULT-VALUE})")
    private int draws = Run.STANDARD.draws();

    @Option(
            names = "--seed",
            paramLabel = "S",
            description = "Seed of the simulation; the same seed gives the same draws (default: ${DEFAULT-VALUE})")
    private long seed = Run.STANDARD.seed();

    @Override
    Answer answer(Dataset dataset) {
        Run run = WrongUse.unlessRefused("", () -> Run.STANDARD.withDraws(draws).withSeed(seed));
        ResearchPack pack = simulated(dataset, run);
        ForecastStudy study = ChosenForecast.of(pack.analyses());
        List<Part> parts = new ArrayList<>(List.of(
                resting(pack, "Turns", draws(run) + " A break-even moves one driver and leaves all else."),
                resting(pack, "Simulation", draws(run)),
                resting(pack, "Drivers", "As the dataset sets them.")));
        pack.part("Break-evens")
                .map(none -> isBrief() ? none.withSections(RiskCommand::counted) : none)
                .ifPresent(parts::add);
        return Answer.of(
                parts.stream().map(part -> ChosenForecast.named(part, study)).toList(),
                sections -> sections.get(0).findings().stream());
    }

    /** The part with what it rests on, which in a workbook speaks of its sheets. */
    private static Part resting(ResearchPack pack, String sheet, String onWhat) {
        return pack.part(sheet)
                .orElseThrow()
                .withSections(section -> section.withStandfirst(Block.Sentence.plain(onWhat)));
    }

    private static String draws(Run run) {
        return run.inWords() + " a scenario, seed " + run.seed() + ".";
    }

    /** The number of break-evens that do not exist, in place of a row for each. */
    private static Section counted(Section section) {
        return section.withBlocks(
                AllOption.prose(section.rows().count(), "row that says", "rows that say", "no break-even").stream()
                        .toList());
    }

    /** The pack with its simulation run, which takes most of the time. */
    private ResearchPack simulated(Dataset dataset, Run run) {
        long total = (long) run.draws() * dataset.outlook().scenarios().size();
        String chosen = scenario.in(dataset);
        try (Progress progress = new Progress("Simulating", total, terminal(), Progress.PATIENCE)) {
            ResearchPack pack =
                    ResearchPack.of(dataset).withScenario(chosen).withRun(run).withProgress(progress::at);
            ChosenForecast.of(pack.analyses());
            if (pack.analyses().risk().isEmpty()) {
                throw new WrongUse(dataset.name() + " has no risks to analyse. "
                        + (dataset.outlook().drivers().isEmpty()
                                ? "Add a table of drivers: the assumptions that could turn out otherwise."
                                : "Add a table of conclusions that the forecast can decide."));
            }
            return pack;
        }
    }
}

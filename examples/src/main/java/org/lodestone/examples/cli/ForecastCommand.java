package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.forecast.ForecastStudy;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what supply and the balance will do in a scenario. */
@Command(
        description =
                "Forecast supply, demand and the balance year by year in one scenario, beside the results of all.")
final class ForecastCommand extends SectionCommand {

    private static final String REST =
            "Shares, projects, limits, demand by case, and what each scenario assumes and why: --all, or the pack.";

    @Mixin
    private ScenarioOption scenario = new ScenarioOption();

    @Override
    Answer answer(Dataset dataset) {
        ResearchPack pack = ResearchPack.of(dataset).withScenario(scenario.in(dataset));
        ForecastStudy study = ChosenForecast.of(pack.analyses());
        Part scenarios = pack.part("Scenarios").orElseThrow();
        List<Part> parts = new ArrayList<>();
        parts.add(scenarios.withSections(section -> offSheet(section, study)));
        Part supply = pack.part("Supply").orElseThrow();
        Optional<Part> projects = pack.part("Projects");
        Optional<Part> balance = pack.part("Balance");
        parts.add(supply);
        if (!isBrief()) {
            projects.ifPresent(parts::add);
        }
        balance.ifPresent(parts::add);
        if (!isBrief()) {
            pack.part("Demand").ifPresent(parts::add);
        }
        Answer whole = Answer.of(
                parts.stream().map(part -> ChosenForecast.named(part, study)).toList(),
                sections -> findings(balance, supply, projects));
        return isBrief() ? whole.inBrief() : whole;
    }

    /** How the balance ends, how fast supply grows, what projects add; then what else is found of supply. */
    private static Stream<String> findings(Optional<Part> balance, Part supply, Optional<Part> projects) {
        List<String> grows =
                text(Optional.of(supply)).flatMap(SectionText::sentences).toList();
        return Stream.of(
                        text(balance).map(SectionText::title),
                        grows.stream().limit(1),
                        text(projects).map(SectionText::title),
                        grows.stream().skip(1))
                .flatMap(found -> found);
    }

    private static Stream<SectionText> text(Optional<Part> part) {
        return part.stream()
                .flatMap(one -> Answer.sections(List.of(one)).stream())
                .limit(1);
    }

    /** The scenarios without the hints on cells and sheets; on a terminal also without a row for each assumption. */
    private Section offSheet(Section section, ForecastStudy study) {
        Stream<Table> tables = section.tables().map(ForecastCommand::withoutHints);
        List<Block> blocks = new ArrayList<>();
        blocks.add(prose(study.scenarios().all().stream().map(one -> one.name() + ": " + one.description())));
        if (isBrief()) {
            tables.limit(1).forEach(blocks::add);
        } else {
            tables.forEach(blocks::add);
        }
        return section.withBlocks(blocks)
                .withStandfirst(new Block.Sentence.Plain(
                        "All scenarios beside the chosen one" + (isBrief() ? ". " + REST : "")));
    }

    private static Block prose(Stream<String> sentences) {
        return new Block.Prose("", sentences.map(Block.Sentence.Plain::new).collect(toImmutableList()));
    }

    private static Table withoutHints(Table table) {
        return table.withNotes(
                table.notes().stream().filter(note -> !note.contains("sheet")).toList());
    }
}

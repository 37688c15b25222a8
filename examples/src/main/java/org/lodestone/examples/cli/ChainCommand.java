package org.lodestone.examples.cli;

import java.util.List;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import picocli.CommandLine.Command;

/** Shows who holds which share of each stage of the chain. */
@Command(description = "Show who holds which share of each stage of the chain, and where it is narrowest.")
final class ChainCommand extends SectionCommand {

    private static final String WORKINGS = "Workings";

    @Override
    Answer answer(Dataset dataset) {
        ResearchPack pack = ResearchPack.of(dataset);
        Part page = pack.part("Chain")
                .orElseThrow(() -> new WrongUse(
                        typed() + " has no figures for a chain. Add stages with shares or amounts by country."));
        Part countries = pack.part("Countries").orElseThrow();
        return Answer.of(
                List.of(page, isBrief() ? countries.withSections(ChainCommand::withoutWorkings) : countries),
                sections -> Stream.concat(
                        sections.get(0).findings().stream(),
                        Stream.of(sections.get(0).subtitle())));
    }

    /** The section without the table of ones and zeros behind its words and counts. */
    private static Section withoutWorkings(Section section) {
        return section.withBlocks(section.blocks().stream()
                .filter(block -> block.as(Table.class)
                        .filter(table -> table.heading().startsWith(WORKINGS))
                        .isEmpty())
                .toList());
    }
}

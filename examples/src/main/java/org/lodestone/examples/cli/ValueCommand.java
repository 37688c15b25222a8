package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import picocli.CommandLine.Command;

/** Shows what projects and companies are worth at the price decks of a dataset, and the prices that share prices imply. */
@Command(
        description =
                "Value projects and companies at the price decks of a dataset, and solve for the price that shares imply.")
final class ValueCommand extends SectionCommand {

    /** Year by year: long, and for those who ask for it. */
    private static final ImmutableSet<String> YEAR_BY_YEAR = ImmutableSet.of("cash-flows", "cash-at-implied-prices");

    @Override
    Answer answer(Dataset dataset) {
        ResearchPack pack = ResearchPack.of(dataset);
        Part values = pack.part("Company values")
                .orElseThrow(
                        () -> new WrongUse(typed() + " values nothing. Add the tables decks, and valued-projects or"
                                + " valued-operations, with the assumptions that they name."));
        List<Section> sections = values.sections().reverse().stream()
                .map(section -> isBrief() ? brief(section) : section)
                .filter(section -> !section.blocks().isEmpty())
                .toList();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(ImmutableList.copyOf(sections), values.model()));
        pack.part("Supply stack").ifPresent(parts::add);
        return Answer.of(parts, found -> found.stream().map(SectionText::title));
    }

    private static Section brief(Section section) {
        return section.withBlocks(section.blocks().stream()
                .filter(block -> block.as(Table.class)
                        .map(Table::id)
                        .filter(YEAR_BY_YEAR::contains)
                        .isEmpty())
                .toList());
    }
}

package org.lodestone.examples.cli;

import java.util.List;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.analysis.Analyses;
import org.lodestone.reports.chain.ChainAnalysis;
import org.lodestone.reports.internal.page.Pages;
import org.lodestone.reports.internal.supply.ChainSection;
import org.lodestone.reports.report.Part;
import picocli.CommandLine.Command;

/** Shows who holds which share of each stage of the chain. */
@Command(
        name = "chain",
        description = "Show who holds which share of each stage of the chain, and where it is narrowest.",
        mixinStandardHelpOptions = true)
final class ChainCommand extends SectionCommand {

    ChainCommand(Terminal terminal, Bundled bundled) {
        super(terminal, bundled);
    }

    @Override
    Answer answer(Dataset dataset) {
        Analyses analyses = Analyses.of(dataset);
        Part page = Pages.chain(analyses)
                .orElseThrow(() -> new WrongUse(
                        typed() + " has no figures for a chain. It needs stages with shares or amounts by country."));
        ChainAnalysis chain = analyses.chain().orElseThrow();
        Part countries = isBrief() ? ChainSection.inBrief(dataset, chain) : ChainSection.of(dataset, chain);
        List<SectionText> sections = Answer.sections(List.of(page, countries));
        return Answer.of(
                Stream.concat(
                        sections.get(0).findings().stream(),
                        Stream.of(sections.get(0).subtitle())),
                sections);
    }
}

package org.lodestone.examples.cli;

import java.util.concurrent.Callable;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows who holds which share of each stage of the chain. */
@Command(
        name = "chain",
        description = "Show who holds which share of each stage of the chain, and where it is narrowest.",
        mixinStandardHelpOptions = true)
final class ChainCommand implements Callable<Integer> {

    private static final String SECTION = "Chain";

    private final Terminal terminal;
    private final Bundled bundled;

    @Parameters(paramLabel = "DATASET", description = DatasetName.HELP)
    private String dataset = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given")
    private SectionText.Format format = SectionText.Format.TABLE;

    ChainCommand(Terminal terminal, Bundled bundled) {
        this.terminal = terminal;
        this.bundled = bundled;
    }

    @Override
    public Integer call() {
        Dataset whole = DatasetName.parse(dataset, bundled).read().orElseThrow();
        Report report = ResearchPack.of(whole);
        Section section = report.sections().stream()
                .filter(one -> one.name().equals(SECTION))
                .findFirst()
                .orElseThrow(() -> new WrongUse("'" + dataset
                        + "' has no figures for a chain. It needs stages with shares or" + " amounts by country."));
        terminal.out().print(SectionText.of(section, report.model()).as(format));
        return Lodestone.FINE;
    }
}

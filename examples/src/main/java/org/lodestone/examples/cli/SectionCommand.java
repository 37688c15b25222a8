package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.concurrent.Callable;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.problem.Problem;
import org.lodestone.reports.report.Part;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that reads a dataset and prints sections of its report. */
abstract class SectionCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Bundled bundled;

    @Parameters(paramLabel = "DATASET", description = DatasetName.HELP)
    private String dataset = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given")
    private SectionText.Format format = SectionText.Format.TABLE;

    SectionCommand(Terminal terminal, Bundled bundled) {
        this.terminal = terminal;
        this.bundled = bundled;
    }

    /** The sections, in order. Throws {@link WrongUse} if the dataset lacks what they need. */
    abstract List<Part> parts(Dataset dataset);

    /** The sections of what was named, in order. */
    List<Part> parts() {
        return parts(DatasetName.parse(dataset, bundled).read().orElseThrow());
    }

    @Override
    public Integer call() {
        List<SectionText> sections = parts().stream()
                .flatMap(part -> part.sections().stream().map(section -> SectionText.of(section, part.model())))
                .toList();
        SectionText.print(sections, format, terminal);
        return DatasetCheck.tellLeftOut(leftOut(), terminal);
    }

    /** The problems with what was left out of what is shown. */
    ImmutableList<Problem> leftOut() {
        return ImmutableList.of();
    }

    Terminal terminal() {
        return terminal;
    }

    /** The dataset as it was typed. */
    String dataset() {
        return dataset;
    }

    /** The dataset as it was typed, for messages. */
    String typed() {
        return "'" + dataset + "'";
    }

    boolean isForPeople() {
        return format == SectionText.Format.TABLE;
    }
}

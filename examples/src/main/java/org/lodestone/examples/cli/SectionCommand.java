package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.problem.Problem;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A command that reads a dataset and prints what one analysis finds in it. */
abstract class SectionCommand extends TerminalCommand {

    @Parameters(paramLabel = "DATASET", description = DatasetName.HELP)
    private String dataset = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private SectionText.Format format = SectionText.Format.TABLE;

    @Mixin
    private AllOption all = new AllOption();

    SectionCommand(Terminal terminal, Bundled bundled) {
        super(terminal, bundled);
    }

    /** The answer for a dataset. Throws {@link WrongUse} if the dataset lacks what it needs. */
    abstract Answer answer(Dataset dataset);

    /** The answer for the dataset that was named. */
    Answer answer() {
        return answer(DatasetName.parse(dataset, bundled).read().orElseThrow());
    }

    @Override
    public Integer call() {
        answer().print(format, all.isGiven(), terminal);
        return DatasetCheck.tellLeftOut(leftOut(), terminal);
    }

    /** The problems with what was left out of what is shown. */
    ImmutableList<Problem> leftOut() {
        return ImmutableList.of();
    }

    /** The dataset as it was typed. */
    String dataset() {
        return dataset;
    }

    /** The dataset as it was typed, for messages. */
    String typed() {
        return "'" + dataset + "'";
    }

    /** Whether people read it, who are shown less than programs are. */
    boolean isBrief() {
        return format == SectionText.Format.TABLE && !all.isGiven();
    }
}

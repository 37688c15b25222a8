package org.lodestone.examples.cli;

import org.lodestone.core.dataset.Dataset;
import org.lodestone.reports.report.Report;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A command that reads a dataset and prints what one analysis finds in it. */
abstract class SectionCommand extends TerminalCommand {

    @Parameters(paramLabel = "DATASET", description = DatasetName.HELP)
    private String dataset = "";

    @Mixin
    private DataOptions data = new DataOptions();

    @Mixin
    private AllOption all = new AllOption();

    /** The answer for a dataset. Throws {@link WrongUse} if the dataset lacks what it needs. */
    abstract Answer answer(Dataset dataset);

    @Override
    public Integer call() {
        Dataset read = DatasetName.parse(dataset, bundled()).read().orElseThrow();
        print(answer(read), new Report.Origin(read.name(), read.defaultEdition()));
        return Lodestone.FINE;
    }

    /** Prints an answer about a dataset, or about what else it is from. */
    void print(Answer answer, Report.Origin origin) {
        data.print(answer, origin, all.isGiven(), terminal());
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
        return data.isForPeople() && !all.isGiven();
    }
}

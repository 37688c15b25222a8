package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.problem.Problem;
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

    /** The dataset that it is about, once that is read. */
    private Report.Origin origin = new Report.Origin("", "");

    /** The answer for a dataset. Throws {@link WrongUse} if the dataset lacks what it needs. */
    abstract Answer answer(Dataset dataset);

    /** The answer for the dataset that was named. */
    Answer answer() {
        Dataset read = DatasetName.parse(dataset, bundled()).read().orElseThrow();
        about(read.name(), read.defaultEdition());
        return answer(read);
    }

    @Override
    public Integer call() {
        Answer answer = answer();
        data.print(answer, origin, all.isGiven(), terminal());
        return DatasetCheck.tellLeftOut(leftOut(), terminal());
    }

    /** Says what it is about. */
    void about(String name, String edition) {
        origin = new Report.Origin(name, edition);
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
        return data.isForPeople() && !all.isGiven();
    }
}

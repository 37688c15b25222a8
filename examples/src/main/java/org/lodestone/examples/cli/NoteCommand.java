package org.lodestone.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.excel.ResearchNotes;
import org.lodestone.excel.Theme;
import org.lodestone.reports.pack.ResearchNote;
import org.lodestone.reports.pack.ResearchPack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the note that goes with the research pack of a dataset. */
@Command(
        description =
                "Write the argument of a dataset's research pack in two to four pages, with the pack's numbers: for Word"
                        + " (.docx), or as one page of HTML with charts that answer to the pointer (.html).")
final class NoteCommand extends TerminalCommand {

    @Parameters(paramLabel = "DATASET", description = DatasetName.HELP)
    private String dataset = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description =
                    "The file to write, which ends in .docx or .html (default: NAME.docx or NAME-EDITION.docx in the working"
                            + " directory)")
    private Optional<Path> output = Optional.empty();

    @Mixin
    private ThemeOption theme = new ThemeOption();

    @Mixin
    private ScenarioOption scenario = new ScenarioOption();

    @Override
    public Integer call() {
        UniverseFile.parse(dataset).ifPresent(universe -> {
            throw new WrongUse(
                    "'" + dataset + "' describes a table of your own companies, and a note argues from a dataset."
                            + " Name a dataset, or make the workbook of the table with 'lodestone pack'.");
        });
        DatasetName name = DatasetName.parse(dataset, bundled());
        Path file = output.orElseGet(() -> Path.of(name.withEdition() + ".docx"));
        if (ResearchNotes.Format.of(file).isEmpty()) {
            throw new WrongUse("'" + file + "' does not end in a format of a note. Let it end in "
                    + ResearchNotes.Format.endings() + ".");
        }
        OutputFile.requireWritable(file);
        Theme look = theme.in(name.folder());
        Dataset whole = name.read().orElseThrow();
        ResearchNote note = bundled()
                .extensions()
                .made(ResearchPack.of(whole).withScenario(scenario.in(whole)), ResearchPack::note);
        try {
            ResearchNotes.write(note, look, file);
        } catch (IOException e) {
            throw OutputFile.failed(file, e);
        }
        terminal()
                .say("Wrote " + file + ": " + OneLine.count(note.keyPoints(), "key point") + ", "
                        + OneLine.count(note.passages(), "chart") + ".");
        return Lodestone.FINE;
    }
}

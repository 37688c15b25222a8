package org.lodestone.examples.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.pack.ResearchPack.Sheets;
import org.lodestone.reports.pack.ScreenPack;
import org.lodestone.reports.result.Results;
import org.lodestone.reports.risk.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes every table of a research pack as data. */
@Command(
        description =
                "Write every table of the research pack as data, a file each, with a row for each value in another and a"
                        + " datapackage.json that says what each column is.")
final class ExportCommand extends TerminalCommand {

    @Parameters(paramLabel = "DATASET", description = DatasetName.OR_UNIVERSE)
    private String dataset = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "DIR",
            description = "The folder to write (default: NAME-data or NAME-EDITION-data in the working directory)")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Format of the files: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Results.Format format = Results.Format.CSV;

    @Mixin
    private ScenarioOption scenario = new ScenarioOption();

    @Override
    public Integer call() {
        return UniverseFile.parse(dataset).map(this::ofUniverse).orElseGet(this::ofDataset);
    }

    private int ofUniverse(UniverseFile file) {
        scenario.refuse("a table of companies has no scenarios");
        UniverseReading reading = file.readForWorkbook();
        write(Results.of(ScreenPack.of(reading, ScreenPack.TOP, Run.STANDARD, Sheets.ALL)), file + "-data");
        return DatasetCheck.tellLeftOut(reading.problems(), terminal());
    }

    private int ofDataset() {
        DatasetName name = DatasetName.parse(dataset, bundled());
        Dataset whole = name.read().orElseThrow();
        ResearchPack pack = ResearchPack.of(whole).withScenario(scenario.in(whole));
        write(bundled().extensions().made(pack, ResearchPack::results), name.withEdition() + "-data");
        return Lodestone.FINE;
    }

    private void write(Results results, String otherwise) {
        DataOptions.write(results, output.orElseGet(() -> Path.of(otherwise)), format, terminal());
    }
}

package org.lodestone.examples.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.excel.Theme;
import org.lodestone.excel.Workbooks;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.pack.ScreenPack;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.risk.Run;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes the research pack of a dataset, or the workbook of a screen of one's own universe. */
@Command(
        description =
                "Make the research pack of a dataset, a live workbook, or the workbook of a screen of your own companies."
                        + " A dataset with problems is refused; of your own companies, rows with problems are left out and cells are not known.")
final class PackCommand extends TerminalCommand {

    private static final String CHECKS = "Checks";
    private static final String ENDING = ".xlsx";

    @Parameters(paramLabel = "DATASET", description = DatasetName.OR_UNIVERSE)
    private String dataset = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The workbook to write (default: NAME.xlsx or NAME-EDITION.xlsx in the working directory)")
    private Optional<Path> output = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Of your own companies, how many have live formulas, the first by rank (default: "
                    + ScreenPack.TOP + ")")
    private Optional<Integer> top = Optional.empty();

    @Option(
            names = "--since",
            paramLabel = "OLD",
            description = "Put what changed since another dataset or edition in front, as in rare-earths@MCS2025")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--sheets",
            paramLabel = "WHICH",
            description =
                    "core: the pages with Scenarios, Editions, Checks and Sources; or all: their backup too (default: ${DEFAULT-VALUE})")
    private ResearchPack.Sheets sheets = ResearchPack.Sheets.CORE;

    @Mixin
    private ThemeOption theme = new ThemeOption();

    @Mixin
    private ScenarioOption scenario = new ScenarioOption();

    @Override
    public Integer call() {
        return UniverseFile.parse(dataset).map(this::ofUniverse).orElseGet(this::ofDataset);
    }

    private int ofUniverse(UniverseFile universe) {
        scenario.refuse("a table of companies has no scenarios");
        if (since.isPresent()) {
            throw new WrongUse("--since compares datasets, and a table of companies is none. Leave it out.");
        }
        int companies = top.orElse(ScreenPack.TOP);
        if (companies < 1 || companies > ScreenPack.MOST) {
            throw new WrongUse("'" + companies + "' is not a number of companies that can be live. Ask for 1 to "
                    + ScreenPack.MOST + " with --top; all of them stand on the sheet All companies.");
        }
        Path file = workbook(universe.toString());
        Theme look = theme.in(Optional.of(universe.folder()));
        UniverseReading reading = universe.readForWorkbook();
        finish(ScreenPack.of(reading, companies, Run.STANDARD, sheets), look, file);
        return DatasetCheck.tellLeftOut(reading.problems(), terminal());
    }

    private int ofDataset() {
        if (top.isPresent()) {
            throw new WrongUse(
                    "--top is for a table of your own companies, a JSON file: all companies of a dataset are live. Leave it out.");
        }
        DatasetName name = DatasetName.parse(dataset, bundled());
        Path file = workbook(name.withEdition());
        Theme look = theme.in(name.folder());
        ResearchPack pack;
        if (since.isPresent()) {
            List<Dataset> both = name.readAfter(DatasetName.parse(since.get(), bundled()));
            pack = pack(both.get(1)).since(both.get(0));
        } else {
            pack = pack(name.read().orElseThrow());
        }
        finish(bundled().extensions().made(pack, ResearchPack::report), look, file);
        return Lodestone.FINE;
    }

    /** The file to write, whose ending lets programs open it. */
    private Path workbook(String name) {
        Path file = output.orElseGet(() -> Path.of(name + ENDING));
        OutputFile.requireWritable(file);
        if (!file.toString().toLowerCase(Locale.ROOT).endsWith(ENDING)) {
            throw new WrongUse("'" + file + "' does not end as a workbook does. Let it end in " + ENDING + ".");
        }
        return file;
    }

    private ResearchPack pack(Dataset whole) {
        return ResearchPack.of(whole).withScenario(scenario.in(whole)).withSheets(sheets);
    }

    private void finish(Report report, Theme look, Path file) {
        try {
            Workbooks.write(report, look, file);
        } catch (IOException e) {
            throw OutputFile.failed(file, e);
        }
        long seen = report.sections().stream()
                .filter(section -> !section.group().isHidden())
                .count();
        List<Checked> checks = checks(report);
        List<Checked> left = checks.stream().filter(check -> !check.holds()).toList();
        terminal()
                .say("Wrote " + file + ": " + seen + " sheets, " + (checks.size() - left.size()) + " of "
                        + checks.size() + " checks hold.");
        left.forEach(check -> terminal().say(Terminal.visible(check.toString())));
    }

    /** A line of the sheet Checks. */
    private record Checked(String name, Value value) {

        boolean holds() {
            return value.number().orElse(0) == 1;
        }

        @Override
        public String toString() {
            return value.isNumber() ? "Does not hold: " + name : "In doubt: " + name + " (" + value.inSentence() + ")";
        }
    }

    private static List<Checked> checks(Report report) {
        Values values = report.model().values();
        return report.sections().stream()
                .filter(section -> section.name().equals(CHECKS))
                .flatMap(Section::rows)
                .flatMap(row -> row.values()
                        .filter(check -> check.shown() == Shown.CHECK)
                        .map(check -> new Checked(row.texts(values).get(0), values.of(check.key()))))
                .toList();
    }
}

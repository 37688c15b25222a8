package org.lodestone.examples.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.DatasetException;
import org.lodestone.core.dataset.Reading;
import org.lodestone.core.fundamentals.Fundamentals;
import org.lodestone.core.fundamentals.FundamentalsFile;
import org.lodestone.core.fundamentals.Mapping;
import org.lodestone.core.fundamentals.MappingReader;
import org.lodestone.core.fundamentals.Program;
import org.lodestone.excel.read.WorkbookFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings an analyst's file into a dataset: shows what was understood of it, then writes. */
@Command(
        name = "import",
        description =
                "Bring facts about companies from a file into a dataset: an export of Wind, a table of Tushare, company"
                        + " facts of the SEC, or any CSV file or workbook with a mapping. What was understood is shown before"
                        + " anything is written, and where there is a problem nothing is.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private final Terminal terminal;
    private final Bundled bundled;

    @Parameters(paramLabel = "FILE", description = "A CSV file, a workbook (.xlsx) or, of the SEC, a JSON file")
    private Path file = Path.of("");

    @Option(
            names = "--as",
            required = true,
            paramLabel = "PROGRAM",
            description = "What the file comes from: ${COMPLETION-CANDIDATES}")
    private Program program = Program.TABLE;

    @Option(names = "--into", required = true, paramLabel = "DATASET", description = "A bundled dataset, or a folder")
    private String dataset = "";

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "A JSON file that says which columns are which facts; a table needs one, others may have one")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--date", paramLabel = "DAY", description = "The day of numbers that the file calls the latest")
    private Optional<String> date = Optional.empty();

    @Option(
            names = "--company",
            paramLabel = "ID",
            description = "The company of a file of the SEC, where the dataset does not tell")
    private Optional<String> company = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "ID",
            description = "The id of the file among the sources of the dataset; made of the program and its name unless"
                    + " given. A file of the same id replaces what it said before")
    private Optional<String> source = Optional.empty();

    @Option(names = "--dry-run", description = "Only show what would be done")
    private boolean dryRun;

    ImportCommand(Terminal terminal, Bundled bundled) {
        this.terminal = terminal;
        this.bundled = bundled;
    }

    @Override
    public Integer call() throws IOException {
        DatasetName into = DatasetName.parse(dataset, bundled);
        into.edition().ifPresent(edition -> {
            throw new WrongUse("'" + dataset + "' names an edition, and facts about companies belong to none. Leave '@"
                    + edition + "' out.");
        });
        requireFile(file);
        Dataset before = read(into);
        Fundamentals read = read(before);
        return new FundamentalsImport(terminal, into, before, read).run(dryRun);
    }

    private Fundamentals read(Dataset before) {
        FundamentalsFile request =
                FundamentalsFile.of(file, program).mapping(mapping()).formats(WorkbookFormat.INSTANCE);
        try {
            if (date.isPresent()) {
                request = request.date(LocalDate.parse(date.get()));
            }
            if (source.isPresent()) {
                request = request.sourceId(source.get());
            }
        } catch (DateTimeException e) {
            throw new WrongUse("--date '" + date.orElse("") + "' is not a day. Write it as 2025-10-31.", e);
        } catch (IllegalArgumentException e) {
            throw new WrongUse("--source: " + e.getMessage(), e);
        }
        if (company.isPresent()) {
            request = request.company(company.get());
        }
        return request.read(before);
    }

    private Mapping mapping() {
        mapping.ifPresent(ImportCommand::requireFile);
        return mapping.map(MappingReader::read).orElse(Mapping.NONE);
    }

    private static Dataset read(DatasetName name) {
        Reading reading = name.read();
        return reading.dataset().orElseThrow(() -> new DatasetException(reading.problems()));
    }

    private static void requireFile(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new WrongUse("'" + path + "' is not a file. Check the path.");
        }
    }
}

package org.lodestone.examples.cli;

import com.google.common.base.Enums;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Reading;
import org.lodestone.core.fundamentals.Fundamentals;
import org.lodestone.core.fundamentals.FundamentalsFile;
import org.lodestone.core.fundamentals.FundamentalsFile.Program;
import org.lodestone.core.fundamentals.Mapping;
import org.lodestone.core.problem.DataException;
import org.lodestone.excel.read.WorkbookFormat;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings an analyst's file into a dataset: shows what was understood of it, then writes. */
@Command(
        description =
                "Import facts about companies into a dataset: from an export of Wind, a table of Tushare, company facts of"
                        + " the SEC, or any CSV file or workbook with a mapping; or import the assumptions changed in a pack as a"
                        + " scenario. What was understood is shown first; if there is a problem, nothing is written.")
final class ImportCommand extends TerminalCommand {

    /** The kind of a file: a file of a program, or a pack. */
    enum Kind {
        WIND,
        TUSHARE,
        SEC,
        TABLE,
        /** A pack in which assumptions were typed over. */
        SCENARIO;

        /** The program that it is a file of; none of a pack. */
        Optional<Program> program() {
            return Enums.getIfPresent(Program.class, name()).toJavaUtil();
        }

        /** The word on the command line: {@code wind}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "FILE", description = "A CSV file, a workbook (.xlsx), a pack, or a JSON file of the SEC")
    private Path file = Path.of("");

    @Option(
            names = "--as",
            required = true,
            paramLabel = "PROGRAM",
            description = "What the file is: ${COMPLETION-CANDIDATES}; scenario is a pack with changed assumptions")
    private Kind kind = Kind.TABLE;

    @Option(names = "--name", paramLabel = "NAME", description = "The name of the new scenario")
    private Optional<String> name = Optional.empty();

    @Option(names = "--into", required = true, paramLabel = "DATASET", description = "A bundled dataset, or a folder")
    private String dataset = "";

    @Option(
            names = "--mapping",
            paramLabel = "FILE",
            description = "A JSON file that says which column is which fact; required for a table")
    private Optional<Path> mapping = Optional.empty();

    @Option(names = "--date", paramLabel = "DAY", description = "The date of the figures that the file calls latest")
    private Optional<String> date = Optional.empty();

    @Option(
            names = "--company",
            paramLabel = "ID",
            description = "The company of a file of the SEC, where the dataset does not tell")
    private Optional<String> company = Optional.empty();

    @Option(
            names = "--source",
            paramLabel = "ID",
            description =
                    "The id of the file among the sources of the dataset (default: made of the program and its name)."
                            + " A file of the same id replaces what it said before")
    private Optional<String> source = Optional.empty();

    @Option(names = "--dry-run", description = "Only show what would be done")
    private boolean dryRun;

    @Override
    public Integer call() {
        DatasetName into = DatasetName.parse(dataset, bundled());
        try {
            return kind.program().isPresent()
                    ? fundamentals(into, kind.program().get())
                    : scenario(into);
        } catch (IOException e) {
            throw OutputFile.failed(into.requireFolder(), "changed", e);
        }
    }

    private int fundamentals(DatasetName into, Program program) throws IOException {
        refuse(name, "--name", "is for a scenario");
        into.edition().ifPresent(edition -> {
            throw new WrongUse("'" + dataset + "' names an edition, and facts about companies belong to none. Leave '@"
                    + edition + "' out.");
        });
        UniverseFile.requireFile(file);
        Dataset before = read(into);
        Fundamentals read = read(before, program);
        return new FundamentalsImport(terminal(), into, before, read).run(dryRun);
    }

    private int scenario(DatasetName into) throws IOException {
        refuse(mapping, "--mapping", "is for tables");
        refuse(date, "--date", "is for facts");
        refuse(company, "--company", "is for files of the SEC");
        refuse(source, "--source", "is for facts");
        UniverseFile.requireFile(file);
        String called = name.orElseThrow(() -> new WrongUse("A scenario needs a name. Give one with --name."));
        return new ScenarioImport(terminal(), into, file).run(called, dryRun);
    }

    private static void refuse(Optional<?> option, String word, String why) {
        option.ifPresent(value -> {
            throw new WrongUse(word + " " + why + ". Leave it out.");
        });
    }

    private Fundamentals read(Dataset before, Program program) {
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
        mapping.ifPresent(UniverseFile::requireFile);
        return mapping.map(Mapping::read).orElse(Mapping.NONE);
    }

    private static Dataset read(DatasetName name) {
        Reading reading = name.read();
        return reading.dataset().orElseThrow(() -> new DataException(reading.problems()));
    }
}

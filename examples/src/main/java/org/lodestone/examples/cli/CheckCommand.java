package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.dataset.Reading;
import org.lodestone.core.problem.DataException;
import org.lodestone.core.problem.Problem;
import org.lodestone.excel.Theme;
import org.lodestone.reports.claim.CheckedClaim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a dataset, names every problem and recomputes its claims; or reads a universe of one's own. */
@Command(
        description = "Read and check a dataset, and recompute the figures that a note claims; or check a table of your"
                + " own companies.")
final class CheckCommand extends TerminalCommand {

    /** How a check is printed: for people or for programs. */
    enum Format {
        TEXT,
        JSON;

        /** The word on the command line: {@code json}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Parameters(paramLabel = "DATASET", description = DatasetName.OR_UNIVERSE)
    private String dataset = "";

    @Option(
            names = "--strict",
            description =
                    "Exit with 1 also if a claim does not get the verdict the dataset expects, if an entry of a source"
                            + " could not be read, or if a unit is in doubt")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Output format: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
    private Format format = Format.TEXT;

    @Mixin
    private AllOption all = new AllOption();

    @Override
    public Integer call() {
        return UniverseFile.parse(dataset).map(this::ofUniverse).orElseGet(this::ofDataset);
    }

    private int ofUniverse(UniverseFile file) {
        UniverseCheck check = new UniverseCheck(file.readToCheck(), ofTheme(file.folder()));
        if (format == Format.JSON) {
            terminal().data().print(check.json());
        } else {
            terminal().out().print(check.text());
        }
        return check.problems().isEmpty() ? Lodestone.FINE : Lodestone.PROBLEMS;
    }

    private int ofDataset() {
        DatasetName name = DatasetName.parse(dataset, bundled());
        DatasetCheck check =
                DatasetCheck.of(withTheme(name.read(), name.folder()), bundled().extensions());
        if (format == Format.JSON) {
            terminal().data().print(check.json());
        } else {
            terminal().out().print(check.text(terminal().columns(), all.isGiven()));
        }
        boolean surprise = strict && !check.claims().stream().allMatch(CheckedClaim::asExpected);
        boolean lacking =
                strict && (!check.unread().isEmpty() || check.doubts().findAny().isPresent());
        return check.problems().isEmpty() && !surprise && !lacking ? Lodestone.FINE : Lodestone.PROBLEMS;
    }

    /** The same with what is wrong with the theme beside the tables, without which there would be no pack. */
    private static Reading withTheme(Reading reading, Optional<Path> folder) {
        ImmutableList<Problem> ofTheme = folder.map(CheckCommand::ofTheme).orElse(ImmutableList.of());
        return new Reading(
                reading.dataset(),
                ImmutableList.sortedCopyOf(Iterables.concat(reading.problems(), ofTheme)),
                reading.notes());
    }

    private static ImmutableList<Problem> ofTheme(Path folder) {
        try {
            Theme.in(folder);
            return ImmutableList.of();
        } catch (DataException e) {
            return e.problems();
        }
    }
}

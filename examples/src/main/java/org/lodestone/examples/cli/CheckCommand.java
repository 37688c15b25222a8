package org.lodestone.examples.cli;

import java.util.Locale;
import java.util.concurrent.Callable;
import org.lodestone.reports.claim.CheckedClaim;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Reads a dataset, names every problem and recomputes its claims. */
@Command(
        name = "check",
        description = "Read and check a dataset, and recompute the figures that a text claims.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    /** How a check is printed: for people or for programs. */
    enum Format {
        TEXT,
        JSON;

        /** As it is written on the command line: {@code json}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Terminal terminal;
    private final Bundled bundled;

    @Parameters(paramLabel = "DATASET", description = DatasetName.HELP)
    private String dataset = "";

    @Option(
            names = "--strict",
            description =
                    "Exit with 1 also where a claim gets another verdict than it should, or where an entry of a source"
                            + " could not be read")
    private boolean strict;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} unless given")
    private Format format = Format.TEXT;

    CheckCommand(Terminal terminal, Bundled bundled) {
        this.terminal = terminal;
        this.bundled = bundled;
    }

    @Override
    public Integer call() {
        DatasetCheck check = DatasetCheck.of(DatasetName.parse(dataset, bundled).read());
        terminal.out().print(format == Format.JSON ? check.json() : check.text());
        boolean surprise = strict && !check.claims().stream().allMatch(CheckedClaim::asExpected);
        boolean lacking = strict && !check.unread().isEmpty();
        return check.problems().isEmpty() && !surprise && !lacking ? Lodestone.FINE : Lodestone.PROBLEMS;
    }
}

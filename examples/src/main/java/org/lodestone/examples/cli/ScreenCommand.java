package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.screen.Filter;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;
import org.lodestone.reports.risk.Run;
import org.lodestone.reports.robustness.Robustness;
import org.lodestone.reports.screen.ScreenResult;
import org.lodestone.reports.screen.ScreenStudy;
import org.lodestone.reports.screen.Screening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ranks companies by several criteria, and says why each stands where it does. */
@Command(
        description =
                "Rank companies by several criteria: those of a dataset, or of a table of your own that a JSON file"
                        + " describes.")
final class ScreenCommand extends SectionCommand {

    /** The number of companies shown of a table with many thousands. */
    private static final int TOP_OF_UNIVERSE = 50;

    /** Some tables on how sure the order is have a column for each company. */
    private static final int MOST_COMPARED = 200;

    @Mixin
    private WeightsOption weights = new WeightsOption();

    @Option(
            names = "--top",
            paramLabel = "N",
            description = "Show only the first N companies (default: all of a dataset, " + TOP_OF_UNIVERSE
                    + " of a table of your own)")
    private Optional<Integer> top = Optional.empty();

    @Option(
            names = "--robustness",
            description = "Also show how the ranking holds under other weights, and what would change it")
    private boolean robustness;

    @Option(
            names = "--by",
            paramLabel = "WHAT",
            description = "Of a dataset: by ${COMPLETION-CANDIDATES} (default: both, where the dataset has both)")
    private Optional<By> by = Optional.empty();

    /** The measure by which companies are compared. */
    enum By {
        SIZE,
        BENEFIT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        top.filter(n -> n < 1).ifPresent(n -> {
            throw new WrongUse("--top " + n + " would show no company. Ask for at least 1.");
        });
        if (by.equals(Optional.of(By.BENEFIT)) && (top.isPresent() || robustness || weights.areGiven())) {
            throw new WrongUse(
                    "--top, --weights and --robustness are of the screen of size. Leave them out, or ask for --by size.");
        }
        return UniverseFile.parse(dataset()).map(this::ofUniverse).orElseGet(super::call);
    }

    // ---------------------------------------------------------------- a dataset

    @Override
    Answer answer(Dataset dataset) {
        Optional<Part> benefit = by.equals(Optional.of(By.SIZE)) ? Optional.empty() : benefit(dataset);
        if (by.equals(Optional.of(By.BENEFIT))) {
            Part part = benefit.orElseThrow(
                    () -> new WrongUse(typed() + " has no screen of who benefits, or too little is known"
                            + " for one. Add the file benefit.json beside its tables, with the gains by which its companies are"
                            + " compared."));
            return Answer.of(List.of(part), sections -> sections.stream().map(SectionText::title));
        }
        Screen screen = weights.in(dataset.screen()
                .orElseThrow(
                        () -> new WrongUse(typed() + " has no screen. Add the file screen.json beside its tables, with"
                                + " the criteria by which its companies are compared.")));
        ScreenStudy study = ScreenStudy.of(dataset, screen).orElseThrow(() -> nobodyPasses(screen));
        return withRobustness(benefit, study.ranking(top.orElse(Integer.MAX_VALUE)), study.result());
    }

    private static Optional<Part> benefit(Dataset dataset) {
        return ResearchPack.of(dataset).part("Benefit");
    }

    private WrongUse nobodyPasses(Screen screen) {
        if (screen.filters().isEmpty()) {
            return new WrongUse(typed() + " has no companies. Add some to its table.");
        }
        return new WrongUse("No company of " + typed() + " passes the filters of its screen: "
                + String.join(
                        "; ", screen.filters().stream().map(Filter::toString).toList())
                + ". Ask for less, or add companies.");
    }

    // ---------------------------------------------------------------- a universe of one's own

    private int ofUniverse(UniverseFile file) {
        if (by.isPresent()) {
            throw new WrongUse(
                    "--by is for a dataset; a table of your own has the one screen that its file describes. Leave it out.");
        }
        UniverseReading reading = file.read();
        Screen screen = weights.in(reading.screen().orElseThrow());
        ScreenResult result = Screening.of(screen, reading.universe().orElseThrow());
        if (result.passed().isEmpty()) {
            throw nobodyPasses(screen);
        }
        Part part = result.part(top.orElse(TOP_OF_UNIVERSE), reading.leftOut());
        Part noted = reading.notes().isEmpty() ? part : withNotes(part, reading.notes());
        print(withRobustness(Optional.empty(), noted, result), new Report.Origin(file.toString(), ""));
        return DatasetCheck.tellLeftOut(reading.problems(), terminal());
    }

    /** The section with what was done to figures as they were read: in a table, since that stands in every format. */
    private static Part withNotes(Part part, ImmutableList<String> notes) {
        Section section = part.sections().get(0);
        List<Block> blocks = new ArrayList<>(section.blocks());
        blocks.add(Table.of("What was done to the table as it was read", notes)
                .id("reading-notes")
                .prose("Note", note -> note)
                .build());
        return part.withSections(noted -> noted.withBlocks(blocks));
    }

    // ---------------------------------------------------------------- how sure the order is

    private Answer withRobustness(Optional<Part> benefit, Part screen, ScreenResult result) {
        return Answer.of(
                Stream.of(benefit.stream(), Stream.of(screen), certainty(result).stream())
                        .flatMap(parts -> parts)
                        .toList(),
                sections -> findings(screen, sections));
    }

    /** Who leads and how sure that is, then why and of whom too little is known. */
    private static Stream<String> findings(Part screen, List<SectionText> sections) {
        return Stream.concat(
                sections.stream().map(SectionText::title),
                screen.findings().stream().map(finding -> finding.found().words()));
    }

    private Optional<Part> certainty(ScreenResult result) {
        if (!robustness) {
            return Optional.empty();
        }
        int ranked = result.ranked().length();
        if (ranked > MOST_COMPARED) {
            throw new WrongUse("--robustness compares every company with every other, and " + ranked
                    + " are ranked. Add filters to the screen until at most " + MOST_COMPARED + " are.");
        }
        return Optional.of(Robustness.of(result, Robustness.DRAWS, Run.STANDARD.seed(), Run.STANDARD.threads())
                .map(Robustness::part)
                .orElseThrow(() -> new WrongUse("--robustness tries an order, and fewer than two companies are ranked."
                        + " Leave it out, or see without it what is missing.")));
    }
}

package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Doubt;
import org.lodestone.core.dataset.Reading;
import org.lodestone.core.dataset.Table;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.core.research.Verdict;
import org.lodestone.reports.claim.CheckedClaim;
import org.lodestone.reports.pack.ResearchPack;
import org.lodestone.reports.result.Results;
import org.lodestone.reports.study.StudyAudit;
import org.lodestone.reports.study.StudyAudit.Audited;

/**
 * The result of checking a dataset: its problems and what was put right, and its claims recomputed from what could be read.
 *
 * @param own the tables that extensions declare
 */
record DatasetCheck(
        Reading reading,
        ImmutableList<Table<?>> own,
        ImmutableList<Problem> problems,
        ImmutableList<CheckedClaim> claims,
        Optional<SectionText> claimPage,
        ImmutableList<Audited> studies) {

    static DatasetCheck of(Reading reading, Extensions extensions) {
        Optional<ResearchPack> library = reading.dataset().map(ResearchPack::of);
        Optional<ResearchPack> pack = reading.problems().isEmpty() ? library.map(extensions::in) : library;
        return new DatasetCheck(
                reading,
                extensions.tables(),
                Stream.of(reading.problems().stream(), pack.stream().flatMap(of -> of.problems().stream()))
                        .flatMap(problems -> problems)
                        .sorted()
                        .collect(toImmutableList()),
                pack.map(of -> of.analyses().claims().claims()).orElse(ImmutableList.of()),
                pack.flatMap(of -> of.part("Claims"))
                        .map(page -> SectionText.of(page.sections().get(0), page.model())),
                pack.map(of -> of.analyses().studies().judged()).orElse(ImmutableList.of()));
    }

    /** Problems as lines that an editor can follow: {@code figures.csv:14: value: '31,00O' is not a number. …}. */
    static Stream<String> lines(List<Problem> problems) {
        return problems.stream().map(problem -> Terminal.visible(problem.toString()));
    }

    /** Names the problems with rows that were left out of what was made, and gives the exit code that goes with them. */
    static int tellLeftOut(List<Problem> problems, Terminal terminal) {
        if (problems.isEmpty()) {
            return Lodestone.FINE;
        }
        lines(problems).forEach(terminal.err()::println);
        terminal.warn("Rows with problems were left out, cells with problems are not known: "
                + OneLine.count(problems, "problem") + ".");
        return Lodestone.PROBLEMS;
    }

    /**
     * For people: the problems, one a line, what was found in three lines, the notes, then the claims, each with its
     * derivation under it.
     *
     * @param columns the width of the terminal
     * @param all whether claims that cannot be checked are listed too
     */
    String text(int columns, boolean all) {
        List<String> findings = findings().stream()
                .filter(found -> problems.isEmpty() || !found.equals(summary()))
                .toList();
        List<String> told = Stream.of(
                        lines(reading.notes()).map(DatasetCheck::note),
                        unread().stream().map(DatasetCheck::line),
                        doubts().map(doubt -> Terminal.visible("Doubtful: " + doubt)))
                .flatMap(more -> more)
                .toList();
        return Stream.of(
                        problems.isEmpty() ? List.<String>of() : List.of(summary()),
                        lines(problems).toList(),
                        findings,
                        told,
                        studyLines(columns, all),
                        claims.isEmpty() ? List.<String>of() : claimLines(columns, all))
                .filter(block -> !block.isEmpty())
                .map(block -> String.join("\n", block))
                .collect(Collectors.joining("\n\n", "", "\n"));
    }

    /** Results of project studies that cannot be reconciled, or all that were recomputed. */
    private List<String> studyLines(int columns, boolean all) {
        List<Audited> shown = studies.stream()
                .filter(figure -> all || figure.verdict() == StudyAudit.Verdict.CANNOT_RECONCILE)
                .toList();
        List<String> lines = new ArrayList<>();
        if (!shown.isEmpty()) {
            lines.addAll(PlainTable.of(shown)
                    .words("Study", Audited::study)
                    .words("Result", Audited::figure)
                    .words("Printed", Audited::printedText)
                    .words("Recomputed", Audited::recomputedText)
                    .words("Verdict", figure -> figure.verdict().inWords())
                    .lines(columns));
        }
        AllOption.leftOut(
                        studies.size() - shown.size(),
                        "result of a study that",
                        "results of studies that",
                        "can be reconciled")
                .ifPresent(lines::add);
        return lines;
    }

    static String note(String words) {
        return "Note: " + words;
    }

    /** Whether the data are sound, what became of the claims, and what the figures are of. */
    private ImmutableList<String> findings() {
        return Answer.first(Stream.of(
                        Stream.of(summary()),
                        claimPage.stream().flatMap(page -> Stream.of(page.title(), page.subtitle())),
                        reading.dataset().filter(read -> claims.isEmpty()).stream()
                                .map(DatasetCheck::withoutClaims),
                        reading.dataset().stream().map(DatasetCheck::editions))
                .flatMap(found -> found));
    }

    private static String withoutClaims(Dataset dataset) {
        return "No claims to recompute: " + dataset.name() + " has no table of what a note prints.";
    }

    private static String editions(Dataset dataset) {
        List<String> others = dataset.editions().keySet().stream()
                .filter(edition -> !edition.equals(dataset.defaultEdition()))
                .map(dataset::editionName)
                .toList();
        String used = dataset.editionName(dataset.defaultEdition());
        return "Figures gathered to " + Days.inSentence(dataset.gathered())
                + (used.isEmpty() ? "" : "; " + used + " is used unless another edition is named")
                + (others.isEmpty() ? "." : " (" + Words.listed(others) + ").");
    }

    ImmutableList<Unread> unread() {
        return reading.dataset().map(Dataset::unread).orElse(ImmutableList.of());
    }

    /** Doubts about its units. */
    Stream<String> doubts() {
        return reading.dataset().stream()
                .flatMap(read -> read.doubts().stream())
                .map(Doubt::reason);
    }

    /** {@code Not read: antim_world.csv:9: Mine production, Russia (recoverable), 2022, '20000': It is not a place.} */
    private static String line(Unread one) {
        String what = Stream.of(
                        one.measure(), one.place(), one.period(), one.text().isEmpty() ? "" : "'" + one.text() + "'")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return Terminal.visible("Not read: " + one.at() + ": " + (what.isEmpty() ? "" : what + ": ") + one.reason());
    }

    private String summary() {
        String lacking = unread().isEmpty()
                ? ""
                : " " + OneLine.count(unread(), "entry")
                        + " of sources could not be read; totals and shares are without "
                        + (unread().size() == 1 ? "it." : "them.");
        return sound() + lacking;
    }

    private String sound() {
        return reading.dataset()
                .filter(read -> problems.isEmpty())
                .map(read -> "No problems in " + read.figures().size() + " figures from "
                        + OneLine.count(read.sources(), "source") + ownRows(read) + ".")
                .orElse(OneLine.count(problems, "problem") + ".");
    }

    /** The number of rows of tables of the user's own: {@code , and in 6 rows of plants.csv}. */
    private String ownRows(Dataset read) {
        List<String> rows = own.stream()
                .map(table -> OneLine.count(read.rows(table), "row") + " of " + table.name() + ".csv")
                .toList();
        return rows.isEmpty() ? "" : ", and in " + Words.listed(rows);
    }

    private List<String> claimLines(int columns, boolean all) {
        List<CheckedClaim> shown = claims.stream()
                .filter(checked -> all || !checked.asExpected() || checked.verdict() != Verdict.NOT_CHECKABLE)
                .toList();
        PlainTable.Lines table = PlainTable.of(shown)
                .words("Claim", checked -> checked.claim().statement())
                .words("Printed", DatasetCheck::printed)
                .words("Recomputed", CheckedClaim::recomputedText)
                .words("Verdict", DatasetCheck::verdict)
                .fitted(columns);
        List<String> lines = new ArrayList<>(table.header());
        for (int i = 0; i < shown.size(); i++) {
            lines.addAll(table.rows().get(i));
            String derivation = Terminal.visible(shown.get(i).derivation()).strip();
            if (!derivation.isEmpty()) {
                lines.add("    " + derivation);
            }
        }
        lines.addAll(table.below());
        AllOption.leftOut(claims.size() - shown.size(), "claim that", "claims that", "cannot be checked")
                .ifPresent(lines::add);
        return lines;
    }

    /** The verdict, and which one the dataset expects where it is another. */
    private static String verdict(CheckedClaim checked) {
        return checked.verdict().inWords()
                + (checked.asExpected()
                        ? ""
                        : ", expected: " + checked.claim().expected().inWords());
    }

    /** The figure as the text prints it; words and plain counts have no unit worth showing. */
    private static String printed(CheckedClaim checked) {
        String printed = checked.claim().printed();
        boolean measured = checked.claim().unit().dimension() != Dimension.MULTIPLE && isNumber(printed);
        return measured ? printed + " " + checked.claim().unit() : printed;
    }

    private static boolean isNumber(String printed) {
        return !printed.isEmpty() && Character.isDigit(printed.charAt(0));
    }

    /** For programs. */
    String json() {
        return Json.write(ImmutableMap.builder()
                .put("version", Results.VERSION)
                .put("problems", problems)
                .put("notes", reading.notes())
                .put("unread", Lists.transform(unread(), DatasetCheck::entry))
                .put("doubts", doubts().toList())
                .put("claims", Lists.transform(claims, DatasetCheck::claim))
                .put("studies", Lists.transform(studies, DatasetCheck::study))
                .buildOrThrow());
    }

    /** An entry of a source, with the line 0 where the whole file is meant, as of a problem. */
    private static ImmutableMap<String, Object> entry(Unread one) {
        return ImmutableMap.<String, Object>builder()
                .put("file", one.file())
                .put("line", one.line().orElse(0))
                .put("place", one.place())
                .put("measure", one.measure())
                .put("period", one.period())
                .put("text", one.text())
                .put("reason", one.reason())
                .buildOrThrow();
    }

    private static ImmutableMap<String, String> claim(CheckedClaim checked) {
        return ImmutableMap.<String, String>builder()
                .put("id", checked.claim().id())
                .put("printed", checked.claim().printed())
                .put("recomputed", checked.recomputedText())
                .put("verdict", checked.verdict().toString())
                .put("expected", checked.claim().expected().toString())
                .put("derivation", checked.derivation())
                .buildOrThrow();
    }

    /** A result of a study, recomputed in the unit of what is printed, with its range. */
    private static ImmutableMap<String, String> study(Audited figure) {
        return ImmutableMap.<String, String>builder()
                .put("study", figure.study())
                .put("result", figure.figure())
                .put("printed", figure.printedText())
                .put("recomputed", figure.recomputedText())
                .put("verdict", figure.verdict().inWords())
                .put("from", figure.from())
                .put("remark", figure.remark())
                .buildOrThrow();
    }
}

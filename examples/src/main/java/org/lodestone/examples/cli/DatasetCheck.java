package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.dataset.Dataset;
import org.lodestone.core.dataset.Reading;
import org.lodestone.core.figure.Unread;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.quantity.Dimension;
import org.lodestone.reports.claim.CheckedClaim;
import org.lodestone.reports.claim.ClaimCheck;

/** What checking a dataset found: its problems and what was put right, and its claims recomputed from what could be read. */
record DatasetCheck(
        Optional<Dataset> dataset,
        ImmutableList<Problem> problems,
        ImmutableList<Problem> notes,
        ImmutableList<Unread> unread,
        ImmutableList<CheckedClaim> claims) {

    static DatasetCheck of(Reading reading) {
        return new DatasetCheck(
                reading.dataset(),
                reading.problems(),
                reading.notes(),
                reading.dataset().map(Dataset::unread).orElse(ImmutableList.of()),
                reading.dataset()
                        .map(dataset -> ClaimCheck.of(dataset).claims())
                        .orElse(ImmutableList.of()));
    }

    /** Problems as lines that an editor can follow: {@code figures.csv:14: value: '31,00O' is not a number. …}. */
    static Stream<String> lines(List<Problem> problems) {
        return problems.stream().map(problem -> Terminal.visible(problem.toString()));
    }

    static String count(List<Problem> problems) {
        return problems.size() == 1 ? "1 problem" : problems.size() + " problems";
    }

    /** Names the problems with rows that were left out of what was made, and gives the exit code that goes with them. */
    static int tellLeftOut(List<Problem> problems, Terminal terminal) {
        if (problems.isEmpty()) {
            return Lodestone.FINE;
        }
        lines(problems).forEach(terminal.err()::println);
        terminal.err().println("Made without the rows that have a problem: " + count(problems) + ".");
        return Lodestone.PROBLEMS;
    }

    /** For people: the problems and notes, one a line, then the claims, each with its derivation under it. */
    String text(int columns) {
        List<String> lines = new ArrayList<>();
        lines(problems).forEach(lines::add);
        lines(notes).map(note -> "Note: " + note).forEach(lines::add);
        unread.stream().map(DatasetCheck::line).forEach(lines::add);
        lines.add(summary());
        if (!claims.isEmpty()) {
            lines.add("");
            lines.addAll(claimLines(columns));
        }
        return String.join("\n", lines) + "\n";
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
        String lacking = unread.isEmpty()
                ? ""
                : " " + unread.size() + (unread.size() == 1 ? " entry" : " entries")
                        + " of sources could not be read; totals and shares are without "
                        + (unread.size() == 1 ? "it." : "them.");
        return sound() + lacking;
    }

    private String sound() {
        return dataset.filter(read -> problems.isEmpty())
                .map(read -> "No problems in " + read.figures().size() + " figures from "
                        + read.sources().size() + " sources.")
                .orElse(count(problems) + ".");
    }

    private List<String> claimLines(int columns) {
        PlainTable.Lines table = PlainTable.of(
                        claims,
                        List.of(
                                PlainTable.left("Claim")
                                        .with(checked -> checked.claim().id()),
                                PlainTable.left("Printed").with(DatasetCheck::printed),
                                PlainTable.left("Recomputed").with(CheckedClaim::recomputedText),
                                PlainTable.left("Verdict")
                                        .with(checked -> checked.verdict().inWords()),
                                PlainTable.left("As expected").with(DatasetCheck::expected)))
                .fitted(columns);
        List<String> lines = new ArrayList<>(table.header());
        for (int i = 0; i < claims.size(); i++) {
            lines.addAll(table.rows().get(i));
            String derivation = Terminal.visible(claims.get(i).derivation()).strip();
            if (!derivation.isEmpty()) {
                lines.add("    " + derivation);
            }
        }
        lines.addAll(table.below());
        return lines;
    }

    /** As the text prints it; words and plain counts have no unit worth showing. */
    private static String printed(CheckedClaim checked) {
        String printed = checked.claim().printed();
        boolean measured = checked.claim().unit().dimension() != Dimension.MULTIPLE && isNumber(printed);
        return measured ? printed + " " + checked.claim().unit() : printed;
    }

    private static boolean isNumber(String printed) {
        return !printed.isEmpty() && Character.isDigit(printed.charAt(0));
    }

    private static String expected(CheckedClaim checked) {
        return checked.asExpected() ? "yes" : "no: " + checked.claim().expected();
    }

    /** For programs. */
    String json() {
        return Json.write(new Findings(
                problems,
                notes,
                unread.stream().map(UnreadLine::of).collect(toImmutableList()),
                claims.stream().map(ClaimLine::of).collect(toImmutableList())));
    }

    private record Findings(
            List<Problem> problems, List<Problem> notes, List<UnreadLine> unread, List<ClaimLine> claims) {}

    /** @param line 0 where the whole file is meant, as of a problem */
    private record UnreadLine(
            String file, int line, String place, String measure, String period, String text, String reason) {
        static UnreadLine of(Unread one) {
            return new UnreadLine(
                    one.file(),
                    one.line().orElse(0),
                    one.place(),
                    one.measure(),
                    one.period(),
                    one.text(),
                    one.reason());
        }
    }

    private record ClaimLine(
            String id, String printed, String recomputed, String verdict, String expected, String derivation) {
        static ClaimLine of(CheckedClaim checked) {
            return new ClaimLine(
                    checked.claim().id(),
                    checked.claim().printed(),
                    checked.recomputedText(),
                    checked.verdict().toString(),
                    checked.claim().expected().toString(),
                    checked.derivation());
        }
    }
}

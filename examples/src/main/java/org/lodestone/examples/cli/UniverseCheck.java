package org.lodestone.examples.cli;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.core.universe.UniverseReading;
import org.lodestone.excel.Theme;
import org.lodestone.reports.result.Results;

/**
 * The result of checking a universe of one's own: its problems, what is left of it, and how it was read.
 *
 * @param ofTheme problems of the theme beside it, without which there would be no pack
 */
record UniverseCheck(UniverseReading reading, ImmutableList<Problem> ofTheme) {

    /** All that is wrong: the universe's own problems first. */
    ImmutableList<Problem> problems() {
        return ImmutableList.copyOf(Iterables.concat(reading.problems(), ofTheme));
    }

    /** For people: the problems, one a line, what is ranked by what, then the notes. */
    String text() {
        List<String> lines = new ArrayList<>();
        if (!problems().isEmpty()) {
            lines.add(OneLine.count(problems(), "problem") + ".");
            lines.add("");
            DatasetCheck.lines(problems()).forEach(lines::add);
            lines.add("");
        }
        reading.universe().map(this::found).ifPresent(lines::add);
        reading.screen().map(UniverseCheck::ranking).ifPresent(lines::add);
        if (!reading.notes().isEmpty()) {
            lines.add("");
            reading.notes().stream()
                    .map(Terminal::visible)
                    .map(DatasetCheck::note)
                    .forEach(lines::add);
        }
        return String.join("\n", lines).stripTrailing() + "\n";
    }

    private String found(Universe universe) {
        String companies = OneLine.count(universe.size(), "company") + " of " + Terminal.visible(reading.table());
        boolean isWhole = reading.problems().isEmpty();
        if (!isWhole && !(reading.isOfRows() && universe.size() > 0)) {
            return "screen and pack refuse it until these are put right.";
        }
        if (!ofTheme.isEmpty()) {
            return "screen takes " + companies
                    + (isWhole ? "" : ", leaves out " + rowsLeftOut() + ", and does not know cells with problems")
                    + "; pack refuses it until " + Theme.FILE + " is put right.";
        }
        return isWhole
                ? "No problems in " + companies + "."
                : "screen and pack take " + companies + ", leave out " + rowsLeftOut()
                        + ", and do not know cells with problems.";
    }

    private String rowsLeftOut() {
        return OneLine.count(reading.leftOut(), "row");
    }

    private static String ranking(Screen screen) {
        List<String> criteria = screen.criteria().stream().map(Criterion::name).toList();
        return Terminal.visible("The screen '" + screen.name() + "' ranks by " + Words.listed(criteria) + ".");
    }

    /** For programs. */
    String json() {
        return Json.write(new Findings(Results.VERSION, problems(), reading.notes()));
    }

    private record Findings(int version, List<Problem> problems, List<String> notes) {}
}

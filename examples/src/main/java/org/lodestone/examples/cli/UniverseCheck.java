package org.lodestone.examples.cli;

import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.problem.Problem;
import org.lodestone.core.screen.Criterion;
import org.lodestone.core.screen.Screen;
import org.lodestone.core.universe.Universe;
import org.lodestone.core.universe.UniverseReading;

/** The result of checking a universe of one's own: its problems, what is left of it, and how it was read. */
record UniverseCheck(UniverseReading reading) {

    /** For people: the problems, one a line, what is ranked by what, then the notes. */
    String text() {
        List<String> lines = new ArrayList<>();
        if (!reading.problems().isEmpty()) {
            lines.add(OneLine.count(reading.problems(), "problem") + ".");
            lines.add("");
            DatasetCheck.lines(reading.problems()).forEach(lines::add);
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
        if (reading.problems().isEmpty()) {
            return "No problems in " + companies + ".";
        }
        return reading.isOfRows() && universe.size() > 0
                ? "screen and pack take " + companies + ", leave out " + OneLine.count(reading.leftOut(), "row")
                        + ", and do not know cells with problems."
                : "screen and pack refuse it until these are put right.";
    }

    private static String ranking(Screen screen) {
        List<String> criteria = screen.criteria().stream().map(Criterion::name).toList();
        return Terminal.visible("The screen '" + screen.name() + "' ranks by " + Words.listed(criteria) + ".");
    }

    /** For programs. */
    String json() {
        return Json.write(new Findings(reading.problems(), reading.notes()));
    }

    private record Findings(List<Problem> problems, List<String> notes) {}
}

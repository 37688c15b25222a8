package org.lodestone.examples.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.examples.cli.SectionText.Entry;
import org.lodestone.examples.cli.SectionText.Grid;

/**
 * Prints the tables of an answer for a spreadsheet: each under its heading, with an empty line between two. Numbers are
 * neither rounded nor grouped. Where they are of a scenario, the first column names it.
 */
record SectionCsv(Optional<String> scenario) {

    private static final String SCENARIO = "Scenario";

    /** Where a formula would begin in the middle of a text. */
    private static final Pattern FORMULA =
            Pattern.compile("([;|\\t\\r\\n][\\s\\h\"]*)(?=[=+@-])(?![+-]?[0-9][0-9.,]*%?\"?(?:[;|\\t\\r\\n]|$))");

    static String print(Answer answer) {
        SectionCsv printed = new SectionCsv(answer.scenario());
        return answer.sections().stream().flatMap(printed::grids).collect(Collectors.joining("\n"));
    }

    /** The tables of a section; one without a heading of its own is headed by what its exhibit shows. */
    private Stream<String> grids(SectionText section) {
        List<String> grids = new ArrayList<>();
        String shows = section.title();
        for (SectionText.Part part : section.parts()) {
            String before = shows;
            part.fold(
                            prose -> Optional.<String>empty(),
                            grid -> Optional.of(grid(grid, grid.heading().isEmpty() ? before : grid.heading())))
                    .ifPresent(grids::add);
            shows = part.fold(
                    prose -> prose.sentences().stream()
                            .reduce((one, next) -> next)
                            .orElse(before),
                    grid -> before);
        }
        return grids.stream();
    }

    private String grid(Grid grid, String heading) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
            csv.writeRecord(harmless(heading));
            csv.writeRecord(named(SCENARIO, grid.heads().stream().map(head -> harmless(head.text()))));
            grid.rows()
                    .forEach(row -> csv.writeRecord(
                            named(scenario.orElse(""), row.stream().map(SectionCsv::field))));
        } catch (IOException e) {
            throw new UncheckedIOException("Text in memory cannot be written.", e);
        }
        return text.toString();
    }

    /** The fields of a row, after the scenario they are of. */
    private List<String> named(String first, Stream<String> fields) {
        return Stream.concat(scenario.map(name -> harmless(first)).stream(), fields)
                .toList();
    }

    private static String field(Entry entry) {
        return entry.value()
                .fold(
                        number -> Entry.exact(number).toPlainString(),
                        SectionCsv::harmless,
                        truth -> Boolean.toString(truth),
                        missing -> harmless(missing.code()));
    }

    /**
     * A text that a spreadsheet would take for a formula gets an apostrophe before it, also behind a sign that parts cells in other
     * countries or programs: for {@code ;} a quote that is not at the start of a cell is none, and a line ends where it ends. A number
     * is left as it is.
     */
    private static String harmless(String text) {
        String inside = FORMULA.matcher(text).replaceAll("$1'");
        return !inside.isEmpty() && "=+-@\t\r\n".indexOf(inside.charAt(0)) >= 0 ? "'" + inside : inside;
    }
}

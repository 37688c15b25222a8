package org.lodestone.core.dataset;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.CharArrayReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file taken apart into cells, each still the text that was written.
 *
 * @param rows all but the header
 */
record CsvTable(ImmutableList<String> header, ImmutableList<Line> rows) {

    /**
     * A row as it stands in the file.
     *
     * @param number of the physical line it starts in
     * @param whole false when it is known to be broken, which has been reported
     */
    record Line(int number, ImmutableList<String> cells, boolean whole) {}

    private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder()
            .skipEmptyLines(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false);

    /** Takes {@code file} apart; empty when it has no header. A broken line does not keep later ones from being read. */
    static Optional<CsvTable> parse(TextFile file, Layout layout, Problems problems) {
        String name = layout.file();
        if (file.text().isEmpty()) {
            problems.add(name, 1, "is empty. Write the header: " + String.join(",", layout.columns()) + ".");
            return Optional.empty();
        }
        String text = withoutCarriageReturns(file.text(), name, problems);
        List<Line> lines = new Scan(text).lines(name, problems);
        if (lines.isEmpty() || !lines.get(0).whole()) {
            return Optional.empty();
        }
        ImmutableList<String> header = lines.get(0).cells();
        if (lines.size() == 1) {
            problems.add(name, 1, "has a header and no rows. Add rows, or remove the table from datapackage.json.");
        }
        ImmutableList<Line> rows = lines.stream()
                .skip(1)
                .map(line -> checked(line, header, file, name, problems))
                .collect(ImmutableList.toImmutableList());
        return Optional.of(new CsvTable(header, rows));
    }

    private static String withoutCarriageReturns(String text, String name, Problems problems) {
        int first = text.indexOf('\r');
        if (first < 0) {
            return text;
        }
        int line = 1 + CharMatcher.is('\n').countIn(text.substring(0, first));
        problems.add(name, line, "ends in a carriage return (CRLF). Save the file with LF line ends.");
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    private static Line checked(Line line, List<String> header, TextFile file, String name, Problems problems) {
        if (!line.whole()) {
            return line;
        }
        int last = line.number() + lineBreaks(line.cells());
        boolean damaged =
                !file.damaged().subSet(line.number(), true, last, true).isEmpty();
        int cells = line.cells().size();
        if (cells == header.size()) {
            return damaged ? new Line(line.number(), line.cells(), false) : line;
        }
        if (line.cells().equals(List.of(""))) {
            problems.add(name, line.number(), "is a blank line. Delete it.");
        } else {
            problems.add(
                    name,
                    line.number(),
                    "has " + cells + " cells where the header has " + header.size() + ". "
                            + (cells < header.size()
                                    ? "Maybe a comma is missing: empty cells need theirs too."
                                    : "Maybe a cell that holds a comma is not in quotes."));
        }
        return new Line(line.number(), line.cells(), false);
    }

    private static int lineBreaks(List<String> cells) {
        return cells.stream()
                .mapToInt(cell -> CharMatcher.is('\n').countIn(cell))
                .sum();
    }

    /** One pass over a text, which starts again below each line it trips over. */
    private static final class Scan {

        private final String text;
        private final char[] characters;
        private final List<Line> lines = new ArrayList<>();
        private int start;
        private int line = 1;

        Scan(String text) {
            this.text = text;
            this.characters = text.toCharArray();
        }

        List<Line> lines(String name, Problems problems) {
            while (start < text.length()) {
                int first = line;
                try {
                    readFrom(first);
                    start = text.length();
                } catch (CsvParseException e) {
                    problems.add(
                            name,
                            line,
                            "has a quote that is not closed where its cell ends. Close it, and write a"
                                    + " quote inside a quoted cell twice (\"\").");
                    skipBrokenLine(first);
                }
            }
            return lines;
        }

        private void readFrom(int first) {
            for (CsvRecord row : CSV.ofCsvRecord(new CharArrayReader(characters, start, characters.length))) {
                ImmutableList<String> cells = ImmutableList.copyOf(row.getFields());
                lines.add(new Line(first - 1 + (int) row.getStartingLineNumber(), cells, true));
                line = first + (int) row.getStartingLineNumber() + lineBreaks(cells);
            }
        }

        private void skipBrokenLine(int first) {
            for (int skipped = first; skipped < line; skipped++) {
                start = text.indexOf('\n', start) + 1;
            }
            int end = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
            String broken = text.substring(start, end);
            lines.add(new Line(line, ImmutableList.copyOf(Splitter.on(',').split(broken)), false));
            start = end + 1;
            line++;
        }
    }
}

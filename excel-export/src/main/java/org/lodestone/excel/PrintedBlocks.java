package org.lodestone.excel;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.IntStream;
import org.lodestone.core.figure.Source;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Chart;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Report;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * Sentences, tables and charts of a report as its workbook shows them, for what is to be read without it.
 *
 * <p>Numbers are written, charts named and coloured, and sources told by what places and draws the workbook.
 */
final class PrintedBlocks {

    private final Report report;
    private final Values values;
    private final Placement placement;
    private final ChartDrawer charts;
    private final SourceLine sourceLine;

    PrintedBlocks(Report report, Theme theme) {
        this.report = report;
        this.values = report.model().values();
        this.placement = Placer.place(report, theme);
        this.charts = new ChartDrawer(report, placement, theme);
        this.sourceLine = new SourceLine(report, "listed in the pack");
    }

    // ---------------------------------------------------------------- words

    /** A sentence as it reads. */
    String text(Block.Sentence sentence) {
        return SafeText.of(sentence.text(values));
    }

    /** A value as a cell shows it, with a dash for nothing. */
    static String text(Value value, Shown shown) {
        if (value.number().isEmpty()) {
            return SafeText.of(value.inSentence());
        }
        String[] sections = Style.format(shown).split(";", -1);
        return value.number().getAsDouble() == 0 && sections.length == 3
                ? sections[2].replace("\"", "")
                : shown.text(value);
    }

    /** The line under an exhibit that says whose figures it shows; empty where they rest on no source. */
    Optional<String> source(Exhibit exhibit) {
        return sourceLine.of(exhibit.shown().keys(), exhibit.source());
    }

    /** The sources that this line names. */
    ImmutableList<Source> sources(Exhibit exhibit) {
        return sourceLine.named(exhibit.shown().keys());
    }

    // ---------------------------------------------------------------- tables

    /**
     * A table in words.
     *
     * @param heading what stands over it; none where it is empty
     */
    record PrintedTable(
            String heading, ImmutableList<Head> columns, ImmutableList<Line> rows, ImmutableList<String> notes) {

        /**
         * The head of a column.
         *
         * @param text in one line or more
         * @param right whether what stands in it is at its right edge, as figures are
         * @param named whether it names the row
         */
        record Head(String text, boolean right, boolean named) {}

        /** A row, with a text for each column. */
        record Line(Row.Kind kind, ImmutableList<String> cells) {}
    }

    /** A table as the workbook shows it, every cell in words. */
    PrintedTable table(Table table) {
        return new PrintedTable(
                table.heading(),
                table.columns().stream()
                        .map(column -> new PrintedTable.Head(
                                SafeText.of(table.header(column, values)),
                                isRight(column.role()),
                                column.role() == Column.Role.LABEL))
                        .collect(toImmutableList()),
                table.rows().stream()
                        .map(row -> new PrintedTable.Line(
                                row.kind(), row.cells().stream().map(this::text).collect(toImmutableList())))
                        .collect(toImmutableList()),
                table.notes());
    }

    private static boolean isRight(Column.Role role) {
        return role == Column.Role.VALUE || role == Column.Role.WORD;
    }

    private String text(Cell cell) {
        return cell.fold(new Cell.Cases<>(
                of -> text(values.of(of.key()), of.shown()),
                SafeText::of,
                cites -> "",
                uses -> "",
                goTo -> goTo.text(),
                Cell.Web::text,
                blank -> ""));
    }

    // ---------------------------------------------------------------- charts

    /** A chart as the workbook has it, in another size. Throws where no section of the report has it. */
    ChartDrawer.DrawnChart drawn(Chart chart, double width, double height, double points) {
        return charts.draw(chart, on(chart), width, height, points);
    }

    /** A chart as it is drawn in a browser. Throws where no section of the report has it. */
    Plot plot(Chart chart) {
        return charts.plot(chart, on(chart));
    }

    /** The values on the sheet that has a chart: sheets stand in the order of sections. */
    private Appearances on(Chart chart) {
        ImmutableList<Section> sections = report.sections();
        return IntStream.range(0, sections.size())
                .filter(i -> sections.get(i).charts().anyMatch(chart::equals))
                .mapToObj(i -> Appearances.on(placement.sheets().get(i)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The chart '" + chart.title()
                        + "' stands in no section of the report, so its names are not known."));
    }
}

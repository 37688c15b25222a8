package org.lodestone.reports.sheet.page;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Part.Panel;
import org.lodestone.reports.report.Row;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** The content of a page in words, as figures stand or with some typed over, and what it brings to the front page. */
public record Shows(Section page, ImmutableList<Panel> panels, Values values) {

    public static Shows of(Part part) {
        return with(part, ImmutableMap.of());
    }

    static Shows with(Part part, Map<Key, Value> typed) {
        return new Shows(part.sections().get(0), part.panels(), part.model().valuesWith(typed));
    }

    String title() {
        return words(page.title());
    }

    String standfirst() {
        return words(page.standfirst());
    }

    ImmutableList<String> findings() {
        return page.allBlocks()
                .flatMap(block -> block.as(Exhibit.class).stream())
                .map(exhibit -> words(exhibit.finding()))
                .collect(ImmutableList.toImmutableList());
    }

    /** The sentences under exhibits. */
    ImmutableList<String> notes() {
        return page.allBlocks()
                .flatMap(block -> block.as(Exhibit.class).stream())
                .flatMap(exhibit -> exhibit.notes().stream())
                .map(this::words)
                .collect(ImmutableList.toImmutableList());
    }

    /** The rows of a table for the front page, with a bar between cells. */
    List<String> panel(int index) {
        return panels.get(index).block().as(Table.class).orElseThrow().rows().stream()
                .map(this::words)
                .toList();
    }

    private String words(Block.Sentence sentence) {
        return sentence.fold(key -> values.of(key).inSentence(), plain -> plain);
    }

    /** The row of the table, counted from 0, that begins with a label, cell by cell. */
    List<String> row(int table, String label) {
        List<List<String>> rows = cells(table);
        return rows.stream()
                .filter(cells -> cells.get(0).equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row '" + label + "' in " + rows));
    }

    /** The heads of the columns of the table, counted from 0. */
    List<String> headers(int table) {
        Table shown = page.tables().skip(table).findFirst().orElseThrow();
        return shown.columns().stream()
                .map(column -> shown.header(column, values))
                .toList();
    }

    /** What the rows of the table, counted from 0, begin with. */
    List<String> labels(int table) {
        return cells(table).stream().map(cells -> cells.get(0)).toList();
    }

    /** The rows of the table, counted from 0, with a bar between cells. */
    public List<String> rows(int table) {
        return cells(table).stream().map(cells -> String.join(" | ", cells)).toList();
    }

    private List<List<String>> cells(int table) {
        Table shown = page.tables().skip(table).findFirst().orElseThrow();
        return shown.rows().stream().map(this::cells).toList();
    }

    /** A row with a bar between cells. */
    public String words(Row row) {
        return String.join(" | ", cells(row));
    }

    /** The figures that stand out on the page. */
    public static ImmutableList<Block.KeyFigure> figures(Section page) {
        return page.allBlocks()
                .flatMap(block -> block.fold(new Block.Cases<>(
                        figures -> figures.figures().stream(),
                        selector -> Stream.<Block.KeyFigure>empty(),
                        prose -> Stream.empty(),
                        charts -> Stream.empty(),
                        exhibit -> Stream.empty(),
                        pair -> Stream.empty(),
                        table -> Stream.empty(),
                        longTable -> Stream.empty())))
                .collect(ImmutableList.toImmutableList());
    }

    private List<String> cells(Row row) {
        return row.cells().stream().map(this::text).toList();
    }

    private String text(Cell cell) {
        return cell.fold(new Cell.Cases<>(
                value -> value.shown().text(values.of(value.key())).strip(),
                words -> words,
                cites -> "",
                uses -> "",
                Cell.GoTo::text,
                Cell.Web::text,
                blank -> ""));
    }
}

package org.lodestone.reports.page;

import java.util.List;
import java.util.stream.Collectors;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Part;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Table;

/** A page as a reader has it, in words. */
final class Told {

    private final Section page;
    private final Values values;

    Told(Part part, Values values) {
        this.page = part.sections().get(0);
        this.values = values;
    }

    static Told of(Part part) {
        return new Told(part, part.model().values());
    }

    String title() {
        return words(page.title());
    }

    String standfirst() {
        return words(page.standfirst());
    }

    List<String> findings() {
        return page.allBlocks()
                .flatMap(block -> block.asExhibit().stream())
                .map(Exhibit::finding)
                .map(this::words)
                .toList();
    }

    private String words(Block.Sentence sentence) {
        return sentence.fold(key -> values.of(key).inSentence(), text -> text);
    }

    /** The rows of a table, counted from the first, with a bar between cells. */
    List<String> rows(int number) {
        Table table = page.tables().skip(number).findFirst().orElseThrow();
        return table.rows().stream()
                .map(row -> row.cells().stream()
                        .map(cell -> cell.fold(new Cell.Cases<>(
                                value -> value.shown().text(values.of(value.key())),
                                text -> text,
                                cites -> "",
                                uses -> "",
                                goTo -> goTo.text(),
                                web -> web.text(),
                                blank -> "")))
                        .collect(Collectors.joining(" | ")))
                .toList();
    }
}

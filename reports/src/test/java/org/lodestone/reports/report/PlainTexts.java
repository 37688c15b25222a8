package org.lodestone.reports.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a section: of its sentences, notes, tables and what is chosen on it. */
public final class PlainTexts {

    private PlainTexts() {}

    public static String of(Section section) {
        return section.blocks().stream()
                .flatMap(Block::withParts)
                .flatMap(PlainTexts::texts)
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Block block) {
        if (block instanceof Block.Prose prose) {
            return prose.sentences().stream().map(PlainTexts::text);
        }
        if (block instanceof Block.Selector selector) {
            return Stream.of(selector.label(), selector.remark());
        }
        return block.asTable().stream().flatMap(PlainTexts::texts);
    }

    private static Stream<String> texts(Table table) {
        Stream<String> words = table.rows().stream()
                .flatMap(row -> row.cells().stream())
                .map(cell -> cell instanceof Cell.Words said ? said.text() : "");
        return Stream.of(Stream.of(table.heading()), words, table.notes().stream())
                .flatMap(texts -> texts);
    }

    private static String text(Block.Sentence sentence) {
        return sentence instanceof Block.Sentence.Plain plain ? plain.text() : "";
    }
}

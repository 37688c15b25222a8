package org.lodestone.reports.report;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a section: of its head, sentences, notes, tables, charts and what is chosen on it. */
public final class PlainTexts {

    private PlainTexts() {}

    public static String of(Section section) {
        return Stream.concat(section.head(), section.allBlocks().flatMap(PlainTexts::texts))
                .map(Block.Sentence::words)
                .collect(Collectors.joining("\n"));
    }

    /** Every text of a section that is not empty: words as they are, and what is a value of the model as its key. */
    public static Stream<Block.Sentence> all(Section section) {
        return Stream.concat(section.head(), section.allBlocks().flatMap(PlainTexts::texts))
                .filter(text -> !text.words().isEmpty() || text.keys().findAny().isPresent());
    }

    /** The names of the rows of a section's tables, and of the series of its charts. */
    public static Stream<Block.Sentence> names(Section section) {
        Stream<Block.Sentence> rows =
                section.rows().flatMap(row -> row.cells().stream().limit(1)).flatMap(cell -> cell.fold(SAID));
        return Stream.concat(
                rows, section.charts().flatMap(chart -> chart.series().stream()).map(Chart.Series::name));
    }

    private static final Cell.Cases<Stream<Block.Sentence>> SAID = new Cell.Cases<>(
            value -> Stream.of(Block.Sentence.live(value.key())),
            words -> plain(Stream.of(words)),
            cites -> Stream.empty(),
            uses -> Stream.empty(),
            way -> plain(Stream.of(way.text())),
            web -> Stream.empty(),
            blank -> Stream.empty());

    private static Stream<Block.Sentence> texts(Block block) {
        return block.fold(new Block.Cases<>(
                figures -> figures.figures().stream()
                        .flatMap(figure -> Stream.concat(Stream.of(figure.remark()), plain(Stream.of(figure.label())))),
                selector -> plain(Stream.of(selector.label(), selector.remark())),
                prose -> Stream.concat(plain(Stream.of(prose.heading())), prose.sentences().stream()),
                charts -> charts.charts().stream().flatMap(PlainTexts::texts),
                exhibit -> Stream.of(
                                Stream.of(exhibit.finding()),
                                plain(Stream.of(exhibit.caption(), exhibit.source())),
                                exhibit.notes().stream())
                        .flatMap(texts -> texts),
                pair -> Stream.empty(),
                PlainTexts::texts,
                table -> Stream.empty()));
    }

    private static Stream<Block.Sentence> texts(Chart chart) {
        return Stream.concat(
                plain(Stream.of(chart.title(), chart.unit())),
                chart.series().stream().map(Chart.Series::name));
    }

    private static Stream<Block.Sentence> texts(Table table) {
        return Stream.of(
                        plain(Stream.of(table.heading())),
                        plain(table.columns().stream().map(Column::header)),
                        table.rows().stream()
                                .flatMap(row -> row.cells().stream())
                                .flatMap(cell -> cell.fold(SAID)),
                        plain(table.notes().stream()))
                .flatMap(texts -> texts);
    }

    private static Stream<Block.Sentence> plain(Stream<String> words) {
        return words.map(Block.Sentence::plain);
    }
}

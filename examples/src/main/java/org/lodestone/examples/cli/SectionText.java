package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.LongTable;
import org.lodestone.reports.report.Section;
import org.lodestone.reports.report.Shown;
import org.lodestone.reports.report.Table;

/**
 * A section of a report with its values worked out, ready to be printed. Charts are left out.
 *
 * @param findings its title, and what each of its exhibits shows
 * @param parts its sentences and tables, in order
 */
record SectionText(
        String name, String title, String subtitle, ImmutableList<String> findings, ImmutableList<Part> parts) {

    /** Sentences or a table. */
    sealed interface Part permits Sentences, Grid {

        /** The result of one of two functions, one for each kind of part. */
        <T> T fold(Function<Sentences, T> sentences, Function<Grid, T> grid);
    }

    /** @param ofChart whether they say what a chart shows, which is left out */
    record Sentences(String heading, ImmutableList<String> sentences, boolean ofChart) implements Part {
        @Override
        public <T> T fold(Function<Sentences, T> sentences, Function<Grid, T> grid) {
            return sentences.apply(this);
        }
    }

    record Grid(String heading, ImmutableList<Head> heads, List<ImmutableList<Entry>> rows, ImmutableList<String> notes)
            implements Part {
        @Override
        public <T> T fold(Function<Sentences, T> sentences, Function<Grid, T> grid) {
            return grid.apply(this);
        }
    }

    /** @param year whether it is one of the years of its table */
    record Head(String text, Column.Role role, boolean year) {}

    /** The value in a cell, and how it is shown to a reader. */
    record Entry(Value value, Shown shown) {
        static Entry of(String text) {
            return new Entry(Value.of(text), Shown.TEXT);
        }

        /** The value as a reader of a terminal sees it. */
        String shownText() {
            return Terminal.visible(shown.text(value));
        }
    }

    static SectionText of(Section section, Model model) {
        return new Builder(model).section(section);
    }

    /** The same with nothing but its first table and the sentences right above that, none of which is the title of another. */
    SectionText inBrief() {
        List<Part> brief = new ArrayList<>();
        for (Part part : parts) {
            boolean isTable = part.fold(prose -> false, grid -> true);
            if (!isTable) {
                brief.clear();
            }
            brief.add(part);
            if (isTable) {
                break;
            }
        }
        return new SectionText(name, title, subtitle, findings, ImmutableList.copyOf(brief));
    }

    Stream<Grid> grids() {
        return parts.stream().flatMap(part -> part.fold(sentences -> Stream.empty(), Stream::of));
    }

    Stream<String> sentences() {
        return parts.stream().flatMap(part -> part.fold(prose -> prose.sentences().stream(), grid -> Stream.empty()));
    }

    /** Works out the values of a section. */
    private static final class Builder {

        private final Values values;

        Builder(Model model) {
            this.values = model.values();
        }

        SectionText section(Section section) {
            return new SectionText(
                    section.name(),
                    sentence(section.title()),
                    sentence(section.standfirst()),
                    findings(section),
                    section.blocks().stream().flatMap(this::part).collect(toImmutableList()));
        }

        private ImmutableList<String> findings(Section section) {
            return Stream.concat(
                            Stream.of(section.title()),
                            section.allBlocks()
                                    .flatMap(block -> block.as(Exhibit.class).stream())
                                    .map(Exhibit::finding))
                    .map(this::sentence)
                    .collect(toImmutableList());
        }

        private Stream<Part> part(Block block) {
            return block.fold(new Block.Cases<Stream<Part>>(
                    some -> sentences("", some.figures().stream().map(this::keyFigure)),
                    selector -> sentences("", Stream.of(selector.label() + ": " + shown(selector.key(), Shown.TEXT))),
                    prose -> sentences(
                            prose.heading(), prose.sentences().stream().map(this::sentence)),
                    charts -> Stream.empty(),
                    exhibit -> Stream.concat(
                            Stream.of(new Sentences(
                                    "",
                                    ImmutableList.of(sentence(exhibit.finding())),
                                    exhibit.shown().as(Table.class).isEmpty())),
                            part(exhibit.shown())),
                    pair -> Stream.concat(part(pair.left()), part(pair.right())),
                    table -> Stream.of(grid(table)),
                    longTable -> Stream.of(grid(longTable))));
        }

        private static Stream<Part> sentences(String heading, Stream<String> sentences) {
            return Stream.of(new Sentences(heading, sentences.collect(toImmutableList()), false));
        }

        private String shown(Key key, Shown shown) {
            return new Entry(values.of(key), shown).shownText();
        }

        private String sentence(Block.Sentence sentence) {
            return sentence.text(values);
        }

        private String keyFigure(Block.KeyFigure figure) {
            return figure.label() + ": " + shown(figure.key(), figure.shown()) + ", " + sentence(figure.remark());
        }

        private Grid grid(Table table) {
            return new Grid(
                    table.heading(),
                    table.columns().stream()
                            .map(column -> new Head(
                                    table.header(column, values),
                                    column.role(),
                                    column.period().isPresent()))
                            .collect(toImmutableList()),
                    table.rows().stream()
                            .map(row -> row.cells().stream().map(this::entry).collect(toImmutableList()))
                            .collect(toImmutableList()),
                    table.notes());
        }

        private static Grid grid(LongTable table) {
            return new Grid(
                    table.heading(),
                    table.columns().stream().map(Builder::head).collect(toImmutableList()),
                    Lists.transform(
                            ContiguousSet.closedOpen(0, table.rows()).asList(),
                            row -> table.columns().stream()
                                    .map(column -> entry(column, row))
                                    .collect(toImmutableList())),
                    table.notes());
        }

        private static Head head(LongTable.Column column) {
            return new Head(
                    column.header(), column.fold(numbers -> Column.Role.VALUE, words -> Column.Role.WORDS), false);
        }

        private static Entry entry(LongTable.Column column, int row) {
            return column.fold(
                    numbers -> new Entry(numbers.at().apply(row), numbers.shown()),
                    words -> Entry.of(words.at().apply(row)));
        }

        private Entry entry(Cell cell) {
            return cell.fold(new Cell.Cases<>(
                    value -> new Entry(values.of(value.key()), value.shown()),
                    Entry::of,
                    cites -> Entry.of(""),
                    uses -> Entry.of(""),
                    goTo -> Entry.of(goTo.text()),
                    web -> Entry.of(web.url()),
                    blank -> Entry.of("")));
        }
    }
}

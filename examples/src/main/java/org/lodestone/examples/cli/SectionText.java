package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ContiguousSet;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import com.google.common.collect.Lists;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
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

    /** @param rows worked out as they are asked for */
    record Grid(
            String heading, ImmutableList<Head> heads, List<ImmutableList<String>> rows, ImmutableList<String> notes)
            implements Part {
        @Override
        public <T> T fold(Function<Sentences, T> sentences, Function<Grid, T> grid) {
            return grid.apply(this);
        }
    }

    /** @param year whether it is one of the years of its table */
    record Head(String text, Column.Role role, boolean year) {}

    static SectionText of(Section section, Model model) {
        return new Builder(model.values()).section(section);
    }

    /** The same with nothing but its first table and the sentences right above that, none of which is the title of another. */
    SectionText inBrief() {
        int table = Iterables.indexOf(parts, SectionText::isTable);
        return new SectionText(name, title, subtitle, findings, parts.subList(Math.max(0, table - 1), table + 1));
    }

    boolean hasTable() {
        return parts.stream().anyMatch(SectionText::isTable);
    }

    private static boolean isTable(Part part) {
        return part.fold(prose -> false, grid -> true);
    }

    Stream<String> sentences() {
        return parts.stream().flatMap(part -> part.fold(prose -> prose.sentences().stream(), grid -> Stream.empty()));
    }

    /** Works out the values of a section. */
    private record Builder(Values values) {

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
            return Terminal.visible(shown.text(values.of(key)));
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
                    Lists.transform(table.rows(), row -> row.texts(values)),
                    table.notes());
        }

        private static Grid grid(LongTable table) {
            return new Grid(
                    table.heading(),
                    table.columns().stream().map(Builder::head).collect(toImmutableList()),
                    Lists.transform(
                            ContiguousSet.closedOpen(0, table.rows()).asList(),
                            row -> table.columns().stream()
                                    .map(column -> text(column, row))
                                    .collect(toImmutableList())),
                    table.notes());
        }

        private static Head head(LongTable.Column column) {
            return new Head(
                    column.header(), column.fold(numbers -> Column.Role.VALUE, words -> Column.Role.WORDS), false);
        }

        private static String text(LongTable.Column column, int row) {
            return column.fold(
                    numbers -> numbers.shown().text(numbers.at().apply(row)),
                    words -> words.at().apply(row));
        }
    }
}

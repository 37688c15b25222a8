package org.lodestone.examples.cli;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lodestone.core.figure.Citation;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.Values;
import org.lodestone.reports.report.Block;
import org.lodestone.reports.report.Cell;
import org.lodestone.reports.report.Column;
import org.lodestone.reports.report.Exhibit;
import org.lodestone.reports.report.Row;
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

    record Grid(
            String heading,
            ImmutableList<Head> heads,
            ImmutableList<ImmutableList<Entry>> rows,
            ImmutableList<String> notes)
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

        /** The number as it is, in plain digits. */
        static BigDecimal exact(double number) {
            BigDecimal exact = BigDecimal.valueOf(number).stripTrailingZeros();
            return exact.scale() < 0 ? exact.setScale(0) : exact;
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

        private static final int AFTER_UNIT = 2;
        private static final Head SOURCE = new Head("Source", Column.Role.SOURCES, false);
        private static final Head NOTE = new Head("Note", Column.Role.SOURCES, false);

        private final Model model;
        private final Values values;

        Builder(Model model) {
            this.model = model;
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
                                    .flatMap(block -> block.asExhibit().stream())
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
                    contents -> Stream.empty(),
                    exhibit -> Stream.concat(
                            Stream.of(new Sentences(
                                    "",
                                    ImmutableList.of(sentence(exhibit.finding())),
                                    exhibit.shown().asTable().isEmpty())),
                            part(exhibit.shown())),
                    pair -> Stream.concat(part(pair.left()), part(pair.right())),
                    table -> Stream.of(grid(table)),
                    longTable -> Stream.empty()));
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

        /** A table as it is, with the sources and remarks of each row beside it, which a sheet has in a line below. */
        private Grid grid(Table table) {
            Added added = added(table);
            return new Grid(
                    table.heading(),
                    added.to(
                            table.columns().stream()
                                    .map(column -> new Head(
                                            table.header(column, values),
                                            column.role(),
                                            column.period().isPresent()))
                                    .toList(),
                            SOURCE,
                            NOTE),
                    table.rows().stream().map(row -> row(row, added)).collect(toImmutableList()),
                    table.notes());
        }

        private ImmutableList<Entry> row(Row row, Added added) {
            return added.to(
                    row.cells().stream().map(cell -> entry(cell, row)).toList(),
                    Entry.of(sources(row)),
                    Entry.of(notes(row)));
        }

        /** The columns that are put into a row, and the number of its cells before them. */
        private record Added(int after, boolean sources, boolean notes) {
            <T> ImmutableList<T> to(List<T> row, T source, T note) {
                int at = Math.min(after, row.size());
                ImmutableList.Builder<T> all = ImmutableList.<T>builder().addAll(row.subList(0, at));
                if (sources) {
                    all.add(source);
                }
                if (notes) {
                    all.add(note);
                }
                return all.addAll(row.subList(at, row.size())).build();
            }
        }

        private Added added(Table table) {
            int sources = Iterables.indexOf(table.columns(), column -> column.role() == Column.Role.SOURCES);
            if (sources >= 0) {
                boolean remarks =
                        table.rows().stream().anyMatch(row -> !notes(row).isEmpty());
                return new Added(sources + 1, false, remarks);
            }
            boolean overYears =
                    table.columns().stream().anyMatch(column -> column.period().isPresent());
            return new Added(AFTER_UNIT, overYears, overYears);
        }

        private String notes(Row row) {
            return join(citations(row).map(Citation::note));
        }

        private Entry entry(Cell cell, Row row) {
            return cell.fold(new Cell.Cases<>(
                    value -> new Entry(values.of(value.key()), value.shown()),
                    Entry::of,
                    cites -> Entry.of(cites.ids().isEmpty() ? sources(row) : String.join("; ", cites.ids())),
                    uses -> Entry.of(""),
                    goTo -> Entry.of(goTo.text()),
                    web -> Entry.of(web.url()),
                    blank -> Entry.of("")));
        }

        private String sources(Row row) {
            return join(citations(row).flatMap(citation -> citation.sources().stream()));
        }

        private Stream<Citation> citations(Row row) {
            return row.values()
                    .filter(value -> !value.again())
                    .flatMap(value -> model.content(value.key()).asFigure().stream())
                    .map(Content.Figure::citation);
        }

        private static String join(Stream<String> texts) {
            return texts.filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("; "));
        }
    }
}

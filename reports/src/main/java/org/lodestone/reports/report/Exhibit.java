package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Streams;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;

/**
 * A finding with the chart or table that shows it.
 *
 * <pre>
 * Growth to 2030 is below 2024 before revision, above 2025      the finding, live
 * Exhibit 6. Growth on the year, %, within one USGS edition     its number, unit and basis
 * (chart or table)
 * Source: USGS MCS 2024 to 2026; Lodestone.                     from the figures it shows
 * </pre>
 *
 * <p>Exhibits are numbered through the pages of a report, and their sources are those of the figures they show: neither is said
 * here.
 *
 * @param finding what it shows, with its number
 * @param caption unit and basis, without the exhibit's number: {@code Mine production, kt REO; E: Base}
 * @param shown a table, or one chart
 * @param source words after the sources, such as how many draws a simulation has; empty where there are none
 * @param notes sentences under it
 */
public record Exhibit(
        Block.Sentence finding, String caption, Block shown, String source, ImmutableList<Block.Sentence> notes)
        implements Block {

    /** Throws unless what is shown is one table or one chart. */
    public Exhibit {
        if (shown.as(Table.class).isEmpty() && shown.drawn().size() != 1) {
            throw new IllegalArgumentException("The exhibit '" + caption + "' shows " + shown.name()
                    + ". It can show one table or one chart; put two side by side as a pair of exhibits.");
        }
    }

    /** A finding with its chart, without further words. */
    public static Exhibit of(Block.Sentence finding, String caption, Chart chart) {
        return new Exhibit(finding, caption, Block.charts(chart), "", ImmutableList.of());
    }

    /** A finding with its table, without further words. */
    public static Exhibit of(Block.Sentence finding, String caption, Table table) {
        return new Exhibit(finding, caption, table, "", ImmutableList.of());
    }

    /** The exhibit with words after its sources. */
    public Exhibit withSource(String words) {
        return new Exhibit(finding, caption, shown, words, notes);
    }

    /** The exhibit with more sentences under it; one without words is left out. */
    public Exhibit withNotes(String... sentences) {
        return withNotes(Stream.of(sentences).filter(words -> !words.isEmpty()).map(Block.Sentence::plain));
    }

    /** The exhibit with one more sentence under it, live or not. */
    public Exhibit withNote(Block.Sentence sentence) {
        return withNotes(Stream.of(sentence));
    }

    /** The exhibit with one more sentence under it, where there is one. */
    public Exhibit withNote(Optional<Block.Sentence> sentence) {
        return withNotes(sentence.stream());
    }

    private Exhibit withNotes(Stream<Block.Sentence> more) {
        return new Exhibit(
                finding,
                caption,
                shown,
                source,
                Stream.concat(notes.stream(), more).collect(ImmutableList.toImmutableList()));
    }

    @Override
    public String name() {
        return "exhibit '" + caption + "'";
    }

    @Override
    public Stream<Key> keys() {
        return Streams.concat(finding.keys(), shown.keys(), notes.stream().flatMap(Block.Sentence::keys));
    }

    @Override
    public ImmutableList<Block.Sentence> sentences() {
        return ImmutableList.of(finding);
    }

    @Override
    public Stream<Block> withParts() {
        return Stream.of(this, shown);
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.exhibit().apply(this);
    }

    @Override
    public String toString() {
        return OneLine.of("exhibit", caption, shown.name());
    }
}

package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import org.lodestone.reports.formula.Key;

/** A part of a section. */
public sealed interface Block permits Block.KeyFigures, Block.Prose, Block.Charts, Block.Contents, Table {

    /** A few numbers to see first. */
    record KeyFigures(ImmutableList<KeyFigure> figures) implements Block {}

    /** One number to see first, with a word on what it is. */
    record KeyFigure(String label, Key key, Shown shown, String remark) {}

    /** Sentences, whose numbers are live where they are calculated. */
    record Prose(String heading, ImmutableList<Sentence> sentences) implements Block {}

    /** A sentence. */
    sealed interface Sentence {
        /** A sentence of the model, with live numbers. */
        record Live(Key key) implements Sentence {}

        /** A sentence that says no number. */
        record Plain(String text) implements Sentence {}
    }

    /** Charts side by side. */
    record Charts(ImmutableList<Chart> charts) implements Block {}

    /** The other sections, with a way to each, and what the report leaves out for want of data. */
    record Contents(ImmutableList<String> leftOut) implements Block {}

    static Block charts(Chart... charts) {
        return new Charts(ImmutableList.copyOf(charts));
    }
}

package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;

/** A part of a section. */
public sealed interface Block
        permits Block.KeyFigures, Block.Selector, Block.Prose, Block.Charts, Block.Contents, Table, LongTable {

    /** A few numbers to see first. */
    record KeyFigures(ImmutableList<KeyFigure> figures) implements Block {}

    /** One number to see first, with a word on what it is. */
    record KeyFigure(String label, Key key, Shown shown, String remark) {}

    /**
     * A place where the reader picks one of several names, such as the scenario shown.
     *
     * <p>It is the home of its key, even in a section that presents: whatever else shows the key repeats what is picked
     * here. The model holds the key as an assumption whose value is one of the choices.
     *
     * <pre>new Block.Selector("Scenario", scenario, span(names), "Every sheet follows the scenario picked here.")</pre>
     *
     * @param label what is picked
     * @param key the name picked
     * @param choices the names to pick from
     * @param remark a word on what the choice does
     */
    record Selector(String label, Key key, Formula.Span choices, String remark) implements Block {}

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

package org.lodestone.excel;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Content;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.report.Report;

/**
 * The changes that a reader made in a pack since it was written.
 *
 * @param origin the dataset it was made from
 * @param inputs every figure and assumption in it, as it stands now
 * @param edits those that were changed, in the order of the model
 * @param overwritten the cells that held a formula and hold something else now
 * @param lost those whose cells were deleted
 */
public record PackChanges(
        Report.Origin origin,
        ImmutableMap<Key, Value> inputs,
        ImmutableList<Edit> edits,
        ImmutableList<Overwritten> overwritten,
        ImmutableList<Key> lost) {

    /** The kind of a changed value. */
    public enum Kind {
        /** A figure that a source prints. */
        FIGURE,
        /** A value that a calculation takes as given. */
        ASSUMPTION;

        static Kind of(Content content) {
            return content.asFigure().isPresent() ? FIGURE : ASSUMPTION;
        }

        /** The word in the workbook: {@code figure}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A value that was changed.
     *
     * @param cell where it stands now: {@code Scenarios!F12}
     * @param now missing with an empty code where the cell was emptied
     * @param byFormula whether it is worked out by a formula now
     */
    public record Edit(Kind kind, Key key, String cell, Value before, Value now, boolean byFormula) {

        @Override
        public String toString() {
            return OneLine.of(OneLine.joined(key, cell), before + " to " + now);
        }
    }

    /** A cell that held a formula, and what it holds now. */
    public record Overwritten(String cell, Value now) {}

    @Override
    public String toString() {
        return OneLine.of(
                origin, OneLine.count(edits, "change"), overwritten.size() + " overwritten", lost.size() + " lost");
    }
}

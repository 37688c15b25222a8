package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;

/**
 * The share of a part in the sheet Control: what a reader may pick and change there, and what is watched.
 *
 * @param choices of which one is picked, such as the scenario
 * @param levers in which something may be typed
 * @param headlines the results that follow
 */
public record Control(
        ImmutableList<Block.Selector> choices, ImmutableList<Lever> levers, ImmutableList<Headline> headlines) {

    /** The contents of both, one after the other. */
    public Control plus(Control next) {
        return new Control(
                Part.both(choices, next.choices), Part.both(levers, next.levers), Part.both(headlines, next.headlines));
    }

    /**
     * Something that a reader may change: a row of the sheet.
     *
     * @param title what it is, in a few words
     * @param group what it stands under
     * @param unit in which it is typed
     * @param shown how its values are shown
     * @param cells in which something may be typed: for all years, and for each of some
     * @param base what is in force in the base case
     * @param typed 1 where a value that was typed counts, else 0
     * @param changed 1 where what is in force differs from that, else 0
     * @param refused how many of the typed values do not count, since they are not allowed
     * @param allowed in words: {@code −10 to 15}
     * @param moves the headlines that follow it, in a word or two each
     * @param see the sections in which one sees what it does, the best first; a report may lack one
     */
    public record Lever(
            String title,
            String group,
            String unit,
            Shown shown,
            ImmutableList<Typed> cells,
            Key base,
            Key typed,
            Key changed,
            Key refused,
            String allowed,
            ImmutableList<String> moves,
            ImmutableList<String> see) {

        /**
         * A cell in which something may be typed. It is empty at first.
         *
         * @param year for which it holds alone; empty for all
         * @param key what is typed
         * @param inForce what everything follows: what is typed if that is allowed, else what holds without it
         */
        public record Typed(Optional<Period> year, Key key, Key inForce) {}

        /** The cell for all years. */
        public Typed first() {
            return cells.get(0);
        }

        /** The cell of a year. */
        public Optional<Typed> in(Period year) {
            return cells.stream()
                    .filter(cell -> cell.year().equals(Optional.of(year)))
                    .findFirst();
        }

        /** The years for which a value may be typed by itself; none where one is typed for all. */
        public Stream<Period> years() {
            return cells.stream().flatMap(cell -> cell.year().stream());
        }

        @Override
        public String toString() {
            return OneLine.of(title, unit, allowed);
        }
    }

    /**
     * A result that a reader watches while changing what it rests on, beside what it is in the base case.
     *
     * @param label what it is, with its unit: {@code Balance 2030, kt magnet REE}
     * @param word the same in a word or two, for what moves it: {@code Balance}
     * @param shown how both are shown
     * @param now as it stands
     * @param base as it is whatever is chosen or typed: in the base scenario, or by the screen's own weights
     */
    public record Headline(String label, String word, Shown shown, Key now, Key base) {

        @Override
        public String toString() {
            return OneLine.of(label, word, now);
        }
    }

    @Override
    public String toString() {
        return OneLine.of(
                OneLine.count(choices, "choice"), OneLine.count(levers, "lever"), OneLine.count(headlines, "headline"));
    }
}

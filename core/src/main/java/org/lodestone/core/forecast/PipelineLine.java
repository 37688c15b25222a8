package org.lodestone.core.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;

/**
 * A project that a forecast counts: a mine or a plant, with what it makes today or on top of that.
 *
 * <pre>added = increment × probability × ramp × (1 − disruption)</pre>
 *
 * @param project id of the project line with its capacity
 * @param measure id of the measure it adds to
 * @param counts which part of the capacity is new
 * @param capacity id of the assumption of its capacity; that of the project line where it is empty
 * @param runs id of the assumption of what it makes today, on the basis of its capacity
 * @param outlet id of the assumption of what the next stage can take of it, on the basis of its capacity
 * @param content id of the assumption of how much of a measure's basis is in a tonne of it: of its own measure where its
 *     capacity is on another basis, or else of the measure that its ore feeds
 * @param pool the ore that a plant takes, or to which a mine sends its own
 * @param scrap id of the assumption of the part of its feed that is no ore
 * @param coming when and how likely its increment comes; of one that does not count, for its value alone
 * @param speed id of the assumption that every step of the ramp is multiplied with
 * @param disruption id of the assumption of the share that is lost
 * @param note empty when there is none
 * @param sources ids of the sources
 */
public record PipelineLine(
        String id,
        String project,
        String measure,
        Counts counts,
        Optional<String> capacity,
        Optional<String> runs,
        Optional<String> outlet,
        Optional<String> content,
        Optional<String> pool,
        Optional<String> scrap,
        Optional<Coming> coming,
        Optional<String> speed,
        Optional<String> disruption,
        String note,
        ImmutableList<String> sources) {

    /**
     * When and how likely an increment comes, by ids of assumptions.
     *
     * @param start the first year as planned
     * @param delay the years it comes later
     * @param probability how likely it comes
     * @param ramp the share of capacity in each year from the first, step by step
     */
    public record Coming(String start, String delay, String probability, String ramp) {

        @Override
        public String toString() {
            return OneLine.of(start, delay, probability, ramp);
        }
    }

    /** The part of a capacity that is new. */
    public enum Counts {
        /** All of it. */
        NEW,
        /** The part over what it makes today, or over today's supply of its place where it does not say. */
        WHOLE,
        /** Today's supply of its place grows as the project grows over what it makes today. */
        SCALED,
        /** Ore that was mined before: it feeds the plants of its pool, and is no supply. */
        STOCKPILE,
        /** Nothing of it, for the reason in its note. */
        NOT;

        /** The word in a dataset: {@code whole}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Throws if a line that is {@link Counts#SCALED} has no {@code runs}, if one has it that is neither that nor {@link Counts#WHOLE},
     * if one that counts for nothing gives no reason, or if another does not say when it comes.
     */
    public PipelineLine {
        if (counts == Counts.SCALED && runs.isEmpty()) {
            throw new IllegalArgumentException("What counts as 'scaled' needs an assumption in runs.");
        }
        if (runs.isPresent() && counts != Counts.SCALED && counts != Counts.WHOLE) {
            throw new IllegalArgumentException("What counts as '" + counts
                    + "' has no use for an assumption in runs. Leave it empty, or use whole.");
        }
        if (counts == Counts.NOT && note.isEmpty()) {
            throw new IllegalArgumentException("What counts as 'not' says why in note. Write the reason there.");
        }
        if (coming.isEmpty() && counts != Counts.NOT) {
            throw new IllegalArgumentException(
                    "What counts as '" + counts + "' needs start, delay, probability and ramp.");
        }
    }

    /** Whether it is supply, or only brings ore or nothing. */
    public boolean isSupply() {
        return counts != Counts.NOT && counts != Counts.STOCKPILE;
    }

    /** Whether it is a plant or mine with an output of its own, today's with it, and not an increment to its place. */
    public boolean hasOwnOutput() {
        return counts == Counts.WHOLE && runs.isPresent();
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(project, id), measure, counts);
    }
}

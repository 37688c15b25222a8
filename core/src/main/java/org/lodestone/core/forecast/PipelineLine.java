package org.lodestone.core.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;

/**
 * A project that a forecast counts on top of what runs today.
 *
 * <pre>added = increment × probability × ramp × (1 − disruption)</pre>
 *
 * @param project id of the project line with its capacity
 * @param measure id of the measure it adds to
 * @param counts which part of the capacity is new
 * @param runs id of the assumption of what it makes today, on the basis of its capacity; only where it is scaled
 * @param outlet id of the assumption of what the next stage can take of it, on the basis of its capacity
 * @param start the first year as planned
 * @param delay the years it comes later
 * @param probability how likely it comes
 * @param ramp the share of capacity in each year from the first
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
        Optional<String> runs,
        Optional<String> outlet,
        Start start,
        Delay delay,
        Probability probability,
        Ramp ramp,
        Optional<String> speed,
        Optional<String> disruption,
        String note,
        ImmutableList<String> sources) {

    /** The assumption of its first year as planned, by id. */
    public record Start(String assumption) {}

    /** The assumption of the years it comes later, by id. */
    public record Delay(String assumption) {}

    /** The assumption of how likely it comes, by id. */
    public record Probability(String assumption) {}

    /** The assumption, step by step, of the share of its capacity in each year from the first, by id. */
    public record Ramp(String assumption) {}

    /** The part of a capacity that is new. */
    public enum Counts {
        /** All of it. */
        NEW,
        /** The part over today's supply of its place. */
        WHOLE,
        /** Today's supply of its place grows as the project grows over what it makes today. */
        SCALED;

        /** The word in a dataset: {@code whole}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Throws if a line that is {@link Counts#SCALED} has no {@code runs}, or if another has one. */
    public PipelineLine {
        if ((counts == Counts.SCALED) != runs.isPresent()) {
            throw new IllegalArgumentException("What counts as '" + counts + "' "
                    + (runs.isPresent() ? "has no use for" : "needs") + " an assumption in runs.");
        }
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(project, id), measure, counts);
    }
}

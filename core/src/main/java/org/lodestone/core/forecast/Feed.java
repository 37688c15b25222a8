package org.lodestone.core.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;

/**
 * The ore that a place passes on to the next stage, what is in it and who takes it.
 *
 * <pre>contained = mined · content</pre>
 *
 * <p>Plants take the ore of their pool. What they leave is open to the remainder, the place whose limit is {@link Limit.Path#FED},
 * in part or whole.
 *
 * @param measure id of the measure that is fed
 * @param from id of the measure that feeds it, of an earlier stage
 * @param place {@link Place#OTHER} stands for every place without a row of its own
 * @param pool the pool its ore goes to; empty where the remainder takes it
 * @param content id of the assumption of how much of the measure is in a tonne; empty where figures say it
 * @param contained id of the measure whose figures say how much of it is in what is mined
 * @param edition the edition of {@code from} over which these figures are taken
 * @param open id of the assumption of how much of what the pool leaves reaches the remainder; all of it where it is empty
 * @param note empty when there is none
 * @param sources ids of the sources
 */
public record Feed(
        String measure,
        String from,
        Place place,
        Optional<String> pool,
        Optional<String> content,
        Optional<String> contained,
        Optional<String> edition,
        Optional<String> open,
        String note,
        ImmutableList<String> sources) {

    /** Throws if the place is the world, or if it does not say in one way, and one alone, what is in its ore. */
    public Feed {
        if (place.kind() == Place.Kind.WORLD) {
            throw new IllegalArgumentException("'" + place
                    + "' has no ore of its own: it is the sum of its places. Name them, and '" + Place.OTHER
                    + "' for the rest.");
        }
        if (content.isPresent() == contained.isPresent()) {
            throw new IllegalArgumentException("How much is in its ore is said by "
                    + (content.isPresent() ? "content and contained both" : "neither content nor contained")
                    + ". Name an assumption in content, or a measure in contained.");
        }
        if (contained.isPresent() != edition.isPresent()) {
            throw new IllegalArgumentException("The figures in contained are taken over those of one edition of '"
                    + from + "'. " + (edition.isPresent() ? "Leave edition empty." : "Name it in edition."));
        }
    }

    @Override
    public String toString() {
        return OneLine.of(from + " of " + place + " to " + measure, pool.orElse("remainder"));
    }
}

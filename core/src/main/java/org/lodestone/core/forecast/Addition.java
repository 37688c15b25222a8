package org.lodestone.core.forecast;

import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;

/**
 * Supply on top of limits and pipeline, for what a risk would bring.
 *
 * <pre>added = amount × share × content, from nothing in {@code from} in equal steps to all of it in {@code until}</pre>
 *
 * @param name for headings and tables
 * @param measure id of the measure it adds to
 * @param place a country or group, never the world
 * @param amount id of the assumption of the amount a year
 * @param from the last year without it
 * @param until the first year with all of it
 * @param share id of the assumption of the share of the amount that reaches the measure
 * @param content id of the assumption of how much of the measure's basis is in a tonne of the amount's
 */
public record Addition(
        String id,
        String name,
        String measure,
        Place place,
        String amount,
        Period from,
        Period until,
        Optional<String> share,
        Optional<String> content) {

    /** Throws if the place is the world, or if {@code until} does not come after {@code from}. */
    public Addition {
        if (place.kind() == Place.Kind.WORLD) {
            throw new IllegalArgumentException("'" + place + "' is no place to add to. Name the country or group.");
        }
        if (!from.last().isBefore(until.first())) {
            throw new IllegalArgumentException("It is complete in " + until + ", not after it begins in " + from
                    + ". Write the last year without it in from, and the first with all of it in until.");
        }
    }

    /** Whether all of the amount reaches the measure, in the same basis. */
    public boolean reachesWhole() {
        return share.isEmpty() && content.isEmpty();
    }

    @Override
    public String toString() {
        return OneLine.of(
                name,
                measure,
                place,
                from.equals(Period.NONE) ? "" : "from " + from,
                until.equals(Period.NONE) ? "" : "until " + until);
    }
}

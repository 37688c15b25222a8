package org.lodestone.core.forecast;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;

/**
 * A ceiling on what a place supplies, and how it moves. Where a place has several, the lowest binds.
 *
 * @param measure id of the measure
 * @param place {@link Place#OTHER} stands for every place without a limit of its own
 * @param kind what sets the ceiling: a capacity, a quota, or the feed from the stage before
 * @param path how it moves from year to year
 * @param start id of the assumption the limit starts from, or of the feed that no statistics show; what the place supplies now where
 *     it is empty
 * @param assumption id of the assumption that the path needs; on the path fed of how much of the unrecorded feed remains
 * @param until when a level or an outlook is reached; on any path, a year to which the forecast runs at least
 * @param phasing id of the assumption, step by step, of how much of an outlook's increase has come
 * @param use id of the assumption of how much of the limit is used, or of the yield of a feed
 * @param note empty when there is none
 * @param sources ids of the sources
 */
public record Limit(
        String measure,
        Place place,
        Kind kind,
        Path path,
        Optional<String> start,
        Optional<String> assumption,
        Optional<Period> until,
        Optional<String> phasing,
        Optional<String> use,
        String note,
        ImmutableList<String> sources) {

    /** The kind of a ceiling. */
    public enum Kind {
        /** The capacity of the mines or plants of the place. */
        CAPACITY,
        /** The quota that its government allots. */
        QUOTA,
        /** The supply of the stage before. */
        FEED;

        /** The word in a dataset: {@code quota}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How a ceiling moves from year to year. */
    public enum Path {
        /** It stays where it is. */
        HELD,
        /** It grows at the assumed rate. */
        GROWTH,
        /** It moves in equal steps to the assumed amount, and stays there. */
        LEVEL,
        /** It takes the assumed share of the increase that an outlook has until a year. */
        OUTLOOK,
        /** It is what the lines of its place in the pipeline make, today's output with it. */
        PLANTS,
        /** It is what the stage before passes on, times the yield, with scrap and the feed that no statistics show. */
        FED;

        /** The word in a dataset: {@code growth}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Throws if the place is the world, if the path lacks the assumption, year or phasing that it needs, or if it has
     * one without use for it.
     */
    public Limit {
        if (place.kind() == Place.Kind.WORLD) {
            throw new IllegalArgumentException(
                    "'" + place + "' has no limit: it is the sum of its places. Name them, and '" + Place.OTHER
                            + "' for the rest.");
        }
        boolean moves = path == Path.GROWTH || path == Path.LEVEL || path == Path.OUTLOOK;
        if (moves && assumption.isEmpty()) {
            throw new IllegalArgumentException("The path '" + path + "' needs an assumption. Name one, or use held.");
        }
        if (!moves && path != Path.FED && assumption.isPresent()) {
            throw new IllegalArgumentException("'" + assumption.get() + "' has no use on the path " + path
                    + ". Leave the cell empty, or use growth.");
        }
        if (path == Path.PLANTS && (start.isPresent() || use.isPresent())) {
            throw new IllegalArgumentException("'" + start.or(() -> use).orElseThrow()
                    + "' has no use on the path plants, whose lines in pipeline.csv say what they make."
                    + " Leave start and use empty.");
        }
        if (path == Path.PLANTS && place.equals(Place.OTHER)) {
            throw new IllegalArgumentException("'" + place + "' are more than their plants: the path held keeps what"
                    + " the figures have beyond these. Use held.");
        }
        if (path == Path.FED && use.isEmpty()) {
            throw new IllegalArgumentException("The path 'fed' needs a yield. Name its assumption in use.");
        }
        if ((path == Path.FED && kind != Kind.FEED) || (path == Path.PLANTS && kind != Kind.CAPACITY)) {
            throw new IllegalArgumentException("The path '" + path + "' is no " + kind + ". Write "
                    + (path == Path.FED ? Kind.FEED : Kind.CAPACITY) + " in limit.");
        }
        if ((path == Path.LEVEL || path == Path.OUTLOOK) && until.isEmpty()) {
            throw new IllegalArgumentException("The path '" + path + "' needs a year in until.");
        }
        if ((path == Path.OUTLOOK) != phasing.isPresent()) {
            throw new IllegalArgumentException("The path '" + path + "' "
                    + (phasing.isPresent() ? "has no use for" : "needs") + " an assumption in phasing.");
        }
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(measure, place), kind, path, until.map(year -> "until " + year));
    }
}

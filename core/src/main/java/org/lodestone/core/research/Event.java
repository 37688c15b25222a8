package org.lodestone.core.research;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * Something with a date that may change an argument: a suspension that ends, a plant that is to start.
 *
 * @param when the day, month or longer span that it falls into
 * @param printed the time in its source's words, where these are less exact: {@code mid-2027}; else empty
 * @param who whose doing it is
 * @param event in a sentence
 * @param brief the event in a few words, for the front page; empty where it is short enough
 * @param effect what it is expected to change; empty where nothing is said
 * @param status on which ground it is due, or how it passed
 * @param lead its place among the events that lead, 1 first; 0 for all others
 * @param stages ids of the stages it touches
 * @param company id of the company it touches
 * @param policy id of the policy that sets the date
 * @param moves ids of the assumptions of the forecast that it moves; none where it moves none
 */
public record Event(
        String id,
        Period when,
        String printed,
        String who,
        String event,
        String brief,
        String effect,
        Status status,
        int lead,
        ImmutableList<String> stages,
        Optional<String> company,
        Optional<String> policy,
        ImmutableList<String> moves,
        Citation citation) {

    /** On which ground something is due, or how it passed, as far as its sources know. */
    public enum Status {
        /** Due on a day that a law, an order or a contract sets. */
        LAW("law-or-contract", "due by law or contract"),
        /** Announced by the company or government that is to do it. */
        TARGET("target", "target of a company or government"),
        /** Expected by a broker. */
        ESTIMATE("broker-estimate", "estimate of a broker"),
        /** Expected because it came at this time in earlier years. */
        PATTERN("pattern", "pattern of earlier years"),
        /** It happened. */
        PASSED("passed", "passed"),
        /** Its day has passed, and no source was read on how it came out. */
        NOT_READ("passed-not-read", "passed, outcome not read"),
        /** No date for it is published. */
        NOT_PUBLISHED("not-published", "not published");

        private final String id;
        private final String words;

        Status(String id, String words) {
            this.id = id;
            this.words = words;
        }

        /** The words that a reader sees: {@code due by law or contract}. */
        public String inWords() {
            return words;
        }

        /** Whether it was still to come when it was read of. */
        public boolean isAhead() {
            return switch (this) {
                case LAW, TARGET, ESTIMATE, PATTERN -> true;
                case PASSED, NOT_READ, NOT_PUBLISHED -> false;
            };
        }

        /** The word in a dataset: {@code broker-estimate}. */
        @Override
        public String toString() {
            return id;
        }
    }

    @Override
    public String toString() {
        return OneLine.of(when, event);
    }
}

package org.lodestone.reports.report;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.time.Days;
import org.lodestone.core.research.Event.Status;
import org.lodestone.core.time.Period;

/**
 * Something that is due, or has passed, and that may change the argument.
 *
 * @param when the day, month or longer span that it falls into
 * @param printed the time in its source's words, where these are less exact: {@code mid-2027}; else empty
 * @param who whose doing it is; empty where {@code what} says it
 * @param what is due: {@code Suspension of announcements 55 to 62 ends}
 * @param brief the same in a few words, for the front page; empty where {@code what} is short enough
 * @param effect what it is expected to change; empty where nothing is said
 * @param status on which ground it is due, or how it passed
 * @param lead its place among the dates that lead, 1 first; 0 for all others
 * @param where what it would change: a company, stages, or a section
 * @param moves the levers or drivers of the forecast that it moves, by the names that a reader sees; none where it moves none
 */
public record DateToWatch(
        Period when,
        String printed,
        String who,
        String what,
        String brief,
        String effect,
        Status status,
        int lead,
        String where,
        ImmutableList<String> moves,
        Citation citation) {

    /** Something that is due by law or contract. */
    public DateToWatch(Period when, String what, String where) {
        this(when, "", "", what, "", "", Status.LAW, 0, where, ImmutableList.of(), Citation.of());
    }

    /** The event that is due, in as few words as there are. */
    public String inBrief() {
        return brief.isEmpty() ? what : brief;
    }

    /** Whether it stands before all others, due or passed. */
    public boolean leads() {
        return lead > 0;
    }

    /** When it is: in its source's words where these are less exact, else the period. */
    public String whenInWords() {
        return printed.isEmpty() ? Days.inSentence(when) : printed;
    }

    @Override
    public String toString() {
        return OneLine.of(when, what);
    }
}

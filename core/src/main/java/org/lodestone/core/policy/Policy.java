package org.lodestone.core.policy;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * A measure of a government, with the state it was in as of a date.
 *
 * @param date when it was issued
 * @param effective from when it holds, in its source's words; empty when not stated
 * @param jurisdiction whose policy it is
 * @param issuer the ministry or other body that issued it
 * @param title in English
 * @param titleLocal in the language of the issuer; empty when not known
 * @param document its number, such as {@code MOFCOM 2025 No. 18}; empty when not known
 * @param stages ids of the stages it touches
 * @param touches what else it touches: export, technology, stockpile
 * @param measure what it does
 * @param status such as {@code draft}, as of {@code asOf}; begins with {@code in force} where it holds
 * @param asOf when the status was read, in its source's words
 */
public record Policy(
        String id,
        Period date,
        String effective,
        String jurisdiction,
        String issuer,
        String title,
        String titleLocal,
        String document,
        ImmutableList<String> stages,
        ImmutableList<String> touches,
        String measure,
        String status,
        String asOf,
        Citation citation) {

    private static final String IN_FORCE = "in force";

    /** Whether it held when its status was read. */
    public boolean isInForce() {
        return status.startsWith(IN_FORCE);
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(id, date), title);
    }
}

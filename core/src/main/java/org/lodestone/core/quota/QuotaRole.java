package org.lodestone.core.quota;

import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.figure.Citation;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.time.Period;

/**
 * The role of a company in the quota of a holder.
 *
 * <pre>China Northern Rare Earth,600010.SH,mining,runs,,,Mines the ore and sells it to 600111.SH,jiufang-2026-02-600111,read</pre>
 *
 * @param holder as {@code quotas.csv} names it; {@code all} for a company that has no quota
 * @param company id of the company
 * @param stage id of the stage; empty for every stage
 * @param from the first year; {@link Period#NONE} where not known
 * @param until the last year; {@link Period#NONE} where it still holds
 */
public record QuotaRole(
        String holder,
        String company,
        Optional<String> stage,
        Role role,
        Period from,
        Period until,
        Citation citation) {

    /** How the company stands to the holder. */
    public enum Role {
        /** It is the holder. */
        HOLDS,
        /** The holder's quota is with its subsidiaries, and in its accounts; whose part it is by ownership is another matter. */
        CONSOLIDATES,
        /** It mines or separates what the holder may. */
        RUNS,
        /** A part of the holder's quota is its own. */
        MEMBER,
        /** It is stated to have no quota. */
        NONE;

        /** The word in a dataset: {@code member}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Throws if the holder is {@code all} and the role is not {@link Role#NONE}, or the other way round; and if it
     * ends in a year before it begins.
     */
    public QuotaRole {
        if ((role == Role.NONE) != holder.equals(Holder.ALL.name())) {
            throw new IllegalArgumentException(
                    "'" + role + "' of '" + holder + "' does not fit. A company without a quota"
                            + " has the role none and the holder all, and every other names a holder.");
        }
        if (from.kind() != Period.Kind.NONE && until.kind() != Period.Kind.NONE && until.year() < from.year()) {
            throw new IllegalArgumentException(
                    "it lasts from '" + from + "' until '" + until + "', which is earlier. Swap them, or correct one.");
        }
    }

    /** Whether it says something of a stage in a year. */
    public boolean covers(String stageId, Period year) {
        boolean begun = from.kind() == Period.Kind.NONE || from.year() <= year.year();
        boolean lasts = until.kind() == Period.Kind.NONE || until.year() >= year.year();
        return begun && lasts && stage.map(stageId::equals).orElse(true);
    }

    @Override
    public String toString() {
        return OneLine.of(holder, company, stage, role);
    }
}

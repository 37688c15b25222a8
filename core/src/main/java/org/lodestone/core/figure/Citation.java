package org.lodestone.core.figure;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.internal.text.OneLine;

/**
 * Who says so, and how they know.
 *
 * @param sources ids of the sources
 * @param note a remark for readers; empty when there is none
 */
public record Citation(ImmutableList<String> sources, Reliability reliability, How how, String note) {

    /** A fact that was read in {@code sources}, which report it. */
    public static Citation of(String... sources) {
        return new Citation(ImmutableList.copyOf(sources), Reliability.READ, How.REPORTED, "");
    }

    /** Whether the fact must be marked where it is shown, because nobody read it at its source. */
    public boolean isSecondary() {
        return reliability == Reliability.SECONDARY || how == How.SECOND_HAND;
    }

    @Override
    public String toString() {
        return OneLine.joined(sources, how, reliability);
    }
}

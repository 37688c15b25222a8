package org.lodestone.core.figure;

import com.google.common.collect.ImmutableList;

/** How a figure is known: its sources by id, whether they were read, and a remark, which may be empty. */
public record Citation(ImmutableList<String> sources, Reliability reliability, How how, String note) {

    public static Citation of(String source) {
        return new Citation(ImmutableList.of(source), Reliability.READ, How.REPORTED, "");
    }

    public boolean isSecondary() {
        return reliability == Reliability.SECONDARY || how == How.SECOND_HAND;
    }
}

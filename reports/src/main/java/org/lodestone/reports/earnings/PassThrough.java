package org.lodestone.reports.earnings;

import com.google.common.collect.ImmutableList;

/** How much of a change of price goes to the seller of the ore, where that is not known of a company. */
public enum PassThrough {
    /** As much as is known, and nothing where nothing is. */
    LEAST,
    /** As much as another company states for the ore it buys. */
    MOST;

    /** Both where it is not known, and one where it is. */
    static ImmutableList<PassThrough> of(boolean known) {
        return known ? ImmutableList.of(LEAST) : ImmutableList.of(LEAST, MOST);
    }

    /** The name of a value in this case. */
    String in(String part) {
        return this == LEAST ? part : part + ", most passed on";
    }
}

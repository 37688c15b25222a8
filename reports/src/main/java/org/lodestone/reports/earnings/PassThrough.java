package org.lodestone.reports.earnings;

import com.google.common.collect.ImmutableList;

/** The part of a change of price that goes to the seller of the ore, where that is not known of a company. */
public enum PassThrough {
    /** The part that is known, and nothing where none is. */
    LEAST,
    /** The part that another company states for the ore it buys. */
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

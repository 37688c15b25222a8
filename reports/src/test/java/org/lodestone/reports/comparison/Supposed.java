package org.lodestone.reports.comparison;

import com.google.common.collect.ImmutableList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.lodestone.reports.RareEarths;

/** Facts typed into the rare earths, and what they change: compared once, for all tests. */
record Supposed(WhatIf typed, Side after, Comparison comparison) {

    static final Side BEFORE = Side.of(RareEarths.analyses());

    private static final Map<ImmutableList<String>, Supposed> MADE = new ConcurrentHashMap<>();

    static Supposed of(String... facts) {
        return MADE.computeIfAbsent(ImmutableList.copyOf(facts), Supposed::made);
    }

    private static Supposed made(ImmutableList<String> facts) {
        WhatIf typed = WhatIf.of(RareEarths.dataset(), facts);
        Side after = Side.of(typed.after());
        return new Supposed(typed, after, Comparison.of(BEFORE, after));
    }
}

package org.lodestone.reports.screen;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.formula.Key;

/**
 * The value of a company under a criterion, or why there is none.
 *
 * @param key the value, which is missing where nothing is known
 * @param known whether something is
 * @param atLeast whether the true value is known to be no smaller, and may be larger
 * @param what in words what the value is, or why there is none
 * @param sources ids of the sources
 * @param otherwise how it is stated, where that is not in the unit of the criterion: {@code stated in AUD mn, not CNY mn}; else
 *     empty
 */
public record CriterionValue(
        Key key, boolean known, boolean atLeast, String what, ImmutableList<String> sources, String otherwise) {

    CriterionValue(Key key, boolean known, boolean atLeast, String what, ImmutableList<String> sources) {
        this(key, known, atLeast, what, sources, "");
    }

    @Override
    public String toString() {
        return OneLine.of(what, "[" + key + "]", known ? "" : "not known");
    }
}

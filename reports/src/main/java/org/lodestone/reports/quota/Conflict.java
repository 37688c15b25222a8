package org.lodestone.reports.quota;

import org.lodestone.core.figure.How;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quota.Quota;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;

/**
 * Two figures for one quota that are not the same: the one used, and another one that is not.
 *
 * @param usedHow how the source of the figure used knows it
 * @param difference the other less the one used
 */
public record Conflict(Split split, Period year, Key used, How usedHow, Key other, How otherHow, Key difference) {

    static Conflict of(
            Split split, Period year, Key used, Quota usedRow, Key other, Quota otherRow, Model.Builder model) {
        Key difference =
                model.calculation(other.sub("less the figure used"), other.ref().minus(used.ref()));
        return new Conflict(
                split,
                year,
                used,
                usedRow.citation().how(),
                other,
                otherRow.citation().how(),
                difference);
    }

    @Override
    public String toString() {
        return OneLine.of(OneLine.joined(year, split), usedHow + " used", otherHow + " not");
    }
}

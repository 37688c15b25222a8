package org.lodestone.core.fundamentals;

import com.google.common.collect.ImmutableSet;
import org.lodestone.core.figure.How;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.table.NumberForm;

/**
 * Which fact of a dataset an indicator is.
 *
 * @param scope for whom or which part; empty for the whole company
 * @param unit of the numbers as the file has them; empty where the file says it
 * @param basis what a mass is a mass of; empty where there is no mass
 * @param period of the numbers; empty where the file says it
 * @param periodColumn the column that has the period of each row; empty where none does
 * @param how the source knows the number: reported, unless it is a forecast or was worked out
 * @param written in which forms the numbers of a table may be written beside plain digits
 */
public record Meaning(
        String fact,
        Kind kind,
        Timing timing,
        String scope,
        String unit,
        String basis,
        String period,
        String periodColumn,
        How how,
        ImmutableSet<NumberForm> written) {

    /** One whose unit and period the file tells. */
    static Meaning of(String fact, Kind kind, Timing timing, String scope, String unit) {
        return new Meaning(fact, kind, timing, scope, unit, "", "", "", How.REPORTED, ImmutableSet.of());
    }

    /** The same for another part of the company. */
    Meaning withScope(String other) {
        return new Meaning(fact, kind, timing, other, unit, basis, period, periodColumn, how, written);
    }

    @Override
    public String toString() {
        return OneLine.of(fact, kind, timing, scope, unit, basis);
    }
}

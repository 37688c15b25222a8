package org.lodestone.reports.claim;

import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;

/** A way of working out a claim, by an analysis other than supply. */
record ClaimWay(Formula words, Formula value, Kind kind, Unit unit, String remark, Model model) {

    /** The kind of the value, which decides how it is brought to the claim's unit. */
    enum Kind {
        RATIO,
        AMOUNT,
        PLAIN
    }
}

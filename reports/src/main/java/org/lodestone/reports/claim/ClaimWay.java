package org.lodestone.reports.claim;

import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Model;

/** A way of working out a claim, by an analysis other than supply. */
record ClaimWay(String words, Formula value, Kind kind, Unit unit, String remark, Model model) {

    /** What the value is, and so how it is brought to the claim's unit. */
    enum Kind {
        RATIO,
        AMOUNT,
        PLAIN
    }
}

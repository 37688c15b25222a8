package org.lodestone.reports.sheet.supply;

import org.lodestone.core.time.Period;
import org.lodestone.reports.chain.StageRow;
import org.lodestone.reports.supply.Supply;

/** The word before a measure of which a share is: {@code known}, where the amount of a country is not published. */
public final class WhatIsKnown {

    private WhatIsKnown() {}

    /** {@code known } or nothing, before the measure in a year. */
    public static String before(Supply supply, Period year) {
        return supply.allKnown(year) ? "" : "known ";
    }

    /** The same before a stage or its measure, in its latest year. */
    public static String before(StageRow row) {
        return row.supply().map(supply -> before(supply, supply.latest())).orElse("");
    }
}

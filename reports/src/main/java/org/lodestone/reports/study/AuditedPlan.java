package org.lodestone.reports.study;

import java.util.Locale;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/**
 * A study that can be recomputed, with the keys of what goes into its middle case.
 *
 * @param name project and study, and from what its earnings follow where that is told apart
 * @param money unit of its amounts: millions of its currency
 */
public record AuditedPlan(String name, Unit money) {

    private static final Term PLAN = Term.of("study");

    /** Years of operation whose ramp has a key; from the last of them on it holds. */
    public static final int RAMP_YEARS = 4;

    /** What goes into the middle case, in the unit of money where it is an amount. */
    public enum Entry {
        /** Cost of building. */
        CAPEX,
        /** Earnings before interest, tax, depreciation and amortisation in a year at full output. */
        EBITDA,
        /** Years of operation for which these hold. */
        EBITDA_YEARS,
        /** Earnings from then on. */
        LATER_EBITDA,
        /** Years of operation. */
        LIFE,
        /** Rate of tax on profit. */
        TAX,
        /** Years of building. */
        BUILD,
        /** Discount rate. */
        RATE,
        /** Years from the valuation date to the first cash flow. */
        TIMING,
        /** Part of the cost of building spent in each year of operation after the first. */
        SUSTAINING,
        /** Years over which the cost of building is written off. */
        DEPRECIATION,
        /** All that is earned over the life less the cost of building: the net present value is less. */
        MOST_NPV,
        /** Earnings of a year over the cost of building: the internal rate of return is less. */
        MOST_IRR,
        /** {@link #MOST_NPV} when the study was audited, so that a change of what it rests on is seen. */
        AS_AUDITED,
        /** Net present value of the middle case, as recomputed. */
        NPV;

        /** In words: {@code ebitda years}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The key of an entry. */
    public Key key(Entry entry) {
        return PLAN.sub(entry.toString()).of(Subject.of(name));
    }

    /** The key of the part of full output that is reached in a year of operation, counted from 1. */
    public Key ramp(int year) {
        return PLAN.sub("ramp, year " + year).of(Subject.of(name));
    }

    @Override
    public String toString() {
        return OneLine.of(name, money);
    }
}

package org.lodestone.reports.study;

import com.google.common.collect.ImmutableMap;
import java.util.Locale;
import java.util.Optional;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.quantity.Unit;
import org.lodestone.reports.formula.Key;

/**
 * A study that can be recomputed, with the values of its middle case.
 *
 * @param name project and study, and from what its earnings follow where that is told apart
 * @param published when, or words where the source prints no date
 * @param money unit of its amounts: millions of its currency
 * @param way from what its earnings follow: {@code EBITDA as printed}
 * @param keys of what goes into the middle case, and what it gives
 */
public record AuditedPlan(String name, String published, Unit money, String way, ImmutableMap<Entry, Key> keys) {

    /** An entry of the middle case, in the unit of money where it is an amount. */
    public enum Entry {
        /** Cost of building. */
        CAPEX("Capital"),
        /** Earnings before interest, tax, depreciation and amortisation in a year at full output. */
        EBITDA("EBITDA a year"),
        /** Years of operation. */
        LIFE("Life, years"),
        /** All that is earned over the life less the cost of building: the net present value is less. */
        MOST_NPV("NPV less than"),
        /** Earnings of a year over the cost of building: the internal rate of return is less. */
        MOST_IRR("IRR less than"),
        /** Years of building. */
        BUILD("Building, years"),
        /** Part of full output in the first year of operation. */
        RAMP_1("Output, year 1"),
        /** In the second. */
        RAMP_2("Year 2"),
        /** In the third. */
        RAMP_3("Year 3"),
        /** From the fourth on. */
        RAMP_4("Year 4 on"),
        /** Part of the cost of building spent in each year of operation after the first. */
        SUSTAINING("Sustaining capital"),
        /** Years over which the cost of building is written off. */
        DEPRECIATION("Depreciation, years"),
        /** Rate of tax on profit. */
        TAX("Tax"),
        /** Discount rate. */
        RATE("Discount rate"),
        /** Years from the valuation date to the first cash flow. */
        TIMING("First flow, years"),
        /** Net present value of the middle case, as recomputed. */
        NPV("NPV as audited");

        private final String title;

        Entry(String title) {
            this.title = title;
        }

        /** The words over it: {@code Building, years}. */
        public String title() {
            return title;
        }

        /** Whether it is an amount of money, and not years or a part of another. */
        public boolean isMoney() {
            return this == CAPEX || this == EBITDA || this == NPV;
        }

        /** In words: {@code most npv}. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** The key of an entry; empty for what the plan has not, such as a net present value where none is printed. */
    public Optional<Key> key(Entry entry) {
        return Optional.ofNullable(keys.get(entry));
    }

    /** Whether the workbook can follow it year by year: its earnings are the same in every year, and all else is known. */
    public boolean isLive() {
        return keys.containsKey(Entry.NPV);
    }

    @Override
    public String toString() {
        return OneLine.of(name, money);
    }
}

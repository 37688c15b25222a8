package org.lodestone.reports.valuation;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/** A figure on a company that is valued. Money is in USD mn, at the rate of the day of the price. */
public enum CompMeasure {
    /** The share price times the number of shares. */
    MARKET_VALUE("market value", true),
    /** The market value that somebody published for the day of the price. */
    PUBLISHED_VALUE("published market value", false),
    /** All that enterprise value adds to market value. */
    BRIDGE("bridge", false),
    /** Net debt, the first part of the bridge. */
    NET_DEBT("net debt", false),
    /** The second: minorities, preferred, less investments. */
    OTHER_CLAIMS("minorities, preferred and other", false),
    /** The third, taken off: the cash of shares issued after the balance sheet and before the price. */
    CASH_RAISED("cash raised since", false),
    /** Market value and the bridge. */
    ENTERPRISE_VALUE("enterprise value", true),
    /** The net profit of the newest twelve months that were reported by the day of the price. */
    NET_PROFIT("net profit", false),
    /** The EBITDA of the newest twelve months that were reported by the day of the price. */
    EBITDA("EBITDA", false),
    /** Market value over net profit. */
    TRAILING_PE("trailing P/E", true),
    /** The P/E that was quoted on a day. */
    FORWARD_PE("forward P/E", true),
    /** Enterprise value over EBITDA. */
    EV_TO_EBITDA("EV/EBITDA", true),
    /** Enterprise value for each tonne contained in what it mines or separates itself, by kind of product. */
    EV_PER_TONNE("EV per tonne", true);

    static final Term COMPS = Term.of("comps");

    private final String words;
    private final boolean compared;

    CompMeasure(String words, boolean compared) {
        this.words = words;
        this.compared = compared;
    }

    /** Those of which the lowest, the median and the highest are told. */
    public static ImmutableList<CompMeasure> compared() {
        return Stream.of(values()).filter(measure -> measure.compared).collect(ImmutableList.toImmutableList());
    }

    /** The lowest of the companies of which it is a number, and whose price is in the window. */
    public Key lowest() {
        return lowest(words);
    }

    /** The median of these. */
    public Key median() {
        return median(words);
    }

    /** The highest of these. */
    public Key highest() {
        return highest(words);
    }

    /** The number of these. */
    public Key counted() {
        return counted(words);
    }

    /** The lowest of a kind of product. */
    public Key lowest(String kind) {
        return overall("lowest", kind);
    }

    /** The median of a kind of product. */
    public Key median(String kind) {
        return overall("median", kind);
    }

    /** The highest of a kind of product. */
    public Key highest(String kind) {
        return overall("highest", kind);
    }

    /** The number of a kind of product. */
    public Key counted(String kind) {
        return overall("counted", kind);
    }

    private Key overall(String what, String kind) {
        if (!compared) {
            throw new IllegalArgumentException(
                    "The " + words + " is not compared over companies. Use one of: " + compared() + ".");
        }
        Key overall = COMPS.sub(words).sub(what).key();
        return kind.equals(words) ? overall : overall.in(Case.of(kind));
    }

    Key of(String company) {
        return COMPS.sub(words).of(Subject.of(company));
    }

    @Override
    public String toString() {
        return words;
    }
}

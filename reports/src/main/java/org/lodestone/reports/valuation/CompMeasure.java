package org.lodestone.reports.valuation;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/** A figure on a company that is valued. Money is in USD mn, at the rate of the day of the price. */
public enum CompMeasure {
    /** The share price times the number of shares. */
    MARKET_VALUE("market value", true),
    /** All that enterprise value adds to market value. */
    BRIDGE("bridge", false),
    /** Net debt, the first part of the bridge. */
    NET_DEBT("net debt", false),
    /** The rest of the bridge: minorities, preferred, less investments. */
    OTHER_CLAIMS("minorities, preferred and other", false),
    /** Market value and the bridge. */
    ENTERPRISE_VALUE("enterprise value", true),
    /** The net profit of the last twelve months that ended before the day of the price. */
    NET_PROFIT("net profit", false),
    /** The EBITDA of the last twelve months that ended before the day of the price. */
    EBITDA("EBITDA", false),
    /** Market value over net profit. */
    TRAILING_PE("trailing P/E", true),
    /** The P/E that was quoted on a day. */
    FORWARD_PE("forward P/E", true),
    /** Enterprise value over EBITDA. */
    EV_TO_EBITDA("EV/EBITDA", true),
    /** Its own mining quota or output of a year, in the unit of {@link Comps#unit()}. */
    OWN_TONNES("own tonnes", false),
    /** Enterprise value in USD 1,000 for each of its own tonnes a year. */
    EV_PER_TONNE("EV per tonne", true);

    private static final Term COMPS = Term.of("comps");

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

    /** The lowest of the companies of which it is a number. */
    public Key lowest() {
        return overall("lowest");
    }

    /** The median of the companies of which it is a number. */
    public Key median() {
        return overall("median");
    }

    /** The highest of the companies of which it is a number. */
    public Key highest() {
        return overall("highest");
    }

    /** The number of companies of which it is a number. */
    public Key counted() {
        return overall("counted");
    }

    private Key overall(String what) {
        if (!compared) {
            throw new IllegalArgumentException(
                    "The " + words + " is not compared over companies. Use one of: " + compared() + ".");
        }
        return COMPS.sub(words).sub(what).key();
    }

    Key of(String company) {
        return COMPS.sub(words).of(Subject.of(company));
    }

    @Override
    public String toString() {
        return words;
    }
}

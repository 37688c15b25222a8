package org.lodestone.reports.valuation;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.valuation.Comps.CompGroup;

/**
 * A company with what it costs and what that is compared with. Each fact has its period and its sources.
 *
 * @param netProfit of the last twelve months that ended before the day of the price; empty where not known
 * @param ebitda of the same, perhaps of other months
 * @param forwardPe the latest quote, with its day
 * @param flags what to know before comparing it
 */
public record Comp(
        Company company,
        CompGroup group,
        SharePrice price,
        Bridge bridge,
        Optional<StatedFact> netProfit,
        Optional<StatedFact> ebitda,
        Optional<StatedFact> forwardPe,
        OwnTonnes tonnes,
        ImmutableList<CompFlag> flags) {

    static final String EXACT = "exact";
    static final String AT_LEAST = "at least";
    static final String AT_MOST = "at most";

    Comp withFlags(ImmutableList<CompFlag> found) {
        return new Comp(company, group, price, bridge, netProfit, ebitda, forwardPe, tonnes, found);
    }

    /** The key of what is known of it. */
    public Key key(CompMeasure measure) {
        return measure == CompMeasure.MARKET_VALUE ? price.marketValue() : measure.of(company.id());
    }

    /**
     * In which sense its own tonnes, or its enterprise value for each of them, are known: the text {@code at least} where the true number is
     * no smaller, {@code at most} where it is no larger, else {@code exact}.
     */
    public Key bound(CompMeasure ofTonnes) {
        return bound(key(ofTonnes));
    }

    static Key bound(Key ofTonnes) {
        return ofTonnes.sub("known as");
    }

    /** A text for each of the bounds, none for what is exact. */
    public Formula bound(CompMeasure ofTonnes, String atLeast, String atMost) {
        return bound(ofTonnes, atLeast, atMost, "");
    }

    Formula bound(CompMeasure ofTonnes, String atLeast, String atMost, String exact) {
        Formula known = bound(ofTonnes);
        return is(known, AT_LEAST)
                .then(Formula.text(atLeast), is(known, AT_MOST).then(Formula.text(atMost), Formula.text(exact)));
    }

    private static Formula is(Formula known, String other) {
        return Formula.call(Fn.SAME_TEXT, known, Formula.text(other));
    }

    /** Whether there is a flag of this kind. */
    public boolean has(CompFlag.Kind kind) {
        return flags.stream().anyMatch(flag -> flag.kind() == kind);
    }

    @Override
    public String toString() {
        return OneLine.joined(price, OneLine.count(flags, "flag"));
    }

    /**
     * The items that lead from a company's market value to its enterprise value, as of one balance sheet.
     *
     * @param whole all of it in one number, as an aggregator has it; empty where it is put together from its parts
     * @param netDebt of the same day as the whole; empty where only the whole is known, or nothing is
     * @param added minorities and preferred that are added to net debt; none beside a whole
     * @param outside claims that are known and are not in it
     */
    public record Bridge(
            Optional<StatedFact> whole,
            Optional<StatedFact> netDebt,
            ImmutableList<StatedFact> added,
            ImmutableList<StatedFact> outside) {

        /** A bridge of which nothing is published. */
        static final Bridge UNKNOWN =
                new Bridge(Optional.empty(), Optional.empty(), ImmutableList.of(), ImmutableList.of());

        /** Whether anything is published that leads to an enterprise value. */
        public boolean isKnown() {
            return whole.isPresent() || netDebt.isPresent();
        }

        /** The facts it is made of. */
        public Stream<StatedFact> parts() {
            return Stream.of(whole.stream(), netDebt.stream(), added.stream()).flatMap(part -> part);
        }

        @Override
        public String toString() {
            return OneLine.of("bridge to enterprise value", whole, netDebt, added);
        }
    }

    /**
     * A warning to read before comparing a company.
     *
     * @param sentence says it, with its numbers
     */
    public record CompFlag(Kind kind, Key sentence) {

        /** The subject of a warning. */
        public enum Kind {
            /** Dates of one row are more than three months apart. */
            DATES_APART("dates apart"),
            /** A number has no date. */
            NO_DATE("no date"),
            /** Equity was raised after the day of its shares or of its balance sheet. */
            RAISED_SINCE("raised since"),
            /** A claim on it is known that is not in its enterprise value. */
            CLAIM_OUTSIDE("claim outside"),
            /** A number comes from a secondary source. */
            SECONDARY("secondary");

            private final String words;

            Kind(String words) {
                this.words = words;
            }

            @Override
            public String toString() {
                return words;
            }
        }

        @Override
        public String toString() {
            return kind.toString();
        }
    }

    /**
     * The tonnes a year that are a company's own, by ownership: its mining quota, or else its output.
     *
     * <p>Where what others own of them is not stated, those in its accounts are the most that can be its own. Where only its stakes in
     * what others run are known, these are the least. {@link Comp#bound(CompMeasure)} says which.
     *
     * @param of whose quota, or which output; empty where there is none, or none is known
     * @param period the year
     * @param reason why so much, or why it is not known
     */
    public record OwnTonnes(String of, String period, String reason) {

        @Override
        public String toString() {
            return OneLine.of("own tonnes", of, period, reason);
        }
    }
}

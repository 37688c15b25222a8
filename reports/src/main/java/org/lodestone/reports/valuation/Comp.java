package org.lodestone.reports.valuation;

import static org.lodestone.reports.valuation.CompMeasure.COMPS;
import static org.lodestone.reports.valuation.CompMeasure.EV_PER_TONNE;

import com.google.common.collect.ImmutableList;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.core.company.Company;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.reports.company.SharePrice;
import org.lodestone.reports.company.StatedFact;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.valuation.Comps.CompGroup;

/**
 * A company with what it costs and what that is compared with, in the window of prices that is chosen.
 *
 * @param priced in each window, in the order of {@link Comps#windows()}; each fact has its period and its sources
 * @param products of its own that contain what is compared, as far as their content is stated
 */
public record Comp(Company company, CompGroup group, ImmutableList<Priced> priced, ImmutableList<Contained> products) {

    /** The key of what is known of it. Throws for what is known of a product. */
    public Key key(CompMeasure measure) {
        if (measure == EV_PER_TONNE) {
            throw new IllegalArgumentException(
                    "The " + measure + " is that of a product: ask one of " + products + ".");
        }
        return measure.of(company.id());
    }

    /** The share price in its own currency. */
    public Key price() {
        return own("share price");
    }

    /** One where its price is of a day in the window, zero where it is not: it is shown then and compared with none. */
    public Key inside() {
        return own("in the window");
    }

    /** The value that is counted: a text where its price lies outside the window. */
    public Key counted(CompMeasure measure) {
        return key(measure).sub("if in the window");
    }

    private Key own(String what) {
        return COMPS.sub(what).of(Subject.of(company.id()));
    }

    /** In the window that is chosen before a reader chooses one. */
    public Priced first() {
        return priced.get(0);
    }

    @Override
    public String toString() {
        return OneLine.joined(company.name(), first());
    }

    /**
     * A company at a price of a window, or, where it has none in it, at the nearest; with what was known on the day of that price.
     *
     * @param inside whether the price is of a day in the window
     * @param published the market value that is published for the day of the price, in its currency; empty where none is
     * @param netProfit of the newest twelve months that were reported by then; empty where not known
     * @param ebitda of the same, perhaps of other months
     * @param forwardPe the latest quote, with its day
     * @param flags what to know before comparing it
     */
    public record Priced(
            SharePrice price,
            boolean inside,
            Optional<StatedFact> published,
            Bridge bridge,
            Optional<StatedFact> netProfit,
            Optional<StatedFact> ebitda,
            Optional<StatedFact> forwardPe,
            ImmutableList<CompFlag> flags) {

        Priced withFlags(ImmutableList<CompFlag> found) {
            return new Priced(price, inside, published, bridge, netProfit, ebitda, forwardPe, found);
        }

        /** Whether there is a flag of this kind. */
        public boolean has(CompFlag.Kind kind) {
            return flags.stream().anyMatch(flag -> flag.kind() == kind);
        }

        @Override
        public String toString() {
            return OneLine.joined(price, OneLine.count(flags, "flag"));
        }
    }

    /**
     * The items that lead from a company's market value to its enterprise value: those of one balance sheet, the newest before the
     * price, and the cash of shares issued between the two.
     *
     * @param whole all of it in one number, as an aggregator has it; empty where it is put together from its parts
     * @param netDebt of the same day as the whole; empty where only the whole is known, or nothing is
     * @param added minorities and preferred that are added to net debt; none beside a whole
     * @param raised by issues of shares after the balance sheet and no later than the price, before costs
     * @param outside claims that are known and are not in it
     */
    public record Bridge(
            Optional<StatedFact> whole,
            Optional<StatedFact> netDebt,
            ImmutableList<StatedFact> added,
            ImmutableList<StatedFact> raised,
            ImmutableList<StatedFact> outside) {

        /** A bridge of which nothing is published. */
        static final Bridge UNKNOWN = new Bridge(
                Optional.empty(), Optional.empty(), ImmutableList.of(), ImmutableList.of(), ImmutableList.of());

        /** Whether anything is published that leads to an enterprise value. */
        public boolean isKnown() {
            return whole.isPresent() || netDebt.isPresent();
        }

        /** The facts of its balance sheet. */
        public Stream<StatedFact> parts() {
            return Stream.of(whole.stream(), netDebt.stream(), added.stream()).flatMap(part -> part);
        }

        @Override
        public String toString() {
            return OneLine.of("bridge to enterprise value", whole, netDebt, added, raised);
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
            DATES_APART,
            /** A number has no date. */
            NO_DATE,
            /** Another market value is published for the day of its price. */
            PUBLISHED_APART,
            /** Equity was raised after the day of its shares. */
            RAISED_SINCE,
            /** A claim on it is known that is not in its enterprise value. */
            CLAIM_OUTSIDE,
            /** A number comes from a secondary source. */
            SECONDARY;

            @Override
            public String toString() {
                return name().toLowerCase(Locale.ROOT).replace('_', ' ');
            }
        }

        @Override
        public String toString() {
            return kind.toString();
        }
    }

    /**
     * The tonnes that a product of a company's own contains of what all are compared by, and the cost of each.
     *
     * <p>A content that is stated as a range makes a range of both. Of output that is stated for less than a year, a year is at least as much,
     * so that a tonne costs at most as much.
     *
     * @param kind of product, such as {@code concentrate} or {@code separated}: those of one kind compare
     * @param content how much of it is in the product, in percent
     * @param output of the product, in each window: the newest year before the price, or else the longest part of one; empty where not known
     */
    public record Contained(
            String company, String kind, StatedFact content, ImmutableList<Optional<StatedFact>> output) {

        private static final Term TONNES = Term.of("comps").sub("contained tonnes");

        /** The tonnes contained, at the lower end of the content. */
        public Key tonnes() {
            return of(TONNES);
        }

        /** The tonnes contained, at the upper end. */
        public Key tonnesAtMost() {
            return of(TONNES.sub("at most"));
        }

        /** Whether a year has at least as many tonnes: one, or zero where they are those of a year. */
        public Key isOfAPart() {
            return of(TONNES.sub("of a part of a year"));
        }

        /** Enterprise value per tonne at the upper end of the content. */
        public Key perTonne() {
            return of(COMPS.sub(EV_PER_TONNE.toString()));
        }

        /** Enterprise value per tonne at the lower end of the content. */
        public Key perTonneAtMost() {
            return of(COMPS.sub(EV_PER_TONNE.toString()).sub("at most"));
        }

        /** The value that is counted: a text where it is a range, or a bound, or lies outside the window. */
        Key counted() {
            return perTonne().sub("if exact and in the window");
        }

        private Key of(Term term) {
            return term.of(Subject.of(company)).in(Case.of(kind));
        }

        @Override
        public String toString() {
            return OneLine.of(company, kind, content);
        }
    }
}

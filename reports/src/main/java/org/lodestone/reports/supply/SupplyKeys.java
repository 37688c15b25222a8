package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/** The keys of the supply of a measure in an edition: each is spelled here and nowhere else. {@link Supply} gives them their values. */
class SupplyKeys {

    private final Measure measure;
    private final String edition;
    private final ImmutableList<Place> places;
    private final boolean other;
    private final ImmutableList<Period> years;
    private final ImmutableList<Period> observed;

    SupplyKeys(
            Measure measure,
            String edition,
            ImmutableList<Place> places,
            boolean other,
            ImmutableList<Period> years,
            ImmutableList<Period> observed) {
        this.measure = measure;
        this.edition = edition;
        this.places = places;
        this.other = other;
        this.years = years;
        this.observed = observed;
    }

    /** The measure, such as mine production, in whose unit all amounts are. */
    public Measure measure() {
        return measure;
    }

    /** The id of the edition that the figures are from: {@code MCS2025}. */
    public String edition() {
        return edition;
    }

    /** Countries and groups in order of their latest amount, the largest first. */
    public ImmutableList<Place> places() {
        return places;
    }

    /** Whether there is a block of other countries. */
    public boolean other() {
        return other;
    }

    /** The years there are figures for. */
    public ImmutableList<Period> years() {
        return years;
    }

    /** The years that are not outlooks. */
    public ImmutableList<Period> observed() {
        return observed;
    }

    /** The name of a place, as a value that lists and sentences can show. */
    public Key name(Place place) {
        return term("name").of(Subject.of(place)).in(Case.of(edition));
    }

    /** The published figure of a place in a year, or the code in its place. */
    public Key amount(Place place, Period year) {
        return key(Term.of(measure), place, year);
    }

    /** The sum of rows; of known rows only, where some are not published: see {@link Supply#allKnown}. */
    public Key total(Period year) {
        return key("sum of rows", year);
    }

    /** The number of places that have a figure. */
    public Key count(Period year) {
        return key("places with a figure", year);
    }

    /**
     * The share of the sum of rows; of known rows only, where some are not published: see {@link Supply#allKnown}. It says
     * something only where {@link Supply#hasShares}: of one country alone it is 100%.
     */
    public Key share(Place place, Period year) {
        return key(term("share of sum of rows"), place, year);
    }

    /** The Herfindahl-Hirschman index, each other country counted as nothing: its lower end. */
    public Key hhi(Period year) {
        return key("HHI, others split up", year);
    }

    /** The supply without its largest place, over the whole: what is left if it fails. */
    public Key withoutLargest(Period year) {
        return key("share without the largest", year);
    }

    /** The rank of a place, the largest first. */
    public Key rank(Place place, Period year) {
        return key(term("rank"), place, year);
    }

    /** The number of a place in the list of ranks: 1, 2, 3. */
    public Key ordinal(int place) {
        return term("place").of(Subject.of(Integer.toString(place)));
    }

    /** The name of whoever has a rank. */
    public Key rankedName(int rank, Period year) {
        return key(term("ranked name"), rank, year);
    }

    /** The supply of whoever has a rank. */
    public Key rankedAmount(int rank, Period year) {
        return key(term("ranked amount"), rank, year);
    }

    /** The share of whoever has a rank in the sum of rows, as a ratio. */
    public Key rankedShare(int rank, Period year) {
        return key(term("ranked share"), rank, year);
    }

    /** The shares of the first ranks together. */
    public Key cumulativeShare(int rank, Period year) {
        return key(term("cumulative share"), rank, year);
    }

    /** The joint supply of all but the first ranks. */
    public Key restAmount(int ranks, Period year) {
        return key(term("amount after rank"), ranks, year);
    }

    /** The joint share of all but the first ranks, as a ratio. */
    public Key restShare(int ranks, Period year) {
        return key(term("share after rank"), ranks, year);
    }

    /** The latest year that was observed; without any, the latest outlook. */
    public Period latest() {
        ImmutableList<Period> best = observed.isEmpty() ? years : observed;
        return best.get(best.size() - 1);
    }

    /** The places, and the block of other countries where there is one. */
    public ImmutableList<Place> rows() {
        return other
                ? ImmutableList.<Place>builder().addAll(places).add(Place.OTHER).build()
                : places;
    }

    // ---------------------------------------------------------------- what only some years have

    Key differenceKey(Period year) {
        return key("sum of rows less printed total", year);
    }

    Key sumsKey(Period year) {
        return key("rows sum to printed total", year);
    }

    /** By how much rows may miss the printed total, since it and they are rounded. */
    Key rounding(Period year) {
        return key("rounding of printed total", year);
    }

    Key shareOfPrintedKey(Place place, Period year) {
        return key(term("share of printed total"), place, year);
    }

    Key growthKey(Period year) {
        return key("growth of sum of rows", year);
    }

    Key growthOfPrintedKey(Period year) {
        return key("growth of printed total", year);
    }

    Key growthKey(Place place, Period year) {
        return key(term("growth"), place, year);
    }

    Key hhiWithOthersKey(Period year) {
        return key("HHI, others as one", year);
    }

    /** The share of the largest places together. */
    Key largestKey(int number, Period year) {
        return key("CR" + number, year);
    }

    // ---------------------------------------------------------------- how a key is spelled

    private Term term(String part) {
        return Term.of(measure).sub(part);
    }

    Key key(String part, Period year) {
        return term(part).key().at(year).in(Case.of(edition));
    }

    Key key(Term term, Place place, Period year) {
        return term.of(Subject.of(place)).at(year).in(Case.of(edition));
    }

    Key key(Term term, int rank, Period year) {
        return term.of(Subject.of(Integer.toString(rank))).at(year).in(Case.of(edition));
    }
}

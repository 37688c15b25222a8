package org.lodestone.reports.supply;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.concentration.Concentration;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;

/** The keys of a history, and what stands behind each. {@link History} gives them their values. */
class HistoryKeys {

    private static final Case LATEST = Case.of("as last revised");

    private final Supply newest;
    private final Term term;
    private final ImmutableList<Place> largest;
    private final ImmutableSortedMap<Period, Supply> editions;

    HistoryKeys(Supply newest, Term term, ImmutableList<Place> largest, ImmutableSortedMap<Period, Supply> editions) {
        this.newest = newest;
        this.term = term;
        this.largest = largest;
        this.editions = editions;
    }

    /** The supply in the newest edition. */
    public Supply newest() {
        return newest;
    }

    /** The meaning of its amounts, such as mine production. */
    public Term term() {
        return term;
    }

    /** The places shown by themselves, the largest first: those that every edition names; the rest is one row. */
    public ImmutableList<Place> largest() {
        return largest;
    }

    /** The supply that each year is taken from. */
    public ImmutableSortedMap<Period, Supply> editions() {
        return editions;
    }

    void addTo(Model.Builder model, Period year, Supply supply) {
        List<Key> shown = new ArrayList<>();
        for (Place place : largest) {
            shown.add(model.calculation(
                    amount(place, year), supply.amount(place, year).ref()));
            model.calculation(
                    share(place, year),
                    Concentration.share(amount(place, year).ref(), total(year).ref()));
        }
        model.label(edition(year), supply.edition());
        model.calculation(total(year), supply.total(year).ref());
        model.calculation(rest(year), total(year).ref().minus(Formula.sumOfKnown(Formula.span(shown))));
    }

    /** The supply of a place in a year, by the newest edition that has the year. */
    public Key amount(Place place, Period year) {
        return term.of(Subject.of(place)).at(year).in(LATEST);
    }

    /** The share of a place in the total of a year, as a ratio. */
    public Key share(Place place, Period year) {
        return amount(place, year).sub("share");
    }

    /** The joint supply of the places not shown. */
    public Key rest(Period year) {
        return term.of(Subject.of("All others")).at(year).in(LATEST);
    }

    /** The supply of all places in a year. */
    public Key total(Period year) {
        return term.key().at(year).in(LATEST);
    }

    /** The edition a year is taken from. */
    public Key edition(Period year) {
        return term.sub("edition").key().at(year).in(LATEST);
    }

    /** The years that some edition has, in order. */
    public ImmutableList<Period> years() {
        return editions.keySet().asList();
    }
}

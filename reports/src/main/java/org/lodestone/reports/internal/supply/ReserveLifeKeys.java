package org.lodestone.reports.internal.supply;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.dataset.Doubt;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.supply.Supply;

/** The keys of a reserve life, and what stands behind each. {@link ReserveLife} gives them their values. */
class ReserveLifeKeys {

    private final Supply reserves;
    private final Supply output;
    private final Period year;
    private final ImmutableList<Place> places;

    ReserveLifeKeys(Supply reserves, Supply output, Period year, ImmutableList<Place> places) {
        this.reserves = reserves;
        this.output = output;
        this.year = year;
        this.places = places;
    }

    /** The reserves that are divided. */
    public Supply reserves() {
        return reserves;
    }

    /** The output by which they are divided. */
    public Supply output() {
        return output;
    }

    /** The year that both are of. */
    public Period year() {
        return year;
    }

    /** Places with a figure for reserves and one for output. */
    public ImmutableList<Place> places() {
        return places;
    }

    Model calculations() {
        Model.Builder model = Model.builder()
                .include(Definitions.MODEL)
                .include(reserves.model())
                .include(output.model());
        List<Key> held = new ArrayList<>();
        List<Key> mined = new ArrayList<>();
        for (Place place : places) {
            held.add(model.calculation(held(place), reserves.amount(place, year).ref()));
            mined.add(model.calculation(mined(place), inUnitOfReserves(output.amount(place, year))));
            model.calculation(years(place), held(place).ref().over(mined(place).ref()));
        }
        model.calculation(held(Place.WORLD), Formula.sum(Formula.span(held)));
        model.calculation(mined(Place.WORLD), Formula.sum(Formula.span(mined)));
        model.calculation(
                years(Place.WORLD),
                held(Place.WORLD).ref().over(mined(Place.WORLD).ref()));
        model.label(longest(), Doubt.LONGEST_LIFE);
        return model.build();
    }

    /** An output, which may be printed in thousands of tonnes where reserves are in millions. */
    private Formula inUnitOfReserves(Key amount) {
        return Definitions.inUnit(
                amount.ref(), output.measure().unit(), reserves.measure().unit());
    }

    /** Reserves of a place; of the world: of all places with both figures. */
    public Key held(Place place) {
        return key("reserves", place);
    }

    /** Output of a place, in the unit of the reserves. */
    public Key mined(Place place) {
        return key("output", place);
    }

    /** Years that the reserves of a place would last; of the world: of all places with both figures, like with like. */
    public Key years(Place place) {
        return key("years", place);
    }

    /** The most years that anybody believes. */
    Key longest() {
        return term("most years that are believed").key();
    }

    private Key key(String part, Place place) {
        return term(part).of(Subject.of(place)).at(year).in(edition());
    }

    /** The name of a result under the measure of these reserves: another measure of reserves has a life of its own. */
    private Term term(String part) {
        return Term.of(reserves.measure()).sub("reserve life: " + part);
    }

    private Case edition() {
        return Case.of(reserves.edition());
    }
}

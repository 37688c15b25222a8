package org.lodestone.reports.sheet.supply;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.lodestone.core.chain.Measure;
import org.lodestone.core.dataset.Doubt;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Definitions;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.supply.Supplies;
import org.lodestone.reports.supply.Supply;

/**
 * For how many years reserves would last at the output of a year.
 *
 * <pre>life = reserves / output</pre>
 *
 * <p>Taken only over places that have both figures, of which an output of zero is one; of the world not known once one of these is
 * withheld. A place that mines nothing has no reserve life. Amounts are in the unit of the reserves.
 */
public final class ReserveLife {

    private final Supply reserves;
    private final Supply output;
    private final Period year;
    private final ImmutableList<Place> places;
    private final Calculations values;

    private ReserveLife(Supply reserves, Supply output, Period year, ImmutableList<Place> places) {
        this.reserves = reserves;
        this.output = output;
        this.year = year;
        this.places = places;
        this.values = new Calculations(Definitions.MODEL, reserves.model(), output.model());
        places.forEach(this::years);
        years(Place.WORLD);
        longest();
        values.close();
    }

    /**
     * The reserve life in the latest year that both have in one edition. Empty where their bases differ: ore in the ground is
     * not used up by tonnes of metal.
     */
    public static Optional<ReserveLife> of(Supply reserves, Supply output) {
        Optional<Period> year =
                reserves.years().stream().filter(output.years()::contains).reduce((first, second) -> second);
        if (year.isEmpty()
                || !Definitions.canExpress(
                        output.measure().unit(), reserves.measure().unit())) {
            return Optional.empty();
        }
        Period at = year.get();
        var held = reserves.model().values();
        var mined = output.model().values();
        ImmutableList<Place> places = reserves.places().stream()
                .filter(output.places()::contains)
                .filter(place -> held.number(reserves.amount(place, at)).isPresent())
                .filter(place -> mined.number(output.amount(place, at)).isPresent())
                .collect(ImmutableList.toImmutableList());
        if (places.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new ReserveLife(reserves, output, at, places));
    }

    /** The reserve life at the output of the same edition. Empty where it is not plain what is mined of the reserves. */
    public static Optional<ReserveLife> of(Supplies supplies, Supply reserves) {
        List<Supply> held = onBasisOf(supplies, reserves, Measure.Kind.RESERVES);
        List<Supply> mined = onBasisOf(supplies, reserves, Measure.Kind.PRODUCTION);
        return held.size() == 1 && mined.size() == 1 ? of(reserves, mined.get(0)) : Optional.empty();
    }

    private static List<Supply> onBasisOf(Supplies supplies, Supply reserves, Measure.Kind kind) {
        return supplies.dataset().measures().values().stream()
                .filter(measure -> measure.kind() == kind
                        && measure.stage().equals(reserves.measure().stage())
                        && measure.unit().comparableWith(reserves.measure().unit()))
                .flatMap(measure -> supplies.supply(measure.id(), reserves.edition()).stream())
                .toList();
    }

    /** The year that both are of. */
    public Period year() {
        return year;
    }

    /** Places with a figure for reserves and one for output. */
    public ImmutableList<Place> places() {
        return places;
    }

    /** Reserves of a place; of the world: of all places with both figures. */
    public Key held(Place place) {
        return key("reserves", place, () -> ofPlaceOrAll(place, this::held, () -> reserves.amount(place, year)));
    }

    /** Output of a place, in the unit of the reserves: it may be printed in thousands of tonnes where these are in millions. */
    public Key mined(Place place) {
        return key(
                "output",
                place,
                () -> ofPlaceOrAll(
                        place,
                        this::mined,
                        () -> Definitions.inUnit(
                                output.amount(place, year),
                                output.measure().unit(),
                                reserves.measure().unit())));
    }

    private Formula ofPlaceOrAll(Place place, Function<Place, Key> ofEach, Supplier<Formula> ofPlace) {
        return place.equals(Place.WORLD) ? Formula.sum(Formula.span(places, ofEach)) : ofPlace.get();
    }

    /** Years that the reserves of a place would last; of the world: of all places with both figures, like with like. */
    public Key years(Place place) {
        return key("years", place, () -> held(place).over(mined(place)));
    }

    /** The most years that anybody believes. */
    private Key longest() {
        return values.label(term("most years that are believed").key(), Doubt.LONGEST_LIFE);
    }

    /**
     * That reserves would not last a year, or longer than any that are known, so that one of two units is in doubt; empty where
     * neither is so. Tonnes printed for thousands of them are found so.
     */
    public Optional<Formula> doubt() {
        return model().value(years(Place.WORLD)).number().stream()
                .filter(years -> years < 1 || years > Doubt.LONGEST_LIFE)
                .mapToObj(years -> words().with("believable", isBelievable())
                        .with("over", years(Place.WORLD).isAtLeast(ONE))
                        .with("most", String.format(Locale.ROOT, "%,d", Doubt.LONGEST_LIFE))
                        .say(
                                "{believable?Reserves last a year or more.|The unit is in doubt at its source: reserves as printed would"
                                        + " {over?last more than {most} years|not last a year}.}"))
                .findFirst();
    }

    /** Whether reserves last a year or more, and no longer than any that are known. */
    public Formula isBelievable() {
        Formula years = years(Place.WORLD);
        return years.isAtLeast(ONE).and(longest().isAtLeast(years));
    }

    /** The model that gives the keys their values. */
    public Model model() {
        return values.model();
    }

    private Key key(String part, Place place, Supplier<Formula> formula) {
        Case edition = Case.of(reserves.edition());
        return values.as(term(part).of(Subject.of(place)).at(year).in(edition), formula);
    }

    /** The name of a result under the measure of these reserves: another measure of reserves has a life of its own. */
    private Term term(String part) {
        return Term.of(reserves.measure()).sub("reserve life: " + part);
    }

    @Override
    public String toString() {
        return OneLine.of("reserve life", year, OneLine.count(places, "place"));
    }
}

package org.lodestone.reports.forecast;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.internal.model.Calculations;
import org.lodestone.reports.supply.Supply;

/**
 * The part of its largest holder's supply that a stage could replace from elsewhere.
 *
 * <pre>replaceable(t) = supply outside the largest holder in t / supply of the largest holder at the start</pre>
 */
public final class Replacement {

    /** The last year in which a target could be reached is beyond the outlooks. */
    public static final String NOT_REACHED = "not within the pipeline";

    private final SupplyForecast supply;
    private final Place holder;
    private final ImmutableList<Period> outlooks;
    private final Calculations values;

    private Replacement(SupplyForecast supply, Place holder) {
        this.supply = supply;
        this.holder = holder;
        this.outlooks = supply.observed().years().stream()
                .filter(year -> year.compareTo(supply.start()) > 0)
                .collect(toImmutableList());
        this.values = new Calculations(supply.model());
        for (Period year : outlooks) {
            outlookYear(year);
            isHalf(outlookRatio(year));
            isAll(outlookRatio(year));
        }
        half();
        supply.years().forEach(year -> isAll(ratio(year)));
        values.close();
    }

    /** Empty where no country has a limit of its own. */
    static Optional<Replacement> of(SupplyForecast supply) {
        Supply observed = supply.observed();
        return supply.places().stream()
                .filter(Place::isCountry)
                .max(Comparator.comparingDouble(place -> observed.model()
                        .value(observed.amount(place, supply.start()))
                        .number()
                        .orElse(0)))
                .map(holder -> new Replacement(supply, holder));
    }

    /** The supply to come in which the holder is replaced. */
    public SupplyForecast supply() {
        return supply;
    }

    /** The largest holder at the start. */
    public Place holder() {
        return holder;
    }

    /** Later years that an outlook has, whose supply is set against the same start. */
    public ImmutableList<Period> outlooks() {
        return outlooks;
    }

    /** The model that defines the keys. */
    public Model model() {
        return values.model();
    }

    private Term term(String part) {
        return supply.term("replacement of " + holder).sub(part);
    }

    // ---------------------------------------------------------------- how much

    /** Supply from outside the holder. */
    public Key outside(Period year) {
        return values.as(
                term("outside").key().at(year).in(supply.in()),
                () -> supply.total(year).minus(supply.withAdditions(holder, year)));
    }

    /** The part of the holder's supply at the start that could be replaced. */
    public Key ratio(Period year) {
        return values.as(
                term("replaceable").key().at(year).in(supply.in()),
                () -> outside(year).over(supply.amount(holder, supply.start())));
    }

    /** The same by the outlook's figures. */
    public Key outlookRatio(Period year) {
        Supply observed = supply.observed();
        return values.as(
                term("replaceable by the outlook").key().at(year),
                () -> observed.total(year)
                        .minus(observed.amount(holder, year))
                        .over(observed.amount(holder, supply.start())));
    }

    // ---------------------------------------------------------------- when

    /** A year of the forecast as a number, in the list from which the year reached is picked. */
    public Key year(Period year) {
        return values.label(term("year").key().at(year), year.year());
    }

    /** A year of the outlook as a number. */
    public Key outlookYear(Period year) {
        return values.label(term("year of the outlook").key().at(year), year.year());
    }

    /** Whether a ratio comes up to one half: 1 is yes. */
    public Key isHalf(Key ratio) {
        return values.as(
                ratio.sub("one half reached"),
                () -> ratio.plus(ratio).isAtLeast(ONE).then(ONE, ZERO));
    }

    /** Whether a ratio comes up to one: 1 is yes. */
    public Key isAll(Key ratio) {
        return values.as(ratio.sub("all reached"), () -> ratio.isAtLeast(ONE).then(ONE, ZERO));
    }

    /** The first year in which one half could be replaced, as text; in words where there is none. */
    public Key half() {
        return values.as(term("year of one half").key().in(supply.in()), () -> {
            Formula first = Formula.call(Fn.FIND, ONE, ofYears(year -> isHalf(ratio(year))));
            Formula year = Formula.call(Fn.PICK, ofYears(this::year), first);
            return year.isKnown().then(sentence(year), text(NOT_REACHED));
        });
    }

    private Formula.Span ofYears(Function<Period, Key> key) {
        return span(supply.years(), key);
    }

    @Override
    public String toString() {
        return OneLine.of("replacement of " + holder, supply.measure().name(), supply.in());
    }
}

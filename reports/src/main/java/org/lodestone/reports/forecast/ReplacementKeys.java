package org.lodestone.reports.forecast;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Definitions.ZERO;
import static org.lodestone.reports.formula.Formula.sentence;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import org.lodestone.core.place.Place;
import org.lodestone.core.time.Period;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.supply.Supply;

/** The keys of a replacement of the largest holder, and what stands behind each. {@link Replacement} gives them their values. */
class ReplacementKeys {

    /** The last year in which a target could be reached is beyond the outlooks. */
    public static final String NOT_REACHED = "not within the pipeline";

    private final SupplyForecast supply;
    private final Place holder;
    private final ImmutableList<Period> outlooks;
    private final Case in;

    ReplacementKeys(SupplyForecast supply, Place holder, ImmutableList<Period> outlooks, Case in) {
        this.supply = supply;
        this.holder = holder;
        this.outlooks = outlooks;
        this.in = in;
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

    /** The scenario, or the one chosen. */
    public Case in() {
        return in;
    }

    Model build() {
        Model.Builder model = Model.builder().include(supply.model());
        Formula toReplace = supply.amount(holder, supply.start()).ref();
        for (Period year : supply.years()) {
            Formula outside = supply.total(year).ref().minus(supply.withAdditions(holder, year));
            model.label(year(year), year.year());
            model.calculation(outside(year), outside);
            model.calculation(ratio(year), outside(year).ref().over(toReplace));
        }
        Supply observed = supply.observed();
        for (Period year : outlooks) {
            model.label(outlookYear(year), year.year());
            Formula outside = observed.total(year)
                    .ref()
                    .minus(observed.amount(holder, year).ref());
            model.calculation(
                    outlookRatio(year),
                    outside.over(observed.amount(holder, supply.start()).ref()));
        }
        reached(model, half(), years(), supply.years().stream().map(this::ratio).toList(), true);
        reached(model, all(), years(), supply.years().stream().map(this::ratio).toList(), false);
        if (!outlooks.isEmpty()) {
            List<Key> ratios = outlooks.stream().map(this::outlookRatio).toList();
            List<Key> years = outlooks.stream().map(this::outlookYear).toList();
            reached(model, outlookHalf(), years, ratios, true);
            reached(model, outlookAll(), years, ratios, false);
        }
        return model.build();
    }

    private List<Key> years() {
        return supply.years().stream().map(this::year).toList();
    }

    /** The first year in which a ratio is one half, or one; in words where there is none. */
    private static void reached(Model.Builder model, Key result, List<Key> years, List<Key> ratios, boolean half) {
        List<Key> flags = new ArrayList<>();
        for (int i = 0; i < ratios.size(); i++) {
            Formula ratio = ratios.get(i).ref();
            Formula reached = half ? ratio.plus(ratio).isAtLeast(ONE) : ratio.isAtLeast(ONE);
            Key flag = ratios.get(i).sub(half ? "one half reached" : "all reached");
            flags.add(model.calculation(flag, reached.then(ONE, ZERO)));
        }
        Formula first = Formula.call(Fn.FIND, ONE, span(flags));
        Formula year = Formula.call(Fn.PICK, span(years), first);
        model.calculation(result, year.isKnown().then(sentence(year), text(NOT_REACHED)));
    }

    /** A year of the forecast as a number, in the list from which the year reached is picked. */
    public Key year(Period year) {
        return term("year").key().at(year);
    }

    /** A year of the outlook as a number. */
    public Key outlookYear(Period year) {
        return term("year of the outlook").key().at(year);
    }

    /** Supply from outside the holder. */
    public Key outside(Period year) {
        return term("outside").key().at(year).in(in);
    }

    /** How much of the holder's supply at the start could be replaced. */
    public Key ratio(Period year) {
        return term("replaceable").key().at(year).in(in);
    }

    /** The same by the outlook's figures. */
    public Key outlookRatio(Period year) {
        return term("replaceable by the outlook").key().at(year);
    }

    /** The year in which one half could be replaced, as text. */
    public Key half() {
        return term("year of one half").key().in(in);
    }

    /** The year in which all could be replaced, as text. */
    public Key all() {
        return term("year of all").key().in(in);
    }

    /** The outlook's year in which one half could be replaced, as text; only where there is an outlook. */
    public Key outlookHalf() {
        return term("year of one half by the outlook").key();
    }

    /** The outlook's year in which all could be replaced, as text; only where there is an outlook. */
    public Key outlookAll() {
        return term("year of all by the outlook").key();
    }

    /** Whether a year has come up to one half or all: for the sheet. */
    public Key flag(Period year, boolean half) {
        return ratio(year).sub(half ? "one half reached" : "all reached");
    }

    private Term term(String part) {
        return supply.term("replacement of " + holder).sub(part);
    }
}

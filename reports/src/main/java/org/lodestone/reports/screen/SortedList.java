package org.lodestone.reports.screen;

import static org.lodestone.reports.formula.Definitions.ONE;
import static org.lodestone.reports.formula.Formula.span;
import static org.lodestone.reports.formula.Formula.text;
import static org.lodestone.reports.report.Wording.words;

import com.google.common.collect.ImmutableList;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.lodestone.core.internal.text.OneLine;
import org.lodestone.core.internal.text.Words;
import org.lodestone.core.screen.Criterion;
import org.lodestone.reports.formula.Case;
import org.lodestone.reports.formula.Fn;
import org.lodestone.reports.formula.Formula;
import org.lodestone.reports.formula.Key;
import org.lodestone.reports.formula.Model;
import org.lodestone.reports.formula.Subject;
import org.lodestone.reports.formula.Term;
import org.lodestone.reports.formula.Value;
import org.lodestone.reports.formula.ValueUnit;

/**
 * The companies of a screen from the best down, behind them those that cannot be ranked: another order as soon as a weight or a
 * value changes.
 */
public final class SortedList {

    private static final Term SORTED = Term.of("screen, sorted");

    private final LiveScreen screen;
    private final Case in;

    SortedList(LiveScreen screen) {
        this.screen = screen;
        this.in = screen.in();
    }

    /** The places from 1, one for each company; all are nobody's where the weights are none. */
    public ImmutableList<Integer> places() {
        return IntStream.rangeClosed(1, screen.companies().size()).boxed().collect(ImmutableList.toImmutableList());
    }

    /** The name of the company at a place. */
    public Key name(int place) {
        return at("company", place);
    }

    /** The score of the company at a place, from 1; missing where it has none. */
    public Key score(int place) {
        return at("score", place);
    }

    /** The rank of the company at a place; missing where it has none, and where equals share one, the same twice. */
    public Key rank(int place) {
        return at("rank", place);
    }

    /** The rank, with the one at the highest possible score in brackets where that is better. */
    public Key standing(int place) {
        return at("rank, and at best", place);
    }

    /** In words, where the score of the company at a place comes from, or what is missing for one. */
    public Key reason(int place) {
        return at("reason", place);
    }

    /** The score if all that is missing, or may be larger than it is known, were worst. */
    public Key low(int place) {
        return at("lowest score", place);
    }

    /** The score if all of it were best. */
    public Key high(int place) {
        return at("highest score", place);
    }

    /** A letter for how much is known. */
    public Key evidence(int place) {
        return at("evidence", place);
    }

    /** The value of a criterion for the company at a place; not available where it is not known. */
    public Key value(Criterion criterion, int place) {
        return at("value of " + criterion.name(), place);
    }

    /** The part of the score of the company at a place that comes from a criterion. */
    public Key contribution(Criterion criterion, int place) {
        return at("contribution " + criterion.name(), place);
    }

    /** Whether a company that is ranked stands at a place. */
    public Formula isTaken(int place) {
        return rank(place).ref().isKnown();
    }

    /** The number of companies that share the first rank; none where no company is ranked. */
    public Key leaders() {
        return SORTED.sub("companies that share the first rank").key().in(in);
    }

    /** Who comes first: a company, or {@code a tie of 2} that share the first rank; none where none is ranked. */
    public Key first() {
        return SORTED.sub("first").key().in(in);
    }

    /** Where among the companies the one at a place stands; missing where there is no order. */
    Key row(int place) {
        return at("row", place);
    }

    private Key at(String what, int place) {
        return SORTED.sub(what).of(Subject.of("place " + place)).in(in);
    }

    void addTo(Model.Builder model) {
        model.calculation(leaders(), Formula.call(Fn.COUNT_EQUAL, span(screen.each(screen::rank)), ONE));
        model.calculation(first(), isTaken(1).then(leadersOrOne(), text("none")));
        for (int place : places()) {
            Key number = model.label(at("place", place), place);
            Formula.Span order = span(screen.each(screen::line));
            model.calculation(row(place), Formula.call(Fn.FIND, number.ref(), order));
            model.calculation(name(place), picked(place, screen::name));
            model.calculation(score(place), known(place, screen::score));
            model.calculation(rank(place), picked(place, screen::rank));
            model.calculation(standing(place), picked(place, screen::standing));
            model.calculation(reason(place), picked(place, screen::reason));
            model.calculation(low(place), picked(place, screen::low));
            model.calculation(high(place), picked(place, screen::high));
            model.calculation(evidence(place), picked(place, screen::evidence));
            for (Criterion criterion : screen.screen().criteria()) {
                model.calculation(
                        value(criterion, place), known(place, company -> LiveScreen.value(criterion, company)));
                model.calculation(
                        contribution(criterion, place),
                        picked(place, company -> screen.contribution(criterion, company)));
            }
        }
    }

    private Formula leadersOrOne() {
        return words().with("tie", leaders().ref().isAbove(ONE))
                .with("several", leaders())
                .with("leader", name(1))
                .clause("{tie?a tie of {several}|{leader}}");
    }

    /** The value of one of the companies' keys for the company at a place; {@value Words#NONE} where nobody stands. */
    public Formula picked(int place, Function<String, Key> what) {
        return orNone(place, atRow(place, span(screen.each(what))));
    }

    /** The same of amounts that are each in the currency of the company. */
    public Formula pickedInLocalCurrency(int place, Function<String, Key> what) {
        Formula each = span(screen.each(what)).countedAs(ValueUnit.UNKNOWN, "each is in the currency of its company");
        return orNone(place, atRow(place, each));
    }

    private Formula orNone(int place, Formula picked) {
        return row(place).ref().isKnown().then(picked, text(Words.NONE));
    }

    /** The number of one of the companies' keys for the company at a place; not available where there is none. */
    private Formula known(int place, Function<String, Key> what) {
        return atRow(place, span(screen.each(what))).orElse(text(Value.NOT_AVAILABLE));
    }

    private Formula atRow(int place, Formula each) {
        return Formula.call(Fn.PICK, each, row(place).ref());
    }

    @Override
    public String toString() {
        return OneLine.of("sorted list", screen);
    }
}
